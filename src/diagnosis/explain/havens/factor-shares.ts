import { kalmanFilter, kalmanLogLikelihood, type StateSpace } from '../../../math/kalman.ts';
import { fromColumns } from '../../../math/matrix.ts';
import { classical, ols } from '../../../math/regression.ts';

/** Rows of the least-squares start. */
export const START = 120;
/** Weight of the row before in the moving variances: half of the weight lies in the last 34 rows. */
export const MEMORY = 0.98;
/** Speeds of the betas that are tried: variance of their step in units of R / Var x. */
const SPEEDS = [0, 1e-5, 1e-4, 1e-3, 1e-2] as const;

export interface FactorShares {
  /** K arrays of n betas; NaN on the start rows. */
  readonly betas: readonly Float64Array[];
  /** Var of each beta, likewise. */
  readonly variances: readonly Float64Array[];
  /** K shares of variance, then the own one; they sum to 1. */
  readonly shares: readonly Float64Array[];
  /** Speed that was chosen. */
  readonly speed: number;
}

/**
 * Time-varying betas of a return on K factors and what each makes up of its variance.
 *
 * y_t = a_t + Σ b_{k,t} x_{k,t} + e_t, random walks a and b with Var Δb_k = q R / Var x_k, rows divided by s_t; q by maximum likelihood
 * share_k = b_k (S b)_k / (bᵀ S b + v); own = 1 − Σ share_k; S and v moving second moments (0.98) of factors and of one-step errors
 *
 * `y` n returns, `factors` K arrays, `scale` s of y known before each row; all without holes. Row t uses rows ≤ t, but for q and R, which use
 * all rows given. A share below 0 means that the factor offset another. Undefined when rows are below 240 or the start is collinear or leaves no error.
 * @see Harvey (1989), Forecasting, Structural Time Series Models and the Kalman Filter, § 3.2 and 7.4; Euler’s allocation of variance
 */
export function factorShares(
  y: Float64Array,
  factors: readonly Float64Array[],
  scale: Float64Array,
): FactorShares | undefined {
  const n = y.length;
  const size = factors.length + 1;
  if (n < 2 * START) return undefined;
  const scaled = y.map((r, t) => r / scale[t]!);
  const design = fromColumns([y.map(() => 1), ...factors], 0, n).map(
    (value, at) => value / scale[Math.floor(at / size)]!,
  );
  const start = ols(scaled.subarray(0, START), design.subarray(0, START * size), START, size);
  // Factors that leave nothing over: a noise of 0 has no likelihood.
  if (!start || !(start.r2 < 1 - 1e-12)) return undefined;
  const modelAt = (speed: number) => modelOf(start, design, n, speed);
  const [rest, restDesign] = [scaled.subarray(START), design.subarray(START * size)];
  const likelihoods = SPEEDS.map((speed) => kalmanLogLikelihood(rest, restDesign, modelAt(speed)));
  const speed = SPEEDS[likelihoods.indexOf(Math.max(...likelihoods))] ?? 0;
  const filtered = kalmanFilter(rest, restDesign, modelAt(speed));
  const column = (from: Float64Array, width: number, at: number) =>
    Float64Array.from({ length: n }, (_, t) => (t < START ? Number.NaN : from[(t - START) * width + at]!));
  const betas = factors.map((_, k) => column(filtered.mean, size, k + 1));
  return {
    betas,
    variances: factors.map((_, k) => column(filtered.covariance, size * size, (k + 1) * (size + 1))),
    shares: sharesOf(y, factors, betas, (t) => filtered.innovation[t - START]! * scale[t]!),
    speed,
  };
}

function modelOf(
  start: NonNullable<ReturnType<typeof ols>>,
  design: Float64Array,
  n: number,
  speed: number,
): StateSpace {
  const size = start.k;
  const observationNoise = start.rss / start.degreesOfFreedom;
  const stateNoise = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    let square = 0;
    for (let t = 0; t < n; t++) square += design[t * size + k]! ** 2;
    stateNoise[k * (size + 1)] = (speed * observationNoise * n) / square;
  }
  return { stateNoise, observationNoise, initialMean: start.beta, initialCovariance: classical(start) };
}

function sharesOf(
  y: Float64Array,
  factors: readonly Float64Array[],
  betas: readonly Float64Array[],
  errorAt: (t: number) => number,
): Float64Array[] {
  const size = factors.length;
  const out = Array.from({ length: size + 1 }, () => new Float64Array(y.length).fill(Number.NaN));
  const second = new Float64Array(size * size);
  let [error, weight] = [0, 0];
  for (let t = START; t < y.length; t++) {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        second[i * size + j] = MEMORY * second[i * size + j]! + factors[i]![t]! * factors[j]![t]!;
      }
    }
    error = MEMORY * error + errorAt(t) ** 2;
    weight = MEMORY * weight + 1;
    if (weight < 1 / (1 - MEMORY) / 2) continue;
    writeShares(out, second, betas, error, t);
  }
  return out;
}

function writeShares(
  out: readonly Float64Array[],
  second: Float64Array,
  betas: readonly Float64Array[],
  error: number,
  t: number,
): void {
  const size = betas.length;
  const parts = betas.map(
    (beta, i) => beta[t]! * betas.reduce((sum, other, j) => sum + second[i * size + j]! * other[t]!, 0),
  );
  const total = parts.reduce((sum, part) => sum + part, error);
  let own = 1;
  for (const [k, part] of parts.entries()) {
    out[k]![t] = part / total;
    own -= part / total;
  }
  out[size]![t] = own;
}
