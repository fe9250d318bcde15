import type { EpochDay } from '../../../data/time.ts';
import { rowAtOrBefore } from '../../history.ts';

/** Value on a day; NaN when the series has none on it. `dates` ascending. */
export function valueOn(dates: Int32Array, values: Float64Array, day: EpochDay): number {
  const row = rowAtOrBefore(dates, day);
  return dates[row] === day ? values[row]! : Number.NaN;
}

/** x_t/x_{t−h} − 1 on every row by date, h days; NaN where the earlier day has no value above 0. */
export function growthOver(dates: Int32Array, values: Float64Array, h: number): Float64Array {
  return values.map((now, row) => {
    const before = valueOn(dates, values, dates[row]! - h);
    return before > 0 ? now / before - 1 : Number.NaN;
  });
}
