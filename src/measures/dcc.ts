import { cholesky } from '../math/cholesky.ts';
import { checkMatrix } from '../math/matrix.ts';

/** Weights of the last standardised residuals and of the last Q. */
export interface DccParameters {
  /** a ≥ 0. */
  readonly a: number;
  /** b ≥ 0, a + b < 1. */
  readonly b: number;
}

export interface DccFiltered {
  /** −½ Σ (ln|R_t| + zᵀR_t⁻¹z − zᵀz) over whole rows: what the correlations add to the univariate likelihoods. NaN when an R_t is singular. */
  readonly logLikelihood: number;
  /** Q_{T+1}, N×N row-major. */
  readonly nextQ: Float64Array;
  /** R_{T+1|T}, N×N row-major. */
  readonly next: Float64Array;
}

/**
 * Dynamic conditional correlations DCC(1,1) of standardised residuals at given parameters.
 *
 * Q_t = (1 − a − b) Q̄ + a z_{t−1}z_{t−1}ᵀ + b Q_{t−1}, Q_1 = Q̄; R_t = diag(Q_t)^−½ Q_t diag(Q_t)^−½
 *
 * `z` T×N row-major, z_t = e_t/√h_t; `target` Q̄ N×N, symmetric positive definite. R_t uses rows < t only, and Q̄. `visit(t, R)` gets each
 * R_t in one buffer that is reused.
 * NaN policy: a row with a hole stands for its expectation R_t and adds nothing to the likelihood.
 * @throws RangeError when a length disagrees, a z is infinite, or a, b are not ≥ 0 with a sum below 1.
 * @see Engle (2002), Dynamic conditional correlation, J. Business & Economic Statistics 20(3), eq. 20–26 (Q̄ is inconsistent by a small
 *   amount: Aielli 2013, J. Business & Economic Statistics 31(3))
 */
export function dccFilter(
  z: Float64Array,
  N: number,
  parameters: DccParameters,
  target: Float64Array,
  visit?: (t: number, correlation: Float64Array) => void,
): DccFiltered {
  const T = z.length / N;
  checkDcc(z, N, parameters, target);
  const Q = Float64Array.from(target);
  const R = new Float64Array(N * N);
  const factor = new Float64Array(N * N);
  let sum = 0;
  for (let t = 0; t < T; t++) {
    correlationOf(Q, N, R);
    visit?.(t, R);
    const row = z.subarray(t * N, t * N + N);
    const whole = !row.some(Number.isNaN);
    if (whole) sum += correlationDeviance(R, N, row, factor);
    advance(Q, N, parameters, target, whole ? row : undefined, R);
  }
  correlationOf(Q, N, R);
  return { logLikelihood: -sum / 2, nextQ: Q, next: R };
}

/**
 * Forecasts R_{T+1} … R_{T+k} by iterating the recursion on correlations: R_{T+j} = (1 − a − b) R̄ + (a + b) R_{T+j−1}, R̄ the correlation
 * of Q̄ (an approximation: the mean of a ratio is not the ratio of means). k matrices N×N, row-major.
 * @throws RangeError when k is not a whole number ≥ 1.
 * @see Engle & Sheppard (2001), NBER Working Paper 8554, section 5
 */
export function forecastCorrelation(
  { a, b }: DccParameters,
  target: Float64Array,
  next: Float64Array,
  N: number,
  k: number,
): Float64Array[] {
  if (!Number.isInteger(k) || k < 1)
    throw new RangeError(`k must be a whole number of at least 1, came ${k}`);
  const mean = correlationOf(target, N, new Float64Array(N * N));
  const path = [Float64Array.from(next)];
  for (let j = 1; j < k; j++) path.push(path[j - 1]!.map((r, at) => (1 - a - b) * mean[at]! + (a + b) * r));
  return path;
}

/** R from Q, into `out`: r_ij = q_ij / √(q_ii q_jj), 1 on the diagonal. */
export function correlationOf(Q: Float64Array, N: number, out: Float64Array): Float64Array {
  for (let i = 0; i < N; i++) {
    for (let j = 0; j < i; j++) {
      const r = Q[i * N + j]! / Math.sqrt(Q[i * N + i]! * Q[j * N + j]!);
      out[i * N + j] = r;
      out[j * N + i] = r;
    }
    out[i * N + i] = 1;
  }
  return out;
}

/** ln|R| + zᵀR⁻¹z − zᵀz; NaN when R is singular. */
function correlationDeviance(R: Float64Array, N: number, z: Float64Array, factor: Float64Array): number {
  const l = cholesky(R, N, factor);
  if (l === undefined) return Number.NaN;
  let sum = 0;
  const y = new Float64Array(N);
  for (let i = 0; i < N; i++) {
    let left = z[i]!;
    for (let j = 0; j < i; j++) left -= l[i * N + j]! * y[j]!;
    y[i] = left / l[i * N + i]!;
    sum += 2 * Math.log(l[i * N + i]!) + y[i]! ** 2 - z[i]! ** 2;
  }
  return sum;
}

function advance(
  Q: Float64Array,
  N: number,
  { a, b }: DccParameters,
  target: Float64Array,
  z: Float64Array | undefined,
  R: Float64Array,
): void {
  const rest = 1 - a - b;
  for (let i = 0; i < N; i++) {
    for (let j = 0; j <= i; j++) {
      const at = i * N + j;
      const product = z === undefined ? R[at]! : z[i]! * z[j]!;
      Q[at] = rest * target[at]! + a * product + b * Q[at]!;
      Q[j * N + i] = Q[at]!;
    }
  }
}

export function checkDcc(z: Float64Array, N: number, { a, b }: DccParameters, target: Float64Array): void {
  checkMatrix(z, z.length / N, N);
  checkMatrix(target, N, N);
  if (!(a >= 0 && b >= 0 && a + b < 1)) {
    throw new RangeError(`a and b must be at least 0 with a sum below 1, came ${a} and ${b}`);
  }
  const bad = z.findIndex((value) => Math.abs(value) === Number.POSITIVE_INFINITY);
  if (bad >= 0) throw new RangeError(`z must be finite or NaN, came ${z[bad]} at ${bad}`);
}
