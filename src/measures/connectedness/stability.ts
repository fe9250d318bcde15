import { spectralRadius } from '../../math/general-eigenvalues.ts';
import { multiply } from '../../math/matrix.ts';

/** Squarings of the companion matrix before its eigenvalues are computed. */
const SQUARINGS = 4;

/**
 * Largest modulus of the eigenvalues of the companion matrix [A_1 … A_p; I 0]: a vector autoregression is stable when it is below 1.
 * `coefficients` A_1 … A_p, p×N×N. NaN when a coefficient is not finite.
 * @see Lütkepohl (2005), New Introduction to Multiple Time Series Analysis, eq. 2.1.8–2.1.9.
 */
export function companionModulus(coefficients: Float64Array, n: number, lag: number): number {
  return spectralRadius(companion(coefficients, n, lag), n * lag);
}

/**
 * True when `companionModulus` is at most 1, mostly without eigenvalues: ρ(C)^k = ρ(C^k) ≤ ‖C^k‖, k = 1, 2, 4, … settles it when a norm (Frobenius)
 * is below 1.
 */
export function isStable(coefficients: Float64Array, n: number, lag: number): boolean {
  // With one lag the companion matrix is the coefficients, and they mostly settle it.
  if (lag === 1 && squares(coefficients) < 1) return true;
  const size = n * lag;
  const whole = companion(coefficients, n, lag);
  let power = whole;
  for (let k = 0; k <= SQUARINGS; k++) {
    if (squares(power) < 1) return true;
    if (k < SQUARINGS) power = multiply(power, power, size, size, size);
  }
  return spectralRadius(whole, size) <= 1;
}

function companion(coefficients: Float64Array, n: number, lag: number): Float64Array {
  const size = n * lag;
  const out = new Float64Array(size * size);
  for (let l = 0; l < lag; l++) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) out[i * size + l * n + j] = coefficients[(l * n + i) * n + j]!;
    }
  }
  for (let i = n; i < size; i++) out[i * size + i - n] = 1;
  return out;
}

function squares(a: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * a[k]!;
  return sum;
}
