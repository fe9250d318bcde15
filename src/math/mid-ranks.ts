/**
 * Ranks 1 … n in ascending order, ties sharing the mean of their ranks.
 * NaN policy: all NaN when a value is NaN. The input is not changed.
 * @see Kendall (1945), The treatment of ties in ranking problems, Biometrika 33(3).
 */
export function midRanks(values: Float64Array): Float64Array {
  const n = values.length;
  const out = new Float64Array(n);
  if (values.some(Number.isNaN)) return out.fill(Number.NaN);
  const order = ascendingOrder(values);
  for (let i = 0; i < n; ) {
    let j = i;
    while (j + 1 < n && values[order[j + 1]!] === values[order[i]!]) j++;
    const rank = (i + j) / 2 + 1;
    for (; i <= j; i++) out[order[i]!] = rank;
  }
  return out;
}

/** Indices of the values in ascending order, equal values in the order they came. NaN is not allowed. */
export function ascendingOrder(values: Float64Array): Uint32Array {
  return Uint32Array.from(values.keys()).sort((i, j) => values[i]! - values[j]! || i - j);
}
