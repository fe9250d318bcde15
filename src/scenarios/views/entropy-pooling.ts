import { checkSameLength, checkWithin } from '../../math/arguments.ts';
import { type Constraints, constraintsOf, type Infeasible } from './constraints.ts';
import { maximiseDual } from './dual.ts';
import type { View } from './view.ts';

export interface Pooled {
  readonly status: 'solved';
  /** q, S values that sum to 1. */
  readonly probabilities: Float64Array;
  /** Multiplier of each view: q_s ∝ p_s·exp(−Σ λ_k·values_ks). Below 0 for a ≥ that binds, 0 for an inequality that does not. */
  readonly multipliers: Float64Array;
  /** Multiplier of Σ q = 1 in q_s = p_s·exp(−1 − λ_0 − Σ λ_k·values_ks). */
  readonly normaliser: number;
  /** Views that hold with equality. */
  readonly binding: readonly boolean[];
  /** Σ q ln(q/p), nats: how far the views are from the prior. */
  readonly relativeEntropy: number;
  /** exp(−Σ q ln q). */
  readonly effectiveScenarios: number;
  /** One scenario above a tenth of the probability, or fewer effective scenarios than a twentieth of all. */
  readonly warnings: readonly ('one-scenario-dominates' | 'few-effective-scenarios')[];
}

/** The views could be neither met nor refuted: they hold only in the limit. */
export interface Undecided {
  readonly status: 'not-converged';
  /** Largest miss of a view, in prior standard deviations of its values. */
  readonly miss: number;
}

/** Share of the probability above which one scenario dominates, and of the scenarios below which too few count. */
const DOMINATES = 0.1;
const FEW = 0.05;

/**
 * Probabilities of scenarios that satisfy views and are otherwise as near as can be to the prior.
 * min_q Σ q ln(q/p) subject to the views and Σ q = 1; q = p·exp(−1 − λ_0 − Σ λ_k·v_k), λ from the convex dual by projected Newton steps
 *
 * `prior` S probabilities; each view S values. Views that contradict are proved to (a combination of them is above 0 in every scenario), never
 * met by halves. A view whose values do not vary either holds already or is out of reach.
 * @throws RangeError when the prior is not S probabilities that sum to 1, or a view has another length or a value that is not finite.
 * @see Meucci (2008), Fully flexible views: theory and practice, Risk 21(10), 97–102 (SSRN 1213325); Meucci (2012), Effective
 * number of scenarios in fully flexible probabilities.
 */
export function entropyPooling(prior: Float64Array, views: readonly View[]): Pooled | Infeasible | Undecided {
  checkPrior(prior);
  const constraints = constraintsOf(prior, views);
  if ('status' in constraints) return constraints;
  const dual = maximiseDual(prior, constraints);
  if (dual.status === 'unbounded') {
    return {
      status: 'infeasible',
      views: views.filter((_, k) => dual.theta[k] !== 0).map(({ label }) => label),
    };
  }
  if (dual.status === 'not-converged') return { status: 'not-converged', miss: dual.miss };
  return pooled(prior, views, constraints, dual.theta, dual.probabilities);
}

function pooled(
  prior: Float64Array,
  views: readonly View[],
  { scale }: Constraints,
  theta: Float64Array,
  probabilities: Float64Array,
): Pooled {
  const multipliers = theta.map((value, k) => (scale[k] === 0 ? 0 : value / scale[k]!));
  const distance = relativeEntropy(probabilities, prior);
  const effective = effectiveScenarios(probabilities);
  const warnings: Pooled['warnings'][number][] = [];
  if (probabilities.some((q) => q > DOMINATES)) warnings.push('one-scenario-dominates');
  if (effective < FEW * prior.length) warnings.push('few-effective-scenarios');
  return {
    status: 'solved',
    probabilities,
    multipliers,
    normaliser: normaliserOf(prior, views, multipliers),
    binding: views.map(({ relation }, k) => relation === '=' || theta[k] !== 0),
    relativeEntropy: distance,
    effectiveScenarios: effective,
    warnings,
  };
}

/** ln Σ p·exp(−Σ λ_k v_k) − 1. */
function normaliserOf(prior: Float64Array, views: readonly View[], multipliers: Float64Array): number {
  const exponents = prior.map((p, s) => {
    return views.reduce((sum, { values }, k) => sum - multipliers[k]! * values[s]!, Math.log(p));
  });
  const most = exponents.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return most + Math.log(exponents.reduce((sum, x) => sum + Math.exp(x - most), 0)) - 1;
}

/**
 * Probabilities held with confidence c in [0, 1]: (1 − c)·p + c·q; 0 gives the prior, 1 the views.
 * @throws RangeError when c is outside [0, 1] or lengths differ.
 * @see Meucci (2008), Fully flexible views.
 */
export function withConfidence(
  prior: Float64Array,
  posterior: Float64Array,
  confidence: number,
): Float64Array {
  checkSameLength('prior and posterior', prior, posterior);
  checkWithin('confidence', confidence, 0, 1);
  return prior.map((p, s) => (1 - confidence) * p + confidence * posterior[s]!);
}

/** Σ q ln(q/p), nats, at least 0; +∞ where q is above 0 and p is not. @throws RangeError when lengths differ. */
export function relativeEntropy(q: Float64Array, p: Float64Array): number {
  checkSameLength('probabilities', q, p);
  let sum = 0;
  for (let s = 0; s < q.length; s++) if (q[s]! > 0) sum += q[s]! * Math.log(q[s]! / p[s]!);
  return Math.max(0, sum);
}

/** exp(−Σ q ln q): 1 when one scenario has all the probability, S when all have the same. @see Meucci (2012). */
export function effectiveScenarios(q: Float64Array): number {
  let sum = 0;
  for (const probability of q) if (probability > 0) sum += probability * Math.log(probability);
  return Math.exp(-sum);
}

function checkPrior(prior: Float64Array): void {
  const odd = prior.find((p) => !(p >= 0));
  if (odd !== undefined) throw new RangeError(`a probability must be at least 0, came ${odd}`);
  const sum = prior.reduce((total, p) => total + p, 0);
  if (!(Math.abs(sum - 1) <= 1e-9)) throw new RangeError(`prior probabilities must sum to 1, came ${sum}`);
}
