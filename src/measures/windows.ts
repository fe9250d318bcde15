import { mean, standardDeviation } from '../math/moments.ts';
import { checkWindow } from '../math/rolling.ts';
import { leastComplete, varies } from '../math/rolling-covariance.ts';
import { valuesAt } from '../math/values-at.ts';

/**
 * A statistic of the complete rows of each rolling window: out_t = f(rows t−w+1 … t that every column has).
 *
 * `columns` N of n rows each. NaN on the first w−1 rows, where row t itself has a hole, and where a window with holes keeps fewer than
 * max(30, 2N) complete rows. Row t uses rows ≤ t only.
 * @throws RangeError when the window is not a whole number ≥ 1.
 */
export function overWindows(
  columns: readonly Float64Array[],
  window: number,
  statistic: (rows: readonly Float64Array[]) => number,
): Float64Array {
  const out = new Float64Array(columns[0]?.length ?? 0).fill(Number.NaN);
  eachWindow(columns, window, (t, rows) => {
    if (rows) out[t] = statistic(rows);
  });
  return out;
}

/**
 * A statistic of each rolling window with its holes in place, for statistics of neighbouring rows: out_t = f(rows t−w+1 … t).
 *
 * `columns` N of n rows each. NaN on the first w−1 rows and where row t itself has a hole. Row t uses rows ≤ t only.
 * @throws RangeError when the window is not a whole number ≥ 1.
 */
export function overOrderedWindows(
  columns: readonly Float64Array[],
  window: number,
  statistic: (rows: readonly Float64Array[]) => number,
): Float64Array {
  checkWindow(window);
  const out = new Float64Array(columns[0]?.length ?? 0).fill(Number.NaN);
  for (let t = window - 1; t < out.length; t++) {
    if (isComplete(columns, t)) out[t] = statistic(columns.map((c) => c.subarray(t - window + 1, t + 1)));
  }
  return out;
}

/** Visits each row from w − 1 on with the complete rows of its window, or null; see `overWindows`. */
export function eachWindow(
  columns: readonly Float64Array[],
  window: number,
  visit: (t: number, rows: readonly Float64Array[] | null) => void,
): void {
  checkWindow(window);
  const rows = columns[0]?.length ?? 0;
  let lastBad = -1;
  for (let t = 0; t < rows; t++) {
    if (!isComplete(columns, t)) lastBad = t;
    if (t < window - 1) continue;
    if (t === lastBad) visit(t, null);
    else if (t - lastBad >= window)
      visit(
        t,
        columns.map((column) => column.subarray(t - window + 1, t + 1)),
      );
    else visit(t, enough(completeRowsOf(columns, t - window + 1, t + 1)));
  }
}

/** The rows `from…to)` in which every column is finite, column by column. */
export function completeRowsOf(
  columns: readonly Float64Array[],
  from = 0,
  to: number = columns[0]?.length ?? 0,
): Float64Array[] {
  const kept: number[] = [];
  for (let t = from; t < to; t++) if (isComplete(columns, t)) kept.push(t);
  return columns.map((column) => valuesAt(column, kept));
}

export function isComplete(columns: readonly Float64Array[], t: number): boolean {
  for (const column of columns) if (!Number.isFinite(column[t]!)) return false;
  return true;
}

function enough(rows: Float64Array[]): Float64Array[] | null {
  return (rows[0]?.length ?? 0) >= leastComplete(rows.length) ? rows : null;
}

/** Why a window has no value. */
export type Absence = 'insufficient_data' | 'constant_series' | 'singular_covariance';

/**
 * Why row `t` of a rolling measure of dependence has no value: too few complete rows in its window, or a column that does not vary in it.
 * Undefined when neither holds.
 */
export function absenceAt(columns: readonly Float64Array[], window: number, t: number): Absence | undefined {
  const from = t - window + 1;
  if (from < 0 || columns.length === 0 || !isComplete(columns, t)) return 'insufficient_data';
  const rows = completeRowsOf(columns, from, t + 1);
  const n = rows[0]!.length;
  if (n < 2 || (n < window && n < leastComplete(rows.length))) return 'insufficient_data';
  return rows.some((column) => !variesIn(column)) ? 'constant_series' : undefined;
}

/** True when the variance of the values is above 1e-20·max(1, mean²). */
export function variesIn(values: Float64Array): boolean {
  return varies(standardDeviation(values) ** 2, mean(values));
}

/** First row by which every column has held two different values, or the number of rows: before it nothing can be said of how they move. */
export function firstVaried(columns: readonly Float64Array[]): number {
  return columns.reduce((latest, column) => {
    const first = column.findIndex((x) => !Number.isNaN(x));
    const other = column.findIndex((x, t) => t > first && !Number.isNaN(x) && x !== column[first]);
    return Math.max(latest, first < 0 || other < 0 ? column.length : other);
  }, 0);
}
