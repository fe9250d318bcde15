import type { Series } from '../../data/observation.ts';
import { alignSeries, changes } from '../../data/panel.ts';
import { type EpochDay, formatDay } from '../../data/time.ts';
import type { View } from '../../data/view.ts';
import { valuesAt } from '../../math/values-at.ts';

/** Changes of several series on common dates, ascending; complete rows only. */
export interface Rows {
  readonly ids: readonly string[];
  readonly dates: Int32Array;
  readonly columns: readonly Float64Array[];
  /** Ids that were asked for and are not in it: no value on the last date, or too short a history. */
  readonly leftOut: readonly string[];
  readonly asynchronyHours: number;
}

/** Dates from which and to which rows are taken, and the fewest values a series must have between them. */
interface RowRange {
  readonly from: EpochDay;
  readonly to: EpochDay;
  readonly least: number;
}

/**
 * Changes of the ids on the dates that all of them have, from `from` to `to`; returns are formed after the dates are matched.
 * An id without a value on `to`, or with fewer than `least` values in the range, is left out and named, so that one late or young series
 * does not shorten the rest. A row with a change that is not measured (the first one, a splice) is dropped as a whole.
 */
export async function commonRows(view: View, ids: readonly string[], range: RowRange): Promise<Rows> {
  const known = ids.filter((id) => view.entry(id) !== undefined);
  return rowsOf(await view.seriesMany(known), ids, range);
}

/** `commonRows` of series already read, or made; an id without a series is left out. */
export function rowsOf(series: ReadonlyMap<string, Series>, ids: readonly string[], range: RowRange): Rows {
  const kept = ids.filter((id) => {
    const dates = series.get(id)?.dates ?? new Int32Array(0);
    const inside = dates.filter((day) => day >= range.from && day <= range.to);
    return inside.at(-1) === range.to && inside.length >= range.least;
  });
  const leftOut = ids.filter((id) => !kept.includes(id));
  if (kept.length === 0) {
    return { ids: kept, dates: new Int32Array(0), columns: [], leftOut, asynchronyHours: 0 };
  }
  const panel = alignSeries(
    kept.map((id) => series.get(id)!),
    { ids: kept, from: range.from, to: range.to },
  );
  const columns = panel.columns.map(changes);
  const whole = [...panel.dates.keys()].filter((t) => columns.every((column) => !Number.isNaN(column[t]!)));
  return {
    ids: kept,
    dates: Int32Array.from(whole, (t) => panel.dates[t]!),
    columns: columns.map((column) => valuesAt(column, whole)),
    leftOut,
    asynchronyHours: panel.asynchronyHours,
  };
}

/** Window of the rows `from…to)`, as figures state it. */
export function rowsWindow(rows: Rows, from: number, to: number) {
  return { from: formatDay(rows.dates[from]!), to: formatDay(rows.dates[to - 1]!), n: to - from };
}
