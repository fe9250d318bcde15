/**
 * What is left of `total` after `parts`, such that adding the parts from left to right and then the residual gives `total` to the last
 * bit wherever a double can do so. NaN when anything is NaN.
 */
export function exactResidual(total: number, parts: readonly number[]): number {
  const sum = parts.reduce((a, b) => a + b, 0);
  let residual = total - sum;
  for (let round = 0; round < 4 && sum + residual !== total; round++) residual += total - (sum + residual);
  return residual;
}
