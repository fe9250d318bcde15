import fc from 'fast-check';
import { gram } from '../../src/math/matrix.ts';

const entry = fc.double({ min: -10, max: 10, noNaN: true }).map((x) => Math.round(x * 1e6) / 1e6);

/** A rows×columns matrix of values between −10 and 10. */
export function matrixOf(rows: number, columns: number): fc.Arbitrary<Float64Array> {
  const size = rows * columns;
  return fc.array(entry, { minLength: size, maxLength: size }).map((list) => Float64Array.from(list));
}

export interface Square {
  readonly n: number;
  readonly a: Float64Array;
}

/** A general square matrix of 1 to 7 rows. */
export const square: fc.Arbitrary<Square> = fc
  .integer({ min: 1, max: 7 })
  .chain((n) => matrixOf(n, n).map((a) => ({ n, a })));

/** A symmetric matrix of 1 to 7 rows. */
export const symmetric: fc.Arbitrary<Square> = square.map(({ n, a }) => ({
  n,
  a: a.map((_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    return a[Math.max(i, j) * n + Math.min(i, j)]!;
  }),
}));

/** BᵀB + I, positive definite with a condition number that leaves ten digits. */
export const positiveDefinite: fc.Arbitrary<Square> = square.map(({ n, a }) => ({
  n,
  a: gram(a, n, n).map((value, at) => value + (at % (n + 1) === 0 ? 1 : 0)),
}));

/** Largest difference of two vectors relative to the largest value of the second; 0 for two zero vectors. */
export function relativeDifference(came: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (came.length !== expected.length) return Number.POSITIVE_INFINITY;
  let [difference, size] = [0, 0];
  for (let i = 0; i < expected.length; i++) {
    const d = Math.abs(came[i]! - expected[i]!);
    if (Number.isNaN(d)) return Number.POSITIVE_INFINITY;
    difference = Math.max(difference, d);
    size = Math.max(size, Math.abs(expected[i]!));
  }
  return difference === 0 ? 0 : difference / size;
}

/** Identity of n rows. */
export function identity(n: number): Float64Array {
  return new Float64Array(n * n).map((_, at) => (at % (n + 1) === 0 ? 1 : 0));
}

/** Hilbert matrix 1/(i + j + 1). */
export function hilbert(n: number): Float64Array {
  return new Float64Array(n * n).map((_, at) => 1 / (Math.floor(at / n) + (at % n) + 1));
}

/** A design that numpy makes with the same line: X[:,0] = 1, X[:,j] = sin(0.7*j*t*t + j); y = X @ arange(1, k+1)/2 + noise. */
export function trigonometricDesign(T: number, k: number) {
  const x = new Float64Array(T * k);
  const y = new Float64Array(T);
  const weights = new Float64Array(T);
  for (let t = 0; t < T; t++) {
    x[t * k] = 1;
    for (let j = 1; j < k; j++) x[t * k + j] = Math.sin(0.7 * j * t * t + j);
    for (let j = 0; j < k; j++) y[t]! += x[t * k + j]! * ((j + 1) / 2);
    y[t]! += Math.sin(t * t * 1.3 + 2) * (1 + t / T);
    weights[t] = 1 / (1 + t / T) ** 2;
  }
  return { x, y, weights };
}
