import { cholesky } from './cholesky.ts';
import { sampleCovariance } from './covariance.ts';
import { ledoitWolf } from './ledoit-wolf.ts';

export interface RegularisedCovariance {
  /** n×n row-major. */
  readonly covariance: Float64Array;
  /** Its Cholesky factor, n×n lower row-major. */
  readonly factor: Float64Array;
  /** True when the sample covariance was singular and its shrunk form stands in. */
  readonly regularised: boolean;
}

/**
 * Sample covariance with its Cholesky factor, or where that is singular (relative pivot 1e-12: T ≤ n, duplicates) the covariance of
 * Ledoit & Wolf, flagged. X T×n row-major, `ddof` for the sample covariance only. Undefined when X is not finite, T ≤ ddof, or even
 * the shrunk matrix is singular (every column constant, one observation).
 * @throws RangeError when the length is not T·n.
 */
export function regularisedCovariance(
  x: Float64Array,
  T: number,
  n: number,
  ddof = 1,
): RegularisedCovariance | undefined {
  const covariance = sampleCovariance(x, T, n, ddof);
  if (Number.isNaN(covariance[0]!)) return undefined;
  // Rounding can hide from the pivots that T ≤ n rows have no inverse.
  const factor = T > n ? cholesky(covariance, n) : undefined;
  if (factor) return { covariance, factor, regularised: false };
  const shrunk = ledoitWolf(x, T, n).covariance;
  const shrunkFactor = cholesky(shrunk, n);
  return shrunkFactor && { covariance: shrunk, factor: shrunkFactor, regularised: true };
}
