import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cholesky,
  choleskyInverse,
  choleskySolve,
  forwardSubstitute,
  logDeterminant,
  quadraticForm,
} from '../../src/math/cholesky.ts';
import { choleskyDowndate, choleskyUpdate } from '../../src/math/cholesky-rank-one.ts';
import { multiply, transpose } from '../../src/math/matrix.ts';
import { hilbert, identity, matrixOf, positiveDefinite, relativeDifference } from './matrices.ts';

/** The textbook example: L = [2 0 0; 6 1 0; −8 5 3]. */
const textbook = Float64Array.of(4, 12, -16, 12, 37, -43, -16, -43, 98);

const plusOuter = (a: Float64Array, v: Float64Array, sign: number) =>
  a.map((value, at) => value + sign * v[Math.floor(at / v.length)]! * v[at % v.length]!);

const withVector = positiveDefinite.chain(({ n, a }) => matrixOf(n, 1).map((v) => ({ n, a, v })));

describe('the Cholesky factor', () => {
  it('has the closed form of a textbook matrix, also in place', () => {
    const expected = [2, 0, 0, 6, 1, 0, -8, 5, 3];
    expect([...cholesky(textbook, 3)!]).toEqual(expected);
    const own = Float64Array.from(textbook);
    expect(cholesky(own, 3, own)).toBe(own);
    expect([...own]).toEqual(expected);
    expect([...cholesky(Float64Array.of(9), 1)!]).toEqual([3]);
  });

  it('multiplies back to the matrix, solves, inverts and reads the lower triangle only', () => {
    fc.assert(
      fc.property(withVector, ({ n, a, v }) => {
        const l = cholesky(a, n)!;
        expect(relativeDifference(multiply(l, transpose(l, n, n), n, n, n), a)).toBeLessThan(1e-14);
        const x = choleskySolve(l, n, multiply(a, v, n, n, 1));
        expect(relativeDifference(x, v)).toBeLessThan(1e-9);
        expect(relativeDifference(multiply(choleskyInverse(l, n), a, n, n, n), identity(n))).toBeLessThan(
          1e-9,
        );
        const dot = x.reduce((sum, value, i) => sum + value * multiply(a, v, n, n, 1)[i]!, 0);
        expect(Math.abs(quadraticForm(l, n, multiply(a, v, n, n, 1)) - dot)).toBeLessThan(1e-9 * (1 + dot));
        const lowerOnly = a.map((value, at) => (at % n > Math.floor(at / n) ? Number.NaN : value));
        expect(cholesky(lowerOnly, n)).toEqual(l);
      }),
    );
  });

  it('solves several columns at once as it solves each, also in place', () => {
    const l = cholesky(textbook, 3)!;
    const b = Float64Array.of(1, 4, 2, 5, 3, 6);
    const columns = [
      choleskySolve(l, 3, Float64Array.of(1, 2, 3)),
      choleskySolve(l, 3, Float64Array.of(4, 5, 6)),
    ];
    expect([...choleskySolve(l, 3, b)]).toEqual(
      [0, 1, 2].flatMap((i) => columns.map((column) => column[i]!)),
    );
    expect([...choleskySolve(l, 3, Float64Array.from(b), b)]).toEqual([...b]);
    expect([...forwardSubstitute(l, 3, Float64Array.of(2, 7, 0))]).toEqual([1, 1, 1]);
  });

  it('gives ln det of the 6×6 Hilbert matrix', () => {
    // numpy 1.24: np.linalg.slogdet(1/(i+j+1))[1]
    expect(logDeterminant(cholesky(hilbert(6), 6)!, 6)).toBeCloseTo(-39.76620670644799, 8);
  });

  it('is undefined for a matrix that is singular, indefinite, zero or not finite', () => {
    expect(cholesky(Float64Array.of(1, 1, 1, 1), 2)).toBeUndefined();
    expect(cholesky(Float64Array.of(1, 2, 2, 1), 2)).toBeUndefined();
    expect(cholesky(Float64Array.of(-1), 1)).toBeUndefined();
    expect(cholesky(new Float64Array(4), 2)).toBeUndefined();
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(cholesky(Float64Array.of(bad), 1)).toBeUndefined();
      expect(cholesky(Float64Array.of(2, 0, bad, 2), 2)).toBeUndefined();
      expect(cholesky(Float64Array.of(2, 0, 0, bad), 2)).toBeUndefined();
    }
  });

  it('judges a pivot beside its own variance, so that units do not matter', () => {
    expect(cholesky(Float64Array.of(1, 0, 0, 1e-30), 2)).toBeDefined();
    const nearly = (gap: number) => cholesky(Float64Array.of(1, 1, 1, 1 + gap), 2);
    expect(nearly(1e-11)).toBeDefined();
    expect(nearly(1e-13)).toBeUndefined();
  });

  it('refuses lengths that disagree with the size', () => {
    expect(() => cholesky(new Float64Array(5), 2)).toThrow(RangeError);
    expect(() => cholesky(new Float64Array(4), 2, new Float64Array(3))).toThrow(RangeError);
    expect(() => choleskySolve(identity(2), 2, new Float64Array(3))).toThrow(RangeError);
    expect(() => choleskySolve(identity(2), 2, new Float64Array(0))).toThrow(RangeError);
    expect(() => logDeterminant(new Float64Array(3), 2)).toThrow(RangeError);
  });
});

describe('a rank-one change', () => {
  it('up gives the factor of A + vvᵀ, and down again the factor of A', () => {
    fc.assert(
      fc.property(withVector, ({ n, a, v }) => {
        const l = cholesky(a, n)!;
        const changed = Float64Array.from(l);
        const before = Float64Array.from(v);
        choleskyUpdate(changed, n, v);
        expect(relativeDifference(changed, cholesky(plusOuter(a, v, 1), n)!)).toBeLessThan(1e-10);
        expect(choleskyDowndate(changed, n, v)).toBe(true);
        expect(relativeDifference(changed, l)).toBeLessThan(1e-8);
        expect(v).toEqual(before);
      }),
    );
  });

  it('down gives the factor of A − vvᵀ', () => {
    const l = cholesky(textbook, 3)!;
    const v = Float64Array.of(0.5, 1.2, -2.2);
    expect(choleskyDowndate(l, 3, v)).toBe(true);
    expect(relativeDifference(l, cholesky(plusOuter(textbook, v, -1), 3)!)).toBeLessThan(1e-14);
  });

  it('follows 5,000 EWMA steps without a refresh', () => {
    const n = 4;
    const lambda = 0.97;
    const s = identity(n);
    const l = identity(n);
    const shock = new Float64Array(n);
    for (let t = 0; t < 5000; t++) {
      for (let i = 0; i < n; i++) shock[i] = Math.sqrt(1 - lambda) * Math.sin(1.1 * t * (i + 1) + i * i);
      for (let at = 0; at < n * n; at++) {
        s[at] = lambda * s[at]! + shock[Math.floor(at / n)]! * shock[at % n]!;
        l[at]! *= Math.sqrt(lambda);
      }
      choleskyUpdate(l, n, shock);
    }
    expect(relativeDifference(l, cholesky(s, n)!)).toBeLessThan(1e-12);
  });

  it('down is refused, and nothing changed, when the result would not be positive definite', () => {
    const l = identity(2);
    for (const v of [
      [1, 0],
      [2, 0],
      [Number.NaN, 0],
      [0, Number.POSITIVE_INFINITY],
    ]) {
      expect(choleskyDowndate(l, 2, Float64Array.from(v))).toBe(false);
      expect(l).toEqual(identity(2));
    }
    expect(() => choleskyDowndate(l, 2, new Float64Array(3))).toThrow(RangeError);
    expect(() => choleskyUpdate(l, 2, new Float64Array(3))).toThrow(RangeError);
  });
});
