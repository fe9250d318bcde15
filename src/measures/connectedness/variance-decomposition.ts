import { checkWhole } from '../../math/arguments.ts';
import { cholesky } from '../../math/cholesky.ts';
import { checkMatrix, multiply } from '../../math/matrix.ts';

/**
 * Moving-average coefficients Ψ_0 = I, Ψ_h = Σ_{j=1}^{min(h,p)} A_j Ψ_{h−j} of a vector autoregression: terms×N×N, Ψ_0 first.
 * `coefficients` A_1 … A_p, p×N×N. NaN and infinity propagate.
 * @throws RangeError when `terms` is no whole number ≥ 1 or the length is not p·N².
 * @see Lütkepohl (2005), eq. 2.1.22.
 */
export function woldCoefficients(
  coefficients: Float64Array,
  n: number,
  lag: number,
  terms: number,
): Float64Array {
  checkWhole('terms', terms, 1);
  checkMatrix(coefficients, lag * n, n);
  const size = n * n;
  const psi = new Float64Array(terms * size);
  for (let i = 0; i < n; i++) psi[i * n + i] = 1;
  for (let h = 1; h < terms; h++) {
    const into = psi.subarray(h * size, (h + 1) * size);
    for (let j = 1; j <= Math.min(h, lag); j++) {
      const a = coefficients.subarray((j - 1) * size, j * size);
      const product = multiply(a, psi.subarray((h - j) * size, (h - j + 1) * size), n, n, n);
      for (let k = 0; k < size; k++) into[k]! += product[k]!;
    }
  }
  return psi;
}

/**
 * Generalised forecast-error variance decomposition, before rows are normalised.
 *
 * θ_ij(H) = σ_jj⁻¹ Σ_{h=0}^{H−1} (e_i'Ψ_h Σ e_j)² / Σ_{h=0}^{H−1} e_i'Ψ_h Σ Ψ_h' e_i
 *
 * `wold` Ψ_0 … Ψ_{H−1} (H×N×N), `sigma` Σ N×N; θ N×N row-major: the share of the H-step error variance of series i that a shock to series j
 * explains, shocks correlated as they are, so that rows need not sum to 1 and no order of the series matters. NaN where a variance is 0.
 * @see Koop, Pesaran & Potter (1996), J. Econometrics 74; Pesaran & Shin (1998), Economics Letters 58, eq. 10; Diebold & Yilmaz (2012), eq. 2.
 */
export function generalisedDecomposition(wold: Float64Array, sigma: Float64Array, n: number): Float64Array {
  const weights = Float64Array.from({ length: n }, (_, j) => 1 / sigma[j * n + j]!);
  return decomposition(wold, sigma, n, sigma, weights);
}

/**
 * Orthogonalised decomposition by the Cholesky factor P of Σ = PP', for replication only: it depends on the order of the series.
 *
 * θ_ij(H) = Σ_{h<H} (e_i'Ψ_h P e_j)² / Σ_{h<H} e_i'Ψ_h Σ Ψ_h' e_i; rows sum to 1. Undefined when Σ is not positive definite.
 * @see Diebold & Yilmaz (2009), Economic Journal 119, section 1.
 */
export function orthogonalisedDecomposition(
  wold: Float64Array,
  sigma: Float64Array,
  n: number,
): Float64Array | undefined {
  const factor = cholesky(sigma, n);
  return factor && decomposition(wold, sigma, n, factor, new Float64Array(n).fill(1));
}

/** θ̃_ij = θ_ij / Σ_j θ_ij: every row sums to 1. @see Diebold & Yilmaz (2012), International Journal of Forecasting 28, eq. 3. */
export function normaliseRows(theta: Float64Array, n: number): Float64Array {
  const out = Float64Array.from(theta);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += theta[i * n + j]!;
    for (let j = 0; j < n; j++) out[i * n + j]! /= sum;
  }
  return out;
}

function decomposition(
  wold: Float64Array,
  sigma: Float64Array,
  n: number,
  impact: Float64Array,
  weights: Float64Array,
): Float64Array {
  checkMatrix(sigma, n, n);
  const size = n * n;
  const explained = new Float64Array(size);
  const variance = new Float64Array(n);
  for (let from = 0; from < wold.length; from += size) {
    const psi = wold.subarray(from, from + size);
    const response = multiply(psi, impact, n, n, n);
    const spread = multiply(psi, sigma, n, n, n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        explained[i * n + j]! += response[i * n + j]! ** 2;
        variance[i]! += spread[i * n + j]! * psi[i * n + j]!;
      }
    }
  }
  return explained.map((value, at) => (value * weights[at % n]!) / variance[Math.floor(at / n)]!);
}
