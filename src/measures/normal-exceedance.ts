import { normalCdf, normalPdf } from '../math/distributions.ts';

/**
 * Exceedance correlation of two standard normal variables: the benchmark of `exceedanceCorrelation`.
 *
 * ρ_N(θ) = corr(X, Y | X ≥ h, Y ≥ h), h = |θ|, from the moments of the truncated bivariate normal; both sides are the same
 *
 * `r` their correlation in [−1, 1]; θ `threshold` in standard deviations, either sign (θ is taken on its own side: falls beyond −h are as
 * rises beyond h). 1 for r = 1. NaN for r ≤ −0.999 or a NaN: both never exceed together.
 * @throws RangeError when |r| > 1.
 * @see Rosenbaum (1961), Moments of a truncated bivariate normal distribution, J. Royal Statistical Society B 23(2).
 */
export function normalExceedanceCorrelation(r: number, threshold: number): number {
  if (Math.abs(r) > 1) throw new RangeError(`a correlation lies in [−1, 1], came ${r}`);
  if (r === 1) return 1;
  if (!(r > -0.999)) return Number.NaN;
  const h = Math.abs(threshold);
  const root = Math.sqrt(1 - r * r);
  const p = upperOrthant(h, r);
  const edge = normalPdf(h) * normalCdf(-h * Math.sqrt((1 - r) / (1 + r)));
  const ridge = (root / Math.sqrt(2 * Math.PI)) * normalPdf(h * Math.sqrt(2 / (1 + r)));
  const first = ((1 + r) * edge) / p;
  const second = 1 + (h * (1 + r * r) * edge + r * ridge) / p;
  const cross = r + (2 * r * h * edge + ridge) / p;
  return (cross - first * first) / (second - first * first);
}

/** P(X ≥ h, Y ≥ h) of standard normal X, Y: Φ(−h)² + (1/2π) ∫₀^{arcsin r} exp(−h² / (1 + sin u)) du, by Gauss–Legendre on panels. */
function upperOrthant(h: number, r: number): number {
  const end = Math.asin(r);
  const width = end / PANELS;
  let sum = 0;
  for (let panel = 0; panel < PANELS; panel++) {
    for (const [node, weight] of GAUSS) {
      sum += weight * Math.exp((-h * h) / (1 + Math.sin((panel + (1 + node) / 2) * width)));
    }
  }
  return normalCdf(-h) ** 2 + (sum * width) / 2 / (2 * Math.PI);
}

const PANELS = 16;

/** Nodes and weights of five-point Gauss–Legendre quadrature on [−1, 1] (Abramowitz & Stegun, table 25.4). */
const GAUSS = [
  [0, 128 / 225],
  [Math.sqrt(5 - 2 * Math.sqrt(10 / 7)) / 3, (322 + 13 * Math.sqrt(70)) / 900],
  [-Math.sqrt(5 - 2 * Math.sqrt(10 / 7)) / 3, (322 + 13 * Math.sqrt(70)) / 900],
  [Math.sqrt(5 + 2 * Math.sqrt(10 / 7)) / 3, (322 - 13 * Math.sqrt(70)) / 900],
  [-Math.sqrt(5 + 2 * Math.sqrt(10 / 7)) / 3, (322 - 13 * Math.sqrt(70)) / 900],
] as const;
