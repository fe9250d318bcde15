import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collateralLoans } from '../../../src/simulation/sellers/collateral-loans.ts';
import { loanLadder, loanPool } from '../../../src/simulation/sellers/loan-ladder.ts';
import { assetOf, bookOf, marketOf } from '../market-example.ts';
import { expectConserved, ordersAt, pathOf } from '../seller-run.ts';

const POOL = {
  asset: 'coin',
  venue: 'one',
  debt: 1e8,
  threshold: 0.8,
  closeFactor: 0.5,
  bonus: 0.05,
  oracleLag: 0,
  bands: [{ health: 1.1, share: 1 }],
};

function planOf(changes: object = {}, market = marketOf()) {
  const params = { pools: [{ ...POOL, ...changes }], binWidth: 0.0001, bins: 20_000 };
  return collateralLoans.plan(collateralLoans.params.parse(params), market);
}

/** A book so deep that what is sold does not move it. */
const DEEP = marketOf([assetOf({ books: [bookOf({ depth: { law: 'linear', usd: 1e16 } })] })]);

describe('the liquidations of a loan', () => {
  it('come where its health factor is 1, again and again, as by hand', () => {
    // 100 m against C = 1.1·100 m/(0.8·100) = 1.375 m coins. Health 1 at 100/1.1 = 90.909…: 50 m repaid, 52.5 m/90.909 = 577,500 coins sold.
    // Left: 50 m against 797,500 coins, healthy to 50 m/(0.8·797,500) = 78.370 (P/1.16): 25 m repaid, 26.25 m/78.370 = 334,950 coins.
    const [first, second] = loanLadder(loanPool.parse(POOL), 100, 2);
    expect(100 * Math.exp(first!.at)).toBeCloseTo(90.909_090_909, 8);
    expect([first!.debt, first!.units]).toEqual([5e7, expect.closeTo(577_500, 6)]);
    expect(100 * Math.exp(second!.at)).toBeCloseTo(5e7 / (0.8 * 797_500), 8);
    expect([second!.debt, second!.units]).toEqual([2.5e7, expect.closeTo(334_950, 6)]);
  });

  it('never sell more collateral than there is, and never repay more than is owed', () => {
    const ratio = fc.double({ min: 0.05, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(
        ratio,
        ratio,
        fc.double({ min: 1, max: 3, noNaN: true }),
        (threshold, closeFactor, health) => {
          const pool = loanPool.parse({ ...POOL, threshold, closeFactor, bands: [{ health, share: 1 }] });
          const all = loanLadder(pool, 100, 50);
          const sum = (of: (one: (typeof all)[number]) => number) =>
            all.reduce((total, one) => total + of(one), 0);
          expect(sum(({ units }) => units)).toBeLessThanOrEqual((health * 1e8) / (threshold * 100) + 1e-6);
          expect(sum(({ debt }) => debt)).toBeLessThanOrEqual(1e8);
          expect(sum(({ debt }) => debt)).toBeGreaterThan(0.999e8);
        },
      ),
    );
  });

  it('are one when all of the debt is repaid at once', () => {
    const all = loanLadder(loanPool.parse({ ...POOL, closeFactor: 1 }), 100, 5);
    expect(all).toHaveLength(1);
    expect(all[0]!.debt).toBe(1e8);
  });
});

describe('collateral loans', () => {
  it('sell what is reached by the price of the oracle, once', () => {
    const { ledger, engine } = pathOf(DEEP, [planOf({}, DEEP)], -0.1);
    expect(ledger.sold[0]).toBeCloseTo(577_500, 4);
    expect(engine.runs[0]!.notes!()).toEqual({ repaid: expect.closeTo(5e7, 2), badDebt: 0 });
    expect(pathOf(DEEP, [planOf({}, DEEP)], -0.09).ledger.sold[0]).toBe(0);
    expect(pathOf(DEEP, [planOf({}, DEEP)], -0.22).ledger.sold[0]).toBeCloseTo(577_500 + 334_950, 4);
  });

  it('wait for an oracle that is late', () => {
    const soldBy = (oracleLag: number) => {
      const times: number[] = [];
      pathOf(DEEP, [planOf({ oracleLag }, DEEP)], -0.1, {
        onlooker: { filled: (_s, _b, _u, _p, market) => times.push(market.step) },
      });
      return times;
    };
    // Five minutes a step; the price falls in step 0. With a lag of 7 minutes the oracle stands at −3/5·0.105 at the end of step 1.
    expect(soldBy(0)).toEqual([0]);
    expect(soldBy(5)).toEqual([1]);
    expect(soldBy(7)).toEqual([2]);
    expect(soldBy(15)).toEqual([3]);
  });

  it('leave bad debt where the collateral is worth less than the debt it secures', () => {
    // At −50 % the coins behind 50 m repaid at 90.909 (50 m/(0.8·90.909) = 687,500) are worth 34.375 m: 15.625 m are lost; of the second
    // 25 m/(0.8·78.370) = 398,750 coins are worth 19.9375 m: 5.0625 m; the third, at 78.370/1.16 = 67.560, 12.5 m/(0.8·67.560)·50 = 11.5638 m:
    // 0.9362 m; the fourth at 58.241 is worth more than it owes (58.241·0.8 < 50).
    const { engine } = pathOf(DEEP, [planOf({}, DEEP)], -0.5);
    expect(engine.runs[0]!.notes!().badDebt).toBeCloseTo(15.625e6 + 5.0625e6 + 0.936_206_9e6, -2);
    const slow = pathOf(DEEP, [planOf({}, DEEP)], -0.5, { over: 60 });
    expect(slow.engine.runs[0]!.notes!().badDebt).toBe(0);
  });

  it('do nothing without debt, without bands, or on the way up', () => {
    expect(pathOf(marketOf(), [planOf({ debt: 0 })], -0.5).ledger.cash[0]).toBe(0);
    expect(pathOf(marketOf(), [planOf({ bands: [] })], -0.5).ledger.cash[0]).toBe(0);
    expect(pathOf(marketOf(), [planOf()], 0.5).ledger.cash[0]).toBe(0);
    const [first, second] = ordersAt(marketOf(), planOf(), [-0.2, -0.2]);
    expect(first).toBeGreaterThan(0);
    expect(second).toBe(0);
  });

  it('sell more the lower the price, and make the fall no smaller when there are more of them', () => {
    const price = fc.double({ min: -0.7, max: 0, noNaN: true });
    const bands = [1.02, 1.05, 1.1, 1.2, 1.5].map((health) => ({ health, share: 0.2 }));
    fc.assert(
      fc.property(price, price, fc.nat(1e6), (a, b, seed) => {
        const at = (p: number) => ordersAt(marketOf(), planOf({ bands }), [p])[0]!;
        expect(at(Math.min(a, b))).toBeGreaterThanOrEqual(at(Math.max(a, b)));
        const market = marketOf([assetOf({ volatility: 0.05 })]);
        const low = (debt: number, oracleLag: number) =>
          pathOf(market, [planOf({ bands, debt, oracleLag }, market)], Math.expm1(a), { over: 20, seed }).low;
        expect(low(2e9, 3)).toBeLessThanOrEqual(low(1e9, 3));
      }),
      { numRuns: 40 },
    );
  });

  it('change the fall by less than two in a hundred when steps are halved', () => {
    const bands = [1.02, 1.04, 1.06, 1.1, 1.2].map((health) => ({ health, share: 0.2 }));
    const low = (stepMinutes: number) => {
      const books = [bookOf({ refillHalfLife: 30 })];
      const market = marketOf([assetOf({ books, lasting: 0.2 })], { stepMinutes, steps: 120 / stepMinutes });
      const plan = planOf({ bands, debt: 1e9, oracleLag: 7 }, market);
      return pathOf(market, [plan], -0.08, { over: 60 }).low;
    };
    expect(low(2.5)).toBeLessThan(Math.log(0.92) - 0.005);
    expect(Math.abs(low(2.5) / low(5) - 1)).toBeLessThan(0.02);
  });

  it('keep money and quantity', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 5e9, noNaN: true }),
        fc.double({ min: -0.6, max: 0.2, noNaN: true }),
        fc.double({ min: 0, max: 30, noNaN: true }),
        fc.nat(1e6),
        (debt, move, oracleLag, seed) => {
          const market = marketOf([assetOf({ volatility: 0.1 })]);
          const { engine } = pathOf(market, [planOf({ debt, oracleLag }, market)], move, { over: 30, seed });
          expectConserved(engine, 1 + debt);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('refuse what cannot be, naming the field', () => {
    const refused = (changes: object) => {
      const params = { pools: [{ ...POOL, ...changes }], binWidth: 0.001, bins: 100 };
      return collateralLoans.params.safeParse(params).error?.issues[0]?.path.join('.');
    };
    expect(refused({ debt: -1 })).toBe('pools.0.debt');
    expect(refused({ threshold: 1 })).toBe('pools.0.threshold');
    expect(refused({ closeFactor: 0 })).toBe('pools.0.closeFactor');
    expect(refused({ threshold: 0.97, bonus: 0.05 })).toBe('pools.0.bonus');
    expect(refused({ oracleLag: -1 })).toBe('pools.0.oracleLag');
    expect(refused({ bands: [{ health: 0.9, share: 1 }] })).toBe('pools.0.bands.0.health');
    expect(refused({ bands: [1.1, 1.2].map((health) => ({ health, share: 0.7 })) })).toBe('pools.0.bands');
    expect(() => planOf({ asset: 'none' })).toThrow(/^asset:/);
  });
});
