import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spearmanP } from '../../src/measures/rank-test.ts';

const of = (...values: number[]) => Float64Array.from(values);

describe('the exact p of a rank correlation', () => {
  it('is 2 / n! for a full order either way, and 1 for none', () => {
    expect(spearmanP(of(1, 2, 3, 4), of(5, 6, 7, 8))).toBeCloseTo(2 / 24, 15);
    expect(spearmanP(of(1, 2, 3, 4), of(8, 7, 6, 5))).toBeCloseTo(2 / 24, 15);
    // ρ = 0 for this order: every order is as far from 0.
    expect(spearmanP(of(1, 2, 3, 4), of(2, 4, 1, 3))).toBe(1);
  });

  it('agrees with the table of Spearman’s ρ: 0.829 of six values has a two-sided p of 0.058', () => {
    // Σd² = 6, ρ = 1 − 36/210 = 0.829; P(ρ ≥ 0.829) = 0.029 (Kendall, Rank Correlation Methods, appendix table 2).
    expect(spearmanP(of(1, 2, 3, 4, 5, 6), of(2, 1, 4, 3, 6, 5))).toBeCloseTo(42 / 720, 12);
  });

  it('agrees with itertools and numpy where rungs are shared', () => {
    // 12 of 5,040 orders: numpy, all permutations of the mid-ranks.
    const rungs = of(1, 2, 3, 4, 5, 5, 5);
    expect(spearmanP(rungs, of(-0.003, -0.024, -0.051, -0.137, -0.146, -0.144, -0.223))).toBeCloseTo(
      12 / 5040,
      15,
    );
  });

  it('does not depend on the order of the pairs, on the side, or on what is ranked', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(pairs, (values) => {
        const x = Float64Array.from(values, ([a]) => a);
        const y = Float64Array.from(values, ([, b]) => b);
        const p = spearmanP(x, y);
        const same = [
          spearmanP(y, x),
          spearmanP(x.toReversed(), y.toReversed()),
          spearmanP(
            x,
            y.map((b) => -Math.exp(b)),
          ),
        ];
        for (const other of same) {
          if (Number.isNaN(p)) expect(other).toBeNaN();
          else expect(other).toBeCloseTo(p, 12);
        }
        expect(Number.isNaN(p) || (p > 0 && p <= 1)).toBe(true);
      }),
    );
  });

  it('is NaN for one value, a hole, or a tied series, and refuses more than eight', () => {
    expect(spearmanP(of(1), of(1))).toBeNaN();
    expect(spearmanP(of(1, 2, Number.NaN), of(1, 2, 3))).toBeNaN();
    expect(spearmanP(of(1, 2, 3), of(4, 4, 4))).toBeNaN();
    expect(() => spearmanP(new Float64Array(9), new Float64Array(9))).toThrow(/at most 8/);
    expect(() => spearmanP(of(1, 2), of(1))).toThrow(RangeError);
  });
});
