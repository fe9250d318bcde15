import { spearman } from '../../../../measures/rank-correlation.ts';
import { spearmanP } from '../../../../measures/rank-test.ts';
import { wilsonInterval } from '../../../../measures/wilson-interval.ts';
import type { SessionColumn } from '../sessions.ts';

/** Fewest past windows that a ladder is compared with. */
export const LEAST_WINDOWS = 250;
/** Largest p of a ladder that is said to have an order: four bonds in full order have 1/12. */
export const ORDERED = 0.1;
const LEVEL = 0.9;

/** P_t / P_{t−w} − 1 by row; NaN where an end is not measured or the two are of different sources. */
export function returnsOver({ values, source }: Pick<SessionColumn, 'values' | 'source'>, sessions: number) {
  return values.map((value, t) =>
    t >= sessions && source[t] === source[t - sessions] ? value / values[t - sessions]! - 1 : Number.NaN,
  );
}

/** Slope of least squares of the returns on the rungs; NaN when the rungs do not vary or a return is NaN. */
export function slopeOn(rungs: Float64Array, returns: Float64Array): number {
  const middle = rungs.reduce((sum, x) => sum + x, 0) / rungs.length;
  let [across, along] = [0, 0];
  for (let i = 0; i < rungs.length; i++) {
    across += (rungs[i]! - middle) * returns[i]!;
    along += (rungs[i]! - middle) ** 2;
  }
  return along > 0 ? across / along : Number.NaN;
}

export interface Steepness {
  readonly slope: number;
  readonly rank: number;
  readonly p: number;
  /** Share of past windows at least as steep to the same side; NaN below 250 of them. */
  readonly baseRate: number;
  readonly band: { readonly low: number; readonly high: number; readonly level: number };
  /** Share of past windows that slope to the same side at all. */
  readonly sameSide: number;
  /** Past windows, which overlap, and the row of the first. */
  readonly past: number;
  readonly first: number;
}

/**
 * How steep a ladder is at the last row, and how often it was as steep over the windows that ended before this one began.
 *
 * `rungs` one number an asset; `returns` an array of n rows an asset, each over `sessions` rows. Past windows are those that have all assets;
 * the band of the base rate counts one in `sessions` of them as independent. NaN where a return of the last row is.
 */
export function steepness(
  rungs: Float64Array,
  returns: readonly Float64Array[],
  sessions: number,
): Steepness {
  const at = (t: number) => Float64Array.from(returns, (one) => one[t]!);
  const last = (returns[0]?.length ?? 0) - 1;
  const now = at(last);
  const slope = slopeOn(rungs, now);
  const rows = Array.from({ length: Math.max(0, last - sessions + 1) }, (_, t) => t);
  const known = rows.filter((t) => returns.every((one) => Number.isFinite(one[t]!)));
  const slopes = known.map((t) => slopeOn(rungs, at(t)));
  const enough = slopes.length >= LEAST_WINDOWS && Number.isFinite(slope) && slope !== 0;
  const shareOf = (holds: (one: number) => boolean) =>
    enough ? slopes.filter(holds).length / slopes.length : Number.NaN;
  const baseRate = shareOf((one) => (slope < 0 ? one <= slope : one >= slope));
  return {
    slope,
    rank: spearman(rungs, now),
    p: spearmanP(rungs, now),
    baseRate,
    band: { ...bandOf(baseRate, slopes.length, sessions), level: LEVEL },
    sameSide: shareOf((one) => (slope < 0 ? one < 0 : one > 0)),
    past: slopes.length,
    first: known[0] ?? -1,
  };
}

function bandOf(share: number, windows: number, sessions: number) {
  const apart = Math.floor(windows / sessions);
  return wilsonInterval(Number.isNaN(share) ? 0 : Math.round(share * apart), apart, LEVEL);
}
