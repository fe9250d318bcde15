import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eigenvalueModuli, generalEigenvalues, spectralRadius } from '../../src/math/general-eigenvalues.ts';
import { determinant, lu } from '../../src/math/lu.ts';
import { multiply } from '../../src/math/matrix.ts';
import { symmetricEigenvalues } from '../../src/math/symmetric-eigenvalues.ts';
import { relativeDifference, square, symmetric } from './matrices.ts';

/** Companion matrix of λⁿ = c_1 λⁿ⁻¹ + … + c_n. */
function companion(coefficients: readonly number[]): Float64Array {
  const n = coefficients.length;
  const a = new Float64Array(n * n);
  a.set(coefficients);
  for (let i = 1; i < n; i++) a[i * n + i - 1] = 1;
  return a;
}

describe('the eigenvalues of a general matrix', () => {
  it('have the closed form of a rotation: a conjugate pair, the positive part first', () => {
    const { real, imaginary } = generalEigenvalues(Float64Array.of(0, -2, 2, 0), 2);
    expect([...real].map((x) => x + 0)).toEqual([0, 0]);
    expect([...imaginary]).toEqual([2, -2]);
  });

  it('are the roots of the polynomial of a companion matrix', () => {
    // (λ − 0.9)(λ + 0.5)(λ² − λ + 0.5): moduli 0.9, √0.5, √0.5, 0.5.
    const moduli = eigenvalueModuli(companion([1.4, -0.45, -0.25, 0.225]), 4);
    expect(relativeDifference(moduli, [0.9, Math.SQRT1_2, Math.SQRT1_2, 0.5])).toBeLessThan(1e-13);
    expect(spectralRadius(companion([0.5, 0.3]), 2)).toBeCloseTo((0.5 + Math.sqrt(0.25 + 1.2)) / 2, 14);
  });

  it('all have modulus 1 for a cyclic permutation, which needs an exceptional shift', () => {
    for (const n of [3, 4, 5, 8, 16]) {
      for (const modulus of eigenvalueModuli(companion([...new Array<number>(n - 1).fill(0), 1]), n)) {
        expect(modulus).toBeCloseTo(1, 12);
      }
    }
  });

  it('agree with numpy.linalg.eigvals on a 4×4 matrix', () => {
    // numpy 1.24: np.linalg.eigvals([[1,2,3,4],[.5,-1,2,0],[3,1,-2,1],[0,0,1,2]])
    const a = Float64Array.of(1, 2, 3, 4, 0.5, -1, 2, 0, 3, 1, -2, 1, 0, 0, 1, 2);
    const expected = [4.294019297876697, -3.436973671739159, -2.0688500131410037, 1.211804387003463];
    expect(relativeDifference(generalEigenvalues(a, 4).real, expected)).toBeLessThan(1e-14);
  });

  it('have the sum, the sum of squares and the product that the matrix asks for', () => {
    fc.assert(
      fc.property(square, ({ n, a }) => {
        const { real, imaginary } = generalEigenvalues(a, n);
        const size = 1 + a.reduce((sum, x) => sum + x * x, 0);
        const trace = (m: Float64Array) => m.reduce((sum, x, at) => sum + (at % (n + 1) === 0 ? x : 0), 0);
        expect(Math.abs(real.reduce((s, x) => s + x, 0) - trace(a))).toBeLessThan(1e-12 * size);
        const squares = real.reduce((s, x, j) => s + x * x - imaginary[j]! ** 2, 0);
        expect(Math.abs(squares - trace(multiply(a, a, n, n, n)))).toBeLessThan(1e-11 * size);
        const moduli = eigenvalueModuli(a, n);
        for (let j = 1; j < n; j++) expect(moduli[j]!).toBeLessThanOrEqual(moduli[j - 1]!);
        const factor = lu(a, n);
        const product = moduli.reduce((p, x) => p * x, 1);
        const expected = factor ? Math.abs(determinant(factor)) : product;
        expect(Math.abs(product - expected)).toBeLessThan(1e-9 * size ** (n / 2));
      }),
    );
  });

  it('are those of the symmetric routine where the matrix is symmetric', () => {
    fc.assert(
      fc.property(symmetric, ({ n, a }) => {
        const expected = symmetricEigenvalues(a, n).map(Math.abs).sort().reverse();
        expect(relativeDifference(eigenvalueModuli(a, n), expected)).toBeLessThan(1e-12);
      }),
    );
  });

  it('do not change when the variables change units', () => {
    const a = Float64Array.of(1, 2, 3, 4, 0.5, -1, 2, 0, 3, 1, -2, 1, 0, 0, 1, 2);
    const units = [1, 1e8, 1e-8, 1e3];
    const scaled = a.map((value, at) => (value * units[Math.floor(at / 4)]!) / units[at % 4]!);
    expect(relativeDifference(eigenvalueModuli(scaled, 4), eigenvalueModuli(a, 4))).toBeLessThan(1e-13);
  });

  it('are one value for one row, zero for zeros, NaN for what is not finite', () => {
    expect(spectralRadius(Float64Array.of(-3), 1)).toBe(3);
    expect([...eigenvalueModuli(new Float64Array(9), 3)]).toEqual([0, 0, 0]);
    expect([...eigenvalueModuli(Float64Array.of(0, 1, 0, 0), 2)]).toEqual([0, 0]);
    expect([...eigenvalueModuli(Float64Array.of(1, Number.NaN, 0, 1), 2)]).toEqual([Number.NaN, Number.NaN]);
    expect(spectralRadius(Float64Array.of(Number.POSITIVE_INFINITY), 1)).toBeNaN();
    expect(() => spectralRadius(new Float64Array(5), 2)).toThrow(RangeError);
  });
});
