import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundNumbers } from '../../../src/simulation/sellers/round-numbers.ts';

describe('round numbers', () => {
  it('weigh the sum of the steps that divide them', () => {
    // at 66,000 the least step of at least 660 is 1,000; 60,000 is divided by 1, 2, 5 and 10 thousand: 1 + 2 + 5 + 10 = 18
    const at = new Map(roundNumbers(66_000, 0.2).map(({ quote, weight }) => [quote, weight]));
    expect(at.get(66_000)).toBe(3);
    expect(at.get(65_000)).toBe(6);
    expect(at.get(61_000)).toBe(1);
    expect(at.get(60_000)).toBe(18);
    expect(Math.min(...at.keys())).toBe(55_000);
  });

  it('are those of the quote for a price quoted the other way round', () => {
    // 156 yen a dollar: steps 2, 5, 10, 20; the yen falls to 160 at ln(156/160)
    const found = roundNumbers(1 / 156.3, 0.05, true);
    expect(found[0]!.quote).toBe(158);
    const hundredSixty = found.find(({ quote }) => quote === 160)!;
    expect(hundredSixty.at).toBeCloseTo(Math.log(156.3 / 160), 12);
    expect(hundredSixty.weight).toBe(37 / 2);
  });

  it('lie at or below the price, in order, within reach, whatever the price', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -8, max: 8, noNaN: true }),
        fc.double({ min: 0.001, max: 2, noNaN: true }),
        fc.boolean(),
        (power, reach, inverse) => {
          const found = roundNumbers(10 ** power, reach, inverse);
          for (const [i, { at, weight }] of found.entries()) {
            expect(at).toBeLessThanOrEqual(0);
            expect(at).toBeGreaterThanOrEqual(-reach);
            expect(weight).toBeGreaterThanOrEqual(1);
            if (i > 0) expect(at).toBeLessThan(found[i - 1]!.at);
          }
        },
      ),
    );
  });

  it('refuse a price or a reach that is not above 0', () => {
    expect(() => roundNumbers(0, 1)).toThrow(RangeError);
    expect(() => roundNumbers(1, Number.NaN)).toThrow(RangeError);
  });
});
