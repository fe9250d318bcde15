import { choleskyFromLdl, ldlFromCholesky, scoreAndUpdate } from './ldl-rank-one.ts';

/**
 * Squared Mahalanobis distance of every row from 0 against an exponentially weighted covariance known before the row.
 *
 * d_t = x_tᵀ S_{t−1}⁻¹ x_t, S_t = λ S_{t−1} + (1 − λ) x_t x_tᵀ
 *
 * `factor` L n×n lower row-major, S_0 = L Lᵀ, is moved on to S_T in place; `x` T×n row-major; λ in (0, 1). NaN from a row with a NaN on.
 * @returns T distances.
 * @throws RangeError when a length disagrees with n or λ is outside (0, 1).
 * @see J.P. Morgan (1996), RiskMetrics, chapter 5; `scoreAndUpdate`, a rank-one update of L D Lᵀ.
 */
export function ewmaMahalanobis(
  factor: Float64Array,
  n: number,
  x: Float64Array,
  lambda: number,
): Float64Array {
  checkEwma(factor, n, x, lambda);
  const out = new Float64Array(x.length / n);
  const ldl = ldlFromCholesky(factor, n);
  for (let t = 0; t < out.length; t++) {
    out[t] = scoreAndUpdate(ldl, x.slice(t * n, t * n + n), lambda, 1 - lambda);
  }
  choleskyFromLdl(ldl, factor);
  return out;
}

export function checkEwma(factor: Float64Array, n: number, x: Float64Array, lambda: number): void {
  if (!(lambda > 0 && lambda < 1)) throw new RangeError(`λ must lie in (0, 1), came ${lambda}`);
  if (!Number.isInteger(n) || n < 1 || factor.length !== n * n || x.length % n !== 0) {
    throw new RangeError(
      `factor must be n×n and x T×n with n = ${n}, came ${factor.length} and ${x.length} values`,
    );
  }
}
