import { bfgs } from '../math/bfgs.ts';
import { type KalmanFiltered, kalmanFilter, type StateSpace } from '../math/kalman.ts';
import { rtsSmoother } from '../math/kalman-smoother.ts';
import { classical, ols } from '../math/regression.ts';
import { valuesAt } from '../math/values-at.ts';
import { isConstant, type Refused } from './refused.ts';

/** Variances of y_t = a_t + b_t x_t + e_t with random walks a_t and b_t, in squared units of y, of a, and of b. */
export interface BetaNoise {
  /** R = Var e. */
  readonly observation: number;
  /** q_a = Var Δa. */
  readonly intercept: number;
  /** q_b = Var Δb. */
  readonly slope: number;
}

/** OLS on the first rows: where the filter begins. */
export interface BetaStart {
  /** (a, b). */
  readonly mean: Float64Array;
  /** 2×2, s²(XᵀX)⁻¹ with s² on n0 − 2 degrees of freedom. */
  readonly covariance: Float64Array;
  /** s². */
  readonly residualVariance: number;
}

/**
 * The start of a time-varying beta: OLS of y on (1, x) over rows 0 … n0 − 1, holes left out.
 * Refused when x does not vary there or fewer than 3 rows are whole.
 * @throws RangeError when lengths differ, n0 is no whole number in [3, n] or a value is infinite.
 */
export function betaStart(y: Float64Array, x: Float64Array, n0: number): BetaStart | Refused {
  checkSeries(y, x);
  if (!Number.isInteger(n0) || n0 < 3 || n0 > y.length) {
    throw new RangeError(`n0 must be a whole number from 3 to ${y.length}, came ${n0}`);
  }
  const rows = Array.from({ length: n0 }, (_, t) => t).filter((t) => !Number.isNaN(y[t]! + x[t]!));
  if (rows.length < 3) return { refused: 'insufficient_data' };
  const xs = valuesAt(x, rows);
  if (isConstant(xs)) return { refused: 'constant_series' };
  const design = Float64Array.from(rows.flatMap((t) => [1, x[t]!]));
  const fit = ols(valuesAt(y, rows), design, rows.length, 2);
  if (fit === undefined) return { refused: 'collinear' };
  return { mean: fit.beta, covariance: classical(fit), residualVariance: fit.rss / fit.degreesOfFreedom };
}

export interface KalmanBeta {
  /** b_t from rows ≤ t; n values, NaN before n0 and where y or x is missing. */
  readonly beta: Float64Array;
  /** a_t, likewise. */
  readonly intercept: Float64Array;
  /** Var(b_t | rows ≤ t). */
  readonly variance: Float64Array;
  /** Over rows n0 … n − 1. */
  readonly logLikelihood: number;
}

/**
 * Time-varying beta by the Kalman filter: y_t = a_t + b_t x_t + e_t, (a, b)_t = (a, b)_{t−1} + w_t, from an OLS start.
 *
 * `y`, `x` n returns; the start stands before row n0, and P ← P + Q comes before every update, also the first. Row t uses rows ≤ t only.
 * NaN policy: a row with a hole is predicted, not updated, and NaN in the answer.
 * @throws RangeError when lengths differ, a value is infinite or a variance is negative.
 * @see Harvey (1989), Forecasting, Structural Time Series Models and the Kalman Filter, § 3.2 and 7.4
 */
export function kalmanBeta(
  y: Float64Array,
  x: Float64Array,
  n0: number,
  start: BetaStart,
  noise: BetaNoise,
): KalmanBeta {
  const { filtered, rows } = filter(y, x, n0, start, noise);
  const out = emptyPath(y.length);
  for (let row = 0; row < rows; row++) {
    if (Number.isNaN(filtered.innovation[row]!)) continue;
    out.intercept[n0 + row] = filtered.mean[2 * row]!;
    out.beta[n0 + row] = filtered.mean[2 * row + 1]!;
    out.variance[n0 + row] = filtered.covariance[4 * row + 3]!;
  }
  return { ...out, logLikelihood: filtered.logLikelihood };
}

/** b_t from all rows, n values, NaN before n0. LOOK-AHEAD: for description, never for a signal. */
export function smoothedBeta(
  y: Float64Array,
  x: Float64Array,
  n0: number,
  start: BetaStart,
  noise: BetaNoise,
): Float64Array {
  const { filtered, design, model, rows } = filter(y, x, n0, start, noise);
  const { mean } = rtsSmoother(filtered, design, model);
  const { beta } = emptyPath(y.length);
  for (let row = 0; row < rows; row++) beta[n0 + row] = mean[2 * row + 1]!;
  return beta;
}

export interface BetaNoiseFit {
  readonly noise: BetaNoise;
  readonly logLikelihood: number;
  readonly converged: boolean;
  readonly rows: number;
}

/** Fewest rows after the start. */
const LEAST_ROWS = 60;

/**
 * The noise of a time-varying beta by maximum likelihood over (ln R, ln q_a, ln q_b), rows n0 … n − 1. The likelihood is flat: judge the fit
 * by its value, not by q_a and q_b. Uses every row given. Refused below 60 whole rows and when y does not vary.
 * @throws RangeError as `kalmanBeta`.
 */
export function fitBetaNoise(
  y: Float64Array,
  x: Float64Array,
  n0: number,
  start: BetaStart,
): BetaNoiseFit | Refused {
  checkSeries(y, x);
  const rows = y.subarray(n0).filter((value, row) => !Number.isNaN(value + x[n0 + row]!)).length;
  if (rows < LEAST_ROWS) return { refused: 'insufficient_data' };
  if (isConstant(y.subarray(n0)) || isConstant(x.subarray(n0)) || !(start.residualVariance > 0)) {
    return { refused: 'constant_series' };
  }
  const units = unitsOf(x, n0, start);
  const noiseAt = (free: Float64Array): BetaNoise => ({
    observation: units.observation * Math.exp(free[0]!),
    intercept: units.intercept * Math.exp(free[1]!),
    slope: units.slope * Math.exp(free[2]!),
  });
  const objective = (free: Float64Array) => {
    // Beyond these a variance is none, or all there is, and the likelihood is flat.
    if (free.some((u) => Math.abs(u) > 60)) return Number.POSITIVE_INFINITY;
    return -betaLogLikelihood(y, x, n0, start, noiseAt(free));
  };
  const best = STARTS.map((free) => bfgs(objective, Float64Array.from(free), { tolerance: 1e-7 })).reduce(
    (least, next) => (next.value < least.value ? next : least),
  );
  return {
    noise: noiseAt(best.x),
    logLikelihood: -best.value,
    converged: best.converged || (best.reason === 'no-decrease' && best.gradientNorm < 1e-4),
    rows,
  };
}

const LOG_TWO_PI = Math.log(2 * Math.PI);

/** The log-likelihood of `kalmanBeta`, which is its oracle, in scalars: what a fit calls. */
export function betaLogLikelihood(
  y: Float64Array,
  x: Float64Array,
  n0: number,
  { mean, covariance }: BetaStart,
  { observation, intercept, slope }: BetaNoise,
): number {
  let [a, b] = mean as unknown as [number, number];
  let [pa, pab, , pb] = covariance as unknown as [number, number, number, number];
  let sum = 0;
  for (let t = n0; t < y.length; t++) {
    pa += intercept;
    pb += slope;
    const xt = x[t]!;
    const v = y[t]! - a - xt * b;
    if (Number.isNaN(v)) continue;
    const ka = pa + xt * pab;
    const kb = pab + xt * pb;
    const f = ka + xt * kb + observation;
    if (!(f > 0)) return Number.NaN;
    a += (ka * v) / f;
    b += (kb * v) / f;
    pa -= (ka * ka) / f;
    pab -= (ka * kb) / f;
    pb -= (kb * kb) / f;
    sum += LOG_TWO_PI + Math.log(f) + (v * v) / f;
  }
  return -sum / 2;
}

/** ln of each variance beside its unit. */
const STARTS = [
  [0, -8, -6],
  [-0.5, -12, -4],
  [0, -4, -10],
] as const;

function unitsOf(x: Float64Array, n0: number, { residualVariance }: BetaStart): BetaNoise {
  let [sum, n] = [0, 0];
  for (const value of x.subarray(n0)) if (!Number.isNaN(value)) [sum, n] = [sum + value * value, n + 1];
  return { observation: residualVariance, intercept: residualVariance, slope: (residualVariance * n) / sum };
}

function filter(y: Float64Array, x: Float64Array, n0: number, start: BetaStart, noise: BetaNoise) {
  checkSeries(y, x);
  const design = designOf(x, n0);
  const model = modelOf(start, noise);
  const filtered: KalmanFiltered = kalmanFilter(y.subarray(n0), design, model);
  return { filtered, design, model, rows: y.length - n0 };
}

function designOf(x: Float64Array, n0: number): Float64Array {
  return new Float64Array(2 * (x.length - n0)).map((_, at) => (at % 2 === 0 ? 1 : x[n0 + (at - 1) / 2]!));
}

function modelOf(start: BetaStart, noise: BetaNoise): StateSpace {
  return {
    stateNoise: Float64Array.of(noise.intercept, 0, 0, noise.slope),
    observationNoise: noise.observation,
    initialMean: start.mean,
    initialCovariance: start.covariance,
  };
}

function emptyPath(n: number) {
  const empty = () => new Float64Array(n).fill(Number.NaN);
  return { beta: empty(), intercept: empty(), variance: empty() };
}

function checkSeries(y: Float64Array, x: Float64Array): void {
  if (y.length !== x.length) {
    throw new RangeError(`y and x must have the same length, came ${y.length} and ${x.length}`);
  }
  for (const values of [y, x]) {
    const bad = values.findIndex((v) => Math.abs(v) === Number.POSITIVE_INFINITY);
    if (bad >= 0) throw new RangeError(`returns must be finite or NaN, came ${values[bad]} at ${bad}`);
  }
}
