import { checkSameLength, checkWhole } from '../../math/arguments.ts';
import { studentTCdf } from '../../math/distributions.ts';
import { mean } from '../../math/moments.ts';

export interface DieboldMariano {
  /** Mean of loss1 − loss2; below 0 the first forecast is better. */
  readonly meanDifference: number;
  /** d̄ / √(variance of d̄). */
  readonly statistic: number;
  /** The statistic with the small-sample factor of Harvey, Leybourne & Newbold. */
  readonly hln: number;
  /** Two-sided p of `hln` under Student's t with n − 1 degrees of freedom. */
  readonly p: number;
  /** True when the rectangular sum was not above 0 and Bartlett weights took its place. */
  readonly bartlett: boolean;
}

/**
 * Test that two forecasts of horizon h have the same expected loss, on n losses each in order of time.
 * d = loss1 − loss2; var(d̄) = (γ_0 + 2·Σ_{k<h} γ_k)/n, γ_k = Σ (d_t − d̄)(d_{t−k} − d̄)/n; HLN factor √((n + 1 − 2h + h(h − 1)/n)/n)
 *
 * Not valid for nested models (Clark & West 2007 is). Null when the losses differ by a constant, below two of them, when one is NaN, and when
 * the horizon leaves no degree of freedom.
 * @throws RangeError on another length or a horizon that is no whole number of at least 1.
 * @see Diebold & Mariano (1995), Comparing predictive accuracy, J. Business & Economic Statistics 13, 253–263; Harvey, Leybourne &
 * Newbold (1997), Testing the equality of prediction mean squared errors, International J. Forecasting 13, 281–291.
 */
export function dieboldMariano(loss1: Float64Array, loss2: Float64Array, horizon = 1): DieboldMariano | null {
  checkSameLength('losses', loss1, loss2);
  checkWhole('horizon', horizon, 1);
  const difference = loss1.map((loss, t) => loss - loss2[t]!);
  const n = difference.length;
  const centre = mean(difference);
  const variance = autocovariance(difference, centre, 0);
  // Differences that are constant but for rounding have no variance to divide by.
  if (horizon >= n || !(variance > 1e-20 * Math.max(Number.MIN_VALUE, centre * centre))) return null;
  const rectangular = longRunVariance(difference, centre, horizon, () => 1);
  const bartlett = !(rectangular > 0);
  const longRun = bartlett
    ? longRunVariance(difference, centre, horizon, (k) => 1 - k / horizon)
    : rectangular;
  const factor = (n + 1 - 2 * horizon + (horizon * (horizon - 1)) / n) / n;
  if (!(longRun > 0) || !(factor > 0)) return null;
  const statistic = centre / Math.sqrt(longRun / n);
  const hln = statistic * Math.sqrt(factor);
  return { meanDifference: centre, statistic, hln, p: 2 * studentTCdf(-Math.abs(hln), n - 1), bartlett };
}

function longRunVariance(
  d: Float64Array,
  centre: number,
  horizon: number,
  weight: (k: number) => number,
): number {
  let sum = autocovariance(d, centre, 0);
  for (let k = 1; k < horizon; k++) sum += 2 * weight(k) * autocovariance(d, centre, k);
  return sum;
}

function autocovariance(d: Float64Array, centre: number, lag: number): number {
  let sum = 0;
  for (let t = lag; t < d.length; t++) sum += (d[t]! - centre) * (d[t - lag]! - centre);
  return sum / d.length;
}
