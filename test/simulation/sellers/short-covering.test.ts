import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortCovering } from '../../../src/simulation/sellers/short-covering.ts';
import { assetOf, bookOf, marketOf } from '../market-example.ts';
import { expectConserved, ordersAt, pathOf } from '../seller-run.ts';

const SHORTS = {
  asset: 'coin',
  venue: 'one',
  interest: 2e9,
  hedged: 0.5,
  profit: { share: 0.4, distance: 0.1 },
  trailing: { share: 0.4, distance: 0.05 },
};

function planOf(changes: object = {}, market = marketOf()) {
  return shortCovering.plan(shortCovering.params.parse({ shorts: [{ ...SHORTS, ...changes }] }), market);
}

const DEEP = marketOf([assetOf({ books: [bookOf({ depth: { law: 'linear', usd: 1e16 } })] })]);

describe('short covering', () => {
  it('takes profit below the start as by hand', () => {
    // 1 bn is not hedged, 0.4 of it takes profit: 400 m·(1 − e^(−0.2/0.1)) at 0.2 below
    const { engine } = pathOf(DEEP, [planOf({}, DEEP)], Math.expm1(-0.2));
    expect(engine.runs[0]!.notes!().profits! / (4e8 * (1 - Math.exp(-2)))).toBeCloseTo(1, 5);
  });

  it('covers on the rebound from the low, and through a level from below', () => {
    const levels = [
      { at: -0.1, share: 0.1 },
      { at: 0.02, share: 0.05 },
    ];
    const plan = planOf({ profit: { share: 0, distance: 1 }, levels }, DEEP);
    const orders = ordersAt(DEEP, plan, [-0.2, -0.15, -0.1, -0.16, -0.05, 0.03]);
    // units: dollars over 100. Rebounds of 0.05, 0.10, 0.15 and 0.23 from −0.2 with mean 0.05; the level at −0.1 once, that at 0.02 once.
    const trailing = (rebound: number) => 4e6 * (1 - Math.exp(-rebound / 0.05));
    expect(orders[0]).toBe(0);
    expect(-orders[1]!).toBeCloseTo(trailing(0.05), 3);
    expect(-orders[2]!).toBeCloseTo(trailing(0.1) - trailing(0.05) + 1e6, 3);
    expect(orders[3]).toBe(0);
    expect(-orders[4]!).toBeCloseTo(trailing(0.15) - trailing(0.1), 3);
    expect(-orders[5]!).toBeCloseTo(trailing(0.23) - trailing(0.15) + 5e5, 3);
  });

  it('covers no more than is not hedged, and nothing on the way up from the start', () => {
    const whole = {
      profit: { share: 0.5, distance: 0.001 },
      trailing: { share: 0.5, distance: 0.001 },
    };
    const orders = ordersAt(DEEP, planOf(whole, DEEP), [-0.5, -0.2, -0.6, 0.1]);
    expect(-orders.reduce((sum, units) => sum + units, 0)).toBeCloseTo(1e7, -1);
    expect(ordersAt(DEEP, planOf({}, DEEP), [0.1, 0.2])).toEqual([0, 0]);
  });

  it('does nothing without shorts or when all are hedged, and orders once at one price', () => {
    expect(pathOf(marketOf(), [planOf({ interest: 0 })], -0.3).ledger.cash[0]).toBe(0);
    expect(pathOf(marketOf(), [planOf({ hedged: 1 })], -0.3).ledger.cash[0]).toBe(0);
  });

  it('takes more profit the lower the price, and never makes a fall deeper', () => {
    const price = fc.double({ min: -0.6, max: 0, noNaN: true });
    fc.assert(
      fc.property(
        price,
        price,
        fc.double({ min: 0, max: 1e11, noNaN: true }),
        fc.nat(1e6),
        (a, b, interest, seed) => {
          const at = (p: number) => ordersAt(marketOf(), planOf({ interest }), [p])[0]!;
          expect(at(Math.min(a, b))).toBeLessThanOrEqual(at(Math.max(a, b)));
          const market = marketOf([assetOf({ volatility: 0.05 })]);
          const low = (usd: number) =>
            pathOf(market, [planOf({ interest: usd }, market)], Math.expm1(a), { over: 20, seed }).low;
          expect(low(interest)).toBeGreaterThanOrEqual(low(0) - 1e-12);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps money and quantity', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 5e9, noNaN: true }),
        fc.double({ min: -0.5, max: 0.2, noNaN: true }),
        fc.nat(1e6),
        (interest, move, seed) => {
          const market = marketOf([assetOf({ volatility: 0.1 })], { steps: 40 });
          const levels = [{ at: -0.02, share: 0.2 }];
          const { engine } = pathOf(market, [planOf({ interest, levels }, market)], move, { over: 30, seed });
          expectConserved(engine, 1 + interest);
          expect(engine.runs[0]!.balance().sold[0]! * -100).toBeLessThanOrEqual(interest / 2 + 1e-3);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('refuses what cannot be, naming the field', () => {
    const refused = (changes: object) =>
      shortCovering.params
        .safeParse({ shorts: [{ ...SHORTS, ...changes }] })
        .error?.issues[0]?.path.join('.');
    expect(refused({ interest: -1 })).toBe('shorts.0.interest');
    expect(refused({ hedged: 1.5 })).toBe('shorts.0.hedged');
    expect(refused({ profit: { share: 0.5, distance: 0 } })).toBe('shorts.0.profit.distance');
    expect(refused({ levels: [{ at: 0, share: 0.3 }] })).toBe('shorts.0.levels');
    expect(() => planOf({ asset: 'none' })).toThrow(/^asset:/);
  });
});
