import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiply, symmetrise, transpose } from '../../src/math/matrix.ts';
import { pseudoInverse } from '../../src/math/pseudo-inverse.ts';
import { symmetricEigen } from '../../src/math/symmetric-eigen.ts';
import { symmetricEigenvalues } from '../../src/math/symmetric-eigenvalues.ts';
import { hilbert, identity, relativeDifference, symmetric } from './matrices.ts';

/** V·diag(values)·Vᵀ. */
function rebuilt(values: Float64Array, vectors: Float64Array, n: number): Float64Array {
  const scaled = vectors.map((value, at) => value * values[at % n]!);
  return multiply(scaled, transpose(vectors, n, n), n, n, n);
}

describe('the eigenvectors of a symmetric matrix', () => {
  it('have the closed form of a 2×2 matrix, largest value first, largest component positive', () => {
    // [[2, 1], [1, 2]]: 3 with (1, 1)/√2 and 1 with (1, −1)/√2; of two equal components the first is positive.
    const { values, vectors } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2);
    const h = Math.SQRT1_2;
    expect(relativeDifference(values, [3, 1])).toBeLessThan(1e-15);
    expect(relativeDifference(vectors, [h, h, h, -h])).toBeLessThan(1e-15);
    expect([...symmetricEigen(Float64Array.of(-5), 1).vectors]).toEqual([1]);
  });

  it('agree with numpy.linalg.eigh on a 4×4 matrix', () => {
    // numpy 1.24: w, v = np.linalg.eigh([[4,1,-2,2],[1,2,0,1],[-2,0,3,-2],[2,1,-2,-1]]), columns reversed and signed
    const a = Float64Array.of(4, 1, -2, 2, 1, 2, 0, 1, -2, 0, 3, -2, 2, 1, -2, -1);
    const { values, vectors } = symmetricEigen(a, 4);
    expect(
      relativeDifference(
        values,
        [6.844621107234965, 2.2685314064312423, 1.0843644637732166, -2.1975169774394243],
      ),
    ).toBeLessThan(1e-15);
    const expected = [
      0.7180459594506796, 0.20171109662094233, 0.6422600067660328, -0.17670517062447652, 0.2211529881551807,
      0.7894499124874397, -0.5441878481946866, -0.17810046990630068, -0.5573513771375096, 0.5796341693167879,
      0.5202218509386148, 0.2876680343197011, 0.3533564748939929, 0.010280998686330534, -0.14398227457619123,
      0.9242849167461131,
    ];
    expect(relativeDifference(vectors, expected)).toBeLessThan(1e-14);
  });

  it('rebuild the matrix, are orthonormal, descend and have the values of the values-only routine', () => {
    fc.assert(
      fc.property(symmetric, ({ n, a }) => {
        const { values, vectors } = symmetricEigen(a, n);
        expect(relativeDifference(rebuilt(values, vectors, n), a)).toBeLessThan(1e-13);
        const products = multiply(transpose(vectors, n, n), vectors, n, n, n);
        expect(relativeDifference(products, identity(n))).toBeLessThan(1e-13);
        for (let j = 1; j < n; j++) expect(values[j]!).toBeLessThanOrEqual(values[j - 1]!);
        expect(relativeDifference(symmetricEigenvalues(a, n), values)).toBeLessThan(1e-13);
        for (let j = 0; j < n; j++) {
          const column = Array.from({ length: n }, (_, i) => vectors[i * n + j]!);
          expect(Math.max(...column)).toBeGreaterThanOrEqual(-Math.min(...column) * (1 - 1e-8));
        }
      }),
    );
  });

  it('are exact for a 60×60 matrix with two values only, 59 of them the same', () => {
    const n = 60;
    const equal = new Float64Array(n * n).map((_, at) => (at % (n + 1) === 0 ? 1 : 0.3));
    const { values, vectors } = symmetricEigen(equal, n);
    expect(values[0]).toBeCloseTo(1 + 0.3 * (n - 1), 12);
    for (let j = 1; j < n; j++) expect(values[j]).toBeCloseTo(0.7, 12);
    for (let i = 0; i < n; i++) expect(vectors[i * n]).toBeCloseTo(1 / Math.sqrt(n), 12);
    expect(relativeDifference(rebuilt(values, vectors, n), equal)).toBeLessThan(1e-13);
  });

  it('do not mind units of 1e±200', () => {
    for (const unit of [1e200, 1e-200]) {
      const a = Float64Array.of(2 * unit, unit, unit, 2 * unit);
      expect(relativeDifference(symmetricEigen(a, 2).values, [3 * unit, unit])).toBeLessThan(1e-15);
      expect(relativeDifference(symmetricEigenvalues(a, 2), [3 * unit, unit])).toBeLessThan(1e-15);
    }
  });

  it('converge where entries are so small that their squares vanish', () => {
    const tiny = new Float64Array(16);
    tiny[10] = -9e-5;
    tiny[11] = tiny[14] = -1e-166;
    expect([...symmetricEigen(tiny, 4).values]).toEqual([0, 0, 0, -9e-5]);
    const graded = new Float64Array(36).map((_, at) => 10 ** -(40 * (Math.floor(at / 6) + (at % 6))));
    const { values, vectors } = symmetricEigen(graded, 6);
    expect(relativeDifference(rebuilt(values, vectors, 6), graded)).toBeLessThan(1e-15);
  });

  it('keep the input, read the lower triangle, answer NaN and infinity with NaN, refuse a wrong size', () => {
    const a = Float64Array.of(2, 77, 1, 2);
    expect(relativeDifference(symmetricEigen(a, 2).values, [3, 1])).toBeLessThan(1e-15);
    expect(relativeDifference(symmetricEigenvalues(a, 2), [3, 1])).toBeLessThan(1e-15);
    expect([...a]).toEqual([2, 77, 1, 2]);
    expect([...symmetricEigen(new Float64Array(9), 3).values]).toEqual([0, 0, 0]);
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const broken = Float64Array.of(1, bad, bad, 1);
      expect([...symmetricEigen(broken, 2).values]).toEqual([Number.NaN, Number.NaN]);
      expect(symmetricEigen(broken, 2).vectors.every(Number.isNaN)).toBe(true);
      expect([...symmetricEigenvalues(broken, 2)]).toEqual([Number.NaN, Number.NaN]);
    }
    expect(() => symmetricEigen(new Float64Array(5), 2)).toThrow(RangeError);
  });
});

describe('the pseudo-inverse', () => {
  it('agrees with numpy.linalg.pinv on a matrix of rank 2', () => {
    // numpy 1.24: np.linalg.pinv([[2,1,3],[1,1,2],[3,2,5]]) = [[10,-11,-1],[-11,13,2],[-1,2,1]]/9
    const { inverse, rank } = pseudoInverse(Float64Array.of(2, 1, 3, 1, 1, 2, 3, 2, 5), 3);
    expect(rank).toBe(2);
    const expected = [10, -11, -1, -11, 13, 2, -1, 2, 1].map((x) => x / 9);
    expect(relativeDifference(inverse, expected)).toBeLessThan(1e-14);
  });

  it('satisfies the four conditions of Moore and Penrose', () => {
    const deficient = symmetric.map(({ n, a }) => {
      const { values, vectors } = symmetricEigen(a, n);
      const kept = values.map((value, j) => (j % 2 === 0 && Math.abs(value) > 0.1 ? value : 0));
      return {
        n,
        a: symmetrise(rebuilt(kept, vectors, n), n),
        rank: kept.filter((value) => value !== 0).length,
      };
    });
    fc.assert(
      fc.property(deficient, ({ n, a, rank }) => {
        const { inverse, rank: found } = pseudoInverse(a, n);
        expect(found).toBe(rank);
        const product = multiply(a, inverse, n, n, n);
        expect(relativeDifference(multiply(product, a, n, n, n), a)).toBeLessThan(1e-11);
        expect(relativeDifference(multiply(inverse, product, n, n, n), inverse)).toBeLessThan(1e-11);
        expect(relativeDifference(transpose(product, n, n), product)).toBeLessThan(1e-11);
        expect(transpose(inverse, n, n)).toEqual(inverse);
      }),
    );
  });

  it('drops what is below the tolerance and says so by the rank', () => {
    const a = Float64Array.of(1, 0, 0, 1e-6);
    expect(pseudoInverse(a, 2).rank).toBe(2);
    expect(pseudoInverse(a, 2, 1e-5).rank).toBe(1);
    expect([...pseudoInverse(a, 2, 1e-5).inverse]).toEqual([1, 0, 0, 0]);
    expect(pseudoInverse(new Float64Array(4), 2)).toEqual({ inverse: new Float64Array(4), rank: 0 });
    expect(pseudoInverse(hilbert(12), 12, 1e-10).rank).toBeLessThan(12);
  });

  it('answers NaN with NaN and refuses a wrong size or tolerance', () => {
    const { inverse, rank } = pseudoInverse(Float64Array.of(Number.NaN), 1);
    expect([rank, ...inverse]).toEqual([0, Number.NaN]);
    expect(() => pseudoInverse(new Float64Array(3), 2)).toThrow(RangeError);
    expect(() => pseudoInverse(identity(2), 2, -1)).toThrow(RangeError);
    expect(() => pseudoInverse(identity(2), 2, Number.NaN)).toThrow(RangeError);
  });
});
