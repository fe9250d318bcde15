import gammaln from '@stdlib/math-base-special-gammaln';
import chiSquareCdfOf from '@stdlib/stats-base-dists-chisquare-cdf';
import chiSquareQuantileOf from '@stdlib/stats-base-dists-chisquare-quantile';
import fCdfOf from '@stdlib/stats-base-dists-f-cdf';
import normalCdfOf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantileOf from '@stdlib/stats-base-dists-normal-quantile';
import tCdfOf from '@stdlib/stats-base-dists-t-cdf';
import tQuantileOf from '@stdlib/stats-base-dists-t-quantile';

const LOG_TWO_PI = Math.log(2 * Math.PI);

/** ln Γ(x). NaN for NaN; +∞ at 0 and the negative whole numbers. */
export function logGamma(x: number): number {
  return gammaln(x);
}

/** Standard normal density φ(x) = exp(−x²/2) / √(2π). NaN for NaN. */
export function normalPdf(x: number): number {
  return Math.exp(normalLogPdf(x));
}

/** ln φ(x) = −(x² + ln 2π) / 2. NaN for NaN. */
export function normalLogPdf(x: number): number {
  return -(x * x + LOG_TWO_PI) / 2;
}

/** Standard normal distribution function Φ(x); the upper tail is `normalCdf(-x)`, exact where 1 − Φ(x) is not. NaN for NaN. */
export function normalCdf(x: number): number {
  return normalCdfOf(x, 0, 1);
}

/** Below this the library's inverse loses digits: 2p − 1 rounds. */
const NORMAL_TAIL = 0.01;

/**
 * Standard normal quantile Φ⁻¹(p): −∞ at 0, +∞ at 1; right to rounding also far in the tails.
 * NaN policy: NaN for NaN and outside [0, 1].
 */
export function normalQuantile(p: number): number {
  if (p > 1 - NORMAL_TAIL && p < 1) return -lowerTailQuantile(1 - p);
  if (p > 0 && p < NORMAL_TAIL) return lowerTailQuantile(p);
  return normalQuantileOf(p, 0, 1);
}

/** Newton's method on ln Φ(x) = ln p, which is nearly a parabola in the tail. */
function lowerTailQuantile(p: number): number {
  const logP = Math.log(p);
  let x = -Math.sqrt(-2 * logP - Math.log(-4 * Math.PI * logP));
  for (let round = 0; round < 8; round++) {
    const cdf = normalCdf(x);
    const step = ((Math.log(cdf) - logP) * cdf) / normalPdf(x);
    x -= step;
    if (Math.abs(step) <= 1e-15 * Math.abs(x)) break;
  }
  return x;
}

/** Student t density with ν > 0 degrees of freedom. NaN for NaN and ν ≤ 0. */
export function studentTPdf(x: number, df: number): number {
  return Math.exp(studentTLogPdf(x, df));
}

/** ln of the Student t density: ln Γ((ν+1)/2) − ln Γ(ν/2) − ½ ln(νπ) − (ν+1)/2 · ln(1 + x²/ν). NaN for NaN and ν ≤ 0; ν = ∞ is normal. */
export function studentTLogPdf(x: number, df: number): number {
  if (!(df > 0)) return Number.NaN;
  if (df === Number.POSITIVE_INFINITY) return normalLogPdf(x);
  return logGammaRatio(df / 2) - Math.log(df * Math.PI) / 2 - ((df + 1) / 2) * Math.log1p((x * x) / df);
}

/** Student t distribution function; the upper tail is `studentTCdf(-x, df)`. NaN for NaN and ν ≤ 0; ν = ∞ is normal. */
export function studentTCdf(x: number, df: number): number {
  return df === Number.POSITIVE_INFINITY ? normalCdf(x) : tCdfOf(x, df);
}

/**
 * Student t quantile with ν > 0 degrees of freedom: −∞ at 0, +∞ at 1 and where it exceeds the largest double.
 * NaN policy: NaN for NaN, p outside [0, 1] and ν ≤ 0; ν = ∞ is normal.
 */
export function studentTQuantile(p: number, df: number): number {
  if (df === Number.POSITIVE_INFINITY) return normalQuantile(p);
  const x = tQuantileOf(p, df);
  // The library gives 0 for a p within about 1e−6 of ½ when ν is large; there the quantile is a straight line.
  return x === 0 ? (p - 0.5) / studentTPdf(0, df) : x;
}

/** χ² distribution function with k > 0 degrees of freedom. NaN for NaN and k ≤ 0. */
export function chiSquareCdf(x: number, df: number): number {
  return df > 0 ? chiSquareCdfOf(x, df) : Number.NaN;
}

const LONGEST_RECURRENCE = 10_000;

/**
 * χ² upper tail Pr(X > x), k > 0 degrees of freedom. For whole k up to 10,000 right to rounding however small, by
 * Q(a + 1, y) = Q(a, y) + yᵃ e⁻ʸ / Γ(a + 1), y = x/2, from Q(1, y) = e⁻ʸ or Q(½, y) = 2 Φ(−√x); else 1 − cdf, to 1e−15 absolute.
 * NaN policy: NaN for NaN and k ≤ 0.
 * @see Abramowitz & Stegun (1972), 26.4.8
 */
export function chiSquareUpperTail(x: number, df: number): number {
  const below = chiSquareCdf(x, df);
  if (!Number.isInteger(df) || df > LONGEST_RECURRENCE || !(below > 0.5) || x === Number.POSITIVE_INFINITY) {
    return 1 - below;
  }
  const y = x / 2;
  let sum = df % 2 === 0 ? Math.exp(-y) : 2 * normalCdf(-Math.sqrt(x));
  for (let a = df % 2 === 0 ? 1 : 0.5; a < df / 2; a++) sum += Math.exp(a * Math.log(y) - y - gammaln(a + 1));
  return sum;
}

/** χ² quantile: 0 at 0, +∞ at 1. NaN for NaN, p outside [0, 1] and k ≤ 0. */
export function chiSquareQuantile(p: number, df: number): number {
  return df > 0 ? chiSquareQuantileOf(p, df) : Number.NaN;
}

/** F distribution function with d₁, d₂ > 0 degrees of freedom, to 1e−15 absolute. NaN for NaN and degrees ≤ 0. */
export function fCdf(x: number, df1: number, df2: number): number {
  return fCdfOf(x, df1, df2);
}

/** F upper tail Pr(X > x) = Pr(1/X < 1/x), where 1/X has (d₂, d₁) degrees of freedom. NaN for NaN and degrees ≤ 0. */
export function fUpperTail(x: number, df1: number, df2: number): number {
  return x <= 0 ? 1 - fCdfOf(x, df1, df2) : fCdfOf(1 / x, df2, df1);
}

/** Regularised lower incomplete gamma P(a, x) = γ(a, x) / Γ(a), a > 0, x ≥ 0. NaN outside. */
export function regularisedGamma(a: number, x: number): number {
  return x >= 0 ? chiSquareCdf(2 * x, 2 * a) : Number.NaN;
}

/** Regularised incomplete beta I_x(a, b), a, b > 0, x in [0, 1], to 1e−15 absolute. NaN outside. */
export function regularisedBeta(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1)) return Number.NaN;
  return fCdfOf((b * x) / (a * (1 - x)), 2 * a, 2 * b);
}

/** ln Γ(z + ½) − ln Γ(z); by its asymptotic series where the difference would cancel. */
function logGammaRatio(z: number): number {
  if (z < 50) return gammaln(z + 0.5) - gammaln(z);
  const u = 1 / (z * z);
  return Math.log(z) / 2 - (1 / 8 - u * (1 / 192 - u * (1 / 640 - (17 / 14336) * u))) / z;
}
