import { checkSameLength } from '../../math/arguments.ts';

/** Dates of the rows (epoch days), and the longest step between two complete rows that a lag may cross. */
export interface GapRule {
  readonly dates: Int32Array;
  readonly maxGapDays: number;
}

/** The rows in which every series has a finite value. */
export interface CompleteRows {
  /** Their numbers, ascending. */
  readonly at: Int32Array;
  /** How many complete rows stand before each without a step longer than the rule allows. */
  readonly run: Int32Array;
}

/**
 * Complete rows of `columns` (N series of T values) in `from…to)`: missing rows go before anything is lagged, and a lag never crosses a step
 * of more than `maxGapDays` calendar days; without a rule no step is too long. NaN and infinite values are missing.
 * @throws RangeError when the columns or the dates differ in length.
 */
export function completeRows(
  columns: readonly Float64Array[],
  gap?: GapRule,
  from = 0,
  to: number = columns[0]?.length ?? 0,
): CompleteRows {
  for (const column of columns) checkSameLength('series', column, columns[0]!);
  if (gap && columns[0]) checkSameLength('dates and series', gap.dates, columns[0]);
  const at: number[] = [];
  const run: number[] = [];
  for (let t = from; t < to; t++) {
    if (!isComplete(columns, t)) continue;
    const k = at.length;
    const follows = k > 0 && !(gap && gap.dates[t]! - gap.dates[at[k - 1]!]! > gap.maxGapDays);
    at.push(t);
    run.push(follows ? run[k - 1]! + 1 : 0);
  }
  return { at: Int32Array.from(at), run: Int32Array.from(run) };
}

/** True when every series has a finite value in row t. */
export function isComplete(columns: readonly Float64Array[], t: number): boolean {
  for (const column of columns) if (!Number.isFinite(column[t]!)) return false;
  return true;
}
