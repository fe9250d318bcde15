import { checkPositive } from '../math/arguments.ts';
import { logGamma } from '../math/distributions.ts';
import { checkNotInfinite } from './refused.ts';

/** Prior of mean and precision in each segment: precision ~ Gamma(α0, β0), mean | precision ~ N(μ0, 1/(κ0 · precision)). */
export interface NormalGammaPrior {
  readonly mu0: number;
  readonly kappa0: number;
  readonly alpha0: number;
  readonly beta0: number;
}

export interface OnlineChangePointOptions extends NormalGammaPrior {
  /** h = 1/λ, the probability of a change at each row; λ is the mean length of a segment. */
  readonly hazard: number;
  /** Run lengths below this probability are dropped; 0 keeps all. Default 1e-10. */
  readonly prune?: number;
  /** A run shorter than this many rows is a recent change. Default 10. */
  readonly recent?: number;
}

export interface OnlineChangePoints {
  /** Pr(r_t < recent | x_1…x_t), n values. */
  readonly recentChange: Float64Array;
  /** Most probable run length; −1 where x is missing. A drop says that a segment began so many rows ago. */
  readonly mapRunLength: Int32Array;
  /** Σ r Pr(r_t = r). */
  readonly expectedRunLength: Float64Array;
  /** Pr(r_n = r), r = 0 … n′, n′ the rows that are not missing. */
  readonly finalPosterior: Float64Array;
  /** ln p(x_1, …, x_n). */
  readonly logEvidence: number;
}

/** The unit prior for standardised data. */
export const UNIT_PRIOR: NormalGammaPrior = { mu0: 0, kappa0: 1, alpha0: 1, beta0: 1 };

/**
 * Bayesian online detection of changes in mean and variance: the posterior of the run length r_t, the rows since the last change.
 *
 * growth Pr(r_t = r + 1) ∝ Pr(r_{t−1} = r) π_r (1 − h); change Pr(r_t = 0) ∝ Σ_r Pr(r_{t−1} = r) π_r h;
 * π_r Student t with 2α degrees of freedom, location μ, scale² β(κ + 1)/(ακ); κ + 1, α + ½, μ ← (κμ + x)/(κ + 1),
 * β ← β + κ(x − μ)²/(2(κ + 1))
 *
 * `x` n values, standardised by a long-run deviation known at the time. Row t uses rows ≤ t only. With a constant hazard Pr(r_t = 0) = h
 * always: read `recentChange` and the drops of `mapRunLength` instead.
 * NaN policy: a missing row is passed over; NaN (−1) there.
 * @throws RangeError when a parameter is out of its bounds or x is infinite.
 * @see Adams & MacKay (2007), Bayesian online changepoint detection, arXiv:0710.3742, algorithm 1
 */
export function onlineChangePoints(x: Float64Array, options: OnlineChangePointOptions): OnlineChangePoints {
  const { hazard, prune = 1e-10, recent = 10 } = options;
  checkOptions(options, prune, recent);
  checkNotInfinite('x', x);
  const n = x.length;
  const recentChange = new Float64Array(n).fill(Number.NaN);
  const expectedRunLength = new Float64Array(n).fill(Number.NaN);
  const mapRunLength = new Int32Array(n).fill(-1);
  const state = initialState(n, options);
  let logEvidence = 0;
  for (let t = 0; t < n; t++) {
    if (Number.isNaN(x[t]!)) continue;
    logEvidence += advance(state, x[t]!, hazard, options);
    let [short, expected, best] = [0, 0, 0];
    for (let k = 0; k < state.size; k++) {
      const [r, p] = [state.run[k]!, state.probability[k]!];
      if (r < recent) short += p;
      expected += r * p;
      if (p > state.probability[best]!) best = k;
    }
    recentChange[t] = Math.min(1, short);
    expectedRunLength[t] = expected;
    mapRunLength[t] = state.run[best]!;
    if (prune > 0) dropBelow(state, prune);
  }
  return { recentChange, mapRunLength, expectedRunLength, finalPosterior: posteriorOf(state), logEvidence };
}

/** The run lengths that are kept, ascending, with the moments of their segments. */
interface State {
  size: number;
  seen: number;
  readonly run: Int32Array;
  readonly probability: Float64Array;
  readonly mu: Float64Array;
  readonly beta: Float64Array;
  readonly weight: Float64Array;
  /** ln Γ(α + ½) − ln Γ(α) − ½ ln(2πα·…) of each run length, filled as they come. */
  readonly constant: Float64Array;
}

function initialState(n: number, { mu0, beta0 }: NormalGammaPrior): State {
  const array = () => new Float64Array(n + 2);
  const state = {
    size: 1,
    seen: 0,
    run: new Int32Array(n + 2),
    probability: array(),
    mu: array(),
    beta: array(),
    weight: array(),
    constant: array(),
  };
  state.probability[0] = 1;
  state.mu[0] = mu0;
  state.beta[0] = beta0;
  return state;
}

/** One row; returns ln p(x_t | x_1…x_{t−1}). */
function advance(state: State, x: number, hazard: number, prior: NormalGammaPrior): number {
  const { run, probability, mu, beta, weight, constant, size } = state;
  const { kappa0, alpha0, mu0, beta0 } = prior;
  constant[state.seen] = studentConstant(alpha0 + state.seen / 2);
  state.seen++;
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < size; k++) {
    const r = run[k]!;
    const kappa = kappa0 + r;
    const alpha = alpha0 + r / 2;
    // 2α·scale² of the Student t.
    const width = (2 * beta[k]! * (kappa + 1)) / kappa;
    const e = x - mu[k]!;
    const log = constant[r]! - 0.5 * Math.log(width) - (alpha + 0.5) * Math.log1p((e * e) / width);
    weight[k] = log;
    if (log > most) most = log;
  }
  let total = 0;
  for (let k = 0; k < size; k++) {
    weight[k] = probability[k]! * Math.exp(weight[k]! - most);
    total += weight[k]!;
  }
  if (!(total > 0)) throw new RangeError(`no run length can have given ${x}; standardise the data`);
  for (let k = size; k > 0; k--) {
    const r = run[k - 1]!;
    const kappa = kappa0 + r;
    const e = x - mu[k - 1]!;
    run[k] = r + 1;
    probability[k] = ((1 - hazard) * weight[k - 1]!) / total;
    mu[k] = mu[k - 1]! + e / (kappa + 1);
    beta[k] = beta[k - 1]! + (kappa * e * e) / (2 * (kappa + 1));
  }
  run[0] = 0;
  probability[0] = hazard;
  mu[0] = mu0;
  beta[0] = beta0;
  state.size = size + 1;
  return most + Math.log(total);
}

/** ln Γ(α + ½) − ln Γ(α) − ½ ln π, so that the density is exp(this) / √(2α scale²) · (1 + e²/(2α scale²))^−(α + ½). */
function studentConstant(alpha: number): number {
  return logGamma(alpha + 0.5) - logGamma(alpha) - Math.log(Math.PI) / 2;
}

/** Drops run lengths below the limit and scales the rest to sum 1. */
function dropBelow(state: State, limit: number): void {
  const { run, probability, mu, beta } = state;
  let kept = 0;
  let total = 0;
  for (let k = 0; k < state.size; k++) {
    if (probability[k]! < limit) continue;
    run[kept] = run[k]!;
    probability[kept] = probability[k]!;
    mu[kept] = mu[k]!;
    beta[kept] = beta[k]!;
    total += probability[kept++]!;
  }
  if (kept === state.size) return;
  state.size = kept;
  for (let k = 0; k < kept; k++) probability[k]! /= total;
}

function posteriorOf({ size, seen, run, probability }: State): Float64Array {
  const out = new Float64Array(seen + 1);
  for (let k = 0; k < size; k++) out[run[k]!] = probability[k]!;
  return out;
}

function checkOptions(options: OnlineChangePointOptions, prune: number, recent: number): void {
  const { hazard, mu0, kappa0, alpha0, beta0 } = options;
  if (!(hazard > 0 && hazard < 1)) throw new RangeError(`hazard must lie in (0, 1), came ${hazard}`);
  if (!Number.isFinite(mu0)) throw new RangeError(`mu0 must be finite, came ${mu0}`);
  checkPositive('kappa0', kappa0);
  checkPositive('alpha0', alpha0);
  checkPositive('beta0', beta0);
  if (!(prune >= 0 && prune < 1e-3)) throw new RangeError(`prune must lie in [0, 1e-3), came ${prune}`);
  if (!Number.isInteger(recent) || recent < 1) {
    throw new RangeError(`recent must be a whole number of at least 1, came ${recent}`);
  }
}
