import { cholesky } from '../math/cholesky.ts';
import type { VectorAutoregression } from './connectedness/vector-autoregression.ts';

/** A vector autoregression without the sample it was fitted to. */
export type Coefficients = Pick<VectorAutoregression, 'n' | 'lag' | 'intercept' | 'coefficients' | 'sigma'>;

/**
 * Historical decomposition of one variable: how much of its value in every row each shock has made.
 *
 * y_i,t = Σ_j h_ij,t + b_i,t; h_j,t = A_1 h_j,t−1 + … + A_p h_j,t−p + P_·j u_j,t, h = 0 in the first p rows; u_t = P⁻¹ e_t, e_t = y_t − c −
 * A_1 y_t−1 − … − A_p y_t−p, Σ = P P′ with P lower triangular: in the same row a series is moved by those before it and not by those after.
 *
 * `columns` N series of T values without gaps, in the order of the shocks; the result N arrays of T values, one a shock; what they leave of
 * y_i is the base b_i: constant and first rows. Undefined when Σ is not positive definite. NaN propagates.
 * @throws RangeError when there are not N columns or i is none of them.
 * @see Kilian & Lütkepohl (2017), Structural Vector Autoregressive Analysis, section 4.3; Sims (1980), Econometrica 48, for the ordering.
 */
export function historicalDecomposition(
  columns: readonly Float64Array[],
  model: Coefficients,
  i: number,
): readonly Float64Array[] | undefined {
  const { n, sigma } = model;
  if (columns.length !== n || !(i >= 0 && i < n)) {
    throw new RangeError(
      `the decomposition needs ${n} series and one of them, came ${columns.length} and ${i}`,
    );
  }
  const p = cholesky(sigma, n);
  if (!p) return undefined;
  const shocks = shocksOf(columns, model, p);
  return shocks.map((u, j) => partOf(u, j, p, model)[i]!);
}

/** u_t = P⁻¹ e_t: N arrays of T values, 0 in the first rows. */
function shocksOf(columns: readonly Float64Array[], model: Coefficients, p: Float64Array): Float64Array[] {
  const { n, lag, intercept, coefficients } = model;
  const rows = columns[0]!.length;
  const out = columns.map(() => new Float64Array(rows));
  for (let t = lag; t < rows; t++) {
    for (let i = 0; i < n; i++) {
      let error = columns[i]![t]! - intercept[i]!;
      for (let l = 1; l <= lag; l++) {
        for (let k = 0; k < n; k++) error -= coefficients[((l - 1) * n + i) * n + k]! * columns[k]![t - l]!;
      }
      for (let k = 0; k < i; k++) error -= p[i * n + k]! * out[k]![t]!;
      out[i]![t] = error / p[i * n + i]!;
    }
  }
  return out;
}

/** What the shocks of series j alone make of every series. */
function partOf(u: Float64Array, j: number, p: Float64Array, { n, lag, coefficients }: Coefficients) {
  const out = Array.from({ length: n }, () => new Float64Array(u.length));
  for (let t = lag; t < u.length; t++) {
    for (let i = 0; i < n; i++) {
      let value = p[i * n + j]! * u[t]!;
      for (let l = 1; l <= lag; l++) {
        for (let k = 0; k < n; k++) value += coefficients[((l - 1) * n + i) * n + k]! * out[k]![t - l]!;
      }
      out[i]![t] = value;
    }
  }
  return out;
}
