import { ewmaWarmUp } from '../math/covariance.ts';
import { garchFilter, meanSquare } from './garch.ts';
import { fitGarch, type GarchRegressionFit } from './garch-fit.ts';
import { type RefitSpan, refitSpans } from './refits.ts';
import { isRefused, type RefusalReason } from './refused.ts';

/** Where the variance of a span of rows comes from. */
export type VarianceEstimate = RefitSpan &
  (
    | { readonly kind: 'garch'; readonly fit: GarchRegressionFit; readonly start: number }
    /** RiskMetrics in place of a model that could not be estimated: to be shown as such. */
    | { readonly kind: 'ewma'; readonly reason: RefusalReason | 'not_converged' }
  );

export interface VariancePath {
  /** Variance of row t + 1 as known at row t: n values. */
  readonly next: Float64Array;
  /** In order of rows; together they cover all. */
  readonly estimates: readonly VarianceEstimate[];
}

export interface VariancePathOptions {
  readonly model: 'garch' | 'gjr';
  /** Observed rows of the first estimation. */
  readonly train: number;
  /** Rows between estimations. */
  readonly refit: number;
}

const EWMA_DECAY = 0.94;

/**
 * One-row-ahead variance by GARCH(1,1) or GJR with parameters estimated on an expanding window, never on later rows.
 *
 * At row s = first, first + refit, …: parameters and start from rows ≤ s; then h_{t+1} by the recursion for rows s ≤ t < s + refit. A
 * search that does not converge leaves the parameters before it in place.
 * Where there are none yet (too few rows, no convergence) RiskMetrics with λ = 0.94 stands in, flagged `ewma` with the reason.
 * NaN policy: NaN where the return is missing, in the warm-up of the stand-in, and while the series is constant.
 * @throws RangeError when a return is infinite.
 * @see Bollerslev (1986); J.P. Morgan (1996), RiskMetrics technical document, ch. 5
 */
export function garchPath(returns: Float64Array, first: number, options: VariancePathOptions): VariancePath {
  const next = new Float64Array(returns.length).fill(Number.NaN);
  const estimates = estimatesOf(returns, first, options);
  const ewma = ewmaPath(returns);
  for (const estimate of estimates) {
    const { row, until } = estimate;
    const values = estimate.kind === 'garch' ? forward(returns, estimate) : ewma;
    const empty = estimate.kind === 'ewma' && estimate.reason === 'constant_series';
    for (let t = row; t < until && !empty; t++) if (!Number.isNaN(returns[t]!)) next[t] = values[t]!;
  }
  return { next, estimates };
}

function estimatesOf(
  returns: Float64Array,
  first: number,
  { model, train, refit }: VariancePathOptions,
): VarianceEstimate[] {
  const before = Math.min(first, returns.length);
  const out: VarianceEstimate[] =
    before > 0 ? [{ row: 0, until: before, kind: 'ewma', reason: 'insufficient_data' }] : [];
  let kept: VarianceEstimate | undefined;
  for (const span of refitSpans(returns.length, first, refit)) {
    const known = returns.subarray(0, span.row + 1);
    const fit = fitGarch(known, { model, leastRows: Math.min(train, 250) });
    if (!isRefused(fit) && fit.converged) {
      const start = meanSquare(known.map((r) => r - fit.parameters.mu));
      kept = { ...span, kind: 'garch', fit, start };
      out.push(kept);
    } else if (kept !== undefined) out.push({ ...kept, until: span.until });
    else out.push({ ...span, kind: 'ewma', reason: isRefused(fit) ? fit.refused : 'not_converged' });
  }
  return out;
}

/** h_{t+1} for each row t before `until`. */
function forward(returns: Float64Array, estimate: VarianceEstimate & { kind: 'garch' }): Float64Array {
  const { fit, start, until } = estimate;
  const { variance, next } = garchFilter(returns.subarray(0, until), fit.parameters, start);
  const out = new Float64Array(until);
  out.set(variance.subarray(1));
  out[until - 1] = next;
  return out;
}

/** s_{t+1} = λ s_t + (1 − λ) r_t²; a missing return leaves it as it was. */
function ewmaPath(returns: Float64Array): Float64Array {
  const warmUp = ewmaWarmUp(EWMA_DECAY);
  let [s, seen] = [Number.NaN, 0];
  return returns.map((r) => {
    if (!Number.isNaN(r)) {
      s = seen++ === 0 ? r * r : EWMA_DECAY * s + (1 - EWMA_DECAY) * r * r;
    }
    return seen > warmUp ? s : Number.NaN;
  });
}
