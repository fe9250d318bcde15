import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Market } from '../../../src/simulation/market/market.ts';
import { bargainHunters } from '../../../src/simulation/sellers/bargain-hunters.ts';
import { assetOf, bookOf, marketOf } from '../market-example.ts';
import { expectConserved, ordersAt, pathOf } from '../seller-run.ts';

const BUYER = {
  asset: 'coin',
  venue: 'one',
  capacity: 1e9,
  anchor: 0,
  threshold: 0.05,
  slope: 10,
  patience: 1e12,
  reaction: 0,
};

function planOf(changes: object = {}, market = marketOf()) {
  return bargainHunters.plan(bargainHunters.params.parse({ buyers: [{ ...BUYER, ...changes }] }), market);
}

describe('bargain hunters', () => {
  it('buy up to where their demand meets the book, as in closed form', () => {
    // A fall of 0.1 log, threshold 0.05: demand K·(0.05 − H/D) with K = 1 bn·10 and D = 10 bn a log unit: H = K·0.05/(1 + K/D) = 250 m.
    const { ledger, final } = pathOf(marketOf(), [planOf()], Math.expm1(-0.1));
    expect(-ledger.sold[0]! * 100).toBeCloseTo(2.5e8, -2);
    expect(final).toBeCloseTo(-0.1 + 0.025, 6);
  });

  it('spend no more than they have, and then let go', () => {
    const { ledger, engine } = pathOf(marketOf(), [planOf({ capacity: 1e8 })], -0.4);
    expect(-ledger.sold[0]! * 100).toBeCloseTo(1e8, -2);
    expect(-ledger.cash[0]!).toBeLessThan(1e8);
    expect(engine.runs[0]!.notes!()).toEqual({ bought: expect.closeTo(1e8, -2), full: 1 });
  });

  it('take their time: half of what is lacking in each half-life', () => {
    const deep = marketOf([assetOf({ books: [bookOf({ depth: { law: 'linear', usd: 1e16 } })] })]);
    // demand 1 bn·10·0.05 = 500 m; five minutes a step, twelve steps: 1 − 2^−(60/20)
    const { ledger } = pathOf(deep, [planOf({ reaction: 20 }, deep)], Math.expm1(-0.1));
    expect((-ledger.sold[0]! * 100) / (5e8 * (1 - 2 ** -3))).toBeCloseTo(1, 5);
  });

  it('get used to a lower price as their patience ends', () => {
    const deep = marketOf([assetOf({ books: [bookOf({ depth: { law: 'linear', usd: 1e16 } })] })]);
    const bought = (patience: number) =>
      -pathOf(deep, [planOf({ patience, reaction: 20 }, deep)], Math.expm1(-0.1)).ledger.sold[0]!;
    expect(bought(10)).toBeLessThan(bought(60));
    expect(bought(60)).toBeLessThan(bought(1e9));
  });

  it('have bought already what an anchor above the price made them want', () => {
    expect(pathOf(marketOf(), [planOf({ anchor: 0.1 })], 0).ledger.cash[0]).toBe(0);
    // of 1 bn half was bought at the start; a fall of a further 0.2 makes them want all of it
    const all = pathOf(marketOf(), [planOf({ anchor: 0.1 })], Math.expm1(-0.2)).ledger;
    expect(-all.sold[0]! * 100).toBeCloseTo(5e8, -2);
  });

  it('do nothing without money, above their threshold, or twice at one price', () => {
    expect(pathOf(marketOf(), [planOf({ capacity: 0 })], -0.5).ledger.cash[0]).toBe(0);
    expect(pathOf(marketOf(), [planOf({ slope: 0 })], -0.5).ledger.cash[0]).toBe(0);
    expect(pathOf(marketOf(), [planOf()], -0.048).ledger.cash[0]).toBe(0);
    expect(pathOf(marketOf(), [planOf()], 0.5).ledger.cash[0]).toBe(0);
    const run = planOf().start();
    run.reset();
    const market = new Market(marketOf());
    market.begin(0, Float64Array.of(-0.1));
    const orders = [0, 1].map((round) => {
      let units = 0;
      run.trade(market, { sell: (_, sold) => (units += sold) }, round);
      return units;
    });
    expect(orders[0]).toBeLessThan(0);
    expect(orders[1]).toBe(0);
  });

  it('buy more the lower the price, never drive it above a smaller fall, and never make a fall deeper', () => {
    const price = fc.double({ min: -0.6, max: 0, noNaN: true });
    fc.assert(
      fc.property(
        price,
        price,
        fc.double({ min: 1e7, max: 1e11, noNaN: true }),
        fc.double({ min: 1e8, max: 1e11, noNaN: true }),
        (a, b, capacity, depth) => {
          const market = marketOf([
            assetOf({
              books: [
                bookOf({ depth: { law: 'square-root', prefactor: 1, volume: depth, volatility: 0.05 } }),
              ],
            }),
          ]);
          const at = (p: number) => ordersAt(market, planOf({ capacity }, market), [p])[0]!;
          expect(at(Math.min(a, b))).toBeLessThanOrEqual(at(Math.max(a, b)));
          const one = (p: number, usd: number) =>
            pathOf(market, [planOf({ capacity: usd }, market)], Math.expm1(p));
          const [deeper, shallower] = [one(Math.min(a, b), capacity), one(Math.max(a, b), capacity)];
          expect(deeper.lows[0]!).toBeLessThanOrEqual(shallower.lows[0]! + 1e-3);
          expect(one(a, capacity).final).toBeGreaterThanOrEqual(Math.min(a, 0) - 1e-12);
          expect(one(a, capacity).lows[0]!).toBeLessThanOrEqual(Math.max(a, -0.05) + 1e-9);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keep money and quantity over books that arbitrage joins', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 5e9, noNaN: true }),
        fc.double({ min: -0.5, max: 0.2, noNaN: true }),
        fc.nat(1e6),
        (capacity, move, seed) => {
          const books = [
            bookOf({ indexWeight: 0.5, refillHalfLife: 20 }),
            bookOf({ venue: 'two', indexWeight: 0.5, refillHalfLife: 20 }),
          ];
          const market = marketOf([
            assetOf({ books, volatility: 0.1, arbitrage: { cost: 0.001, halfLife: 2 } }),
          ]);
          const plans = [
            planOf({ capacity, reaction: 10 }, market),
            planOf({ capacity, venue: 'two', patience: 30 }, market),
          ];
          expectConserved(pathOf(market, plans, move, { over: 30, seed }).engine, 1 + capacity);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('refuse what cannot be, naming the field', () => {
    const refused = (changes: object) =>
      bargainHunters.params
        .safeParse({ buyers: [{ ...BUYER, ...changes }] })
        .error?.issues[0]?.path.join('.');
    expect(refused({ capacity: -1 })).toBe('buyers.0.capacity');
    expect(refused({ threshold: -0.1 })).toBe('buyers.0.threshold');
    expect(refused({ slope: -1 })).toBe('buyers.0.slope');
    expect(refused({ patience: 0 })).toBe('buyers.0.patience');
    expect(refused({ reaction: Number.POSITIVE_INFINITY })).toBe('buyers.0.reaction');
    expect(() => planOf({ venue: 'none' })).toThrow(/^venue:/);
  });
});
