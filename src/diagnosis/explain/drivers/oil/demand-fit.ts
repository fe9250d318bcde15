import { normalQuantile } from '../../../../math/distributions.ts';
import { combinationStandardError, neweyWest, ols } from '../../../../math/regression.ts';
import { bartlettLag } from '../../flows/etf/slope.ts';

/** Sessions of a week, and weeks of the sample, at most and at least. */
const WEEK = 5;
export const WEEKS = 104;
export const FEWEST_WEEKS = 60;
export const LEVEL = 0.9;

/** A part of a log move and half of its band. */
export interface DemandPart {
  readonly value: number;
  readonly reach: number;
}

export interface DemandSplit {
  readonly slopes: Float64Array;
  readonly terms: readonly DemandPart[];
  readonly demand: DemandPart;
  readonly r2: number;
  /** Standard deviation of the weekly residual, in logs. */
  readonly scale: number;
  readonly weeks: number;
  readonly lag: number;
  /** First and last row of the sample. */
  readonly from: number;
  readonly to: number;
}

/**
 * What of a move goes with moves of signals of demand: d_j = b_j F_j of y = a + Σ_j b_j x_j + e over weeks of five sessions that end at row
 * `first`, the last 104 of them.
 *
 * `levels` of the signals, `oil` the log price, n rows each, NaN where not measured · `moves` F_j of the signals over the window that begins
 * at row `first`. Bands are 90 %, of b by Newey–West alone. Undefined below 60 weeks, for a signal without a move, or signals that depend on
 * each other.
 */
export function demandSplit(
  levels: readonly Float64Array[],
  oil: Float64Array,
  first: number,
  moves: readonly number[],
): DemandSplit | undefined {
  const k = levels.length + 1;
  const changes = [...levels, oil].map((level) => (row: number) => level[row]! - level[row - WEEK]!);
  const rows = Array.from({ length: WEEKS }, (_, week) => first - WEEK * (WEEKS - 1 - week)).filter(
    (row) => row >= WEEK && changes.every((change) => Number.isFinite(change(row))),
  );
  if (rows.length < FEWEST_WEEKS || !moves.every(Number.isFinite)) return undefined;
  const x = new Float64Array(
    rows.flatMap((row) => [1, ...changes.slice(0, -1).map((change) => change(row))]),
  );
  const fit = ols(Float64Array.from(rows, changes.at(-1)!), x, rows.length, k);
  if (!fit) return undefined;
  const lag = bartlettLag(rows.length);
  const covariance = neweyWest(fit, lag);
  const part = (weights: readonly number[]): DemandPart => ({
    value: weights.reduce((sum, weight, j) => sum + weight * fit.beta[j]!, 0),
    reach: normalQuantile((1 + LEVEL) / 2) * combinationStandardError(covariance, Float64Array.from(weights)),
  });
  return {
    slopes: fit.beta.slice(1),
    terms: moves.map((move, j) => part(Array.from({ length: k }, (_, i) => (i === j + 1 ? move : 0)))),
    demand: part([0, ...moves]),
    r2: fit.r2,
    scale: Math.sqrt(fit.rss / fit.degreesOfFreedom),
    weeks: rows.length,
    lag,
    from: rows[0]! - WEEK,
    to: rows.at(-1)!,
  };
}

/** Standard deviation of the residual over a window of some sessions. */
export function residualScale({ scale }: DemandSplit, sessions: number): number {
  return scale * Math.sqrt(sessions / WEEK);
}
