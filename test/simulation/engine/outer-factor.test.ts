import { describe, expect, it } from 'vitest';
import { outerFactor } from '../../../src/simulation/engine/outer-factor.ts';

/** Row by row L·Lᵀ. */
function square(factor: Float64Array, n: number): number[] {
  return Array.from({ length: n * n }, (_, at) => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += factor[Math.floor(at / n) * n + k]! * factor[(at % n) * n + k]!;
    return sum;
  });
}

describe('the factor of a correlation', () => {
  it('gives the correlation back', () => {
    const rows = [
      [1, 0.8, -0.3],
      [0.8, 1, 0.1],
      [-0.3, 0.1, 1],
    ];
    for (const [k, value] of square(outerFactor(rows), 3).entries()) {
      expect(value).toBeCloseTo(rows.flat()[k]!, 12);
    }
  });

  it('blends what is not positive definite toward independence, by as little as makes it so', () => {
    // All pairs at −0.9: the least eigenvalue 1 − 1.8·(1 − s) passes 0 at s = 4/9, so that the first hundredth is s = 0.45.
    const rows = [0, 1, 2].map((i) => [0, 1, 2].map((j) => (i === j ? 1 : -0.9)));
    for (const [k, value] of square(outerFactor(rows), 3).entries()) {
      expect(value).toBeCloseTo(k % 4 === 0 ? 1 : -0.9 * 0.55, 12);
    }
    // Twins: a correlation of 1 has no inverse.
    expect(
      square(
        outerFactor([
          [1, 1],
          [1, 1],
        ]),
        2,
      )[1],
    ).toBeCloseTo(0.99, 12);
  });

  it('refuses what is no correlation', () => {
    const refuse = (rows: number[][]) =>
      expect(() => outerFactor(rows)).toThrow(/^correlation must be symmetric/);
    refuse([
      [1, 0.5],
      [0.4, 1],
    ]);
    refuse([[0.9]]);
    refuse([[Number.NaN]]);
  });
});
