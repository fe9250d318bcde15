import type { Frequency, SeriesEntry } from '../../data/series/entry.ts';
import { type EpochDay, epochDay, formatDay } from '../../data/time.ts';
import { type BaseUnit, baseUnit } from '../../data/unit.ts';
import { type History, rowAtOrBefore } from '../history.ts';

/**
 * Change from row `from` to row `to`, by the entry's transform: price P_t / P_0 − 1 · yield, spread, level P_t − P_0 · flow the sum of
 * the values after `from` up to `to`. NaN when a row does not exist, and where a price starts from one that is not positive.
 */
export function changeBetween(history: History, from: number, to: number): number {
  const { values, entry } = history;
  if (from < 0 || to > history.last || to < from) return Number.NaN;
  if (entry.transform === 'flow') {
    return values.subarray(from + 1, to + 1).reduce((sum, value) => sum + value, 0);
  }
  if (entry.transform !== 'price') return values[to]! - values[from]!;
  return values[from]! > 0 ? values[to]! / values[from]! - 1 : Number.NaN;
}

/** Changes over `rows` rows ending in each row; NaN on the first rows. */
export function spanChanges(history: History, rows: number): Float64Array {
  return history.values.map((_, row) => changeBetween(history, row - rows, row));
}

export function changeUnit(entry: SeriesEntry): BaseUnit {
  return entry.transform === 'price' ? 'fraction' : baseUnit(entry.unit);
}

export function changeFormula(entry: SeriesEntry): string {
  if (entry.transform === 'flow') return 'change-flow';
  return entry.transform === 'price' ? 'change-price' : 'change-difference';
}

/** Row of the last close on or before the same day of the previous month; the 31st becomes the last day of a shorter month. */
export function rowOneMonthBefore(history: History): number {
  return rowAtOrBefore(history.dates, sameDayLastMonth(history.dates[history.last]!));
}

/** Row of the last close of the previous calendar year. */
export function rowOfLastYear(history: History): number {
  const year = Number(formatDay(history.dates[history.last]!).slice(0, 4));
  return rowAtOrBefore(history.dates, epochDay(year, 1, 1) - 1);
}

function sameDayLastMonth(day: EpochDay): EpochDay {
  const [year, month, date] = formatDay(day).split('-').map(Number) as [number, number, number];
  const first = month === 1 ? epochDay(year - 1, 12, 1) : epochDay(year, month - 1, 1);
  const next = epochDay(year, month, 1);
  return Math.min(first + date - 1, next - 1);
}

const PERIODS: Partial<Record<Frequency, number>> = { weekly: 52, monthly: 12, quarterly: 4 };

/** Rows in a year: 365 for a market open every day, 252 exchange sessions, 52, 12 or 4 for slower series. */
export function rowsPerYear(entry: SeriesEntry): number {
  return PERIODS[entry.frequency] ?? (entry.calendar === 'utc' ? 365 : 252);
}

/**
 * Sessions of a window such as `1d` or `5d`.
 * @throws RangeError when the text is not a whole number of at least 1 followed by d.
 */
export function parseWindow(text: string): number {
  const match = /^([1-9]\d{0,3})d$/.exec(text);
  if (!match) throw new RangeError(`window must be a number of sessions such as 1d or 5d, came "${text}"`);
  return Number(match[1]);
}
