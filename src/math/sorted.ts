/** Count of the first `n` values of an ascending array that are < x. NaN is not allowed. */
export function countBelow(sorted: ArrayLike<number>, x: number, n: number = sorted.length): number {
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Count of the first `n` values of an ascending array that are ≤ x. NaN is not allowed. */
export function countAtMost(sorted: ArrayLike<number>, x: number, n: number = sorted.length): number {
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts x among the first `n` values of an ascending array that has room for one more, after its equals; the count of values ≤ x, x counted. */
export function insertSorted(sorted: Float64Array, n: number, x: number): number {
  const at = countAtMost(sorted, x, n);
  sorted.copyWithin(at + 1, at, n);
  sorted[at] = x;
  return at + 1;
}
