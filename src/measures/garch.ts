import { checkNotInfinite } from './refused.ts';

/** GARCH(1,1) with a constant mean; with γ ≠ 0 the GJR model. In units of the returns (ω and h in their square). */
export interface GarchParameters {
  /** μ, mean of the returns. */
  readonly mu: number;
  /** ω > 0. */
  readonly omega: number;
  /** α ≥ 0, weight of the last squared residual. */
  readonly alpha: number;
  /** β ≥ 0, weight of the last variance. */
  readonly beta: number;
  /** γ, weight added to α after a negative residual; α + γ ≥ 0. 0 when not given. */
  readonly gamma?: number;
}

/**
 * The variance of the first row: `mean-square` is h_1 = mean(e²) (rugarch's recursion.init = "all"); `presample` puts e_0² = h_0 = mean(e²)
 * before the first row, so that h_1 = ω + (α + γ/2 + β) mean(e²) (Fiorentini, Calzolari & Panattoni 1996); a number is h_1 itself.
 */
export type GarchStart = 'mean-square' | 'presample' | number;

export interface GarchFiltered {
  /** h_t, n values, each from rows before t. */
  readonly variance: Float64Array;
  /** e_t = r_t − μ; NaN where the return is missing. */
  readonly residuals: Float64Array;
  /** h_{n+1}. */
  readonly next: number;
  /** −½ Σ (ln 2π + ln h_t + e_t²/h_t) over the rows that are not missing. */
  readonly logLikelihood: number;
}

const LOG_TWO_PI = Math.log(2 * Math.PI);

/**
 * Conditional variance of GARCH(1,1) or GJR-GARCH(1,1) at given parameters.
 *
 * h_t = ω + (α + γ·1[e_{t−1} < 0]) e²_{t−1} + β h_{t−1}; e_t = r_t − μ
 *
 * `returns` n rows, in any unit. Given a start that is a number, row t uses rows < t only; `mean-square` and `presample` use the mean over
 * all rows given, which is look-ahead inside them.
 * NaN policy: a missing return stands for its expectation, h_{t+1} = ω + (α + γ/2 + β) h_t, and adds nothing to the likelihood.
 * @throws RangeError when a parameter is out of its bounds, the start is not above 0, or a return is infinite.
 * @see Bollerslev (1986), J. Econometrics 31; Glosten, Jagannathan & Runkle (1993), J. Finance 48(5)
 */
export function garchFilter(
  returns: Float64Array,
  parameters: GarchParameters,
  start: GarchStart = 'mean-square',
): GarchFiltered {
  checkParameters(parameters);
  checkNotInfinite('returns', returns);
  const { mu, omega, alpha, beta, gamma = 0 } = parameters;
  const carry = persistence(parameters);
  const residuals = returns.map((r) => r - mu);
  const variance = new Float64Array(returns.length);
  let h = startVariance(residuals, parameters, start);
  let logLikelihood = 0;
  for (let t = 0; t < variance.length; t++) {
    variance[t] = h;
    const e = residuals[t]!;
    if (Number.isNaN(e)) {
      h = omega + carry * h;
      continue;
    }
    logLikelihood -= (LOG_TWO_PI + Math.log(h) + (e * e) / h) / 2;
    h = omega + (e < 0 ? alpha + gamma : alpha) * e * e + beta * h;
  }
  return { variance, residuals, next: h, logLikelihood };
}

/** α + β + γ/2: the share of a variance shock left after one row, when residuals are symmetric. Below 1 the variance is stationary. */
export function persistence({ alpha, beta, gamma = 0 }: GarchParameters): number {
  return alpha + beta + gamma / 2;
}

/** ω / (1 − α − β − γ/2), the variance to which forecasts tend; NaN when the persistence is 1 or more. */
export function unconditionalVariance(parameters: GarchParameters): number {
  const left = 1 - persistence(parameters);
  return left > 0 ? parameters.omega / left : Number.NaN;
}

/**
 * Forecasts h_{n+1} … h_{n+k} made at row n: h_{n+j} = ω + (α + β + γ/2) h_{n+j−1}; k values.
 * @throws RangeError when k is not a whole number ≥ 1.
 */
export function forecastVariance(parameters: GarchParameters, next: number, k: number): Float64Array {
  if (!Number.isInteger(k) || k < 1)
    throw new RangeError(`k must be a whole number of at least 1, came ${k}`);
  const out = new Float64Array(k);
  out[0] = next;
  for (let j = 1; j < k; j++) out[j] = parameters.omega + persistence(parameters) * out[j - 1]!;
  return out;
}

/** Mean of the squares that are not NaN. */
export function meanSquare(values: Float64Array): number {
  let [n, sum] = [0, 0];
  for (const x of values) {
    if (Number.isNaN(x)) continue;
    n++;
    sum += x * x;
  }
  return sum / n;
}

function startVariance(residuals: Float64Array, parameters: GarchParameters, start: GarchStart): number {
  const m = typeof start === 'number' ? start : meanSquare(residuals);
  if (typeof start === 'number' && !(start > 0 && start < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`the start variance must be finite and above 0, came ${start}`);
  }
  return start === 'presample' ? parameters.omega + persistence(parameters) * m : m;
}

function checkParameters({ mu, omega, alpha, beta, gamma = 0 }: GarchParameters): void {
  if (!Number.isFinite(mu)) throw new RangeError(`mu must be finite, came ${mu}`);
  if (!(omega > 0 && omega < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`omega must be finite and above 0, came ${omega}`);
  }
  if (!(alpha >= 0 && beta >= 0 && alpha + gamma >= 0 && alpha + gamma + beta < Number.POSITIVE_INFINITY)) {
    throw new RangeError(
      `alpha, beta and alpha + gamma must be at least 0, came alpha ${alpha}, beta ${beta}, gamma ${gamma}`,
    );
  }
}
