import { checkWhole } from '../../math/arguments.ts';
import { cholesky } from '../../math/cholesky.ts';
import { PIVOT_TOLERANCE } from '../../math/matrix.ts';
import { squaredDeviations } from '../../math/moments.ts';
import { applyTransposedQ, qr, solveUpper } from '../../math/qr.ts';
import type { Absence } from './absence.ts';
import { type CompleteRows, completeRows, type GapRule } from './complete-rows.ts';

/** A fitted vector autoregression y_t = c + A_1 y_{t−1} + … + A_p y_{t−p} + e_t of N series. */
export interface VectorAutoregression {
  /** N, number of series. */
  readonly n: number;
  /** p, number of lags. */
  readonly lag: number;
  /** Rows of the regression, T − p where nothing is missing. */
  readonly rows: number;
  /** c, N values. */
  readonly intercept: Float64Array;
  /** A_1 … A_p one after another, p×N×N; A_l[i][j] is the effect of series j, l rows earlier, on series i. */
  readonly coefficients: Float64Array;
  /** e, rows×N row-major. */
  readonly residuals: Float64Array;
  /** Σ = E'E / rows (maximum likelihood), N×N row-major. */
  readonly sigma: Float64Array;
}

/** Rows y (rows×N) and regressors 1, y_{t−1}, …, y_{t−p} (rows×(1 + Np)) of a vector autoregression. */
export interface LaggedDesign {
  readonly n: number;
  readonly lag: number;
  readonly rows: number;
  readonly y: Float64Array;
  readonly x: Float64Array;
}

/**
 * Vector autoregression of order p by least squares with intercept, equation by equation, on one Householder QR.
 *
 * B = (Z'Z)⁻¹ Z'Y, z_t = (1, y_{t−1}', …, y_{t−p}')', Σ = E'E / (T − p)
 *
 * `columns` N series of T values. Rows with a missing (NaN, infinite) value are left out before lagging; `gap` keeps lags from crossing
 * long holes. 'insufficient_data' when Np + 1 ≥ rows, 'singular_covariance' when regressors or errors are linearly dependent.
 * @throws RangeError when the lag is no whole number ≥ 1, there is no series, or lengths differ.
 * @see Lütkepohl (2005), New Introduction to Multiple Time Series Analysis, eq. 3.2.10; Diebold & Yilmaz (2012), section 2.
 */
export function vectorAutoregression(
  columns: readonly Float64Array[],
  lag: number,
  gap?: GapRule,
): VectorAutoregression | Absence {
  return fitVar(laggedDesign(columns, lag, completeRows(columns, gap)));
}

/**
 * Rows of a vector autoregression of order `lag` on the complete rows whose lags are complete too.
 * @param since lags of a row before it that must be there, when more than `lag`: a sample that several orders share.
 * @throws RangeError when the lag is no whole number ≥ 1 or there is no series.
 */
export function laggedDesign(
  columns: readonly Float64Array[],
  lag: number,
  { at, run }: CompleteRows,
  since: number = lag,
): LaggedDesign {
  checkWhole('lag', lag, 1);
  const n = columns.length;
  if (n === 0) throw new RangeError('a vector autoregression needs at least 1 series, came none');
  const used = Array.from(at.keys()).filter((k) => run[k]! >= since);
  const width = 1 + n * lag;
  const y = new Float64Array(used.length * n);
  const x = new Float64Array(used.length * width);
  for (const [row, k] of used.entries()) {
    x[row * width] = 1;
    for (let j = 0; j < n; j++) {
      y[row * n + j] = columns[j]![at[k]!]!;
      for (let l = 1; l <= lag; l++) x[row * width + 1 + (l - 1) * n + j] = columns[j]![at[k - l]!]!;
    }
  }
  return { n, lag, rows: used.length, y, x };
}

/** Least squares of a lagged design; see `vectorAutoregression`. */
export function fitVar(design: LaggedDesign): VectorAutoregression | Absence {
  const { n, lag, rows, x, y } = design;
  const width = 1 + n * lag;
  if (width >= rows) return 'insufficient_data';
  const factor = qr(x, rows, width);
  if (!factor || factor.rank < width) return 'singular_covariance';
  const beta = Array.from({ length: n }, (_, i) => {
    return solveUpper(factor.r, width, applyTransposedQ(factor, columnOf(y, n, i)).subarray(0, width));
  });
  const coefficients = new Float64Array(lag * n * n);
  for (let l = 0; l < lag; l++) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) coefficients[(l * n + i) * n + j] = beta[i]![1 + l * n + j]!;
    }
  }
  const residuals = residualsOf(design, beta);
  const sigma = meanProduct(residuals, rows, n);
  if (!regular(design, sigma)) return 'singular_covariance';
  return { n, lag, rows, intercept: Float64Array.from(beta, (b) => b[0]!), coefficients, residuals, sigma };
}

/** Σ with the divisor rows − Np − 1 that R's vars reports, N×N row-major. NaN when that is not positive. */
export function unbiasedSigma({ sigma, n, lag, rows }: VectorAutoregression): Float64Array {
  const degrees = rows - n * lag - 1;
  return sigma.map((value) => (degrees > 0 ? (value * rows) / degrees : Number.NaN));
}

function residualsOf({ n, rows, x, y }: LaggedDesign, beta: readonly Float64Array[]): Float64Array {
  const width = beta[0]!.length;
  const out = new Float64Array(rows * n);
  for (let t = 0; t < rows; t++) {
    for (let i = 0; i < n; i++) {
      let value = y[t * n + i]!;
      for (let k = 0; k < width; k++) value -= beta[i]![k]! * x[t * width + k]!;
      out[t * n + i] = value;
    }
  }
  return out;
}

/** False when the regressors leave 1e-12 or less of the variance of a series, or errors are linearly dependent. */
function regular({ n, rows, y }: LaggedDesign, sigma: Float64Array): boolean {
  for (let i = 0; i < n; i++) {
    const values = columnOf(y, n, i);
    if (!(sigma[i * n + i]! * rows > PIVOT_TOLERANCE * squaredDeviations(values, 0, rows))) return false;
  }
  return cholesky(sigma, n) !== undefined;
}

/** Column i of a matrix of n columns, row-major. */
function columnOf(matrix: Float64Array, n: number, i: number): Float64Array {
  const out = new Float64Array(matrix.length / n);
  for (let t = 0, at = i; t < out.length; t++, at += n) out[t] = matrix[at]!;
  return out;
}

/** E'E / rows, symmetric. */
function meanProduct(e: Float64Array, rows: number, n: number): Float64Array {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let t = 0; t < rows; t++) sum += e[t * n + i]! * e[t * n + j]!;
      out[i * n + j] = sum / rows;
      out[j * n + i] = sum / rows;
    }
  }
  return out;
}
