import { checkMatrix, mirrorLower } from './matrix.ts';

/** Column means of a T×n row-major X: n values. NaN in a column gives NaN. @throws RangeError when the length is not T·n. */
export function columnMeans(x: Float64Array, T: number, n: number): Float64Array {
  checkMatrix(x, T, n);
  const out = new Float64Array(n);
  for (let t = 0; t < T; t++) for (let i = 0; i < n; i++) out[i]! += x[t * n + i]!;
  for (let i = 0; i < n; i++) out[i]! /= T;
  return out;
}

/**
 * Sample covariance S = Σ (x_t − x̄)(x_t − x̄)ᵀ / (T − ddof) of a T×n row-major X: n×n row-major, symmetric, two passes.
 * NaN where a column of the pair holds a NaN or an infinity, and everywhere when T ≤ ddof; a constant column gives exact zeros.
 * @throws RangeError when the length is not T·n.
 */
export function sampleCovariance(x: Float64Array, T: number, n: number, ddof = 1): Float64Array {
  const out = centredGram(x, T, n);
  const divisor = T > ddof ? T - ddof : Number.NaN;
  for (let k = 0; k < out.length; k++) out[k]! /= divisor;
  return out;
}

/** Σ (x_t − x̄)(x_t − x̄)ᵀ of a T×n row-major X, n×n; columns that do not vary give exact zeros. */
export function centredGram(x: Float64Array, T: number, n: number): Float64Array {
  const centre = columnMeans(x, T, n);
  for (let i = 0; i < n; i++) if (isConstant(x, T, n, i)) centre[i] = x[i]!;
  const out = new Float64Array(n * n);
  const row = new Float64Array(n);
  for (let t = 0; t < T; t++) {
    for (let i = 0; i < n; i++) row[i] = x[t * n + i]! - centre[i]!;
    addOuter(out, row, n, 1);
  }
  mirrorLower(out, n);
  return out;
}

/**
 * RiskMetrics covariance S_t = λ S_{t−1} + (1 − λ) x_t x_tᵀ with zero mean and S_1 = x_1 x_1ᵀ, for every row of a T×n row-major X.
 * S_t includes x_t and is the forecast for t + 1. `visit(t, s)` gets S_t as n×n row-major, one buffer reused. A row that holds a NaN or
 * an infinity leaves S as it was; before the first whole row S is NaN. Row t uses rows ≤ t only.
 * @returns the last S.
 * @throws RangeError when the length is not T·n or λ is outside (0, 1).
 * @see J.P. Morgan (1996), RiskMetrics technical document, 4th ed., ch. 5.
 */
export function ewmaCovariance(
  x: Float64Array,
  T: number,
  n: number,
  lambda: number,
  visit?: (t: number, covariance: Float64Array) => void,
): Float64Array {
  checkMatrix(x, T, n);
  checkDecay(lambda);
  const s = new Float64Array(n * n).fill(Number.NaN);
  for (let t = 0; t < T; t++) {
    ewmaStep(s, n, x.subarray(t * n, t * n + n), lambda);
    visit?.(t, s);
  }
  return s;
}

/**
 * One step of `ewmaCovariance` in place: S ← λ S + (1 − λ) x xᵀ, or x xᵀ when S is NaN, or S when x is not finite; n×n row-major.
 */
export function ewmaStep(s: Float64Array, n: number, x: Float64Array, lambda: number): void {
  for (let i = 0; i < n; i++) if (!Number.isFinite(x[i]!)) return;
  const first = Number.isNaN(s[0]!);
  for (let i = 0; i < n; i++) {
    const weighted = first ? x[i]! : (1 - lambda) * x[i]!;
    for (let j = 0; j <= i; j++) {
      const value = (first ? 0 : lambda * s[i * n + j]!) + weighted * x[j]!;
      s[i * n + j] = value;
      s[j * n + i] = value;
    }
  }
}

/** First 0-based row at which the start of an EWMA weighs at most 5 %: ⌈ln 0.05 / ln λ⌉. */
export function ewmaWarmUp(lambda: number): number {
  checkDecay(lambda);
  return Math.ceil(Math.log(0.05) / Math.log(lambda));
}

/**
 * Weighted covariance Σ w_t (x_t − m)(x_t − m)ᵀ with weights scaled to sum 1 and the weighted mean m (maximum-likelihood form, no
 * bias factor): n×n row-major. X T×n row-major, `weights` T values ≥ 0. NaN where a weighted value is not finite.
 * @throws RangeError on a wrong length, a negative or infinite weight, or weights that sum to 0.
 */
export function weightedCovariance(
  x: Float64Array,
  T: number,
  n: number,
  weights: Float64Array,
): Float64Array {
  checkMatrix(x, T, n);
  checkMatrix(weights, T, 1);
  const total = totalWeight(weights);
  const centre = new Float64Array(n);
  for (let t = 0; t < T; t++) {
    for (let i = 0; i < n; i++) centre[i]! += (weights[t]! / total) * x[t * n + i]!;
  }
  const out = new Float64Array(n * n);
  const row = new Float64Array(n);
  for (let t = 0; t < T; t++) {
    for (let i = 0; i < n; i++) row[i] = x[t * n + i]! - centre[i]!;
    addOuter(out, row, n, weights[t]! / total);
  }
  mirrorLower(out, n);
  return out;
}

/** Weights λ^(T−1−t) of T rows, the last 1, not scaled. @throws RangeError when λ is outside (0, 1). */
export function exponentialWeights(T: number, lambda: number): Float64Array {
  checkDecay(lambda);
  return Float64Array.from({ length: T }, (_, t) => lambda ** (T - 1 - t));
}

/**
 * Correlation r_ij = s_ij / √(s_ii s_jj) of a covariance: n×n row-major, diagonal 1, clamped to [−1, 1].
 * NaN in the row and column of a variable whose variance is not above 0.
 * @throws RangeError when the length is not n².
 */
export function correlationFromCovariance(s: Float64Array, n: number): Float64Array {
  checkMatrix(s, n, n);
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const r = s[i * n + j]! / (Math.sqrt(s[i * n + i]!) * Math.sqrt(s[j * n + j]!));
      out[i * n + j] = Math.min(1, Math.max(-1, r));
    }
    out[i * n + i] = s[i * n + i]! > 0 ? 1 : Number.NaN;
  }
  return out;
}

/**
 * Columns of a T×n row-major X that do not vary: variance (ddof 1) ≤ 1e-20·max(1, mean²). A column with a NaN is not among them.
 */
export function constantColumns(x: Float64Array, T: number, n: number): number[] {
  const means = columnMeans(x, T, n);
  const squares = new Float64Array(n);
  for (let t = 0; t < T; t++) {
    for (let i = 0; i < n; i++) squares[i]! += (x[t * n + i]! - means[i]!) ** 2;
  }
  const limit = (i: number) => 1e-20 * Math.max(1, means[i]! ** 2);
  return Array.from(squares.keys()).filter((i) => squares[i]! / Math.max(1, T - 1) <= limit(i));
}

function isConstant(x: Float64Array, T: number, n: number, i: number): boolean {
  for (let t = 1; t < T; t++) if (x[t * n + i] !== x[i]) return false;
  return true;
}

/** Adds weight·row·rowᵀ to the lower triangle of an n×n row-major matrix. */
function addOuter(out: Float64Array, row: Float64Array, n: number, weight: number): void {
  for (let i = 0; i < n; i++) {
    const weighted = weight * row[i]!;
    for (let j = 0; j <= i; j++) out[i * n + j]! += weighted * row[j]!;
  }
}

function totalWeight(weights: Float64Array): number {
  let total = 0;
  for (const weight of weights) {
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`weights must be finite and not negative, came ${weight}`);
    }
    total += weight;
  }
  if (total === 0) throw new RangeError('weights must not all be 0');
  return total;
}

function checkDecay(lambda: number): void {
  if (!(lambda > 0 && lambda < 1)) throw new RangeError(`λ must lie in (0, 1), came ${lambda}`);
}
