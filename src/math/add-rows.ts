/**
 * out[to + j] += Σ_{k<count} factors[at + k] · source[from + k·stride + j], j < length: a row plus a combination of rows.
 * `out` and `source` may be one array when the ranges do not meet. Nothing is checked: this is the inside of hot loops.
 */
export function addRows(
  out: Float64Array,
  to: number,
  length: number,
  source: Float64Array,
  from: number,
  stride: number,
  factors: Float64Array,
  at: number,
  count: number,
): void {
  let k = 0;
  // Four rows at a time: each value of the sum is loaded and stored a quarter as often.
  for (; k + 4 <= count; k += 4) {
    const a = factors[at + k]!;
    const b = factors[at + k + 1]!;
    const c = factors[at + k + 2]!;
    const d = factors[at + k + 3]!;
    const first = from + k * stride;
    const second = first + stride;
    const third = second + stride;
    const fourth = third + stride;
    for (let j = 0; j < length; j++) {
      out[to + j]! +=
        a * source[first + j]! + b * source[second + j]! + c * source[third + j]! + d * source[fourth + j]!;
    }
  }
  for (; k < count; k++) {
    const factor = factors[at + k]!;
    const row = from + k * stride;
    for (let j = 0; j < length; j++) out[to + j]! += factor * source[row + j]!;
  }
}
