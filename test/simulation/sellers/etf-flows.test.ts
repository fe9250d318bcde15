import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { etfFlows } from '../../../src/simulation/sellers/etf-flows.ts';
import { assetOf, bookOf, marketOf } from '../market-example.ts';
import { BOTTOMLESS, imbalance, runOnce, shockOf, total } from './run.ts';

const coin = (changes = {}) => assetOf({ books: [bookOf({ depth: BOTTOMLESS })], ...changes });
const DAYS = { steps: 36, closes: [60, 120, 180] };
const fund = (changes = {}) => ({ asset: 'coin', usd: 1e11, elasticity: 0.04, limit: 0.02, ...changes });
const planOf = (funds: readonly object[], market = marketOf([coin()], DAYS)) =>
  etfFlows.plan(etfFlows.params.parse({ funds }), market);

describe('flows of spot funds', () => {
  it('follow the session before: a known outflow first, then that of the fall', () => {
    const market = marketOf([coin()], DAYS);
    const ran = runOnce(market, planOf([fund({ lastReturn: Math.log(0.95) })]), shockOf([-0.1]));
    // 0.04·5 % of 10⁹ coins at 90 dollars; then 0.04·10 % of what is left.
    expect(ran.usd[11]![0]! / (0.002 * 0.9e11)).toBeCloseTo(1, 9);
    expect(ran.usd[23]![0]! / (0.004 * 0.998 * 0.9e11)).toBeCloseTo(1, 9);
    expect(ran.usd[35]![0]).toBe(0);
    expect(ran.usd.filter(([usd]) => usd !== 0)).toHaveLength(2);
    expect(ran.engine.runs[0]!.notes!()).toEqual({
      outflow: expect.closeTo((0.002 + 0.004 * 0.998) * 1e11, 0),
      inflow: 0,
    });
  });

  it('come back after a rise and are clipped on both sides', () => {
    const market = marketOf([coin()], DAYS);
    const rise = runOnce(market, planOf([fund()]), shockOf([0.2]));
    expect(rise.usd[23]![0]! / (-0.008 * 1.2e11)).toBeCloseTo(1, 9);
    expect(rise.engine.runs[0]!.notes!().inflow).toBeCloseTo(0.008 * 1e11, 0);
    const clipped = (move: number) =>
      total(runOnce(market, planOf([fund({ elasticity: 1 })]), shockOf([move])).units);
    expect(clipped(-0.5) / (0.02 * 1e9)).toBeCloseTo(1, 9);
    expect(clipped(0.5) / (-0.02 * 1e9)).toBeCloseTo(1, 9);
  });

  it('go through the spot books', () => {
    const books = [
      bookOf({ indexWeight: 0, depth: BOTTOMLESS }),
      bookOf({ venue: 'spot', kind: 'spot', depth: BOTTOMLESS }),
    ];
    const market = marketOf([coin({ books })], DAYS);
    const { sold } = runOnce(market, planOf([fund()], market), shockOf([-0.1])).engine.ledger;
    expect(sold[0]).toBe(0);
    expect(sold[1]).toBeGreaterThan(0);
  });

  it('are nothing without elasticity, assets, or a return', () => {
    const market = marketOf([coin()], DAYS);
    for (const changes of [{ elasticity: 0 }, { usd: 0 }, { limit: 0 }]) {
      expect(total(runOnce(market, planOf([fund(changes)]), shockOf([-0.3])).units)).toBeCloseTo(0, 12);
    }
    expect(total(runOnce(market, planOf([fund()]), shockOf([0])).units)).toBeCloseTo(0, 12);
    expect(total(runOnce(market, planOf([]), shockOf([-0.3])).units)).toBe(0);
  });

  it.prop([
    fc.double({ min: -0.5, max: 0.5, noNaN: true }),
    fc.double({ min: 0, max: 0.3, noNaN: true }),
    fc.double({ min: 0, max: 0.5, noNaN: true }),
  ])('never bring a smaller sale after a lower price', (move, more, elasticity) => {
    const market = marketOf([coin()], { steps: 24, closes: [60, 120] });
    const plan = planOf([fund({ elasticity })], market);
    const sold = (x: number) => total(runOnce(market, plan, shockOf([x])).units);
    expect(sold(move - more)).toBeGreaterThanOrEqual(sold(move) - 1e-6);
  });

  it.prop([fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0, max: 1, noNaN: true })])(
    'keep books that the ledger confirms',
    (seed, elasticity) => {
      const books = [
        bookOf({ venue: 'a', kind: 'spot', indexWeight: 0.4, depth: { law: 'linear', usd: 5e9 } }),
        bookOf({
          venue: 'b',
          kind: 'spot',
          indexWeight: 0.6,
          depth: { law: 'square-root', prefactor: 1, volume: 1e10, volatility: 0.03 },
        }),
      ];
      const market = marketOf([coin({ books, volatility: 0.2 })], DAYS);
      expect(
        imbalance(runOnce(market, planOf([fund({ elasticity })], market), shockOf([-0.1], 90), seed)),
      ).toBeLessThan(1e-9);
    },
  );

  it('refuse parameters that make no sense, naming the field', () => {
    const refuse = (changes: object, field: string) => {
      const { error } = etfFlows.params.safeParse({ funds: [fund(changes)] });
      expect(error!.issues[0]!.path.join('.')).toBe(`funds.0.${field}`);
    };
    refuse({ usd: -1 }, 'usd');
    refuse({ elasticity: -0.1 }, 'elasticity');
    refuse({ limit: 1.1 }, 'limit');
    refuse({ lastReturn: Number.NaN }, 'lastReturn');
    expect(etfFlows.params.safeParse({ funds: [fund(), fund()] }).success).toBe(false);
    expect(() => planOf([fund({ asset: 'tulips' })])).toThrow(/not in the market: "tulips"/);
  });
});
