import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bearMarkets } from '../../../src/diagnosis/scan/bear.ts';

describe('bear markets by closes', () => {
  it('begin with the first close a fifth below the high and end with the first a fifth above the low', () => {
    // High 100: entry at 80; low 60: exit at 72, not at 71.9.
    const closes = Float64Array.of(90, 100, 81, 80, 60, 71.9, 72, 95, 114, 91.3, 91.2);
    expect(bearMarkets(closes)).toEqual([
      { peak: 1, entry: 3, exit: 6 },
      { peak: 8, entry: 10, exit: null },
    ]);
  });

  it('pass over missing closes and find none in a rising market', () => {
    expect(bearMarkets(Float64Array.of(100, Number.NaN, 79))).toEqual([{ peak: 0, entry: 2, exit: null }]);
    expect(bearMarkets(Float64Array.of(1, 2, 3))).toEqual([]);
    expect(bearMarkets(new Float64Array(0))).toEqual([]);
  });

  it('never overlap, and each stands at least a fifth under its high at entry', () => {
    const path = fc.array(fc.double({ min: 1, max: 100, noNaN: true }), { maxLength: 80 });
    fc.assert(
      fc.property(path, (list) => {
        const closes = Float64Array.from(list);
        let end = -1;
        for (const { peak, entry, exit } of bearMarkets(closes)) {
          expect(peak).toBeGreaterThanOrEqual(end);
          expect(entry).toBeGreaterThan(peak);
          expect(closes[entry]!).toBeLessThanOrEqual(0.8 * closes[peak]!);
          if (exit === null) continue;
          expect(closes[exit]!).toBeGreaterThanOrEqual(1.2 * Math.min(...closes.subarray(entry, exit)));
          end = exit;
        }
      }),
    );
  });
});
