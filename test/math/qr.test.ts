import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gram, multiply, transpose } from '../../src/math/matrix.ts';
import { applyTransposedQ, inverseGram, leastSquares, qr, solveUpper } from '../../src/math/qr.ts';
import { identity, matrixOf, relativeDifference, trigonometricDesign } from './matrices.ts';

const tall = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 6 }))
  .chain(([k, more]) => matrixOf(k + more, k).map((x) => ({ T: k + more, k, x })));

describe('the QR factor', () => {
  it('satisfies RᵀR = XᵀX and keeps lengths, whatever the matrix', () => {
    fc.assert(
      fc.property(tall, ({ T, k, x }) => {
        const factor = qr(x, T, k)!;
        expect(factor.kept.length + factor.dependent.length).toBe(k);
        const y = Float64Array.from({ length: T }, (_, t) => Math.cos(t + 1));
        const length = (v: Float64Array) => Math.hypot(...v);
        expect(length(applyTransposedQ(factor, Float64Array.from(y)))).toBeCloseTo(length(y), 12);
        if (factor.rank < k) return;
        const { r } = factor;
        expect(relativeDifference(multiply(transpose(r, k, k), r, k, k, k), gram(x, T, k))).toBeLessThan(
          1e-13,
        );
      }),
    );
  });

  it('drops the later of two columns that say the same, and names it', () => {
    // Third column = first − 2·second; fifth = fourth.
    const rows = [1, 2, 3, 4, 5, 6].map((t) => {
      const [a, b, c] = [1, t, Math.sin(t)];
      return [a, b, a - 2 * b, c, c];
    });
    const factor = qr(Float64Array.from(rows.flat()), 6, 5)!;
    expect(factor.kept).toEqual([0, 1, 3]);
    expect(factor.dependent).toEqual([2, 4]);
    expect(factor.rank).toBe(3);
    expect(qr(new Float64Array(6), 3, 2)!.rank).toBe(0);
    expect(qr(Float64Array.of(1, 2, 3, 4, 5, 7), 2, 3)!.kept).toEqual([0, 1]);
  });

  it('judges a column beside its own length, so that units do not matter', () => {
    const units = [1e-200, 1, 1e150];
    const x = Float64Array.from([1, 2, 3, 4, 5].flatMap((t) => [1, t, t * t].map((v, j) => v * units[j]!)));
    expect(qr(x, 5, 3)!.rank).toBe(3);
  });

  it('solves and inverts its triangle', () => {
    const r = Float64Array.of(2, 1, 0, 4);
    expect([...solveUpper(r, 2, Float64Array.of(4, 8))]).toEqual([1, 2]);
    const inverse = inverseGram(r, 2);
    const moments = multiply(transpose(r, 2, 2), r, 2, 2, 2);
    expect(relativeDifference(multiply(inverse, moments, 2, 2, 2), identity(2))).toBeLessThan(1e-15);
  });

  it('is undefined for what is not finite and refuses a wrong length', () => {
    expect(qr(Float64Array.of(1, Number.NaN), 2, 1)).toBeUndefined();
    expect(qr(Float64Array.of(1, Number.NEGATIVE_INFINITY), 2, 1)).toBeUndefined();
    expect(() => qr(new Float64Array(5), 2, 2)).toThrow(RangeError);
    expect(() => qr(new Float64Array(0), 0, 2)).toThrow(RangeError);
  });
});

describe('least squares by QR', () => {
  it('gives a fifth-degree polynomial its coefficients back', () => {
    // Wampler's first problem (NIST StRD): y = 1 + x + … + x⁵ at x = 0 … 20; every coefficient is 1.
    const powers = (x: number) => [1, x, x ** 2, x ** 3, x ** 4, x ** 5];
    const rows = Array.from({ length: 21 }, (_, t) => powers(t));
    const y = Float64Array.from(rows, (row) => row.reduce((a, b) => a + b, 0));
    const beta = leastSquares(Float64Array.from(rows.flat()), y, 21, 6)!;
    for (const value of beta) expect(value).toBeCloseTo(1, 8);
  });

  it('leaves a residual orthogonal to every column', () => {
    fc.assert(
      fc.property(tall, ({ T, k, x }) => {
        const y = Float64Array.from({ length: T }, (_, t) => Math.cos(t + 1));
        const beta = leastSquares(x, y, T, k);
        const thin = (v: number, at: number) => at % (k + 1) === 0 && Math.abs(v) < 1e-3;
        fc.pre(beta !== undefined && !qr(x, T, k)!.r.some(thin));
        const fitted = multiply(x, beta, T, k, 1);
        const left = y.map((value, t) => value - fitted[t]!);
        const dots = multiply(transpose(x, T, k), left, k, T, 1);
        for (const dot of dots) expect(Math.abs(dot)).toBeLessThan(1e-8);
      }),
    );
  });

  it('fits several responses at once as it fits each', () => {
    const { x, y } = trigonometricDesign(30, 4);
    const both = Float64Array.from([...y].flatMap((value, t) => [value, Math.cos(t)]));
    const second = y.map((_, t) => Math.cos(t));
    const [first, other] = [y, second].map((response) => leastSquares(x, response, 30, 4)!);
    expect([...leastSquares(x, both, 30, 4)!]).toEqual([...first!].flatMap((b, i) => [b, other![i]!]));
  });

  it('is undefined for too few rows, dependent columns or a NaN', () => {
    expect(leastSquares(Float64Array.of(1, 2), Float64Array.of(1), 1, 2)).toBeUndefined();
    expect(leastSquares(Float64Array.of(1, 1, 1, 1), Float64Array.of(1, 2), 2, 2)).toBeUndefined();
    expect(leastSquares(Float64Array.of(1, 2), Float64Array.of(1, Number.NaN), 2, 1)).toBeUndefined();
    expect(() => leastSquares(Float64Array.of(1, 2), Float64Array.of(1), 2, 1)).toThrow(RangeError);
  });
});
