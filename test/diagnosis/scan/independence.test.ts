import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { independentRate } from '../../../src/diagnosis/scan/independence.ts';

const DRAWS = { seed: 7, draws: 50 };

/** 1 on a random half of the days, else 0. */
function coin(seed: number, days: number): Float64Array {
  const random = xoroshiro128plus(seed);
  return Float64Array.from({ length: days }, () => (uniformFloat64(random) < 0.5 ? 1 : 0));
}

describe('the rate under independence', () => {
  it('is an eighth of the days when three fair coins must all show heads', () => {
    const coins = [1, 2, 3].map((seed) => coin(seed, 2000));
    const { perYear, low, high } = independentRate(coins, 0, 1, DRAWS);
    // closed form: 252/8 = 31.5 for fair coins; 252 × the product of the shares of heads for these
    const shares = coins.map((days) => days.reduce((sum, head) => sum + head, 0) / days.length);
    const expected = shares.reduce((product, share) => product * share, 252);
    expect(perYear).toBeCloseTo(expected, 0);
    expect(low).toBeLessThan(expected);
    expect(high).toBeGreaterThan(expected);
  });

  it('forgets what binds the classes: one coin shown three times is no rarer than three coins', () => {
    const one = coin(5, 2000);
    const { perYear } = independentRate([one, one, one], 0, 1, DRAWS);
    // closed form: 252 p³, p the share of heads of this coin; shown three times it is all heads on 252 p of the days
    const heads = one.reduce((sum, head) => sum + head, 0) / one.length;
    expect(Math.abs(perYear - 252 * heads ** 3)).toBeLessThan(1.5);
  });

  it('ends its band at three over the years simulated when no draw has such a day', () => {
    const calm = [0, 0, 0].map(() => new Float64Array(252));
    // rule of three: 3 / (50 draws × 1 year)
    expect(independentRate(calm, 0, 1, DRAWS)).toEqual({ perYear: 0, low: 0, high: 3 / 50 });
  });

  it('is the same for the same seed and leaves its inputs alone', () => {
    const coins = [1, 2, 3].map((seed) => coin(seed, 500));
    const copies = coins.map((days) => days.slice());
    const first = independentRate(coins, 0, 1, DRAWS);
    expect(independentRate(coins, 0, 1, DRAWS)).toEqual(first);
    expect(independentRate(coins, 0, 1, { seed: 8, draws: 50 })).not.toEqual(first);
    expect(coins).toEqual(copies);
  });

  it('keeps the days on which a class is not measured', () => {
    const late = coin(3, 1000);
    late.fill(Number.NaN, 0, 500);
    const four = [coin(1, 1000), coin(2, 1000), coin(4, 1000), late];
    const { perYear } = independentRate(four, 0, 1, DRAWS);
    // half of the days ask three coins, half ask four: 252 (1/8 + 1/16)/2 = 23.6
    expect(perYear).toBeGreaterThan(20);
    expect(perYear).toBeLessThan(27);
  });

  it('refuses less than two draws', () => {
    expect(() => independentRate([], 0, 1, { seed: 1, draws: 1 })).toThrow(RangeError);
  });
});
