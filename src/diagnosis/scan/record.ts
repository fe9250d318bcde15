import type { EpochDay } from '../../data/time.ts';

export type Direction = 'fall' | 'rise';

export interface FoundRecord {
  readonly direction: Direction;
  /** Last date before with a more extreme value; null when there is none in the history. */
  readonly since: EpochDay | null;
  /** First date with a value: where the history begins. */
  readonly from: EpochDay;
  /** 1 for the most extreme of the `of` values known by then. */
  readonly rank: number;
  readonly of: number;
}

/**
 * The record finder: "largest since". Looks back from row `at` for a value more extreme in the direction: strictly lower for a fall,
 * strictly higher for a rise, so that an equal value does not end a record. Works on levels, changes, n-day sums and signed streaks.
 * Rows after `at` are not read. NaN values are skipped; undefined when the value at `at` is NaN.
 * @throws RangeError when `at` is not a row.
 */
export function findRecord(
  values: Float64Array,
  dates: Int32Array,
  at: number,
  direction: Direction,
): FoundRecord | undefined {
  if (!(at >= 0 && at < values.length)) {
    throw new RangeError(`row must lie in 0…${values.length - 1}, came ${at}`);
  }
  const value = values[at]!;
  if (Number.isNaN(value)) return undefined;
  const sign = direction === 'fall' ? 1 : -1;
  let [since, first, more, n] = [-1, at, 0, 0];
  for (let row = at; row >= 0; row--) {
    const other = values[row]!;
    if (Number.isNaN(other)) continue;
    n++;
    first = row;
    if (sign * other >= sign * value) continue;
    more++;
    if (since < 0) since = row;
  }
  return { direction, since: since < 0 ? null : dates[since]!, from: dates[first]!, rank: more + 1, of: n };
}

/**
 * Signed length of the run of changes of one sign that ends in each row: +3 for the third rise in a row, −2 for the second fall.
 * 0 for no change; NaN where the change is NaN, and a run does not reach across it.
 */
export function streaks(changes: Float64Array): Float64Array {
  let length = 0;
  return changes.map((change) => {
    const sign = Math.sign(change);
    if (!(sign > 0 || sign < 0)) length = 0;
    else length = Math.sign(length) === sign ? length + sign : sign;
    return Number.isNaN(change) ? Number.NaN : length;
  });
}
