import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { progress } from '../../../src/simulation/sellers/scheduled/progress.ts';
import { scheduledFlow } from '../../../src/simulation/sellers/scheduled-flow.ts';
import { assetOf, bookOf, marketOf } from '../market-example.ts';
import { imbalance, runOnce, shockOf, total } from './run.ts';

const flow = (changes = {}) => ({ asset: 'coin', usd: 1e8, at: 10, ...changes });
const planOf = (flows: readonly object[], market = marketOf()) =>
  scheduledFlow.plan(scheduledFlow.params.parse({ flows }), market);

describe('a scheduled flow', () => {
  it('is all sold in the step of its minute, at whatever price, and moves the price as far as the book says', () => {
    const market = marketOf();
    const { units, lows } = runOnce(market, planOf([flow()], market), shockOf([0]));
    expect(units.map(([u]) => u)).toEqual([0, 0, 1e6, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    // Linear book of 10¹⁰ a log unit: −1 %.
    expect(lows[0]).toBeCloseTo(-0.01, 12);
  });

  it('is sold evenly over its minutes, from within a step to within a step', () => {
    const market = marketOf();
    const { units } = runOnce(market, planOf([flow({ at: 12, over: 10 })], market), shockOf([0]));
    expect(units.slice(2, 5).map(([u]) => Math.round(u!))).toEqual([3e5, 5e5, 2e5]);
    expect(total(units)).toBeCloseTo(1e6, 6);
  });

  it('buys when its quantity is below 0, and does nothing at 0 or after the end', () => {
    const market = marketOf();
    expect(total(runOnce(market, planOf([flow({ usd: -1e8 })], market), shockOf([0])).units)).toBe(-1e6);
    expect(total(runOnce(market, planOf([flow({ usd: 0 })], market), shockOf([0])).units)).toBe(0);
    expect(total(runOnce(market, planOf([flow({ at: 60 })], market), shockOf([0])).units)).toBe(0);
  });

  it('knows how much of a spread is done', () => {
    expect([4, 5, 10, 15, 20].map((minute) => progress(minute, 5, 10))).toEqual([0, 0, 0.5, 1, 1]);
    expect([5, 6].map((minute) => progress(minute, 5, 0))).toEqual([0, 1]);
  });

  const usd = fc.double({ min: -1e10, max: 1e10, noNaN: true });
  const minutes = fc.double({ min: 0, max: 80, noNaN: true });
  it.prop([usd, minutes, minutes, fc.nat(1000)])(
    'keeps books that agree with the ledger',
    (quantity, at, over, seed) => {
      const books = [
        bookOf({ venue: 'a', indexWeight: 0.5 }),
        bookOf({ venue: 'b', kind: 'spot', indexWeight: 0.5 }),
      ];
      const market = marketOf([assetOf({ books, volatility: 0.05 })]);
      const ran = runOnce(
        market,
        planOf([flow({ usd: quantity, at, over })], market),
        shockOf([-0.05], 30),
        seed,
      );
      expect(imbalance(ran)).toBeLessThan(1e-9);
      if (at + over <= 60 && at < 60)
        expect(total(ran.units, 0) + total(ran.units, 1)).toBeCloseTo(quantity / 100, 3);
    },
  );

  it('refuses what is no flow, naming the field', () => {
    for (const [changes, path] of [
      [{ usd: Number.NaN }, 'usd'],
      [{ at: -1 }, 'at'],
      [{ over: -1 }, 'over'],
      [{ asset: '' }, 'asset'],
    ] as const) {
      const parsed = scheduledFlow.params.safeParse({ flows: [flow(changes)] });
      expect(parsed.error?.issues[0]?.path).toEqual(['flows', 0, path]);
    }
    expect(() => planOf([flow({ asset: 'moon' })])).toThrow(RangeError);
  });
});
