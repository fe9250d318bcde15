/**
 * Holm's adjusted p-values: each is to be compared with the level that all of them together shall keep.
 *
 * p̃_(i) = max_{j ≤ i} min(1, (m − j + 1) p_(j)), p_(1) ≤ … ≤ p_(m); valid whatever the dependence
 *
 * `p` m values in [0, 1]; the result in the same order. NaN policy: a NaN stays NaN and is not counted in m.
 * @throws RangeError when a value is outside [0, 1].
 * @see Holm (1979), A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6(2)
 */
export function holm(p: readonly number[]): number[] {
  const odd = p.find((value) => value < 0 || value > 1);
  if (odd !== undefined) throw new RangeError(`p must be in [0, 1], came ${odd}`);
  const order = [...p.keys()].filter((i) => !Number.isNaN(p[i]!)).sort((i, j) => p[i]! - p[j]! || i - j);
  const out = p.map(() => Number.NaN);
  let most = 0;
  for (const [rank, i] of order.entries()) {
    most = Math.max(most, Math.min(1, (order.length - rank) * p[i]!));
    out[i] = most;
  }
  return out;
}
