import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  fundReturn,
  rebalancedAssets,
  requiredAssets,
} from '../../../src/simulation/formulas/leveraged-fund-claim.ts';
import { leveragedFunds } from '../../../src/simulation/sellers/leveraged-funds.ts';
import { assetOf, bookOf, marketOf } from '../market-example.ts';
import { BOTTOMLESS, imbalance, runOnce, shockOf, total } from './run.ts';

const deep = (changes = {}) => assetOf({ books: [bookOf({ depth: BOTTOMLESS })], ...changes });
const planOf = (funds: readonly object[], market = marketOf(), more = {}) =>
  leveragedFunds.plan(leveragedFunds.params.parse({ funds, ...more }), market);
const fund = (changes = {}) => ({ name: 'F', asset: 'coin', leverage: 3, netAssets: 1e9, ...changes });

describe('a claim about leveraged funds', () => {
  it('is turned into the assets that it takes', () => {
    // 18 bn / 0.0159 = 1,132.08 bn
    expect(requiredAssets(-18e9, -0.0159) / 1e9).toBeCloseTo(1132.075, 3);
    expect(requiredAssets(0, 0)).toBe(0);
    expect(requiredAssets(1, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(rebalancedAssets([fund(), fund({ leverage: -3 }), fund({ leverage: 2 })])).toBe(20e9);
    expect(() => requiredAssets(Number.NaN, 1)).toThrow(RangeError);
  });

  it('doubles the fall of silver on 30 January 2026, and never loses more than everything', () => {
    // Front silver −31.35 %: −62.70 % for L = 2; AGQ itself −59.9 %, whose benchmark closes at 13:25 New York.
    expect(fundReturn(2, -0.3135)).toBeCloseTo(-0.627, 12);
    expect(Math.abs(fundReturn(2, -0.3135) - -0.599)).toBeLessThan(0.035);
    expect(fundReturn(3, -0.4)).toBe(-1);
    expect(fundReturn(-2, 0.6)).toBe(-1);
  });
});

describe('leveraged funds', () => {
  it('sell L(L − 1)Ar at the close and nothing before', () => {
    const market = marketOf([deep()]);
    const ran = runOnce(market, planOf([fund()], market), shockOf([-0.05]));
    // 3·2·10⁹·5 % = 300 million; the close is at minute 60, in step 11.
    expect(ran.usd[11]![0]).toBeCloseTo(3e8, 0);
    expect(total(ran.usd)).toBeCloseTo(3e8, 0);
    expect(ran.engine.runs[0]!.notes!()).toEqual({ netAssets: expect.closeTo(0.85e9, 0), wipedOut: 0 });
  });

  it('count the return since the last close, before the start too', () => {
    const market = marketOf([deep({ sinceClose: Math.log(0.9) })]);
    const ran = runOnce(market, planOf([fund({ leverage: -2 })], market), shockOf([0]));
    // −2·−3·10⁹·10 % = 600 million
    expect(total(ran.usd)).toBeCloseTo(6e8, 0);
  });

  it('rebalance the next day from what is left, by the return since then', () => {
    const market = marketOf([deep()], { steps: 24, closes: [60, 120] });
    const ran = runOnce(market, planOf([fund()], market), shockOf([-0.19], 120));
    const half = Math.sqrt(0.81) - 1;
    // −10 % twice: 6·10⁹·10 %, then 6·0.7·10⁹·10 %.
    expect(half).toBeCloseTo(-0.1, 12);
    expect(ran.usd[11]![0]).toBeCloseTo(6e8, 0);
    expect(ran.usd[23]![0]).toBeCloseTo(4.2e8, 0);
  });

  it('close everything when wiped out and stay out', () => {
    const market = marketOf([deep()], { steps: 24, closes: [60, 120] });
    const ran = runOnce(market, planOf([fund()], market), shockOf([-0.4]));
    // −L·A·(1 + r) = 3·10⁹·0.6
    expect(ran.usd[11]![0]).toBeCloseTo(1.8e9, 0);
    expect(ran.usd[23]![0]).toBe(0);
    expect(ran.engine.runs[0]!.notes!()).toEqual({ netAssets: 0, wipedOut: 1 });
  });

  it('sell L times what is redeemed, and no more than there is', () => {
    const market = marketOf([deep()]);
    const redeemed = (creations: number) =>
      total(runOnce(market, planOf([fund({ creations })], market), shockOf([0])).usd);
    expect(redeemed(-1e8)).toBeCloseTo(3e8, 0);
    expect(redeemed(-5e9)).toBeCloseTo(3e9, 0);
  });

  it('do a stated share of the trade before the close', () => {
    const market = marketOf([deep()]);
    const plan = planOf([fund()], market, { earlyShare: 0.5, earlyMinutes: 20 });
    const ran = runOnce(market, plan, shockOf([-0.05]));
    const sold = ran.usd.map(([usd]) => Math.round(usd! / 1e5) / 10);
    expect(sold).toEqual([0, 0, 0, 0, 0, 0, 0, 37.5, 37.5, 37.5, 37.5, 150]);
  });

  it('size the order at the price with which the closing step begins, and make up for its impact the day after', () => {
    // Linear book, D = 10¹⁰ a log unit at 100: day one sells 300 million, u = 3·10⁸/95 units, and moves the price by 100·u/D; day two sells
    // 6·0.85·10⁹·(1 − exp(−100·u/D)).
    const market = marketOf(undefined, { steps: 24, closes: [60, 120] });
    const { units, lows } = runOnce(market, planOf([fund()], market), shockOf([-0.05]));
    const u = 3e8 / 95;
    expect(units[11]![0]).toBeCloseTo(u, 4);
    const fall = 1 - Math.exp((-100 * u) / 1e10);
    expect(units[23]![0]).toBeCloseTo((5.1e9 * fall) / (95 * (1 - fall)), 3);
    expect(lows[0]).toBeLessThan(Math.log(0.95) - (100 * u) / 1e10);
  });

  it('trade in exchanges and futures by depth, and elsewhere when there is none', () => {
    const books = [
      bookOf({ venue: 'a', kind: 'spot', indexWeight: 0.5, depth: BOTTOMLESS }),
      bookOf({ venue: 'b', kind: 'future', indexWeight: 0.25, depth: { law: 'linear', usd: 1e30 } }),
      bookOf({ venue: 'c', kind: 'exchange', indexWeight: 0.25, depth: { law: 'linear', usd: 3e30 } }),
    ];
    const market = marketOf([assetOf({ books })]);
    const { units } = runOnce(market, planOf([fund()], market), shockOf([-0.05]));
    expect(total(units, 0)).toBe(0);
    expect(total(units, 2) / total(units, 1)).toBeCloseTo(3, 9);
  });

  it('do nothing without assets or without a close', () => {
    const still = marketOf([deep()], { closes: [] });
    const market = marketOf([deep()]);
    expect(total(runOnce(still, planOf([fund()], still), shockOf([-0.1])).units)).toBe(0);
    expect(total(runOnce(market, planOf([fund({ netAssets: 0 })], market), shockOf([-0.1])).units)).toBe(0);
    expect(total(runOnce(market, planOf([], market), shockOf([-0.1])).units)).toBe(0);
  });

  const size = fc.double({ min: 0, max: 5e9, noNaN: true });
  const leverage = fc.constantFrom(-3, -2, -1, 2, 3);
  const move = fc.double({ min: -0.5, max: 0.5, noNaN: true });
  it.prop([size, leverage, move, fc.nat(1000)])('keep books that agree with the ledger', (A, L, r, seed) => {
    const market = marketOf([assetOf({ volatility: 0.03 })], { steps: 36, closes: [60, 120, 180] });
    const plan = planOf([fund({ netAssets: A, leverage: L })], market, { earlyShare: 0.3, earlyMinutes: 30 });
    expect(imbalance(runOnce(market, plan, shockOf([r], 90), seed))).toBeLessThan(1e-9);
  });

  const fall = fc.double({ min: -0.6, max: 0, noNaN: true });
  it.prop([size, size, leverage, fall, fall])(
    'sell more after a larger fall, and fall further with more assets',
    (a, b, L, r, s) => {
      const market = marketOf();
      const lowOf = (netAssets: number, moved: number) => {
        const ran = runOnce(market, planOf([fund({ netAssets, leverage: L })], market), shockOf([moved]));
        return { low: ran.lows[0]!, units: total(ran.units) };
      };
      const [small, large] = [Math.min(a, b), Math.max(a, b)];
      const [mild, deepFall] = [Math.max(r, s), Math.min(r, s)];
      expect(lowOf(large, mild).low).toBeLessThanOrEqual(lowOf(small, mild).low + 1e-12);
      expect(lowOf(large, deepFall).units).toBeGreaterThanOrEqual(lowOf(large, mild).units - 1e-6);
    },
  );

  it('refuses what is no fund, naming the field', () => {
    for (const [changes, path] of [
      [{ leverage: 1 }, 'leverage'],
      [{ leverage: 0 }, 'leverage'],
      [{ leverage: 6 }, 'leverage'],
      [{ netAssets: -1 }, 'netAssets'],
      [{ netAssets: Number.NaN }, 'netAssets'],
    ] as const) {
      const parsed = leveragedFunds.params.safeParse({ funds: [fund(changes)] });
      expect(parsed.error?.issues[0]?.path).toEqual(['funds', 0, path]);
    }
    expect(() => planOf([fund({ asset: 'moon' })])).toThrow(/asset: not in the market: "moon"/);
  });
});
