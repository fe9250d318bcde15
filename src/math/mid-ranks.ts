import { countAtMost, countBelow } from './sorted.ts';

/**
 * Ranks 1 … n in ascending order, ties sharing the mean of their ranks: R = (#{x < x_i} + #{x ≤ x_i} + 1) / 2. Exact.
 * NaN policy: all NaN when a value is NaN. The input is not changed.
 * @see Kendall (1945), The treatment of ties in ranking problems, Biometrika 33(3).
 */
export function midRanks(values: Float64Array): Float64Array {
  const n = values.length;
  const out = new Float64Array(n);
  const sorted = values.slice().sort();
  // NaN sorts last.
  if (n > 0 && Number.isNaN(sorted[n - 1]!)) return out.fill(Number.NaN);
  for (let i = 0; i < n; i++) {
    const x = values[i]!;
    out[i] = (countBelow(sorted, x) + countAtMost(sorted, x) + 1) / 2;
  }
  return out;
}

/** Indices of the values in ascending order, equal values in the order they came. NaN is not allowed. */
export function ascendingOrder(values: ArrayLike<number>): Uint32Array {
  return Uint32Array.from({ length: values.length }, (_, i) => i).sort(
    (i, j) => values[i]! - values[j]! || i - j,
  );
}
