import { describe, expect, it } from 'vitest';
import { priceImpact } from '../../src/measures/amihud-illiquidity.ts';
import { amihudIlliquidity, zeroReturnShare } from '../../src/measures/index.ts';
import { rollSpread } from '../../src/measures/roll-spread.ts';
import { panelOf } from './panel-of.ts';
import { normals } from './random.ts';

const of = (...values: number[]) => Float64Array.from(values);

describe('illiquidity', () => {
  it('is the move for each dollar traded', () => {
    // 10 % on 110 × 1000 dollars
    expect(priceImpact(of(100, 110), of(500, 1000))[1]).toBeCloseTo(0.1 / 110_000, 18);
    expect(priceImpact(of(100, 110), of(500, 0))[1]).toBeNaN();
    expect(() => priceImpact(of(1), of(1, 2))).toThrow(RangeError);
  });

  it('is stated for a billion dollars', () => {
    // five days of 1 % on 101 dollars: mean 0.01 / 101 × 10⁹
    const close = of(...Array.from({ length: 6 }, (_, t) => 101 * 1.01 ** (t - 1)));
    const volume = close.map((price) => 101 / price);
    const impact = amihudIlliquidity.compute(panelOf([close, volume]), { window: 5 });
    expect(impact.at(-1)! / (1e9 * (0.01 / 101))).toBeCloseTo(1, 10);
    expect(amihudIlliquidity.unit).toBe('fraction-per-1e9-usd');
  });

  it('does not exist over days without trading', () => {
    const volume = of(1, 1, 1, 0, 1, 1, 1, 1);
    const panel = panelOf([of(1, 2, 1, 2, 1, 2, 1, 2), volume]);
    expect(amihudIlliquidity.compute(panel, { window: 5 }).every(Number.isNaN)).toBe(true);
  });
});

describe('the spread after Roll', () => {
  it('is found in prices that bounce between bid and ask', () => {
    // Roll (1984): cov(Δp_t, Δp_{t−1}) = −s²/4 when each trade is at bid or ask by chance.
    const spread = 0.01;
    const sides = normals(20_000, 4).map((z) => (z > 0 ? spread / 2 : -spread / 2));
    const returns = sides.map((side, t) => (t > 0 ? side - sides[t - 1]! : 0)).subarray(1);
    expect(rollSpread(returns) / spread).toBeCloseTo(1, 1);
  });

  it('keeps the sign of prices that trend, and needs three returns', () => {
    expect(rollSpread(of(1, 2, 3, 4, 5))).toBeLessThan(0);
    expect(rollSpread(of(1, -1))).toBeNaN();
    expect(rollSpread(of(1, Number.NaN, 1, -1))).toBeNaN();
    expect(rollSpread(of(0, 0, 0, 0))).toBe(0);
  });
});

describe('the share of still days', () => {
  it('counts closes that equal the close before', () => {
    const path = of(1, 1, 2, 2, 2, 3, 3);
    expect(zeroReturnShare.compute(panelOf([path]), { window: 6 })[6]).toBeCloseTo(4 / 6, 14);
    const holed = of(1, 1, Number.NaN, 2, 2, 3, 3);
    expect(zeroReturnShare.compute(panelOf([holed]), { window: 5 }).every(Number.isNaN)).toBe(true);
  });
});
