import { columnMeans, sampleCovariance } from '../math/covariance.ts';
import { normalQuantile } from '../math/distributions.ts';
import { checkMatrix } from '../math/matrix.ts';
import { quantile } from '../math/quantile.ts';

/** A risk figure and what each position adds to it; the parts sum to the total. Positive = loss. */
export interface ComponentRisk {
  readonly total: number;
  readonly components: Float64Array;
}

export interface GaussianComponents extends ComponentRisk {
  /** σ_p of the book. */
  readonly sigma: number;
}

/**
 * Euler parts of the Gaussian VaR of a book: VaR_i = −w_i μ_i − z_α w_i (Σw)_i / σ_p, Σ the sample covariance (ddof 1); their sum is the VaR.
 *
 * `returns` T×N row-major, `weights` w N values (shares of wealth or amounts).
 * NaN policy: NaN in, NaN out. NaN when the book does not vary.
 * @throws RangeError when a size disagrees or α is outside (0, 1).
 * @see McNeil, Frey & Embrechts (2015), § 8.5.1; Tasche (1999), Risk contributions and performance measurement
 */
export function gaussianComponents(
  returns: Float64Array,
  weights: Float64Array,
  alpha: number,
): GaussianComponents {
  const { T, N } = checkBook(returns, weights, alpha);
  const mu = columnMeans(returns, T, N);
  const Sigma = sampleCovariance(returns, T, N);
  const exposure = weights.map((_, i) => weights.reduce((sum, w, j) => sum + Sigma[i * N + j]! * w, 0));
  const sigma = Math.sqrt(weights.reduce((sum, w, i) => sum + w * exposure[i]!, 0));
  const z = normalQuantile(alpha);
  const components = weights.map((w, i) => -w * mu[i]! - (z * w * exposure[i]!) / sigma);
  return { total: sumOf(components), components, sigma };
}

export interface HistoricalComponents extends ComponentRisk {
  /** Minus the type 7 α-quantile of the book's returns. */
  readonly var: number;
  /** Rows in the tail. */
  readonly tailRows: number;
}

/**
 * Euler parts of the historical expected shortfall of a book: ES_i = −mean of w_i x_i over the rows whose book return is at or below its type 7
 * α-quantile; their sum is the shortfall. Otherwise as `gaussianComponents`.
 */
export function historicalComponents(
  returns: Float64Array,
  weights: Float64Array,
  alpha: number,
): HistoricalComponents {
  const { T, N } = checkBook(returns, weights, alpha);
  const book = new Float64Array(T);
  for (let t = 0; t < T; t++) for (let i = 0; i < N; i++) book[t]! += weights[i]! * returns[t * N + i]!;
  const q = quantile(book, alpha);
  const tail = Array.from(book.keys()).filter((t) => book[t]! <= q);
  const components = weights.map(
    (w, i) => -tail.reduce((sum, t) => sum + w * returns[t * N + i]!, 0) / tail.length,
  );
  return { total: sumOf(components), components, var: -q, tailRows: tail.length };
}

function sumOf(values: Float64Array): number {
  return values.reduce((a, b) => a + b, 0);
}

function checkBook(returns: Float64Array, weights: Float64Array, alpha: number) {
  const N = weights.length;
  checkMatrix(returns, returns.length / N, N);
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha must lie in (0, 1), came ${alpha}`);
  return { T: returns.length / N, N };
}
