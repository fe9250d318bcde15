import { normalCdf } from '../math/distributions.ts';
import { quantiles } from '../math/quantile.ts';
import { classical, combinationStandardError, neweyWest, ols, standardErrors } from '../math/regression.ts';
import { isConstant, type Refused } from './refused.ts';

export interface SafeHavenOptions {
  /** Tail probabilities of the market, descending. Default 0.1, 0.05, 0.01. */
  readonly tails?: readonly number[];
  /** Newey–West lag. Default ⌊4 (n/100)^{2/9}⌋. */
  readonly lag?: number;
  /** Market returns below which each tail begins, one a tail; the type 7 quantiles of the rows given when left out. */
  readonly thresholds?: readonly number[];
}

/** Verdict of Baur & McDermott: `strong` when significantly below 0, `weak` when 0 is not rejected, `none` when significantly above. */
export type HavenVerdict = 'strong' | 'weak' | 'none';

export interface HavenBeta {
  /** 1 for all days, else the tail probability. */
  readonly tail: number;
  /** Rows in it. */
  readonly rows: number;
  /** b_0 + … + b_i, the beta of the asset there; NaN when the tail has no rows. */
  readonly beta: number;
  /** Newey–West, from the full covariance of the coefficients. */
  readonly standardError: number;
  /** Two-sided, normal. */
  readonly p: number;
  /** At 5 %; undefined when the tail has no rows. */
  readonly verdict: HavenVerdict | undefined;
}

export interface SafeHaven {
  readonly thresholds: Float64Array;
  /** Constant, b_0, then one a tail; NaN where a term was dropped. */
  readonly coefficients: Float64Array;
  readonly standardErrors: { readonly ols: Float64Array; readonly neweyWest: Float64Array };
  /** All days first, then one a tail. */
  readonly cumulative: readonly HavenBeta[];
  /** Tails whose term was dropped: no rows below the threshold, or the same rows as the next tail. */
  readonly dropped: readonly number[];
  readonly r2: number;
  readonly rows: number;
}

const SIGNIFICANCE = 0.05;

/**
 * Hedge and safe-haven regression of an asset on a market.
 *
 * r = a + b_0 m + Σ_i b_i m·1[m < q_i] + e; the beta below q_i is b_0 + … + b_i, its standard error from the full Newey–West covariance
 *
 * `asset` and `market` n returns each without holes. A hedge when b_0 ≤ 0, a safe haven below q_i when b_0 + … + b_i ≤ 0. A tail with few
 * rows is a weak test: `rows` is to be shown. The thresholds of the rows given look ahead inside them; for a figure as of a day give rows
 * up to that day.
 * Edge: a tail without rows is dropped, as is one with the same rows as the next; refused when the market does not vary or rows are few.
 * NaN policy: no holes are allowed.
 * @throws RangeError when lengths differ, a value is not finite, or tails, thresholds or lag are out of range.
 * @see Baur & Lucey (2010), Is gold a hedge or a safe haven?, The Financial Review 45(2), eq. 1; Baur & McDermott (2010), J. Banking &
 *   Finance 34(8)
 */
export function safeHaven(
  asset: Float64Array,
  market: Float64Array,
  options: SafeHavenOptions = {},
): SafeHaven | Refused {
  const { tails = [0.1, 0.05, 0.01] } = options;
  const n = asset.length;
  checkArguments(asset, market, tails, options.thresholds);
  const lag = options.lag ?? Math.floor(4 * (n / 100) ** (2 / 9));
  if (n < Math.max(30, 2 * (tails.length + 2))) return { refused: 'insufficient_data' };
  if (isConstant(market) || isConstant(asset)) return { refused: 'constant_series' };
  const thresholds = options.thresholds ? Float64Array.from(options.thresholds) : quantiles(market, tails);
  const counts = Array.from(thresholds, (q) => market.reduce((count, m) => (m < q ? count + 1 : count), 0));
  const dropped = tails.filter((_, i) => counts[i] === 0 || counts[i] === counts[i + 1]);
  const kept = tails.map((_, i) => i).filter((i) => !dropped.includes(tails[i]!));
  const fit = ols(
    asset,
    tailDesign(
      market,
      kept.map((i) => thresholds[i]!),
    ),
    n,
    kept.length + 2,
  );
  if (fit === undefined) return { refused: 'collinear' };
  const robust = neweyWest(fit, lag);
  const spread = (values: Float64Array) => spreadOut(values, kept, tails.length);
  return {
    thresholds,
    coefficients: spread(fit.beta),
    standardErrors: {
      ols: spread(standardErrors(classical(fit), fit.k)),
      neweyWest: spread(standardErrors(robust, fit.k)),
    },
    cumulative: [1, ...tails].map((tail, level) => {
      const rows = level === 0 ? n : counts[level - 1]!;
      // A dropped tail has the rows, and so the beta, of the next one.
      const terms = kept.filter((i) => i < level || counts[i] === counts[level - 1]).length;
      return betaOf(tail, rows, terms, fit.beta, robust);
    }),
    dropped,
    r2: fit.r2,
    rows: n,
  };
}

/** Rows (1, m, m·1[m < q_1], …), n×(2 + thresholds) row-major; strict. */
export function tailDesign(market: Float64Array, thresholds: readonly number[]): Float64Array {
  const k = thresholds.length + 2;
  const x = new Float64Array(market.length * k);
  for (let t = 0; t < market.length; t++) {
    const m = market[t]!;
    x[t * k] = 1;
    x[t * k + 1] = m;
    for (const [i, q] of thresholds.entries()) x[t * k + 2 + i] = m < q ? m : 0;
  }
  return x;
}

function betaOf(
  tail: number,
  rows: number,
  terms: number,
  beta: Float64Array,
  covariance: Float64Array,
): HavenBeta {
  if (rows === 0) {
    return { tail, rows, beta: Number.NaN, standardError: Number.NaN, p: Number.NaN, verdict: undefined };
  }
  const weights = beta.map((_, i) => (i >= 1 && i <= 1 + terms ? 1 : 0));
  const sum = beta.reduce((total, b, i) => total + weights[i]! * b, 0);
  const standardError = combinationStandardError(covariance, weights);
  const p = 2 * normalCdf(-Math.abs(sum / standardError));
  return { tail, rows, beta: sum, standardError, p, verdict: verdictOf(sum, p) };
}

function verdictOf(beta: number, p: number): HavenVerdict {
  if (p >= SIGNIFICANCE || Number.isNaN(p)) return 'weak';
  return beta < 0 ? 'strong' : 'none';
}

/** Values of the kept terms in their places, NaN in those of the dropped. */
function spreadOut(values: Float64Array, kept: readonly number[], tails: number): Float64Array {
  const out = new Float64Array(tails + 2).fill(Number.NaN);
  out.set(values.subarray(0, 2));
  for (const [at, i] of kept.entries()) out[2 + i] = values[2 + at]!;
  return out;
}

function checkArguments(
  asset: Float64Array,
  market: Float64Array,
  tails: readonly number[],
  thresholds: readonly number[] | undefined,
): void {
  if (asset.length !== market.length) {
    throw new RangeError(
      `asset and market must have the same length, came ${asset.length} and ${market.length}`,
    );
  }
  for (const values of [asset, market]) {
    const bad = values.findIndex((v) => !Number.isFinite(v));
    if (bad >= 0) throw new RangeError(`returns must be finite, came ${values[bad]} at ${bad}`);
  }
  const descending = tails.every((q, i) => q > 0 && q < 1 && (i === 0 || q < tails[i - 1]!));
  if (!descending) throw new RangeError(`tails must be descending probabilities, came ${tails.join(', ')}`);
  if (thresholds !== undefined && thresholds.length !== tails.length) {
    throw new RangeError(`thresholds must be ${tails.length}, came ${thresholds.length}`);
  }
}
