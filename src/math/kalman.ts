/**
 * A linear Gaussian state-space model with one observation a row:
 * y_t = z_tᵀ s_t + e_t, Var e = R; s_t = T s_{t−1} + w_t, Var w = Q; s_0 ~ N(m_0, P_0) stands BEFORE the first row.
 */
export interface StateSpace {
  /** T, m×m row-major. Identity when not given. */
  readonly transition?: Float64Array;
  /** Q, m×m row-major, symmetric, positive semidefinite. */
  readonly stateNoise: Float64Array;
  /** R ≥ 0. */
  readonly observationNoise: number;
  /** m_0, m values. */
  readonly initialMean: Float64Array;
  /** P_0, m×m row-major, symmetric, positive semidefinite. */
  readonly initialCovariance: Float64Array;
}

/** What is known of the state row by row; row t uses rows ≤ t only (causal). */
export interface KalmanFiltered {
  readonly rows: number;
  /** Size m of the state. */
  readonly size: number;
  /** E(s_t | y_1…y_{t−1}), rows×m. */
  readonly predictedMean: Float64Array;
  /** Var(s_t | y_1…y_{t−1}), rows×m×m. */
  readonly predictedCovariance: Float64Array;
  /** E(s_t | y_1…y_t), rows×m. */
  readonly mean: Float64Array;
  /** Var(s_t | y_1…y_t), rows×m×m. */
  readonly covariance: Float64Array;
  /** v_t = y_t − z_tᵀ E(s_t | y_1…y_{t−1}); NaN where y or z is missing. */
  readonly innovation: Float64Array;
  /** F_t = z_tᵀ P z_t + R; NaN where y or z is missing. */
  readonly innovationVariance: Float64Array;
  /** −½ Σ (ln 2π + ln F_t + v_t² / F_t) over the rows that are not missing. */
  readonly logLikelihood: number;
}

/**
 * Kalman filter with a time-varying observation vector; the prediction P ← T P Tᵀ + Q comes before every update, also the first.
 * K = P z / F; m ← m + K v; P ← (I − K zᵀ) P (I − K zᵀ)ᵀ + K R Kᵀ (Joseph form, kept symmetric).
 * Symbols: `observations` y, T values; `design` z, T×m row-major, m the length of `initialMean`.
 * NaN policy: a row whose y or z holds a NaN is missing: predicted, not updated. From a row with F ≤ 0 on everything is NaN.
 * @throws RangeError when sizes disagree, a number of the model is not finite, y or z is infinite, or R or a variance is negative
 * @see Harvey (1989), Forecasting, Structural Time Series Models and the Kalman Filter, § 3.2; Durbin & Koopman (2012), § 4.3
 */
export function kalmanFilter(
  observations: Float64Array,
  design: Float64Array,
  model: StateSpace,
): KalmanFiltered {
  const rows = observations.length;
  const size = model.initialMean.length;
  const block = size * size;
  const out = {
    rows,
    size,
    predictedMean: new Float64Array(rows * size),
    predictedCovariance: new Float64Array(rows * block),
    mean: new Float64Array(rows * size),
    covariance: new Float64Array(rows * block),
    innovation: new Float64Array(rows).fill(Number.NaN),
    innovationVariance: new Float64Array(rows).fill(Number.NaN),
  };
  const logLikelihood = run(observations, design, model, {
    predicted: (t, mean, covariance) => {
      out.predictedMean.set(mean, t * size);
      out.predictedCovariance.set(covariance, t * block);
    },
    updated: (t, mean, covariance, v, f) => {
      out.mean.set(mean, t * size);
      out.covariance.set(covariance, t * block);
      out.innovation[t] = v;
      out.innovationVariance[t] = f;
    },
  });
  return { ...out, logLikelihood };
}

/** The log-likelihood of `kalmanFilter` alone, without keeping the rows: what a fit by maximum likelihood calls. */
export function kalmanLogLikelihood(
  observations: Float64Array,
  design: Float64Array,
  model: StateSpace,
): number {
  return run(observations, design, model);
}

/** What is known of the state at one moment; `kalmanPredict` and `kalmanUpdate` move it on in place. */
export interface KalmanState {
  /** m values. */
  readonly mean: Float64Array;
  /** m×m row-major. */
  readonly covariance: Float64Array;
  readonly workspace: {
    readonly gain: Float64Array;
    readonly left: Float64Array;
    readonly product: Float64Array;
  };
}

/** The state before the first row: m_0, P_0. @throws RangeError when the model is not one, as `kalmanFilter` says. */
export function kalmanStart(model: StateSpace): KalmanState {
  checkModel(model);
  const m = model.initialMean.length;
  return {
    mean: model.initialMean.slice(),
    covariance: model.initialCovariance.slice(),
    workspace: {
      gain: new Float64Array(m),
      left: new Float64Array(m * m),
      product: new Float64Array(m * m),
    },
  };
}

/** One row on: m ← T m, P ← T P Tᵀ + Q. The state is changed. */
export function kalmanPredict(state: KalmanState, model: StateSpace): void {
  const { mean, covariance, workspace } = state;
  const { transition, stateNoise } = model;
  if (transition !== undefined) {
    workspace.gain.set(mean);
    multiplyInto(mean, transition, workspace.gain);
    congruence(covariance, transition, workspace.product);
  }
  for (let k = 0; k < covariance.length; k++) covariance[k]! += stateNoise[k]!;
}

/**
 * What an observation y with vector z says: K = P z / F; m ← m + K v; P ← (I − K zᵀ) P (I − K zᵀ)ᵀ + K R Kᵀ. The state is changed.
 * NaN policy: a NaN in y or z leaves the state as it is, with NaN for v and F; F ≤ 0 makes it NaN.
 */
export function kalmanUpdate(
  state: KalmanState,
  y: number,
  z: Float64Array,
  observationNoise: number,
): { readonly innovation: number; readonly variance: number } {
  const { mean, covariance, workspace } = state;
  const { gain, left, product } = workspace;
  let innovation = y;
  for (let i = 0; i < mean.length; i++) innovation -= z[i]! * mean[i]!;
  if (Number.isNaN(innovation) && !Number.isNaN(mean[0]!)) return { innovation, variance: Number.NaN };
  const form = multiplyInto(gain, covariance, z) + observationNoise;
  const variance = form > 0 ? form : Number.NaN;
  for (let i = 0; i < mean.length; i++) {
    gain[i]! /= variance;
    mean[i]! += gain[i]! * innovation;
  }
  joseph(covariance, gain, z, observationNoise, left, product);
  return { innovation, variance };
}

interface Visitor {
  readonly predicted: (t: number, mean: Float64Array, covariance: Float64Array) => void;
  readonly updated: (t: number, mean: Float64Array, covariance: Float64Array, v: number, f: number) => void;
}

const LOG_TWO_PI = Math.log(2 * Math.PI);

function run(observations: Float64Array, design: Float64Array, model: StateSpace, visitor?: Visitor): number {
  const state = kalmanStart(model);
  const { mean, covariance } = state;
  const m = mean.length;
  checkRows(observations, design, m);
  let sum = 0;
  for (let t = 0; t < observations.length; t++) {
    kalmanPredict(state, model);
    visitor?.predicted(t, mean, covariance);
    const z = design.subarray(t * m, t * m + m);
    const { innovation, variance } = kalmanUpdate(state, observations[t]!, z, model.observationNoise);
    const missing = Number.isNaN(variance) && !Number.isNaN(mean[0]!);
    if (!missing) sum -= (LOG_TWO_PI + Math.log(variance) + (innovation * innovation) / variance) / 2;
    visitor?.updated(t, mean, covariance, innovation, variance);
  }
  return sum;
}

/** P ← (I − K zᵀ) P (I − K zᵀ)ᵀ + R K Kᵀ. */
function joseph(
  covariance: Float64Array,
  gain: Float64Array,
  z: Float64Array,
  noise: number,
  left: Float64Array,
  work: Float64Array,
): void {
  const m = gain.length;
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < m; j++) left[i * m + j] = (i === j ? 1 : 0) - gain[i]! * z[j]!;
  }
  congruence(covariance, left, work);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < m; j++) covariance[i * m + j]! += noise * (gain[i]! * gain[j]!);
  }
}

/** P ← A P Aᵀ, exactly symmetric. */
function congruence(p: Float64Array, a: Float64Array, work: Float64Array): void {
  const m = Math.sqrt(p.length);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < m; j++) {
      let sum = 0;
      for (let k = 0; k < m; k++) sum += a[i * m + k]! * p[k * m + j]!;
      work[i * m + j] = sum;
    }
  }
  for (let i = 0; i < m; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k < m; k++) sum += work[i * m + k]! * a[j * m + k]!;
      p[i * m + j] = sum;
      p[j * m + i] = sum;
    }
  }
}

/** out ← A x; returns xᵀ A x. */
function multiplyInto(out: Float64Array, a: Float64Array, x: Float64Array): number {
  const m = x.length;
  let form = 0;
  for (let i = 0; i < m; i++) {
    let sum = 0;
    for (let j = 0; j < m; j++) sum += a[i * m + j]! * x[j]!;
    out[i] = sum;
    form += x[i]! * sum;
  }
  return form;
}

function checkModel(model: StateSpace): void {
  const m = model.initialMean.length;
  if (m === 0) throw new RangeError('the state must have at least one component, came none');
  checkLength('stateNoise', model.stateNoise, m * m);
  checkLength('initialCovariance', model.initialCovariance, m * m);
  checkFinite('initialMean', model.initialMean);
  checkCovariance('stateNoise', model.stateNoise, m);
  checkCovariance('initialCovariance', model.initialCovariance, m);
  if (model.transition !== undefined) {
    checkLength('transition', model.transition, m * m);
    checkFinite('transition', model.transition);
  }
  const r = model.observationNoise;
  if (!(r >= 0) || !Number.isFinite(r)) {
    throw new RangeError(`observationNoise must be a finite variance of at least 0, came ${r}`);
  }
}

function checkRows(observations: Float64Array, design: Float64Array, m: number): void {
  checkLength('design', design, observations.length * m);
  for (const [name, values] of [
    ['observations', observations],
    ['design', design],
  ] as const) {
    const bad = values.findIndex((x) => Math.abs(x) === Number.POSITIVE_INFINITY);
    if (bad >= 0) throw new RangeError(`${name} must be finite or NaN, came ${values[bad]} at ${bad}`);
  }
}

function checkLength(name: string, values: Float64Array, length: number): void {
  if (values.length !== length)
    throw new RangeError(`${name} must have ${length} values, came ${values.length}`);
}

function checkFinite(name: string, values: Float64Array): void {
  const bad = values.findIndex((x) => !Number.isFinite(x));
  if (bad >= 0) throw new RangeError(`${name} must be finite, came ${values[bad]} at ${bad}`);
}

function checkCovariance(name: string, values: Float64Array, m: number): void {
  checkFinite(name, values);
  for (let i = 0; i < m; i++) {
    if (values[i * m + i]! < 0) {
      throw new RangeError(`${name} must have variances of at least 0, came ${values[i * m + i]} at ${i}`);
    }
  }
}
