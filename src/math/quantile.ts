/**
 * Type 7 quantile of an ascending array: q(p) = x_⌊h⌋ + (h − ⌊h⌋)(x_⌊h⌋₊₁ − x_⌊h⌋), h = (n − 1)p, indices from 0.
 * Symbols: x any unit, ascending, no NaN; p a probability in [0, 1]; the result has the unit of x.
 * NaN policy: NaN when the array is empty or p is NaN.
 * @throws RangeError when p is outside [0, 1]
 * @see Hyndman & Fan (1996), Sample quantiles in statistical packages, The American Statistician 50(4), definition 7
 */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number): number {
  if (p < 0 || p > 1) throw new RangeError(`p must be a probability in [0, 1], came ${p}`);
  if (sorted.length === 0 || Number.isNaN(p)) return Number.NaN;
  const at = p * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  const share = at - below;
  if (share === 0 || low === high) return low;
  const range = high - low;
  return Number.isFinite(range) ? low + share * range : (1 - share) * low + share * high;
}

/**
 * Type 7 quantile of `values[from…to)` in any order; the input is not changed.
 * NaN policy: NaN when the range is empty or holds a NaN.
 * @throws RangeError when p is outside [0, 1]
 * @see quantileOfSorted
 */
export function quantile(values: Float64Array, p: number, from = 0, to: number = values.length): number {
  return quantiles(values, [p], from, to)[0]!;
}

/**
 * Type 7 quantiles of `values[from…to)` at each of `probabilities`, with one sort; the input is not changed.
 * NaN policy: all NaN when the range is empty or holds a NaN.
 * @throws RangeError when a probability is outside [0, 1]
 * @see quantileOfSorted
 */
export function quantiles(
  values: Float64Array,
  probabilities: readonly number[],
  from = 0,
  to: number = values.length,
): Float64Array {
  const sorted = values.slice(from, to).sort();
  // A typed array sorts NaN to its end.
  const missing = Number.isNaN(sorted[sorted.length - 1] ?? Number.NaN);
  return Float64Array.from(probabilities, (p) => quantileOfSorted(missing ? [] : sorted, p));
}
