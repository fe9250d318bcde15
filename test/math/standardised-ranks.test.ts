import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankCorrelation, standardisedRanks } from '../../src/math/standardised-ranks.ts';

function spearman(x: readonly number[], y: readonly number[]): number {
  const [a, b] = [x, y].map((values) => standardisedRanks(Float64Array.from(values), x.length));
  return rankCorrelation(a!, x.length - 1, b!, x.length - 1, x.length);
}

describe('the rank correlation', () => {
  it('is that of scipy, ties by their mean rank', () => {
    // scipy 1.10: stats.spearmanr([3.1, 1.2, 1.2, 5.5, 0.3, 2.2, 9.1], [2.0, 2.0, 0.5, 7.1, 1.5, 2.0, 3.3]).statistic
    const x = [3.1, 1.2, 1.2, 5.5, 0.3, 2.2, 9.1];
    expect(spearman(x, [2, 2, 0.5, 7.1, 1.5, 2, 3.3])).toBeCloseTo(0.8414522910076115, 14);
  });

  it('is 1 − 6 Σ d² / (n (n² − 1)) without ties', () => {
    // d = 1, −1, 2, −1, −1: Σ d² = 8, n = 5.
    expect(spearman([1, 2, 3, 4, 5], [2, 1, 5, 3, 4])).toBeCloseTo(1 - (6 * 8) / (5 * 24), 14);
  });

  it('lies between −1 and 1, is symmetric, and does not change under a growing function', () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(values, values, (x, y) => {
        const rho = spearman(x, y);
        fc.pre(!Number.isNaN(rho));
        expect(Math.abs(rho)).toBeLessThanOrEqual(1 + 1e-12);
        expect(spearman(y, x)).toBe(rho);
        expect(
          spearman(
            x.map((one) => Math.exp(one / 20)),
            y,
          ),
        ).toBe(rho);
      }),
    );
  });
});

describe('the standardised ranks', () => {
  it('use no later row, bit for bit', () => {
    const values = Float64Array.from([3, 1, 4, 1, 5, 9, 2, 6]);
    const changed = values.slice();
    changed[6] = 100;
    const [before, after] = [standardisedRanks(values, 4), standardisedRanks(changed, 4)];
    expect(after.subarray(0, 6 * 4)).toEqual(before.subarray(0, 6 * 4));
  });

  it('have no value before the window is full, beside a hole, and where nothing varies', () => {
    const ranks = standardisedRanks(Float64Array.of(1, 2, 3, Number.NaN, 5, 6, 6, 6, 6), 3);
    const known = [...Array(9).keys()].filter((t) => !Number.isNaN(ranks[t * 3]!));
    expect(known).toEqual([2, 6]);
  });

  it('are made only on the rows asked for', () => {
    const values = Float64Array.of(1, 3, 2, 5);
    const all = standardisedRanks(values, 2);
    const some = standardisedRanks(values, 2, Uint8Array.of(0, 0, 1, 0));
    expect(some.subarray(4, 6)).toEqual(all.subarray(4, 6));
    expect([...some].filter((one) => !Number.isNaN(one))).toHaveLength(2);
  });

  it.each([1, 0, 2.5, Number.NaN])('refuse a window of %d rows', (window) => {
    expect(() => standardisedRanks(Float64Array.of(1, 2), window)).toThrow(RangeError);
  });
});
