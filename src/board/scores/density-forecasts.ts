import { checkSameLength } from '../../math/arguments.ts';
import { normalCdf, normalLogPdf, normalPdf } from '../../math/distributions.ts';

/** Normal forecasts and what came, n values each in one unit; deviations above 0. */
export interface NormalForecasts {
  readonly observed: Float64Array;
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

/**
 * Continuous ranked probability score of each normal forecast, n values in the unit of the observation, 0 best.
 * CRPS = σ·(z·(2Φ(z) − 1) + 2φ(z) − 1/√π), z = (y − μ)/σ. NaN where an input is.
 * @throws RangeError on another length or a deviation that is not above 0.
 * @see Gneiting & Raftery (2007), Strictly proper scoring rules, prediction, and estimation, J. American Statistical Association 102, eq. 21.
 */
export function crpsNormal(forecasts: NormalForecasts): Float64Array {
  return eachForecast(forecasts, (z, deviation) => {
    // Φ(z) − Φ(−z) keeps its digits near 0, where 2Φ(z) − 1 loses them.
    return deviation * (z * (normalCdf(z) - normalCdf(-z)) + 2 * normalPdf(z) - 1 / Math.sqrt(Math.PI));
  });
}

/** Logarithmic score of each normal forecast, n values, nats, lower better: −ln density = z²/2 + ln σ + ln √(2π). As `crpsNormal`. */
export function logScoreNormal(forecasts: NormalForecasts): Float64Array {
  return eachForecast(forecasts, (z, deviation) => Math.log(deviation) - normalLogPdf(z));
}

/**
 * Probability integral transform of each observation under its forecast: Φ(z), uniform on [0, 1] when the forecasts are right.
 * As `crpsNormal`.
 * @see Diebold, Gunther & Tay (1998), Evaluating density forecasts, International Economic Review 39, 863–883.
 */
export function pitNormal(forecasts: NormalForecasts): Float64Array {
  return eachForecast(forecasts, normalCdf);
}

/**
 * Continuous ranked probability score of ensembles: mean |x_i − y| − Σ_i Σ_j |x_i − x_j| / (2M²), n values in the unit of y, 0 best.
 * `members` n×M row-major. `fair` divides by 2M(M − 1) instead, which does not punish a small ensemble; NaN then for M = 1.
 * NaN where an observation or a member is.
 * @throws RangeError when members are no whole number of columns.
 * @see Gneiting & Raftery (2007); Ferro (2014), Fair scores for ensemble forecasts, Q. J. Royal Meteorological Society 140.
 */
export function crpsEnsemble(observed: Float64Array, members: Float64Array, fair = false): Float64Array {
  const n = observed.length;
  const M = members.length / n;
  if (n === 0 && members.length === 0) return new Float64Array(0);
  if (!Number.isInteger(M) || M < 1) {
    throw new RangeError(`${n} observations need n×M members, came ${members.length}`);
  }
  return observed.map((y, t) => {
    const sorted = members
      .slice(t * M, t * M + M)
      .map((x) => x - y)
      .sort();
    let distance = 0;
    let spread = 0;
    for (let i = 0; i < M; i++) {
      distance += Math.abs(sorted[i]!);
      spread += (2 * i + 1 - M) * sorted[i]!;
    }
    // Σ_i Σ_j |x_i − x_j| / 2 = Σ_i (2i + 1 − M)·x_(i), i from 0 in order of size.
    return distance / M - spread / (fair ? M * (M - 1) : M * M);
  });
}

/**
 * Pinball loss of quantile forecasts: mean of τ·(y − q)⁺ + (1 − τ)·(q − y)⁺, in the unit of y, 0 best; τ in (0, 1).
 * NaN for no forecast and when any value is NaN.
 * @throws RangeError on another length or a τ outside (0, 1).
 * @see Koenker & Bassett (1978), Regression quantiles, Econometrica 46, 33–50.
 */
export function pinballLoss(observed: Float64Array, quantile: Float64Array, tau: number): number {
  checkSameLength('observations and quantiles', observed, quantile);
  if (!(tau > 0 && tau < 1)) throw new RangeError(`tau must be in (0, 1), came ${tau}`);
  let sum = 0;
  for (let i = 0; i < observed.length; i++) {
    const error = observed[i]! - quantile[i]!;
    sum += error >= 0 ? tau * error : (tau - 1) * error;
  }
  return sum / observed.length;
}

function eachForecast(
  { observed, mean, deviation }: NormalForecasts,
  score: (z: number, deviation: number) => number,
): Float64Array {
  checkSameLength('observations and means', observed, mean);
  checkSameLength('observations and deviations', observed, deviation);
  const odd = deviation.find((value) => value <= 0);
  if (odd !== undefined) throw new RangeError(`a deviation must be above 0, came ${odd}`);
  return observed.map((y, i) => score((y - mean[i]!) / deviation[i]!, deviation[i]!));
}
