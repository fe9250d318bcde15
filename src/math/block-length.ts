import { mean } from './moments.ts';

export interface BlockLength {
  /** Mean block of the stationary bootstrap, in rows. */
  readonly stationary: number;
  /** Block of the circular (and moving) block bootstrap, in rows; round up. */
  readonly circular: number;
  /** m̂: the lag from which the autocorrelations are taken for none. */
  readonly lags: number;
}

/**
 * Automatic block length for the mean of a series: b = (2 Ĝ² / D̂)^{1/3} n^{1/3}, at least 1, at most ⌈min(3√n, n/3)⌉.
 * Ĝ = Σ_{|k| ≤ M} λ(k/M) |k| R̂(k), ĝ(0) = Σ_{|k| ≤ M} λ(k/M) R̂(k), D̂ = 2 ĝ(0)² (stationary, as corrected) or 4/3 ĝ(0)² (circular);
 * λ(t) = 1 for |t| ≤ ½, else 2(1 − |t|); R̂ the autocovariance with divisor n. M = 2 m̂, m̂ the first lag of the first run of
 * K = max(5, ⌈log₁₀ n⌉) lags with |ρ̂| < 2 √(log₁₀ n / n) among the first ⌈√n⌉ + K, or the largest significant lag when there is no such run
 * (as R np::b.star and Python arch count it; footnote c of the paper can be read as one lag less).
 * Symbols: `values` n values in time order; the results in rows.
 * NaN policy: all NaN when a value is not finite, the series is constant, or n < 8.
 * @see Politis & White (2004), Econometric Reviews 23(1), § 3; Patton, Politis & White (2009), Correction, Econometric Reviews 28(4)
 */
export function blockLength(values: Float64Array): BlockLength {
  const n = values.length;
  const most = Math.ceil(Math.sqrt(n)) + runLength(n);
  if (n < 8 || !values.every(Number.isFinite)) return UNDEFINED;
  const covariance = autocovariance(values, Math.min(n - 1, most));
  if (!(covariance[0]! > 1e-20 * Math.max(1, mean(values) ** 2))) return UNDEFINED;
  const lags = significantLags(covariance, n);
  const window = Math.min(2 * lags, covariance.length - 1);
  let [weighted, spectrum] = [0, covariance[0]!];
  for (let k = 1; k <= window; k++) {
    const weight = 2 * flatTop(k / window) * covariance[k]!;
    weighted += weight * k;
    spectrum += weight;
  }
  const longest = Math.ceil(Math.min(3 * Math.sqrt(n), n / 3));
  const block = (variance: number) =>
    Math.min(longest, Math.max(1, Math.cbrt((2 * weighted * weighted * n) / variance)));
  return {
    stationary: block(2 * spectrum * spectrum),
    circular: block((4 / 3) * spectrum * spectrum),
    lags,
  };
}

const UNDEFINED: BlockLength = { stationary: Number.NaN, circular: Number.NaN, lags: Number.NaN };

function runLength(n: number): number {
  return Math.max(5, Math.ceil(Math.log10(n)));
}

function autocovariance(values: Float64Array, most: number): Float64Array {
  const n = values.length;
  const centre = mean(values);
  const out = new Float64Array(most + 1);
  for (let k = 0; k <= most; k++) {
    let sum = 0;
    for (let t = k; t < n; t++) sum += (values[t]! - centre) * (values[t - k]! - centre);
    out[k] = sum / n;
  }
  return out;
}

function significantLags(covariance: Float64Array, n: number): number {
  const threshold = 2 * Math.sqrt(Math.log10(n) / n) * covariance[0]!;
  const wanted = runLength(n);
  let last = 0;
  for (let k = 1; k < covariance.length; k++) {
    if (Math.abs(covariance[k]!) >= threshold) last = k;
    else if (k - last === wanted) return last + 1;
  }
  return Math.max(1, last);
}

function flatTop(t: number): number {
  return t <= 0.5 ? 1 : Math.max(0, 2 * (1 - t));
}
