/**
 * Logarithm of a sum of exponentials of `values[from…to)` without overflow: m + ln Σ exp(x_i − m), m = max x_i.
 * −∞ for an empty range or all −∞ (a sum of zeros); +∞ when a value is +∞.
 * NaN policy: NaN when the range holds a NaN.
 */
export function logSumExp(values: ArrayLike<number>, from = 0, to: number = values.length): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = from; i < to; i++) most = Math.max(most, values[i]!);
  if (!Number.isFinite(most)) return most;
  let sum = 0;
  for (let i = from; i < to; i++) sum += Math.exp(values[i]! - most);
  return most + Math.log(sum);
}

/** ln(eᵃ + eᵇ) without overflow; −∞ is the logarithm of zero. NaN when one is NaN. */
export function logAddExp(a: number, b: number): number {
  const most = Math.max(a, b);
  if (!Number.isFinite(most)) return most;
  return most + Math.log1p(Math.exp(-Math.abs(a - b)));
}

/**
 * Shares proportional to exponentials: p_i = exp(x_i − logSumExp(x)), summing to 1 to rounding. Written into `out`, which may be `values`.
 * NaN policy: all NaN when a value is NaN or +∞, when all are −∞, and when there is none.
 */
export function softmax(
  values: Float64Array,
  out: Float64Array = new Float64Array(values.length),
): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  for (const x of values) most = Math.max(most, x);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    out[i] = Math.exp(values[i]! - most);
    sum += out[i]!;
  }
  for (let i = 0; i < values.length; i++) out[i]! /= sum;
  return out;
}
