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
  /** F R, N×pN². */
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
    projected: new Float64Array(n * slopes.length),
    innovation: new Float64Array(n * n),
    factor: new Float64Array(n * n),
  };
}

/** Place in b of the slope of equation i on regressor k (lag 1 of each series, lag 2 of each, …). */
export function placeOf(k: number, i: number, n: number): number {
  const l = Math.floor(k / n);
  return l * n * n + i * n + k - l * n;
}

/** error ← y − F b: y N values, lags y_{t−1}, …, y_{t−p} (Np values). */
export function forecastError({ n, lag, slopes, error }: SlopesState, y: Float64Array, lags: Float64Array) {
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
    for (let k = 0; k < n * lag; k++) {
      const factor = inflation * lags[k]!;
      const from = placeOf(k, i, n) * size;
      for (let m = 0; m < size; m++) into[to + m]! += factor * s[from + m]!;
    }
    for (let j = 0; j <= i; j++) {
      let value = sigma[i * n + j]!;
      for (let k = 0; k < n * lag; k++) value += lags[k]! * into[to + placeOf(k, j, n)]!;
      innovation[i * n + j] = value;
      innovation[j * n + i] = value;
    }
  }
}

function factorise({ n, innovation, factor }: SlopesState): boolean {
  if (!cholesky(innovation, n, factor)) return false;
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (let i = 0; i < n; i++) {
    least = Math.min(least, factor[i * n + i]! ** 2);
    most = Math.max(most, innovation[i * n + i]!);
  }
  return least > NEARLY_SINGULAR * most;
}

/** projected ← L⁻¹ F R, error ← L⁻¹ (y − F b). */
function whiten({ n, slopes, factor, projected: w, error: e }: SlopesState): void {
  const size = slopes.length;
  for (let i = 0; i < n; i++) {
    const to = i * size;
    for (let k = 0; k < i; k++) {
      const l = factor[i * n + k]!;
      for (let m = 0, from = k * size; m < size; m++) w[to + m]! -= l * w[from + m]!;
      e[i]! -= l * e[k]!;
    }
    const scale = 1 / factor[i * n + i]!;
    for (let m = 0; m < size; m++) w[to + m]! *= scale;
    e[i]! *= scale;
  }
}

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
function correct({ n, slopes, covariance: s, projected: w, error: e }: SlopesState, inflation: number): void {
  const size = slopes.length;
  for (let i = 0; i < n; i++) {
    for (let m = 0, from = i * size; m < size; m++) slopes[m]! += w[from + m]! * e[i]!;
  }
  for (let m = 0; m < size; m++) {
    const row = m * size;
    for (let k = 0; k <= m; k++) s[row + k]! *= inflation;
    for (let i = 0; i < n; i++) {
      const from = i * size;
      const factor = w[from + m]!;
      for (let k = 0; k <= m; k++) s[row + k]! -= factor * w[from + k]!;
    }
    for (let k = 0; k < m; k++) s[k * size + m] = s[row + k]!;
  }
}
