import { cholesky } from '../../math/cholesky.ts';

/**
 * Lower triangle that makes independent draws correlated, row-major n×n. A matrix of correlations estimated pair by pair need not be
 * positive definite; it is then blended toward independence, C′ = (1 − s)·C + s·1, with the least s of 0, 0.01, 0.02 … that is.
 * @throws RangeError when the matrix is not symmetric with ones on its diagonal.
 */
export function outerFactor(correlation: readonly (readonly number[])[]): Float64Array {
  const n = correlation.length;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const value = correlation[i]![j]!;
      if (value !== correlation[j]![i]! || (i === j && value !== 1)) {
        throw new RangeError(
          `correlation must be symmetric with ones on its diagonal, came ${value} at ${i}, ${j}`,
        );
      }
    }
  }
  for (let s = 0; s < 100; s++) {
    const blend = s / 100;
    const matrix = Float64Array.from(correlation.flat(), (value, k) =>
      k % (n + 1) === 0 ? 1 : (1 - blend) * value,
    );
    const factor = cholesky(matrix, n);
    if (factor) return factor;
  }
  throw new RangeError('correlation: no factor found');
}
