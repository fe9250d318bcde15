/** Arithmetic mean of `values[from…to)`. NaN when the range is empty or holds a NaN. */
export function mean(values: Float64Array, from = 0, to: number = values.length): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i]!;
  return sum / (to - from);
}

/**
 * Unbiased standard deviation of `values[from…to)`: sqrt(Σ(x − x̄)² / (n − 1)), two passes.
 * NaN when n < 2 or the range holds a NaN; 0 for a constant range.
 */
export function standardDeviation(values: Float64Array, from = 0, to: number = values.length): number {
  const n = to - from;
  if (n < 2) return Number.NaN;
  return Math.sqrt(squaredDeviations(values, from, to) / (n - 1));
}

/** Σ(x − x̄)² of `values[from…to)`; exactly 0 when all values are the same. */
export function squaredDeviations(values: Float64Array, from: number, to: number): number {
  const centre = mean(values, from, to);
  let sum = 0;
  let constant = true;
  for (let i = from; i < to; i++) {
    const d = values[i]! - centre;
    sum += d * d;
    constant &&= values[i] === values[from];
  }
  return constant ? 0 : sum;
}
