import { normalPdf, normalQuantile, studentTPdf, studentTQuantile } from '../math/distributions.ts';
import { mean, standardDeviation } from '../math/moments.ts';

/** Positive losses in units of the returns. */
export interface ParametricRisk {
  readonly var: number;
  readonly es: number;
}

/**
 * VaR and ES of a normal distribution: VaR = −(μ + z_α σ), ES = −μ + σ φ(z_α)/α; σ with ddof 1 when it comes from a sample.
 * NaN when μ or σ is NaN.
 * @throws RangeError when α is outside (0, 1).
 * @see McNeil, Frey & Embrechts (2015), Quantitative Risk Management, eq. 2.17 and example 2.14
 */
export function gaussianRisk(mu: number, sigma: number, alpha: number): ParametricRisk {
  checkAlpha(alpha);
  const z = normalQuantile(alpha);
  return { var: -(mu + z * sigma), es: -mu + (sigma * normalPdf(z)) / alpha };
}

/**
 * VaR and ES of a Student t distribution with ν degrees of freedom, scaled to standard deviation σ: scale s = σ√((ν − 2)/ν),
 * VaR = −(μ + s t_α), ES = −μ + s · (f(t_α)/α) · (ν + t_α²)/(ν − 1). NaN when μ or σ is NaN.
 * @throws RangeError when α is outside (0, 1) or ν ≤ 2.
 * @see McNeil, Frey & Embrechts (2015), example 2.15
 */
export function studentRisk(mu: number, sigma: number, df: number, alpha: number): ParametricRisk {
  checkAlpha(alpha);
  if (!(df > 2)) throw new RangeError(`degrees of freedom must be above 2, came ${df}`);
  if (df === Number.POSITIVE_INFINITY) return gaussianRisk(mu, sigma, alpha);
  const scale = sigma * Math.sqrt((df - 2) / df);
  const q = studentTQuantile(alpha, df);
  const es = -mu + (scale * studentTPdf(q, df) * (df + q * q)) / (alpha * (df - 1));
  return { var: -(mu + scale * q), es };
}

export interface CornishFisherRisk {
  readonly var: number;
  /** The corrected quantile. */
  readonly z: number;
  /** m_3/m_2^{3/2}, moments with ddof 0. */
  readonly skewness: number;
  /** m_4/m_2² − 3. */
  readonly excessKurtosis: number;
  /** False where z′ falls as z rises somewhere between the quantiles of 1e-4 and 1 − 1e-4: it is then no quantile (|S| above about 1). */
  readonly valid: boolean;
}

/**
 * VaR with the normal quantile corrected for skewness S and excess kurtosis K:
 *
 * z′ = z + (z² − 1)S/6 + (z³ − 3z)K/24 − (2z³ − 5z)S²/36; VaR = −(x̄ + z′ s), s with ddof 1
 *
 * `returns` n rows. NaN policy: NaN in, NaN out; NaN for a constant series. R's PerformanceAnalytics takes s with ddof 0.
 * @throws RangeError when α is outside (0, 1).
 * @see Zangari (1996), A VaR methodology for portfolios that include options, RiskMetrics Monitor; Maillard (2012) on its validity
 */
export function cornishFisherRisk(returns: Float64Array, alpha: number): CornishFisherRisk {
  checkAlpha(alpha);
  const centre = mean(returns);
  const moment = (power: number) =>
    returns.reduce((sum, r) => sum + (r - centre) ** power, 0) / returns.length;
  const variance = moment(2);
  const skewness = moment(3) / variance ** 1.5;
  const excessKurtosis = moment(4) / variance ** 2 - 3;
  const corrected = (z: number) =>
    z +
    ((z ** 2 - 1) * skewness) / 6 +
    ((z ** 3 - 3 * z) * excessKurtosis) / 24 -
    ((2 * z ** 3 - 5 * z) * skewness ** 2) / 36;
  const z = corrected(normalQuantile(alpha));
  return {
    var: -(centre + z * standardDeviation(returns)),
    z,
    skewness,
    excessKurtosis,
    valid: rises(skewness, excessKurtosis, -normalQuantile(Math.min(alpha, 1e-4))),
  };
}

/** True when z′ rises with z on ±widest: its derivative, a parabola in z, is positive at the ends and at its turn. */
function rises(S: number, K: number, widest: number): boolean {
  const a = K / 8 - S ** 2 / 6;
  const b = S / 3;
  const c = 1 - K / 8 + (5 * S ** 2) / 36;
  const turn = a === 0 ? 0 : -b / (2 * a);
  const places = [-widest, widest, ...(Math.abs(turn) < widest ? [turn] : [])];
  return places.every((z) => c + b * z + a * z * z > 0);
}

function checkAlpha(alpha: number): void {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha must lie in (0, 1), came ${alpha}`);
}
