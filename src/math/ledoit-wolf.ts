import { centredGram, columnMeans } from './covariance.ts';

export interface LedoitWolf {
  /** (1 − shrinkage)·S + shrinkage·(tr S / n)·I, n×n row-major. */
  readonly covariance: Float64Array;
  /** Share of the target, 0 to 1. */
  readonly shrinkage: number;
}

/**
 * Covariance shrunk to the scaled identity with the weight that minimises the expected squared error:
 * Σ = (1 − δ) S + δ μ I, S with ddof = 0, μ = tr S / n, δ = min(b², d²)/d²,
 * d² = ‖S − μI‖²/n, b² = Σ_t ‖x_t x_tᵀ − S‖² / (n T²), x_t demeaned.
 * X T×n row-major; NaN or infinity in X makes everything NaN. One column is not shrunk. The convention of
 * sklearn.covariance.ledoit_wolf.
 * @throws RangeError when the length is not T·n.
 * @see Ledoit & Wolf (2004), Journal of Multivariate Analysis 88, 365–411, eq. 14 and lemmas 3.2–3.4.
 */
export function ledoitWolf(x: Float64Array, T: number, n: number): LedoitWolf {
  const covariance = centredGram(x, T, n).map((value) => value / T);
  if (n === 1) return { covariance, shrinkage: covariance[0]! - covariance[0]! };
  let trace = 0;
  for (let i = 0; i < n; i++) trace += covariance[i * n + i]!;
  const mu = trace / n;
  const shrinkage = shrinkageOf(x, T, n, covariance, mu);
  for (let k = 0; k < covariance.length; k++) covariance[k]! *= 1 - shrinkage;
  for (let i = 0; i < n; i++) covariance[i * n + i]! += shrinkage * mu;
  return { covariance, shrinkage };
}

function shrinkageOf(x: Float64Array, T: number, n: number, s: Float64Array, mu: number): number {
  let squares = 0;
  let distance = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      squares += s[i * n + j]! ** 2;
      distance += (s[i * n + j]! - (i === j ? mu : 0)) ** 2;
    }
  }
  const noise = Math.min((fourthMoment(x, T, n) / T - squares) / T, distance);
  return noise === 0 ? 0 : noise / distance;
}

/** Σ_t (Σ_i x_ti²)² of the demeaned rows. */
function fourthMoment(x: Float64Array, T: number, n: number): number {
  const centre = columnMeans(x, T, n);
  let sum = 0;
  for (let t = 0; t < T; t++) {
    let length = 0;
    for (let i = 0; i < n; i++) length += (x[t * n + i]! - centre[i]!) ** 2;
    sum += length * length;
  }
  return sum;
}
