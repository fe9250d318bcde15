import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stopHolder, stopLadder } from '../../../src/simulation/sellers/stop-ladder.ts';
import { stopOrders } from '../../../src/simulation/sellers/stop-orders.ts';
import { assetOf, bookOf, marketOf } from '../market-example.ts';
import { expectConserved, ordersAt, pathOf } from '../seller-run.ts';

const HOLDER = {
  asset: 'coin',
  venue: 'one',
  usd: 1e8,
  round: 0.4,
  lows: 0.2,
  distance: 0.05,
  below: 0.002,
  pastLows: [{ at: -0.08, weight: 1 }],
};

function planOf(changes: object = {}, market = marketOf()) {
  const params = { holders: [{ ...HOLDER, ...changes }], binWidth: 0.0005, bins: 4000 };
  return stopOrders.plan(stopOrders.params.parse(params), market);
}

const DOLLARS = (usd: number) => ({ usd, round: 0, lows: 0 });

describe('the ladder of stops', () => {
  it('recovers a synthetic book exactly: what waits below 60,000, level by level', () => {
    const market = marketOf([assetOf({ price: 66_000 })]);
    const book = [
      { price: 59_900, usd: 4e8 },
      { price: 58_000, usd: 1.5e8 },
      { price: 54_950, usd: 2.5e8 },
    ];
    const placed = [{ price: 61_000, usd: 9e7 }, ...book, { price: 67_000, usd: 5e7 }];
    const rungs = planOf({ ...DOLLARS(0), placed }, market).ladder!();
    const below = rungs.filter(({ at }) => at < Math.log(60_000 / 66_000));
    expect(below.map(({ usd }) => usd)).toEqual(book.map(({ usd }) => usd));
    for (const [i, { at }] of below.entries()) {
      expect(66_000 * Math.exp(at)).toBeCloseTo(book[i]!.price, 6);
    }
    // the stop above the price has been triggered
    expect(rungs).toHaveLength(4);
  });

  it('puts a share behind a past low, at its mean distance', () => {
    const holder = stopHolder.parse({ ...HOLDER, round: 0, lows: 1 });
    const stops = stopLadder(holder, 100, 1);
    expect(stops.every(({ kind, level }) => kind === 'low' && level === -0.08)).toBe(true);
    const mean = stops.reduce((sum, { at, usd }) => sum + at * usd, 0) / 1e8;
    expect(mean).toBeCloseTo(-0.082, 12);
  });

  it('spreads what lies away from clusters by an exponential law', () => {
    const stops = stopLadder(stopHolder.parse({ ...HOLDER, round: 0, lows: 0 }), 100, 2);
    const sum = (from: number) =>
      stops.reduce((total, { at, usd }) => total + (at >= from ? usd : 0), 0) / 1e8;
    // 1 − e^−1 within the mean distance, 1 − e^−3 within three, to the 200th part by which it is told
    expect(Math.abs(sum(-0.05) - (1 - Math.exp(-1)))).toBeLessThan(0.005);
    expect(Math.abs(sum(-0.15) - (1 - Math.exp(-3)))).toBeLessThan(0.005);
    expect(stops.reduce((total, { at, usd }) => total + at * usd, 0) / 1e8).toBeCloseTo(-0.05, 10);
  });

  it('holds all the dollars there are, less what has been swept', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        fc.double({ min: 1e-3, max: 0.5, noNaN: true }),
        fc.double({ min: 0.01, max: 1e6, noNaN: true }),
        (round, lows, distance, price) => {
          const holder = stopHolder.parse({ ...HOLDER, round, lows, distance });
          const whole = (one: typeof holder) =>
            stopLadder(one, price, 2).reduce((sum, { usd }) => sum + usd, 0);
          expect(whole(holder) / 1e8).toBeCloseTo(1, 9);
          const swept = { ...holder, swept: { at: -10, renewed: 0.25 } };
          expect(whole(swept) / 1e8).toBeLessThan(0.26);
        },
      ),
    );
  });
});

describe('stop orders', () => {
  it('are triggered by the last price of the book in which they lie, not by the index', () => {
    // Of 100 m at 95 nothing sells at a fall of 5 % less a hair, all at a hair more.
    const placed = [{ price: 95, usd: 1e8 }];
    expect(pathOf(marketOf(), [planOf({ ...DOLLARS(0), placed })], -0.0499).ledger.sold[0]).toBe(0);
    expect(pathOf(marketOf(), [planOf({ ...DOLLARS(0), placed })], -0.0506).ledger.sold[0]).toBeCloseTo(
      1e6,
      6,
    );
    const books = [bookOf({ indexWeight: 1 }), bookOf({ venue: 'two', indexWeight: 0 })];
    const apart = marketOf([assetOf({ books, arbitrage: { cost: 10, halfLife: 1 } })]);
    // 10 bn a log unit: 1 bn of stops in the second book at 95 takes it 10 % lower and leaves the first where it was.
    const { engine } = pathOf(apart, [planOf({ ...DOLLARS(0), venue: 'two', placed }, apart)], -0.06);
    expect(engine.market.last[0]).toBeCloseTo(Math.log(0.94), 12);
    expect(engine.market.last[1]).toBeCloseTo(Math.log(0.94) - 0.01, 12);
  });

  it('set each other off, down to where the next lies out of reach', () => {
    // 10 bn a log unit: 300 m at 99 take 3 % off and reach 96, whose 200 m take 2 %; 90 is not reached.
    const placed = [
      { price: 99, usd: 3e8 },
      { price: 96.5, usd: 2e8 },
      { price: 90, usd: 1e9 },
    ];
    const { final, engine } = pathOf(marketOf(), [planOf({ ...DOLLARS(0), placed })], -0.011);
    expect(final).toBeCloseTo(Math.log(0.989) - 0.05, 9);
    expect(engine.runs[0]!.notes!().triggered).toBeCloseTo(5e8, 3);
  });

  it('do nothing without a holding, on the way up, or twice', () => {
    expect(pathOf(marketOf(), [planOf({ usd: 0 })], -0.3).ledger.cash[0]).toBe(0);
    expect(pathOf(marketOf(), [planOf()], 0.3).ledger.cash[0]).toBe(0);
    const [first, second, third] = ordersAt(marketOf(), planOf(), [-0.1, -0.1, -0.05]);
    expect(first).toBeGreaterThan(0);
    expect([second, third]).toEqual([0, 0]);
  });

  it('sell more the lower the price, and more when there are more', () => {
    const price = fc.double({ min: -0.5, max: 0, noNaN: true });
    fc.assert(
      fc.property(price, price, fc.double({ min: 1, max: 5, noNaN: true }), (a, b, more) => {
        const at = (p: number, usd = 1e8) => ordersAt(marketOf(), planOf({ usd }), [p])[0]!;
        expect(at(Math.min(a, b))).toBeGreaterThanOrEqual(at(Math.max(a, b)));
        expect(at(a, 1e8 * more)).toBeGreaterThanOrEqual(at(a));
        const low = (usd: number) => pathOf(marketOf(), [planOf({ usd })], Math.expm1(a)).low;
        expect(low(1e8 * more)).toBeLessThanOrEqual(low(1e8));
      }),
      { numRuns: 30 },
    );
  });

  it('change the fall by less than two in a hundred when bins or steps are halved', () => {
    const low = (binWidth: number, stepMinutes: number) => {
      const books = [bookOf({ refillHalfLife: 30 })];
      const market = marketOf([assetOf({ books, lasting: 0.2 })], { stepMinutes, steps: 120 / stepMinutes });
      const params = { holders: [{ ...HOLDER, usd: 1e9 }], binWidth, bins: 1 / binWidth };
      const plan = stopOrders.plan(stopOrders.params.parse(params), market);
      return pathOf(market, [plan], -0.06, { over: 60 }).low;
    };
    const base = low(0.0005, 5);
    expect(base).toBeLessThan(Math.log(0.94) - 0.01);
    expect(Math.abs(low(0.000_25, 5) / base - 1)).toBeLessThan(0.02);
    expect(Math.abs(low(0.0005, 2.5) / base - 1)).toBeLessThan(0.02);
  });

  it('keep money and quantity', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 5e9, noNaN: true }),
        fc.double({ min: -0.4, max: 0.2, noNaN: true }),
        fc.nat(1e6),
        (usd, move, seed) => {
          const books = [
            bookOf({ indexWeight: 0.5, refillHalfLife: 20 }),
            bookOf({ venue: 'two', indexWeight: 0.5, refillHalfLife: 20 }),
          ];
          const market = marketOf([
            assetOf({ books, volatility: 0.1, arbitrage: { cost: 0.001, halfLife: 2 } }),
          ]);
          const plans = [planOf({ usd }, market), planOf({ usd, venue: 'two' }, market)];
          expectConserved(pathOf(market, plans, move, { over: 30, seed }).engine, 1 + usd);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('refuse what cannot be, naming the field', () => {
    const refused = (changes: object) => {
      const params = { holders: [{ ...HOLDER, ...changes }], binWidth: 0.001, bins: 100 };
      const { error } = stopOrders.params.safeParse(params);
      return error?.issues[0]?.path.join('.');
    };
    expect(refused({ usd: -1 })).toBe('holders.0.usd');
    expect(refused({ round: 1.2 })).toBe('holders.0.round');
    expect(refused({ round: 0.7, lows: 0.7 })).toBe('holders.0.round');
    expect(refused({ distance: 0 })).toBe('holders.0.distance');
    expect(refused({ below: Number.NaN })).toBe('holders.0.below');
    expect(refused({ pastLows: [{ at: 0.1, weight: 1 }] })).toBe('holders.0.pastLows.0.at');
    expect(refused({ placed: [{ price: -5, usd: 1 }] })).toBe('holders.0.placed.0.price');
    expect(() => planOf({ asset: 'none' })).toThrow(/^asset:/);
    expect(() => planOf({ venue: 'none' })).toThrow(/^venue:/);
  });
});
