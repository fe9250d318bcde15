import { quantiles } from '../../../math/quantile.ts';
import { rowOn } from './liquidity-changes.ts';

/** Weeks over which the pace is taken. */
export const PACE = 13;
export const HORIZONS = [4, 13, 26] as const;
/** Weeks of paces from which a low and a high one are taken. */
export const RANGE_WEEKS = 156;
export const BAND_LEVEL = 0.8;
/** Past forecasts needed for a band and a score. */
export const LEAST_FORECASTS = 104;

/** The sum that is projected and what its pace is made of, on the Wednesdays with all of them; US dollars. */
export interface Projected {
  readonly dates: Int32Array;
  readonly total: Float64Array;
  readonly fed: Float64Array;
  readonly banks: Float64Array;
}

/** Change of a column over the 13 weeks to a row, a week; NaN without a row 13 weeks before. */
export function weeklyPace({ dates }: Projected, values: Float64Array, row: number): number {
  const before = row < 0 ? -1 : rowOn(dates, dates[row]! - 7 * PACE);
  return before < 0 ? Number.NaN : (values[row]! - values[before]!) / PACE;
}

export interface PaceRange {
  readonly low: number;
  readonly base: number;
  readonly high: number;
}

/** The latest pace a week, and the lowest and highest tenth of the paces of three years, widened so that the latest lies between. */
export function paceRange(projected: Projected, values: Float64Array): PaceRange {
  const last = projected.dates.length - 1;
  const base = weeklyPace(projected, values, last);
  const from = Math.max(0, last - RANGE_WEEKS + 1);
  const paces = Float64Array.from({ length: last - from + 1 }, (_, k) =>
    weeklyPace(projected, values, from + k),
  ).filter((pace) => !Number.isNaN(pace));
  const [low, high] = quantiles(paces, [0.1, 0.9]) as unknown as [number, number];
  return { low: Math.min(low, base), base, high: Math.max(high, base) };
}

export interface PastErrors {
  /** Outcome less forecast, of every week whose outcome is known. */
  readonly errors: Float64Array;
  /** Outcome less the level on the day of the forecast: the error of "no change". */
  readonly unchanged: Float64Array;
}

/** The same rule asked in every past week: x_t + h · (pace of the Fed's assets + pace of bank credit), against what came h weeks later. */
export function pastErrors(projected: Projected, weeks: number): PastErrors {
  const { dates, total, fed, banks } = projected;
  const errors: number[] = [];
  const unchanged: number[] = [];
  for (let row = 0; row < dates.length; row++) {
    const later = rowOn(dates, dates[row]! + 7 * weeks);
    const pace = weeklyPace(projected, fed, row) + weeklyPace(projected, banks, row);
    if (later < 0 || Number.isNaN(pace)) continue;
    const change = total[later]! - total[row]!;
    errors.push(change - weeks * pace);
    unchanged.push(change);
  }
  return { errors: Float64Array.from(errors), unchanged: Float64Array.from(unchanged) };
}

export function meanSize(values: Float64Array): number {
  return values.reduce((sum, value) => sum + Math.abs(value), 0) / values.length;
}
