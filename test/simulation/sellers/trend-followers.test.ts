import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  trendFollowers,
  trendPosition,
  trendTriggers,
} from '../../../src/simulation/sellers/trend-followers.ts';
import { assetOf, bookOf, marketOf } from '../market-example.ts';
import { BOTTOMLESS, imbalance, runOnce, shockOf, total } from './run.ts';

const deep = (changes = {}) => assetOf({ books: [bookOf({ depth: BOTTOMLESS })], ...changes });
const back = (at: number, changes = {}) => ({
  days: 21,
  weight: 1,
  references: [Math.log(at / 100)],
  ...changes,
});
const one = (lookbacks: readonly object[], changes = {}) => ({
  asset: 'coin',
  size: 1e8,
  lookbacks,
  ...changes,
});
const planOf = (portfolios: readonly object[], market = marketOf(), minutes = 0) =>
  trendFollowers.plan(trendFollowers.params.parse({ portfolios, minutes }), market);

describe('the trigger table of a trend follower', () => {
  // Present price 100; 21 sessions ago 95, 63 ago 80, 252 ago 110.
  const lookbacks = [
    back(95, { weight: 0.5 }),
    back(80, { days: 63, weight: 0.25 }),
    back(110, { days: 252, weight: 0.25 }),
  ];

  it('names the price of each look-back and twice what it holds', () => {
    const rows = trendTriggers({ size: 1e8, lookbacks: lookbacks as never }, 100);
    expect(rows.map(({ days, signal, usd }) => [days, signal, usd])).toEqual([
      [21, 1, 1e8],
      [63, 1, 0.5e8],
      [252, -1, -0.5e8],
    ]);
    for (const [k, price] of [95, 80, 110].entries()) expect(rows[k]!.price).toBeCloseTo(price, 10);
  });

  it.prop([fc.double({ min: 0.5, max: 2, noNaN: true }), fc.double({ min: 0.1, max: 10, noNaN: true })])(
    'moves one to one with the price of the look-back and with the present price',
    (ratio, scale) => {
      const price = (references: number[], now: number) =>
        trendTriggers({ size: 1, lookbacks: [{ days: 21, weight: 1, references }] }, now)[0]!.price;
      expect(price([Math.log(ratio)], 100)).toBeCloseTo(100 * ratio, 9);
      expect(price([Math.log(ratio)], 100 * scale)).toBeCloseTo(100 * scale * ratio, 7);
    },
  );

  it('is the ladder of the seller', () => {
    const market = marketOf();
    const rungs = planOf([one(lookbacks)], market).ladder!();
    expect(rungs.map(({ book, usd }) => [book, usd])).toEqual([
      [0, 1e8],
      [0, 0.5e8],
      [0, -0.5e8],
    ]);
    expect(rungs[0]!.at).toBeCloseTo(Math.log(0.95), 12);
  });

  it('scales the position with what it may risk over the volatility', () => {
    expect(trendPosition(300e9, 0.01, 0.2)).toBe(15e9);
  });

  it('sells what the table says, look-back by look-back, on the way down', () => {
    const market = marketOf([deep()]);
    const sold = (move: number) =>
      total(runOnce(market, planOf([one(lookbacks)], market), shockOf([move])).units);
    // Units at 100 dollars: 10⁶ at 95, 0.5·10⁶ at 80, and 0.5·10⁶ bought at 110.
    expect(sold(-0.04)).toBe(0);
    expect(sold(-0.06)).toBeCloseTo(1e6, 6);
    expect(sold(-0.21)).toBeCloseTo(1.5e6, 6);
    expect(sold(0.1001)).toBeCloseTo(-0.5e6, 6);
  });

  it('carries the price of one look-back to the next', () => {
    // Linear book of 10¹⁰ a log unit: −5.01 % reaches 95 and sells 10⁸ more of a size of 10¹⁰/2, which moves −0.5: down to 57.6, past 80.
    const market = marketOf();
    const sold = total(
      runOnce(market, planOf([one(lookbacks, { size: 5e9 })], market), shockOf([-0.0501])).units,
    );
    expect(sold).toBeCloseTo(7.5e9 / 100, 3);
  });

  it('takes its time when it has to, and turns back when the price does', () => {
    const market = marketOf([deep()], { steps: 12, closes: [] });
    const slow = runOnce(market, planOf([one([back(95)])], market, 20), shockOf([-0.1]));
    expect(slow.units.map(([u]) => Math.round(u!))).toEqual([5e5, 5e5, 5e5, 5e5, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('looks a session further after each close', () => {
    // 95 until the close, 101 the session after: the price of 100 is then below it.
    const market = marketOf([deep()], { steps: 24, closes: [60] });
    const references = [Math.log(0.95), Math.log(1.01)];
    const { units } = runOnce(market, planOf([one([back(95, { references })])], market), shockOf([0]));
    expect(units[11]![0]).toBe(0);
    expect(units[12]![0]).toBeCloseTo(2e6, 6);
  });

  it('does nothing without a size', () => {
    const market = marketOf();
    const plan = planOf([one([back(95)], { size: 0 })], market);
    expect(total(runOnce(market, plan, shockOf([-0.3])).units)).toBe(0);
    expect(plan.ladder!()).toEqual([]);
  });

  const size = fc.double({ min: 0, max: 5e9, noNaN: true });
  const move = fc.double({ min: -0.5, max: 0.2, noNaN: true });
  const levels = fc.array(fc.double({ min: 60, max: 130, noNaN: true }), { minLength: 1, maxLength: 4 });
  const portfolio = (at: readonly number[], usd: number) =>
    one(
      at.map((price) =>
        back(price, { weight: 1 / at.length, references: [Math.log(price / 100), 0.01, -0.02] }),
      ),
      { size: usd },
    );

  it.prop([levels, size, move, fc.nat(1000)])(
    'keeps books that agree with the ledger',
    (at, usd, r, seed) => {
      const market = marketOf([assetOf({ volatility: 0.05 })], { steps: 36, closes: [60, 120] });
      const ran = runOnce(market, planOf([portfolio(at, usd)], market, 12), shockOf([r], 60), seed);
      expect(imbalance(ran)).toBeLessThan(1e-9);
    },
  );

  it.prop([levels, size, size, move, move])(
    'sells more after a larger fall, and deepens it more with more money',
    (at, a, b, r, s) => {
      const market = marketOf(undefined, { closes: [] });
      const ranOf = (usd: number, moved: number) =>
        runOnce(market, planOf([portfolio(at, usd)], market), shockOf([moved]));
      const [small, large] = [Math.min(a, b), Math.max(a, b)];
      const [mild, hard] = [Math.max(r, s), Math.min(r, s)];
      expect(total(ranOf(large, hard).units)).toBeGreaterThanOrEqual(total(ranOf(large, mild).units) - 1e-6);
      const fall = Math.min(0, mild);
      const below = at.every((price) => price <= 100);
      if (below) expect(ranOf(large, fall).lows[0]).toBeLessThanOrEqual(ranOf(small, fall).lows[0]! + 1e-12);
    },
  );

  it('refuses what is no portfolio, naming the field', () => {
    for (const [changes, path] of [
      [{ size: -1 }, ['size']],
      [{ lookbacks: [] }, ['lookbacks']],
      [{ lookbacks: [back(95, { days: 0 })] }, ['lookbacks', 0, 'days']],
      [{ lookbacks: [back(95, { references: [Number.NaN] })] }, ['lookbacks', 0, 'references', 0]],
      [{ lookbacks: [back(95), back(90)] }, ['lookbacks']],
    ] as const) {
      const parsed = trendFollowers.params.safeParse({ portfolios: [one([back(95)], changes)] });
      expect(parsed.error?.issues[0]?.path).toEqual(['portfolios', 0, ...path]);
    }
    expect(() => planOf([one([back(95)], { asset: 'moon' })])).toThrow(RangeError);
  });
});
