import { type CalendarId, calendar } from './calendar.ts';
import type { Series } from './observation.ts';
import type { SeriesEntry } from './series/entry.ts';
import type { EpochDay } from './time.ts';

/**
 * How rows are chosen. `intersection` (default): dates on which every series has a value · `union`: dates on which any has ·
 * a calendar: its sessions, NaN where a series has none · `first`: dates of the first series.
 */
export type Join = 'intersection' | 'union' | 'first' | { readonly calendar: CalendarId };

export interface PanelRequest {
  readonly ids: readonly string[];
  readonly from?: EpochDay;
  readonly to?: EpochDay;
  readonly join?: Join;
}

export interface PanelColumn {
  readonly id: string;
  readonly entry: SeriesEntry;
  /** Base unit of `entry.unit`; NaN where not measured; never filled. */
  readonly values: Float64Array;
  /** Instant at which each value was true (the session's close); NaN where not measured. */
  readonly times: Float64Array;
  /** Source of each value, an index that means something within this column only; absent: one source. */
  readonly source?: Uint8Array;
}

/** Aligned, dated, read-only matrix: the only input of the rooms below. */
export interface Panel {
  readonly dates: Int32Array;
  readonly columns: readonly PanelColumn[];
  readonly join: Join;
  /** Largest gap in hours between two closes that stand in one row: 0 when synchronous. */
  readonly asynchronyHours: number;
}

const MS_PER_HOUR = 3_600_000;

/**
 * Series side by side on the dates that `request.join` chooses, inside the closed range `from`…`to`. A date that a series has several
 * times (bars within a day) takes its last value.
 * NaN policy: a hole stays a hole, value and time NaN.
 * @throws RangeError when `from` is after `to` or not a whole day
 */
export function alignSeries(series: readonly Series[], request: PanelRequest): Panel {
  const from = request.from ?? Number.NEGATIVE_INFINITY;
  const to = request.to ?? Number.POSITIVE_INFINITY;
  checkRange(request);
  const join = request.join ?? 'intersection';
  const dates = chooseDates(series, join, from, to);
  const columns = series.map((one) => alignOne(one, dates));
  return Object.freeze({
    dates,
    columns: Object.freeze(columns),
    join,
    asynchronyHours: asynchrony(columns, dates.length),
  });
}

/**
 * Changes of a column from row to row, after alignment: price pₜ/pₜ₋₁ − 1 · yield, spread, level xₜ − xₜ₋₁ · flow xₜ.
 * NaN policy: NaN in the first row, where a value it needs is NaN, where a price comes after one that is not positive, and (but for
 * flows) where the two values come from different sources: a splice makes no return.
 */
export function changes(column: PanelColumn): Float64Array {
  const { values, source } = column;
  const out = new Float64Array(values.length).fill(Number.NaN);
  const transform = column.entry.transform;
  for (let t = 1; t < values.length; t++) {
    const [before, now] = [values[t - 1] as number, values[t] as number];
    if (transform === 'flow') out[t] = now;
    else if (source && source[t] !== source[t - 1]) continue;
    else if (transform !== 'price') out[t] = now - before;
    else if (before > 0) out[t] = now / before - 1;
  }
  return out;
}

function checkRange({ from, to }: PanelRequest): void {
  for (const day of [from, to]) {
    if (day !== undefined && !Number.isInteger(day)) throw new RangeError(`not an epoch day: ${day}`);
  }
  if (from !== undefined && to !== undefined && from > to) {
    throw new RangeError(`the range of a panel begins (${from}) after it ends (${to})`);
  }
}

function chooseDates(series: readonly Series[], join: Join, from: number, to: number): Int32Array {
  const [begin, end] = span(series);
  if (begin > end) return new Int32Array(0);
  if (typeof join === 'object') {
    return calendar(join.calendar).sessions(
      Number.isFinite(from) ? from : begin,
      Number.isFinite(to) ? to : end,
    );
  }
  const [first, last] = [Math.max(begin, from), Math.min(end, to)];
  if (first > last) return new Int32Array(0);
  const count = new Int32Array(last - first + 1);
  for (const { dates } of join === 'first' ? series.slice(0, 1) : series) countDates(dates, first, count);
  const least = join === 'intersection' ? series.length : 1;
  const chosen: number[] = [];
  for (let i = 0; i < count.length; i++) if ((count[i] as number) >= least) chosen.push(first + i);
  return Int32Array.from(chosen);
}

/** First and last date that any series has; first > last when there is none. */
function span(series: readonly Series[]): [number, number] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { dates } of series) {
    if (dates.length === 0) continue;
    first = Math.min(first, dates[0] as number);
    last = Math.max(last, dates[dates.length - 1] as number);
  }
  return [first, last];
}

function countDates(dates: Int32Array, first: number, count: Int32Array): void {
  for (let i = 0; i < dates.length; i++) {
    const at = (dates[i] as number) - first;
    if (dates[i] !== dates[i - 1] && at >= 0 && at < count.length) (count[at] as number)++;
  }
}

function alignOne(series: Series, dates: Int32Array): PanelColumn {
  const { entry, dates: own, values: ownValues, times: ownTimes, source: ownSource } = series;
  const values = new Float64Array(dates.length).fill(Number.NaN);
  const times = new Float64Array(dates.length).fill(Number.NaN);
  const source = new Uint8Array(dates.length);
  let at = 0;
  for (let row = 0; row < dates.length; row++) {
    const date = dates[row] as number;
    while (at < own.length && (own[at] as number) <= date) at++;
    if (at === 0 || own[at - 1] !== date) continue;
    values[row] = ownValues[at - 1] as number;
    times[row] = ownTimes[at - 1] as number;
    source[row] = ownSource[at - 1] as number;
  }
  return Object.freeze({ id: entry.id, entry, values, times, source });
}

/** Column by column, not row by row: a row touches as many places of memory as there are columns. */
function asynchrony(columns: readonly PanelColumn[], rows: number): number {
  const first = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
  const last = new Float64Array(rows).fill(Number.NEGATIVE_INFINITY);
  for (const { times } of columns) {
    for (let row = 0; row < rows; row++) {
      const time = times[row] as number;
      if (time < (first[row] as number)) first[row] = time;
      if (time > (last[row] as number)) last[row] = time;
    }
  }
  let widest = 0;
  for (let row = 0; row < rows; row++)
    widest = Math.max(widest, (last[row] as number) - (first[row] as number));
  return widest / MS_PER_HOUR;
}
