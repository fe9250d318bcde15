/** Consecutive days on which a series keeps its sign. */
export interface Run {
  /** First and last row. */
  readonly from: number;
  readonly to: number;
  readonly sign: -1 | 0 | 1;
  /** Most extreme value in the direction of the sign, and its row. */
  readonly extreme: number;
  readonly extremeRow: number;
  /** Sum of the values. */
  readonly area: number;
}

/** Runs of one sign in time order; 0 is a sign of its own, and a day without a row ends a run. `dates` ascending, `values` without NaN. */
export function signRuns(dates: Int32Array, values: Float64Array): Run[] {
  const runs: Run[] = [];
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    const sign = Math.sign(value) as Run['sign'];
    const before = runs.at(-1);
    if (before && before.sign === sign && dates[row] === dates[row - 1]! + 1) {
      const further = Math.abs(value) > Math.abs(before.extreme);
      runs[runs.length - 1] = {
        ...before,
        to: row,
        area: before.area + value,
        ...(further ? { extreme: value, extremeRow: row } : {}),
      };
    } else {
      runs.push({ from: row, to: row, sign, extreme: value, extremeRow: row, area: value });
    }
  }
  return runs;
}

/** Latest earlier row whose value is at or below that of `row`; −1 when there is none. */
export function lastAsLow(values: Float64Array, row: number): number {
  for (let t = row - 1; t >= 0; t--) if (values[t]! <= values[row]!) return t;
  return -1;
}
