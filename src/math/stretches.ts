/** Rows from…to) whose windows are all free of holes (`whole`), or all not, in order from row w − 1 on; a hole is a value that is not finite. */
export function eachStretch(
  columns: readonly Float64Array[],
  window: number,
  act: (from: number, to: number, whole: boolean) => void,
): void {
  const T = columns[0]?.length ?? 0;
  const bad = new Uint8Array(T);
  for (const column of columns) {
    // Zero times a sum is not 0 where a value is not finite: most columns need no look at each value.
    let check = 0;
    let k = 0;
    for (; k + 4 <= T; k += 4) check += (column[k]! + column[k + 1]! + column[k + 2]! + column[k + 3]!) * 0;
    for (; k < T; k++) check += column[k]! * 0;
    if (check !== 0) for (let t = 0; t < T; t++) if (!Number.isFinite(column[t]!)) bad[t] = 1;
  }
  let lastBad = -1;
  let from = window - 1;
  let before = false;
  for (let t = 0; t < T; t++) {
    if (bad[t] === 1) lastBad = t;
    if (t < window - 1) continue;
    const whole = t - lastBad >= window;
    if (t > from && whole !== before) {
      act(from, t, before);
      from = t;
    }
    before = whole;
  }
  if (from < T) act(from, T, before);
}
