/** What happened at the levels of a grid: multiples of `step` moved up by `shift` steps. */
export interface LevelBreaks {
  /** Rows that closed below a level that the close before was at or above. */
  readonly rows: readonly number[];
  /** The lowest level that each of them broke. */
  readonly levels: readonly number[];
  /** Rows whose low reached a level that the close before and the close were at or above. */
  readonly held: number;
}

/**
 * Breaks of the levels (j + shift)·step from above, row by row, and the touches that held.
 *
 * `close` and `low` T values of one unit; rows whose close before lies under `from` are left out, since there the grid is coarse.
 * NaN policy: a row with a hole in its close, its low or the close before is neither a break nor a touch.
 * @throws RangeError when the lengths differ, step is not above 0 or shift is outside [0, 1).
 * @see Osler (2003), Journal of Finance 58(5), 1791–1819 (stop-loss and take-profit orders cluster at round numbers)
 */
export function levelBreaks(
  close: Float64Array,
  low: Float64Array,
  step: number,
  shift: number,
  from = 0,
): LevelBreaks {
  if (close.length !== low.length)
    throw new RangeError(`close and low must have one length, came ${close.length} and ${low.length}`);
  if (!(step > 0)) throw new RangeError(`step must be above 0, came ${step}`);
  if (!(shift >= 0 && shift < 1)) throw new RangeError(`shift must be in [0, 1), came ${shift}`);
  const [rows, levels]: [number[], number[]] = [[], []];
  let held = 0;
  const rungOf = (price: number) => Math.floor(price / step - shift);
  for (let t = 1; t < close.length; t++) {
    const [before, now, least] = [close[t - 1]!, close[t]!, low[t]!];
    if (!(before >= from) || !Number.isFinite(now + least)) continue;
    const [rung, to] = [rungOf(before), rungOf(now)];
    if (to < rung) {
      rows.push(t);
      levels.push((to + 1 + shift) * step);
    } else if (to === rung && rungOf(Math.min(least, now)) < rung) held++;
  }
  return { rows, levels, held };
}
