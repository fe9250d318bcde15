import { allFinite, checkMatrix, multiply } from './matrix.ts';
import { applyTransposedQ, inverseGram, qr, solveUpper } from './qr.ts';

export interface Regression {
  /** Rows. */
  readonly T: number;
  /** Coefficients. */
  readonly k: number;
  /** k coefficients. */
  readonly beta: Float64Array;
  /** y − Xβ, T values, unweighted also for weighted least squares. */
  readonly residuals: Float64Array;
  /** Σ w_t e_t², the weights 1 for ordinary least squares. */
  readonly rss: number;
  /** 1 − rss/tss; the total is about the (weighted) mean when X has a constant column, about 0 otherwise. NaN when y does not vary. */
  readonly r2: number;
  /** T − k. */
  readonly degreesOfFreedom: number;
  /** (XᵀWX)⁻¹, k×k row-major. */
  readonly xtxInverse: Float64Array;
  /** The design as given, T×k row-major, not copied. */
  readonly x: Float64Array;
  readonly weights?: Float64Array;
}

/**
 * Ordinary least squares β = (XᵀX)⁻¹Xᵀy by Householder QR. y T values, X T×k row-major; an intercept is a column of ones in X.
 * Undefined when the columns of X are dependent (relative 1e-12), T < k, or y or X is not finite. Nothing is changed.
 * @throws RangeError when a length disagrees with T and k.
 * @see Greene (2018), Econometric Analysis, 8th ed., eq. 3-6; Golub & Van Loan (2013), algorithm 5.3.2.
 */
export function ols(y: Float64Array, x: Float64Array, T: number, k: number): Regression | undefined {
  return regress(y, x, T, k);
}

/**
 * Weighted least squares, min Σ w_t (y_t − x_tβ)²: weights T values > 0, proportional to 1/variance. Otherwise as `ols`.
 * @throws RangeError when a length disagrees with T and k, or a weight is not finite and above 0.
 */
export function wls(
  y: Float64Array,
  x: Float64Array,
  weights: Float64Array,
  T: number,
  k: number,
): Regression | undefined {
  checkMatrix(weights, T, 1);
  const odd = weights.find((weight) => !(weight > 0 && weight < Number.POSITIVE_INFINITY));
  if (odd !== undefined) throw new RangeError(`weights must be finite and above 0, came ${odd}`);
  return regress(y, x, T, k, weights);
}

/** Covariance of β under equal, uncorrelated errors: rss/(T − k)·(XᵀWX)⁻¹, k×k row-major. NaN when T = k. */
export function classical({ xtxInverse, rss, degreesOfFreedom }: Regression): Float64Array {
  const variance = degreesOfFreedom > 0 ? rss / degreesOfFreedom : Number.NaN;
  return xtxInverse.map((value) => value * variance);
}

/**
 * White's covariance of β: (XᵀX)⁻¹ (Σ e_t² x_t x_tᵀ) (XᵀX)⁻¹, k×k row-major; for weighted fits x_t and e_t times √w_t.
 * @see White (1980), Econometrica 48, 817–838, eq. 3.
 */
export function hc0(regression: Regression): Float64Array {
  return neweyWest(regression, 0);
}

/** `hc0` times T/(T − k). NaN when T = k. @see MacKinnon & White (1985), Journal of Econometrics 29, 305–325. */
export function hc1(regression: Regression): Float64Array {
  const { T, degreesOfFreedom } = regression;
  const factor = degreesOfFreedom > 0 ? T / degreesOfFreedom : Number.NaN;
  return hc0(regression).map((value) => value * factor);
}

/**
 * Newey–West covariance of β: (XᵀX)⁻¹ [Γ_0 + Σ_{l=1}^{lag} (1 − l/(lag + 1)) (Γ_l + Γ_lᵀ)] (XᵀX)⁻¹, Γ_l = Σ_t s_t s_{t−l}ᵀ, s_t = x_t e_t;
 * Bartlett kernel, no prewhitening, no small-sample factor; k×k row-major. Rows must be in time order.
 * @throws RangeError when the lag is no whole number ≥ 0.
 * @see Newey & West (1987), Econometrica 55, 703–708, eq. 5.
 */
export function neweyWest(regression: Regression, lag: number): Float64Array {
  if (!Number.isInteger(lag) || lag < 0) throw new RangeError(`lag must be a whole number ≥ 0, came ${lag}`);
  const { T, k, xtxInverse } = regression;
  const s = scores(regression);
  const meat = new Float64Array(k * k);
  for (let l = 0; l <= Math.min(lag, T - 1); l++) addAutocovariance(meat, s, T, k, l, 1 - l / (lag + 1));
  const half = multiply(xtxInverse, meat, k, k, k);
  return symmetricProduct(half, xtxInverse, k);
}

/** √ of the diagonal of a k×k covariance: k values. */
export function standardErrors(covariance: Float64Array, k: number): Float64Array {
  checkMatrix(covariance, k, k);
  return Float64Array.from({ length: k }, (_, i) => Math.sqrt(covariance[i * k + i]!));
}

/** Standard error √(cᵀVc) of the combination cᵀβ, from the k×k covariance V of β and k weights c. */
export function combinationStandardError(covariance: Float64Array, c: Float64Array): number {
  const k = c.length;
  checkMatrix(covariance, k, k);
  let sum = 0;
  for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) sum += c[i]! * covariance[i * k + j]! * c[j]!;
  return Math.sqrt(sum);
}

function regress(
  y: Float64Array,
  x: Float64Array,
  T: number,
  k: number,
  weights?: Float64Array,
): Regression | undefined {
  checkMatrix(y, T, 1);
  checkMatrix(x, T, k);
  if (!allFinite(y)) return undefined;
  const root = weights?.map(Math.sqrt);
  const factor = qr(root ? x.map((value, at) => value * root[Math.floor(at / k)]!) : x, T, k);
  if (!factor || factor.rank < k) return undefined;
  const target = root ? y.map((value, t) => value * root[t]!) : Float64Array.from(y);
  const beta = solveUpper(factor.r, k, applyTransposedQ(factor, target).subarray(0, k));
  const residuals = residualsOf(y, x, beta);
  const rss = weightedSquares(residuals, 0, weights);
  const tss = weightedSquares(y, hasConstant(x, T, k) ? weightedMean(y, weights) : 0, weights);
  return {
    T,
    k,
    beta,
    residuals,
    rss,
    r2: tss > 0 ? 1 - rss / tss : Number.NaN,
    degreesOfFreedom: T - k,
    xtxInverse: inverseGram(factor.r, k),
    x,
    ...(weights && { weights }),
  };
}

function residualsOf(y: Float64Array, x: Float64Array, beta: Float64Array): Float64Array {
  const k = beta.length;
  const out = Float64Array.from(y);
  for (let t = 0; t < y.length; t++) for (let i = 0; i < k; i++) out[t]! -= x[t * k + i]! * beta[i]!;
  return out;
}

function weightedMean(values: Float64Array, weights?: Float64Array): number {
  let sum = 0;
  let total = 0;
  for (let t = 0; t < values.length; t++) {
    const weight = weights?.[t] ?? 1;
    sum += weight * values[t]!;
    total += weight;
  }
  return sum / total;
}

function weightedSquares(values: Float64Array, centre: number, weights?: Float64Array): number {
  let sum = 0;
  for (let t = 0; t < values.length; t++) sum += (weights?.[t] ?? 1) * (values[t]! - centre) ** 2;
  return sum;
}

function hasConstant(x: Float64Array, T: number, k: number): boolean {
  for (let i = 0; i < k; i++) {
    let same = x[i] !== 0;
    for (let t = 1; t < T && same; t++) same = x[t * k + i] === x[i];
    if (same) return true;
  }
  return false;
}

/** s_t = w_t e_t x_t, T×k row-major. */
function scores({ x, residuals, weights, T, k }: Regression): Float64Array {
  const out = new Float64Array(T * k);
  for (let t = 0; t < T; t++) {
    const factor = (weights?.[t] ?? 1) * residuals[t]!;
    for (let i = 0; i < k; i++) out[t * k + i] = factor * x[t * k + i]!;
  }
  return out;
}

/** meat += weight·(Γ_l + Γ_lᵀ), or weight·Γ_0. */
function addAutocovariance(
  meat: Float64Array,
  s: Float64Array,
  T: number,
  k: number,
  l: number,
  weight: number,
): void {
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      let sum = 0;
      const back = j - i - l * k;
      for (let at = l * k + i, end = T * k; at < end; at += k) sum += s[at]! * s[at + back]!;
      meat[i * k + j]! += weight * sum;
      if (l > 0) meat[j * k + i]! += weight * sum;
    }
  }
}

/** A·B of a product known to be symmetric: the lower triangle is computed and mirrored. */
function symmetricProduct(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let p = 0; p < n; p++) sum += a[i * n + p]! * b[p * n + j]!;
      out[i * n + j] = sum;
      out[j * n + i] = sum;
    }
  }
  return out;
}
