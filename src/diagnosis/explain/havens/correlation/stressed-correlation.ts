/** Upper end of the blend: every pair at 1. */
const ONE = 1;

/** Squares of what rounding leaves of 1 − 1. */
const ROUNDING = 1e-24;

/** Correlation matrix of an N×N covariance, row-major; NaN where a variance is 0. */
export function correlationsOf(covariance: Float64Array, n: number): Float64Array {
  return covariance.map((value, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    return i === j ? ONE : value / Math.sqrt(covariance[i * n + i]! * covariance[j * n + j]!);
  });
}

/**
 * Correlations part of the way to 1: (1 − λ) C + λ 11ᵀ, N×N row-major. For 0 ≤ λ ≤ 1 it mixes two positive semi-definite matrices with unit
 * diagonal and is one itself.
 */
export function stressedCorrelation(correlations: Float64Array, lambda: number): Float64Array {
  return correlations.map((value) => value + lambda * (ONE - value));
}

/**
 * How far correlations have gone from C toward 1: the λ for which (1 − λ) C + λ 11ᵀ comes nearest to `now` (Frobenius),
 * λ = Σ_{i<j} (r_ij − c_ij)(1 − c_ij) / Σ_{i<j} (1 − c_ij)². 0 at C, 1 when all pairs stand at 1, below 0 when they went the other way.
 * NaN when all of C is 1 or a value is missing.
 */
export function wayToOne(before: Float64Array, now: Float64Array, n: number): number {
  let [cross, square] = [0, 0];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const room = ONE - before[i * n + j]!;
      cross += (now[i * n + j]! - before[i * n + j]!) * room;
      square += room * room;
    }
  }
  return square > ROUNDING ? cross / square : Number.NaN;
}

/** Mean of the pairs, i < j. */
export function meanOfPairs(correlations: Float64Array, n: number): number {
  return (sumOf(correlations) - n) / (n * (n - 1));
}

/** Value at risk of the same volatility in each position under one matrix over that under another: √(Σ r_ij / Σ c_ij). */
export function riskRatio(now: Float64Array, before: Float64Array): number {
  return Math.sqrt(sumOf(now) / sumOf(before));
}

/**
 * Correlation that one day implies: ((Σ z)² − Σ z²) / ((n − 1) Σ z²), z returns over their own scale. 1 when all moved by the same z,
 * −1/(n − 1) when they cancelled; over many days about the mean of the pairs. NaN when nothing moved or a value is missing.
 */
export function dayCorrelation(z: Float64Array): number {
  const sum = sumOf(z);
  const squares = z.reduce((total, one) => total + one * one, 0);
  return squares > 0 ? (sum * sum - squares) / ((z.length - 1) * squares) : Number.NaN;
}

function sumOf(values: Float64Array): number {
  return values.reduce((total, one) => total + one, 0);
}
