/** A rule "above 0 on n days running", as it stands on every row. */
export interface TurnRule {
  readonly n: number;
  /** Whether the last n days up to the row were all above 0; undefined in the first n − 1 rows of an unbroken stretch of days. */
  readonly on: readonly (boolean | undefined)[];
  /** Rows on which the rule comes on: on, and not on the day before. */
  readonly triggers: readonly number[];
}

/** `dates` ascending, `values` without NaN. A missing day makes the rule start again. */
export function turnRule(dates: Int32Array, values: Float64Array, n: number): TurnRule {
  const on: (boolean | undefined)[] = [];
  const triggers: number[] = [];
  let known = 0;
  let above = 0;
  for (let row = 0; row < values.length; row++) {
    if (row > 0 && dates[row] !== dates[row - 1]! + 1) [known, above] = [0, 0];
    known++;
    above = values[row]! > 0 ? above + 1 : 0;
    const now = known >= n ? above >= n : undefined;
    if (now && on[row - 1] === false) triggers.push(row);
    on.push(now);
  }
  return { n, on, triggers };
}

/** First row of the stretch in which the rule has stood as it stands on the last row. */
export function standsSince({ on }: TurnRule): number {
  let row = on.length - 1;
  while (row > 0 && on[row - 1] === on[row]) row--;
  return row;
}
