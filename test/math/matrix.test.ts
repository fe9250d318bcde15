import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allFinite,
  completeRows,
  exactScale,
  fromColumns,
  gram,
  mirrorLower,
  multiply,
  symmetrise,
  transpose,
} from '../../src/math/matrix.ts';
import { identity, matrixOf, relativeDifference, square } from './matrices.ts';

describe('matrix products', () => {
  it('multiply a 2×3 by a 3×2 matrix as by hand', () => {
    const product = multiply(
      Float64Array.of(1, 2, 3, 4, 5, 6),
      Float64Array.of(7, 8, 9, 10, 11, 12),
      2,
      3,
      2,
    );
    expect([...product]).toEqual([58, 64, 139, 154]);
  });

  it('leave a matrix as it is when the other is the identity', () => {
    fc.assert(
      fc.property(square, ({ n, a }) => {
        expect([...multiply(a, identity(n), n, n, n)].map((x) => x + 0)).toEqual([...a].map((x) => x + 0));
      }),
    );
  });

  it('satisfy (AB)ᵀ = BᵀAᵀ and XᵀX = gram(X), which is exactly symmetric', () => {
    fc.assert(
      fc.property(matrixOf(4, 3), matrixOf(3, 5), (a, b) => {
        const left = transpose(multiply(a, b, 4, 3, 5), 4, 5);
        const right = multiply(transpose(b, 3, 5), transpose(a, 4, 3), 5, 3, 4);
        expect(relativeDifference(left, right)).toBeLessThan(1e-14);
        const moments = gram(a, 4, 3);
        expect(relativeDifference(moments, multiply(transpose(a, 4, 3), a, 3, 4, 3))).toBeLessThan(1e-14);
        expect(transpose(moments, 3, 3)).toEqual(moments);
      }),
    );
  });

  it('carry a NaN to every entry it takes part in and no other', () => {
    const product = multiply(Float64Array.of(Number.NaN, 1, 2, 3), identity(2), 2, 2, 2);
    expect([...product]).toEqual([Number.NaN, Number.NaN, 2, 3]);
    expect([...gram(Float64Array.of(1, Number.NaN), 1, 2)]).toEqual([1, Number.NaN, Number.NaN, Number.NaN]);
  });

  it('refuse a length that disagrees with the sizes, and sizes that are none', () => {
    expect(() => multiply(new Float64Array(5), new Float64Array(6), 2, 3, 2)).toThrow(RangeError);
    expect(() => multiply(new Float64Array(6), new Float64Array(6), 2, 3, 2, new Float64Array(3))).toThrow(
      RangeError,
    );
    expect(() => gram(new Float64Array(0), 0, 3)).toThrow('came 0×3');
    expect(() => transpose(new Float64Array(6), 1.5, 4)).toThrow(RangeError);
    expect(() => symmetrise(new Float64Array(3), 2)).toThrow('a 2×2 matrix has 4 values, came 3');
  });
});

describe('the symmetric part', () => {
  it('is the mean of a matrix and its transpose, in place', () => {
    const a = Float64Array.of(1, 2, 4, 3);
    expect(symmetrise(a, 2)).toBe(a);
    expect([...a]).toEqual([1, 3, 3, 3]);
  });

  it('is the lower triangle when that is mirrored', () => {
    const a = Float64Array.of(1, 2, 4, 3);
    mirrorLower(a, 2);
    expect([...a]).toEqual([1, 4, 4, 3]);
  });
});

describe('rows of columns', () => {
  const columns = [Float64Array.of(1, 2, 3), Float64Array.of(4, Number.NaN, 6)];

  it('are laid side by side in time order', () => {
    expect([...fromColumns(columns, 1, 3)]).toEqual([2, Number.NaN, 3, 6]);
    expect(() => fromColumns(columns, 1, 4)).toThrow(RangeError);
    expect(() => fromColumns(columns, -1, 2)).toThrow(RangeError);
  });

  it('are kept only where every value is finite', () => {
    const { x, T } = completeRows(fromColumns(columns, 0, 3), 3, 2);
    expect([T, ...x]).toEqual([2, 1, 4, 3, 6]);
    expect(completeRows(Float64Array.of(Number.POSITIVE_INFINITY, 1), 1, 2).T).toBe(0);
  });

  it('tell whether all their values are finite', () => {
    expect(allFinite(Float64Array.of(0, -1e308))).toBe(true);
    expect(allFinite(Float64Array.of(0, Number.NEGATIVE_INFINITY))).toBe(false);
    expect(allFinite(Float64Array.of(Number.NaN))).toBe(false);
  });
});

describe('the exact scale', () => {
  it('is a power of two that brings the largest value into [1, 2)', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-250, max: 1e250, noNaN: true }), (x) => {
        const scale = exactScale(Float64Array.of(-x, x / 2));
        expect(Number.isInteger(Math.log2(scale))).toBe(true);
        expect(x * scale).toBeGreaterThanOrEqual(1);
        expect(x * scale).toBeLessThan(2);
        expect((x * scale) / scale).toBe(x);
      }),
    );
    expect(exactScale(new Float64Array(3))).toBe(1);
  });
});
