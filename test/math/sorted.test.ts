import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dot } from '../../src/math/dot.ts';
import { ascendingOrder, midRanks } from '../../src/math/mid-ranks.ts';
import { countAtMost, countBelow, insertSorted } from '../../src/math/sorted.ts';

/** Few values, so that many are tied. */
const values = fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 40 });

describe('an ascending array', () => {
  it('counts what lies below and at most at a value, as counting one by one does', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -6, max: 6 }), (list, x) => {
        const sorted = Float64Array.from(list).sort();
        expect(countBelow(sorted, x)).toBe(list.filter((one) => one < x).length);
        expect(countAtMost(sorted, x)).toBe(list.filter((one) => one <= x).length);
      }),
    );
  });

  it('stays ascending when values are put in, and says how many are at most the new one', () => {
    fc.assert(
      fc.property(values, (list) => {
        const sorted = new Float64Array(list.length);
        for (const [n, x] of list.entries()) {
          expect(insertSorted(sorted, n, x)).toBe(list.slice(0, n + 1).filter((one) => one <= x).length);
        }
        expect(sorted).toEqual(Float64Array.from(list).sort());
      }),
    );
  });
});

describe('mid-ranks', () => {
  it('are the mean places of the tied in order of size', () => {
    // scipy.stats.rankdata([3, 1, 3, 2, 3, 1]).
    expect(midRanks(Float64Array.of(3, 1, 3, 2, 3, 1))).toEqual(Float64Array.of(5, 1.5, 5, 3, 5, 1.5));
    expect(midRanks(Float64Array.of(0, -0, 1))).toEqual(Float64Array.of(1.5, 1.5, 3));
    expect(midRanks(new Float64Array(0))).toHaveLength(0);
  });

  it('are those of the definition by pairs, infinite values too', () => {
    const ends = fc.constantFrom(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.integer({ min: -5, max: 5 }), ends), { maxLength: 40 }), (list) => {
        const wanted = list.map((x) => {
          const [below, same] = [list.filter((y) => y < x).length, list.filter((y) => y === x).length];
          return below + (same + 1) / 2;
        });
        expect([...midRanks(Float64Array.from(list))]).toEqual(wanted);
      }),
    );
  });

  it('are all missing when a value is', () => {
    expect(midRanks(Float64Array.of(1, Number.NaN, 2))).toEqual(new Float64Array(3).fill(Number.NaN));
  });

  it('have an order that keeps equal values as they came', () => {
    expect([...ascendingOrder([2, 1, 2, 1])]).toEqual([1, 3, 0, 2]);
  });
});

describe('the product of two arrays', () => {
  it('is the sum of products, whatever the length', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer(), fc.integer({ min: -999, max: 999 })), { maxLength: 11 }),
        (pairs) => {
          const [a, b] = [0, 1].map((k) => Float64Array.from(pairs, (pair) => pair[k]!));
          expect(dot(a!, b!)).toBe(pairs.reduce((sum, [x, y]) => sum + x * y, 0));
        },
      ),
    );
  });
});
