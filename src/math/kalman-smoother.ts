import type { KalmanFiltered, StateSpace } from './kalman.ts';

/** What all rows say of the state at each row. LOOK-AHEAD: row t uses rows after t. */
export interface KalmanSmoothed {
  /** E(s_t | y_1…y_T), rows×m. */
  readonly mean: Float64Array;
  /** Var(s_t | y_1…y_T), rows×m×m. */
  readonly covariance: Float64Array;
}

/**
 * Fixed-interval smoother (the Rauch–Tung–Striebel estimates) of a filtered model. LOOK-AHEAD: for description, never for a signal.
 * r_{t−1} = z v/F + Lᵀ r_t, N_{t−1} = z zᵀ/F + Lᵀ N_t L, L = T (I − K zᵀ); ŝ_t = a_t + P_t r_{t−1}, V_t = P_t − P_t N_{t−1} P_t with the
 * predicted a_t, P_t: the same numbers as Rauch, Tung & Striebel give, without inverting a covariance that may be singular.
 * Symbols: `design` z, T×m row-major and `model` as handed to the filter.
 * NaN policy: missing rows are filled from both sides; where the filter is NaN so is the smoother, and every row before it.
 * @throws RangeError when the sizes are not those of the filter
 * @see Rauch, Tung & Striebel (1965), AIAA Journal 3(8); Durbin & Koopman (2012), eq. 4.44
 */
export function rtsSmoother(
  filtered: KalmanFiltered,
  design: Float64Array,
  model: StateSpace,
): KalmanSmoothed {
  const { rows, size: m } = filtered;
  if (design.length !== rows * m) {
    throw new RangeError(`design must have ${rows * m} values, came ${design.length}`);
  }
  if (model.initialMean.length !== m) {
    throw new RangeError(`the model must have ${m} states, came ${model.initialMean.length}`);
  }
  const mean = filtered.predictedMean.slice();
  const covariance = filtered.predictedCovariance.slice();
  let r = new Float64Array(m);
  let n = new Float64Array(m * m);
  for (let t = rows - 1; t >= 0; t--) {
    if (t < rows - 1 && model.transition !== undefined) [r, n] = carriedBack(r, n, model.transition);
    const f = filtered.innovationVariance[t]!;
    const v = filtered.innovation[t]!;
    const p = filtered.predictedCovariance.subarray(t * m * m, (t + 1) * m * m);
    if (!Number.isNaN(v) || Number.isNaN(p[0]!)) {
      [r, n] = withObservation(r, n, p, design.subarray(t * m, t * m + m), v, f);
    }
    const pn = product(p, n, m);
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < m; j++) {
        mean[t * m + i]! += p[i * m + j]! * r[j]!;
        let sum = 0;
        for (let k = 0; k < m; k++) sum += pn[i * m + k]! * p[k * m + j]!;
        covariance[t * m * m + i * m + j]! -= sum;
      }
    }
    symmetrise(covariance.subarray(t * m * m, (t + 1) * m * m), m);
  }
  return { mean, covariance };
}

type Backward = [Float64Array<ArrayBuffer>, Float64Array<ArrayBuffer>];

/** Tᵀ r and Tᵀ N T. */
function carriedBack(r: Float64Array, n: Float64Array, transition: Float64Array): Backward {
  const m = r.length;
  return [transposedTimes(transition, r), transposedProduct(transition, product(n, transition, m), m)];
}

/** z v/F + (I − K zᵀ)ᵀ r and z zᵀ/F + (I − K zᵀ)ᵀ N (I − K zᵀ). */
function withObservation(
  r: Float64Array,
  n: Float64Array,
  p: Float64Array,
  z: Float64Array,
  v: number,
  f: number,
): Backward {
  const m = r.length;
  const left = new Float64Array(m * m);
  for (let i = 0; i < m; i++) {
    let gain = 0;
    for (let j = 0; j < m; j++) gain += p[i * m + j]! * z[j]!;
    for (let j = 0; j < m; j++) left[i * m + j] = (i === j ? 1 : 0) - (gain / f) * z[j]!;
  }
  const nextR = transposedTimes(left, r);
  const nextN = transposedProduct(left, product(n, left, m), m);
  for (let i = 0; i < m; i++) {
    nextR[i]! += (z[i]! * v) / f;
    for (let j = 0; j < m; j++) nextN[i * m + j]! += (z[i]! * z[j]!) / f;
  }
  return [nextR, nextN];
}

function product(a: Float64Array, b: Float64Array, m: number): Float64Array<ArrayBuffer> {
  const out = new Float64Array(m * m);
  for (let i = 0; i < m; i++) {
    for (let k = 0; k < m; k++) {
      const aik = a[i * m + k]!;
      for (let j = 0; j < m; j++) out[i * m + j]! += aik * b[k * m + j]!;
    }
  }
  return out;
}

/** Aᵀ B. */
function transposedProduct(a: Float64Array, b: Float64Array, m: number): Float64Array<ArrayBuffer> {
  const out = new Float64Array(m * m);
  for (let k = 0; k < m; k++) {
    for (let i = 0; i < m; i++) {
      const aki = a[k * m + i]!;
      for (let j = 0; j < m; j++) out[i * m + j]! += aki * b[k * m + j]!;
    }
  }
  return out;
}

/** Aᵀ x. */
function transposedTimes(a: Float64Array, x: Float64Array): Float64Array<ArrayBuffer> {
  const m = x.length;
  const out = new Float64Array(m);
  for (let k = 0; k < m; k++) for (let i = 0; i < m; i++) out[i]! += a[k * m + i]! * x[k]!;
  return out;
}

function symmetrise(a: Float64Array, m: number): void {
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < i; j++) {
      const middle = (a[i * m + j]! + a[j * m + i]!) / 2;
      a[i * m + j] = middle;
      a[j * m + i] = middle;
    }
  }
}
