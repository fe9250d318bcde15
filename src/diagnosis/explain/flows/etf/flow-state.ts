/** Same-sided flows up to the latest. */
export interface Streak {
  readonly sessions: number;
  /** First row of the streak. */
  readonly from: number;
  readonly sum: number;
}

/** Length and sum of the run of flows with the sign of the last one; a flow of 0 is no run. */
export function streakOf(flows: Float64Array): Streak {
  const last = flows.length - 1;
  const sign = Math.sign(flows[last] ?? 0);
  let [from, sum] = [last + 1, 0];
  while (sign !== 0 && from > 0 && Math.sign(flows[from - 1]!) === sign) sum += flows[--from]!;
  return { sessions: last + 1 - from, from, sum };
}

/** Whether the flow of row t has the other sign than the row before. */
export function reverses(flows: Float64Array, t: number): boolean {
  return t > 0 && flows[t - 1]! * flows[t]! < 0;
}

/** Number of reversals in the rows from … to. */
export function reversalsIn(flows: Float64Array, from: number, to: number): number {
  let count = 0;
  for (let t = Math.max(1, from); t <= to; t++) if (reverses(flows, t)) count++;
  return count;
}

/**
 * Last earlier row whose value is at least as far out on the same side as that of row t; −1: none since the first row.
 * A value of 0 or NaN is on no side and gives t itself.
 */
export function largestSince(values: Float64Array, t: number): number {
  const value = values[t]!;
  if (!(Math.abs(value) > 0)) return t;
  const sign = Math.sign(value);
  for (let s = t - 1; s >= 0; s--) if (values[s]! * sign >= value * sign) return s;
  return -1;
}
