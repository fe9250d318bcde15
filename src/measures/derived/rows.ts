import type { Series } from '../../data/observation.ts';
import type { Column, Compiled } from './compile.ts';

/** Dates of a derived series, and for each of its columns the row of the observation that each of them takes. */
export interface Rows {
  readonly dates: Int32Array;
  /** One array a column: index into the series of that column. */
  readonly taken: readonly Int32Array[];
}

/** The dates of `on` on which every column has a value; of a date that a series has several times its last value. */
export function rowsOf({ columns, on }: Compiled, series: readonly Series[], onSeries: Series): Rows {
  const dates = distinct(onSeries.dates);
  const found = columns.map((column, k) => take(column, series[k]!, dates));
  const kept: number[] = [];
  for (let t = 0; t < dates.length; t++) if (found.every((rows) => rows[t]! >= 0)) kept.push(t);
  if (onSeries.entry.id !== on.id) throw new Error(`rows of ${onSeries.entry.id}, not of ${on.id}`);
  return {
    dates: Int32Array.from(kept, (t) => dates[t]!),
    taken: found.map((rows) => Int32Array.from(kept, (t) => rows[t]!)),
  };
}

function distinct(dates: Int32Array): Int32Array {
  return dates.filter((date, i) => date !== dates[i + 1]);
}

/** Last row of the series at or before each date, no older than it may be; −1 where there is none, or it has no value. */
function take({ carry = 0 }: Column, { dates: own, values }: Series, dates: Int32Array): Int32Array {
  const out = new Int32Array(dates.length).fill(-1);
  let next = 0;
  for (let t = 0; t < dates.length; t++) {
    while (next < own.length && own[next]! <= dates[t]!) next += 1;
    const row = next - 1;
    if (row >= 0 && dates[t]! - own[row]! <= carry && Number.isFinite(values[row])) out[t] = row;
  }
  return out;
}
