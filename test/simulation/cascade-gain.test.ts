import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulateBookCascade } from '../../src/simulation/book-cascade.ts';
import { cascadeGain } from '../../src/simulation/cascade-gain.ts';

const W = 0.001;

describe('the gain of forced selling', () => {
  it('is the slope of the ladder times the slope of the impact', () => {
    // Closed form: A(x) = a·x, I(Q) = k·√Q, so g = a·k/(2·√(Q₀ + a·x)); with a = 1e11 per log price, k = 1e-6, Q₀ = 1e9, at the middle of
    // the bin from x = 0.1: 1e11·1e-6/(2·√(1e9 + 1e11·0.1005)) = 0.47565…
    const ladder = Float64Array.from({ length: 201 }, (_, j) => 1e11 * W * j);
    expect(cascadeGain(ladder, W, 1e-6, 1e9)[100]).toBeCloseTo(1e5 / (2 * Math.sqrt(1.105e10)), 5);
    expect(cascadeGain(ladder, W, 1e-12, 1e9, 'linear')[100]).toBeCloseTo(1e11 * 1e-12, 12);
  });

  it('counts the bins by which the sales of a level push the price: from nothing, k·√A/w', () => {
    // 4e8 at the second level: 1e-6·√4e8 = 2 % = 20 bins of 0.1 %; then 5e8 more: 1e-6·(√9e8 − √4e8) = 1 % = 10 bins.
    const gain = cascadeGain(Float64Array.of(0, 0, 4e8, 4e8, 9e8), W, 1e-6);
    expect([...gain].map((g) => Number(g.toFixed(10)))).toEqual([0, 20, 0, 10]);
    // Bought back before: 4e8 net bought, then 8e8 sold, moves the price by the impact of both.
    expect(cascadeGain(Float64Array.of(0, 8e8), W, 1e-6, -4e8)[0]).toBeCloseTo(40, 10);
  });

  it('says where a cascade stops: above 1 at every level it runs to the end, below 1 at every level it does not leave its bin twice', () => {
    const falls = (ladder: Float64Array) => {
      const book = {
        drift: Float64Array.of(-W * 1.5),
        volatility: 0,
        impact: 1e-6,
        decay: 1,
        binWidth: W,
        longs: ladder,
        shorts: Float64Array.of(0),
      };
      return simulateBookCascade(book, 1, 0, 1).sold[0]!;
    };
    const ladderOf = (gain: number) =>
      // A_j with k·√A_j = gain·j·w: the same gain in every bin.
      Float64Array.from({ length: 101 }, (_, j) => ((gain * j * W) / 1e-6) ** 2);
    for (const gain of [1.2, 3]) {
      expect([...cascadeGain(ladderOf(gain), W, 1e-6)].every((g) => Math.abs(g - gain) < 1e-9)).toBe(true);
      expect(falls(ladderOf(gain))).toBe(ladderOf(gain)[100]);
    }
    // The fall stops at the first j with 1.5 + g·j < j + 1, i.e. j > 0.5/(1 − g): 1 for g = 0.4, 2 for g = 0.7 and 5 for g = 0.89.
    for (const [gain, stop] of [
      [0.4, 1],
      [0.7, 2],
      [0.89, 5],
    ] as const) {
      expect(falls(ladderOf(gain))).toBe(ladderOf(gain)[stop]);
    }
  });

  it('adds up to the impact of the whole ladder, in bins', () => {
    const ladders = fc
      .array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 50 })
      .map((amounts) => {
        let sum = 0;
        return Float64Array.from([0, ...amounts], (usd) => {
          sum += usd;
          return sum;
        });
      });
    fc.assert(
      fc.property(ladders, fc.double({ min: 0, max: 1e10, noNaN: true }), (ladder, quantity) => {
        const total = cascadeGain(ladder, W, 1e-6, quantity).reduce((a, b) => a + b, 0);
        const pushed = 1e-6 * (Math.sqrt(quantity + ladder.at(-1)!) - Math.sqrt(quantity));
        expect(total * W).toBeCloseTo(pushed, 10);
      }),
    );
  });

  it('has no level on an empty ladder, and refuses what is not one', () => {
    expect(cascadeGain(Float64Array.of(0), W, 1e-6)).toHaveLength(0);
    expect(() => cascadeGain(Float64Array.of(0, 2, 1), W, 1e-6)).toThrow(/ladder must not descend/);
    expect(() => cascadeGain(Float64Array.of(0, 1), 0, 1e-6)).toThrow(/bin width/);
    expect(() => cascadeGain(Float64Array.of(0, 1), W, Number.NaN)).toThrow(/impact/);
    expect(() => cascadeGain(Float64Array.of(0, 1), W, 1e-6, Number.NaN)).toThrow(/quantity/);
  });
});
