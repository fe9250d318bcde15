import { addRows } from '../../math/add-rows.ts';
import { cholesky } from '../../math/cholesky.ts';
import { symmetricEigen } from '../../math/symmetric-eigen.ts';

const NEARLY_SINGULAR = 1e-6;
const SINGULAR_VALUE = Math.sqrt(Number.EPSILON);

/** Slopes of a vector autoregression and their covariance, and room for one step of their filter. */
export interface SlopesState {
  readonly n: number;
  readonly lag: number;
  /** b, pN² values: A_1, …, A_p row by row. */
  readonly slopes: Float64Array;
  /** S, pN²×pN² row-major, exactly symmetric. */
  readonly covariance: Float64Array;
  /** y − F b, N values. */
  readonly error: Float64Array;
  /** F R, N×pN², with rows of zeros up to a multiple of four. */
  readonly projected: Float64Array;
  /** Q + F R F' and its Cholesky factor, N×N. */
  readonly innovation: Float64Array;
  readonly factor: Float64Array;
}

export function slopesState(
  n: number,
  lag: number,
  slopes: Float64Array,
  covariance: Float64Array,
): SlopesState {
  return {
    n,
    lag,
    slopes: Float64Array.from(slopes),
    covariance: Float64Array.from(covariance),
    error: new Float64Array(n),
    projected: new Float64Array(4 * Math.ceil(n / 4) * slopes.length),
    innovation: new Float64Array(n * n),
    factor: new Float64Array(n * n),
  };
}

/** Place in b of the slope of equation i on regressor k (lag 1 of each series, lag 2 of each, …). */
export function placeOf(k: number, i: number, n: number): number {
  const l = Math.floor(k / n);
  return l * n * n + i * n + k - l * n;
}

/** error ← y − F b: y N values, lags y_{t−1}, …, y_{t−p} (Np values); b of the state, or another one. */
export function forecastError(
  { n, lag, slopes: own, error }: SlopesState,
  y: Float64Array,
  lags: Float64Array,
  slopes: Float64Array = own,
): void {
  for (let i = 0; i < n; i++) {
    let value = y[i]!;
    for (let l = 0; l < lag; l++) {
      const row = (l * n + i) * n;
      for (let j = 0; j < n; j++) value -= slopes[row + j]! * lags[l * n + j]!;
    }
    error[i] = value;
  }
}

/**
 * Kalman step of b and S in place, with R = inflation·S: K = R F'(Q + F R F')⁺, b ← b + K (y − F b), S ← R − K F R.
 * With Q + F R F' = L L': W = L⁻¹ F R, b ← b + W' L⁻¹ (y − F b), S ← R − W'W, which stays symmetric to the last bit.
 */
export function slopesStep(
  state: SlopesState,
  y: Float64Array,
  lags: Float64Array,
  sigma: Float64Array,
  inflation: number,
): void {
  forecastError(state, y, lags);
  project(state, lags, sigma, inflation);
  if (factorise(state)) whiten(state);
  else whitenSingular(state);
  correct(state, inflation);
}

function project(state: SlopesState, lags: Float64Array, sigma: Float64Array, inflation: number): void {
  const { n, lag, covariance: s, projected: into, innovation } = state;
  const size = state.slopes.length;
  into.fill(0);
  for (let i = 0; i < n; i++) {
    const to = i * size;
    for (let l = 0; l < lag; l++) addRows(into, to, size, s, (l * n + i) * n * size, size, lags, l * n, n);
    for (let m = 0; m < size; m++) into[to + m]! *= inflation;
    for (let j = 0; j <= i; j++) {
      let value = sigma[i * n + j]!;
      for (let l = 0; l < lag; l++) {
        const at = to + (l * n + j) * n;
        for (let k = 0; k < n; k++) value += lags[l * n + k]! * into[at + k]!;
      }
      innovation[i * n + j] = value;
      innovation[j * n + i] = value;
    }
  }
}

function factorise({ n, innovation, factor }: SlopesState): boolean {
  if (!cholesky(innovation, n, factor)) return false;
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (let i = 0; i < n; i++) {
    least = Math.min(least, factor[i * n + i]! * factor[i * n + i]!);
    most = Math.max(most, innovation[i * n + i]!);
  }
  return least > NEARLY_SINGULAR * most;
}

/** projected ← L⁻¹ F R, error ← L⁻¹ (y − F b). */
function whiten({ n, slopes, factor, projected: w, error: e }: SlopesState): void {
  const size = slopes.length;
  const less = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const to = i * size;
    for (let k = 0; k < i; k++) {
      less[k] = -factor[i * n + k]!;
      e[i]! += less[k]! * e[k]!;
    }
    addRows(w, to, size, w, 0, size, less, 0, i);
    const scale = 1 / factor[i * n + i]!;
    for (let m = 0; m < size; m++) w[to + m]! *= scale;
    e[i]! *= scale;
  }
}

/** The same with Λ^(−1/2) V' in place of L⁻¹, which drops the directions that Q + F R F' = V Λ V' does not have. */
function whitenSingular({ n, slopes, innovation, projected, error }: SlopesState): void {
  const size = slopes.length;
  const { values, vectors } = symmetricEigen(innovation, n);
  const [w, e] = [Float64Array.from(projected), Float64Array.from(error)];
  projected.fill(0);
  error.fill(0);
  for (let i = 0; i < n; i++) {
    if (!(values[i]! > SINGULAR_VALUE * values[0]!)) continue;
    const scale = 1 / Math.sqrt(values[i]!);
    for (let k = 0; k < n; k++) {
      const factor = scale * vectors[k * n + i]!;
      for (let m = 0; m < size; m++) projected[i * size + m]! += factor * w[k * size + m]!;
      error[i]! += factor * e[k]!;
    }
  }
}

/** b ← b + W'ε, S ← R − W'W. */
function correct({ n, slopes, covariance, projected: w, error: e }: SlopesState, inflation: number): void {
  const size = slopes.length;
  addRows(slopes, 0, size, w, 0, size, e, 0, n);
  // The first row alone when they are odd in number; it has one value of the lower triangle.
  if (size % 2 === 1) {
    let value = inflation * covariance[0]!;
    for (let i = 0; i < n; i++) value -= w[i * size]! * w[i * size]!;
    covariance[0] = value;
  }
  for (let m = size % 2; m < size; m += 2) {
    for (let i = 0; i < n; i += 4) downdateTwo(covariance, size, m, w, i * size, i === 0 ? inflation : 1);
    for (let k = 0; k <= m; k++) {
      covariance[k * size + m] = covariance[m * size + k]!;
      covariance[k * size + m + 1] = covariance[(m + 1) * size + k]!;
    }
  }
}

/** Rows m and m + 1 of S ← scale·S − W'W for four rows of W, columns 0 … m + 1: eight products for every six values loaded. */
function downdateTwo(
  s: Float64Array,
  size: number,
  m: number,
  w: Float64Array,
  first: number,
  scale: number,
): void {
  const second = first + size;
  const third = second + size;
  const fourth = third + size;
  const [row, next] = [m * size, (m + 1) * size];
  const [a0, b0, c0, d0] = [w[first + m]!, w[second + m]!, w[third + m]!, w[fourth + m]!];
  const [a1, b1, c1, d1] = [w[first + m + 1]!, w[second + m + 1]!, w[third + m + 1]!, w[fourth + m + 1]!];
  for (let k = 0; k <= m + 1; k++) {
    const a = w[first + k]!;
    const b = w[second + k]!;
    const c = w[third + k]!;
    const d = w[fourth + k]!;
    s[row + k] = scale * s[row + k]! - (a0 * a + b0 * b + c0 * c + d0 * d);
    s[next + k] = scale * s[next + k]! - (a1 * a + b1 * b + c1 * c + d1 * d);
  }
}
