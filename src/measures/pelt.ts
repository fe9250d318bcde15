import { checkNotNegative, checkWhole } from '../math/arguments.ts';
import { quantile } from '../math/quantile.ts';

/** Cost of a segment: `mean` its residual sum of squares; `mean-variance` −2 × its Gaussian log-likelihood at its own mean and variance. */
export type SegmentCost = 'mean' | 'mean-variance';

export interface PeltOptions {
  readonly cost: SegmentCost;
  /** Added for each change point. Default: mean 2σ² ln n, σ from differences; mean-variance 3 ln n. */
  readonly penalty?: number;
  /** Fewest rows of a segment. Default 1 for mean, 2 for mean-variance. */
  readonly leastRows?: number;
}

export interface ChangePoints {
  /** Rows before each change: the first row of the new segment, counted from 0. */
  readonly changes: readonly number[];
  /** Σ of the segments' costs, without penalties. */
  readonly cost: number;
  readonly penalty: number;
}

/** Least variance in the cost of a segment (as R's changepoint). */
const FLOOR = 1e-11;
const LOG_TWO_PI = Math.log(2 * Math.PI);

/**
 * The segmentation that minimises Σ cost + penalty · (number of changes), exactly, by dynamic programming with pruning (PELT).
 *
 * F(t) = min_s F(s) + C(s, t) + penalty; a candidate s with F(s) + C(s, t) ≥ F(t) is never needed again, `leastRows` rows on.
 * mean C = Σ(x − x̄)²; mean-variance C = m(ln 2π + ln max(v, 1e-11) + 1), v the ML variance of the m rows
 *
 * `x` n values. All rows are used: this dates breaks in the past, it does not signal them. Ties go to the smallest change point. Where a
 * stretch of `leastRows` rows does not vary the floor could make pruning inexact, and nothing is pruned.
 * NaN policy: no holes are allowed. Fewer than 2 · leastRows rows have no change.
 * @throws RangeError when a value is not finite, the penalty is negative or leastRows no whole number ≥ 1 (mean-variance: 2).
 * @see Killick, Fearnhead & Eckley (2012), Optimal detection of changepoints with a linear computational cost, JASA 107(500), eq. 4, th. 3.1
 */
export function pelt(x: Float64Array, options: PeltOptions): ChangePoints {
  const { cost, leastRows = cost === 'mean' ? 1 : 2 } = options;
  checkWhole('leastRows', leastRows, cost === 'mean' ? 1 : 2);
  const bad = x.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw new RangeError(`x must be finite, came ${x[bad]} at ${bad}`);
  const penalty = options.penalty ?? defaultPenalty(x, cost);
  checkNotNegative('penalty', penalty);
  const n = x.length;
  if (n < leastRows) return { changes: [], cost: Number.NaN, penalty };
  const segment = segmentCosts(x, cost);
  const prunes = cost === 'mean' || alwaysVaries(segment.variance, n, leastRows);
  const total = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  const last = new Int32Array(n + 1);
  total[0] = -penalty;
  let candidates = [candidateAt(0)];
  for (let t = leastRows; t <= n; t++) {
    if (t >= 2 * leastRows) candidates.push(candidateAt(t - leastRows));
    for (const candidate of candidates) {
      candidate.cost = total[candidate.start]! + segment.cost(candidate.start, t);
      if (candidate.cost + penalty < total[t]!) {
        total[t] = candidate.cost + penalty;
        last[t] = candidate.start;
      }
    }
    if (!prunes) continue;
    const limit = total[t]! + margin(total[t]!);
    for (const candidate of candidates) {
      if (candidate.cost >= limit) candidate.until = Math.min(candidate.until, t + leastRows);
    }
    candidates = candidates.filter(({ until }) => t + 1 < until);
  }
  const changes = tracedBack(last, n);
  return { changes, cost: total[n]! - penalty * changes.length, penalty };
}

interface Candidate {
  readonly start: number;
  /** First row at which it is not needed. */
  until: number;
  /** F(start) + C(start, t) of the present t. */
  cost: number;
}

function candidateAt(start: number): Candidate {
  return { start, until: Number.POSITIVE_INFINITY, cost: Number.NaN };
}

/** Rounding must not prune a candidate that ties. */
function margin(value: number): number {
  return 1e-9 * (1 + Math.abs(value));
}

function tracedBack(last: Int32Array, n: number): number[] {
  const changes: number[] = [];
  for (let t = last[n]!; t > 0; t = last[t]!) changes.unshift(t);
  return changes;
}

/** Below this share of the running sum of squares a difference of sums has lost the digits that the logarithm shows. */
const CANCELLED = 1e-8;

/** Σ(x − x̄)² over rows s … t − 1; 0 where all that is left is the rounding of the mean. */
function twoPassRss(x: Float64Array, s: number, t: number): number {
  const rows = t - s;
  let mean = 0;
  for (let i = s; i < t; i++) mean += x[i]! / rows;
  let rss = 0;
  for (let i = s; i < t; i++) rss += (x[i]! - mean) ** 2;
  return rss > rows * (rows * Number.EPSILON * mean) ** 2 ? rss : 0;
}

/** Costs of rows s … t − 1 from running sums of the centred data. */
export function segmentCosts(x: Float64Array, cost: SegmentCost) {
  const n = x.length;
  const centre = x.reduce((sum, value) => sum + value / n, 0);
  const sums = new Float64Array(n + 1);
  const squares = new Float64Array(n + 1);
  for (let t = 0; t < n; t++) {
    const e = x[t]! - centre;
    sums[t + 1] = sums[t]! + e;
    squares[t + 1] = squares[t]! + e * e;
  }
  const rss = (s: number, t: number) => {
    const sum = sums[t]! - sums[s]!;
    const difference = squares[t]! - squares[s]! - (sum * sum) / (t - s);
    return difference > CANCELLED * squares[t]! ? difference : twoPassRss(x, s, t);
  };
  const variance = (s: number, t: number) => rss(s, t) / (t - s);
  const deviance = (s: number, t: number) =>
    (t - s) * (LOG_TWO_PI + Math.log(Math.max(FLOOR, variance(s, t))) + 1);
  return { rss, variance, cost: cost === 'mean' ? rss : deviance };
}

/** True when no stretch of `leastRows` rows comes near the floor: then no segment does. */
function alwaysVaries(variance: (s: number, t: number) => number, n: number, leastRows: number): boolean {
  for (let t = leastRows; t <= n; t++) if (variance(t - leastRows, t) < 2 * FLOOR) return false;
  return true;
}

/**
 * The usual penalty: for `mean` 2σ² ln n with σ = 1.4826 · median|Δx| / √2, robust to the changes themselves; for `mean-variance` 3 ln n.
 * @see Yao (1988), Estimating the number of change-points via Schwarz' criterion, Statistics & Probability Letters 6(3)
 */
export function defaultPenalty(x: Float64Array, cost: SegmentCost): number {
  const n = x.length;
  if (n < 2) return 0;
  if (cost === 'mean-variance') return 3 * Math.log(n);
  const steps = Float64Array.from({ length: n - 1 }, (_, t) => x[t + 1]! - x[t]!);
  const middle = quantile(steps, 0.5);
  const sigma =
    (1.482602218505602 *
      quantile(
        steps.map((d) => Math.abs(d - middle)),
        0.5,
      )) /
    Math.SQRT2;
  return 2 * sigma ** 2 * Math.log(n);
}
