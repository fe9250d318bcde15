import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { determinant, inverse, lu, luSolve, solve } from '../../src/math/lu.ts';
import { multiply, transpose } from '../../src/math/matrix.ts';
import { symmetricEigenvalues } from '../../src/math/symmetric-eigenvalues.ts';
import { identity, matrixOf, relativeDifference, square } from './matrices.ts';

const general = Float64Array.of(1, 2, 3, 4, 0.5, -1, 2, 0, 3, 1, -2, 1, 0, 0, 1, 2);

/** Rows, then columns, over their largest size. */
function equilibrated(a: Float64Array, n: number): Float64Array {
  const out = a.slice();
  const divide = (line: readonly number[]) => {
    const most = Math.max(...line.map((at) => Math.abs(out[at]!)));
    for (const at of line) if (most > 0) out[at]! /= most;
  };
  const each = Array.from({ length: n }, (_, i) => i);
  for (const i of each) divide(each.map((j) => i * n + j));
  for (const j of each) divide(each.map((i) => i * n + j));
  return out;
}

function leastSingularValue(a: Float64Array, n: number): number {
  return Math.sqrt(Math.max(0, symmetricEigenvalues(multiply(transpose(a, n, n), a, n, n, n), n)[n - 1]!));
}

describe('the solution of a general system', () => {
  it('agrees with numpy on a 4×4 matrix: solution, inverse and determinant', () => {
    // numpy 1.24: A = [[1,2,3,4],[.5,-1,2,0],[3,1,-2,1],[0,0,1,2]]; np.linalg.solve(A,[1,2,3,4]), det(A), inv(A)[0]
    expect(
      relativeDifference(
        solve(general, 4, Float64Array.of(1, 2, 3, 4))!,
        [0.7297297297297294, -3.4189189189189184, -0.8918918918918921, 2.445945945945946],
      ),
    ).toBeLessThan(1e-14);
    expect(determinant(lu(general, 4)!)).toBeCloseTo(37, 12);
    expect(
      relativeDifference(
        inverse(general, 4)!.subarray(0, 4),
        [0.02702702702702699, 0.32432432432432423, 0.2702702702702703, -0.18918918918918928],
      ),
    ).toBeLessThan(1e-13);
  });

  it('satisfies A·X = B, and is only missing when A is singular', () => {
    const system = square.chain(({ n, a }) => matrixOf(n, 2).map((b) => ({ n, a, b })));
    fc.assert(
      fc.property(system, ({ n, a, b }) => {
        const factor = lu(a, n);
        if (!factor) {
          expect(leastSingularValue(equilibrated(a, n), n)).toBeLessThan(1e-6);
          return;
        }
        const x = luSolve(factor, b);
        const size = x.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
        multiply(a, x, n, n, 2).forEach((value, at) => {
          expect(Math.abs(value - b[at]!)).toBeLessThan(1e-12 * (1 + 10 * n * size));
        });
      }),
    );
  });

  it('needs a row exchange where the first pivot is zero', () => {
    expect([...solve(Float64Array.of(0, 1, 1, 0), 2, Float64Array.of(3, 4))!]).toEqual([4, 3]);
    expect(determinant(lu(Float64Array.of(0, 1, 1, 0), 2)!)).toBe(-1);
    expect([...inverse(Float64Array.of(4), 1)!]).toEqual([0.25]);
  });

  it('does not mind units: rows and columns a factor 1e40 apart', () => {
    const units = [1e20, 1, 1e-20, 3];
    const full = general.map((value) => value || 0.7);
    const scaled = full.map((value, at) => (value * units[Math.floor(at / 4)]!) / units[3 - (at % 4)]!);
    const product = multiply(scaled, inverse(scaled, 4)!, 4, 4, 4);
    identity(4).forEach((value, at) => {
      const ratio = units[Math.floor(at / 4)]! / units[at % 4]!;
      expect(Math.abs(product[at]! - value) / ratio).toBeLessThan(1e-13);
    });
  });

  it('is undefined for a matrix that is singular or not finite', () => {
    expect(inverse(Float64Array.of(1, 2, 2, 4), 2)).toBeUndefined();
    expect(inverse(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9), 3)).toBeUndefined();
    expect(solve(new Float64Array(4), 2, new Float64Array(2))).toBeUndefined();
    expect(lu(Float64Array.of(1, 0, 0, Number.NaN), 2)).toBeUndefined();
    expect(lu(Float64Array.of(1, 0, 0, Number.POSITIVE_INFINITY), 2)).toBeUndefined();
  });

  it('refuses lengths that disagree with the size and leaves its input alone', () => {
    expect(() => lu(new Float64Array(5), 2)).toThrow(RangeError);
    expect(() => solve(identity(2), 2, new Float64Array(3))).toThrow(RangeError);
    const a = Float64Array.from(general);
    inverse(a, 4);
    expect(a).toEqual(general);
  });
});
