import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stream } from '../../../src/math/random.ts';
import { DepthLaws } from '../../../src/simulation/market/depth.ts';
import { Market } from '../../../src/simulation/market/market.ts';
import { type Depth, marketSpec } from '../../../src/simulation/market/spec.ts';
import { assetOf, bookOf, marketOf } from '../market-example.ts';

const none = Float64Array.of(0);

describe('the law of a book', () => {
  const laws: Depth[] = [
    { law: 'square-root', prefactor: 0.8, volume: 2e10, volatility: 0.04 },
    { law: 'linear', usd: 5e9 },
    { law: 'profile', distances: [0.01, 0.02, 0.05], usd: [1e8, 1.5e8, 6e8] },
  ];

  it('gives impacts by hand', () => {
    const depths = new DepthLaws(laws);
    expect(depths.impact(0, 2e8)).toBeCloseTo(0.8 * 0.04 * 0.1, 15);
    expect(depths.impact(1, 5e8)).toBeCloseTo(0.1, 15);
    // Half of the way from 100 to 150 million lies half of the way from 1 to 2 %; four times the last depth twice as far as it.
    expect(depths.impact(2, 1.25e8)).toBeCloseTo(0.015, 15);
    expect(depths.impact(2, 2.4e9)).toBeCloseTo(0.1, 15);
  });

  it('rises with the quantity and is undone by its inverse', () => {
    fc.assert(
      fc.property(
        fc.nat(2),
        fc.double({ min: 1, max: 1e11, noNaN: true }),
        fc.double({ min: 1.01, max: 10, noNaN: true }),
        (book, quantity, more) => {
          const depths = new DepthLaws(laws);
          const impact = depths.impact(book, quantity);
          expect(depths.impact(book, quantity * more)).toBeGreaterThan(impact);
          expect(depths.quantity(book, impact) / quantity).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});

describe('the market', () => {
  it('charges a sale in two halves as much as the whole', () => {
    const sell = (parts: readonly number[]) => {
      const market = new Market(
        marketOf([
          assetOf({
            books: [bookOf({ depth: { law: 'square-root', prefactor: 1, volume: 1e9, volatility: 0.03 } })],
          }),
        ]),
      );
      market.begin(0, none);
      for (const units of parts) {
        market.take(0, units);
        market.reprice(0);
      }
      return market.last[0]!;
    };
    expect(sell([1e6])).toBeCloseTo(-0.03 * Math.sqrt(0.1), 14);
    expect(sell([3e5, 7e5])).toBe(sell([1e6]));
  });

  it('heals by half in the half-life and keeps the lasting share', () => {
    const book = bookOf({ depth: { law: 'linear', usd: 1e9 }, refillHalfLife: 10 });
    const market = new Market(marketOf([assetOf({ books: [book], lasting: 0.25 })]));
    market.begin(0, none);
    market.take(0, 1e6);
    market.reprice(0);
    market.end();
    expect(market.index[0]).toBeCloseTo(-0.1, 12);
    for (let step = 1; step <= 2; step++) {
      market.begin(step, none);
      market.end();
    }
    expect(market.index[0]).toBeCloseTo(-(0.025 + 0.075 / 2), 12);
  });

  it('brings books to within the cost of arbitrage, at its speed, and keeps the sum of their quantities', () => {
    const depth: Depth = { law: 'linear', usd: 1e9 };
    const books = ['one', 'two'].map((venue) => bookOf({ venue, depth, indexWeight: 0.5 }));
    const market = new Market(marketOf([assetOf({ books, arbitrage: { cost: 0.01, halfLife: 5 } })]));
    market.begin(0, none);
    market.take(0, 1e6);
    market.reprice(0);
    // Impacts 0.1 and 0, level 0.05: beyond its band are 0.04 of each; half of that goes in five minutes.
    expect(market.last[0]).toBeCloseTo(-0.08, 9);
    expect(market.last[1]).toBeCloseTo(-0.02, 9);
    expect(market.consumed[0]! + market.consumed[1]!).toBeCloseTo(1e8, 0);
    expect(market.arbitraged(0)).toBeCloseTo(-2e7, -2);
  });

  it('lets the mark follow the last price at its speed only', () => {
    const depth: Depth = { law: 'linear', usd: 1e9 };
    const books = [bookOf({ depth, indexWeight: 0 }), bookOf({ venue: 'spot', kind: 'spot', depth })];
    const market = new Market(
      marketOf([assetOf({ books, arbitrage: { cost: 1, halfLife: 5 }, markHalfLife: 5 })]),
    );
    market.begin(0, none);
    market.take(0, 1e6);
    market.reprice(0);
    expect(market.last[0]).toBeCloseTo(-0.1, 12);
    expect(market.index[0]).toBe(0);
    expect(market.mark[0]).toBeCloseTo(-0.05, 12);
  });

  it('lets makers withdraw after a violent step, never below the least', () => {
    const market = new Market(
      marketOf([assetOf({ volatility: 0.02, makers: { sensitivity: 1, least: 0.2, halfLife: 5 } })]),
    );
    market.begin(0, Float64Array.of(-0.1));
    market.end();
    // Variance a day: half of 0.02² and half of (1 − a²)·0.1² over 5 of 1,440 minutes, a = ½³.
    const volatility = Math.sqrt(0.5 * 0.02 ** 2 + (0.5 * (1 - 1 / 64) * 0.1 ** 2) / (5 / 1440));
    expect(market.volatility[0]).toBeCloseTo(volatility, 12);
    expect(market.depth[0]).toBe(0.2);
  });

  it('lets makers see the same volatility whatever the step: of a steady fall, of a jump, and of chance on average', () => {
    const varianceOf = (stepMinutes: number, move: (step: number) => number, minutes = 60) => {
      const makers = { sensitivity: 1, least: 0.2, halfLife: 15 };
      const market = new Market(marketOf([assetOf({ volatility: 0.02, makers })], { stepMinutes }));
      for (let step = 0; step < minutes / stepMinutes; step++) {
        market.begin(step, Float64Array.of(move(step)));
        market.end();
      }
      return market.volatility[0]! ** 2;
    };
    // Limits of small steps, decay rates k = ln 2/15 and q = ln 2/5 a minute, T = 60: a fall of v a minute has d = v·(1 − e^(−qt))/q and
    // σ² = e^(−kT)·σ₀² + k·∫ e^(−k(T − t))·2q·d² dt; a jump J has d = J·e^(−qt). By the midpoint rule over 600,000 parts.
    const [k, q, v] = [Math.LN2 / 15, Math.LN2 / 5, 0.1 / 60];
    const limit = (d: (t: number) => number) => {
      const n = 600_000;
      let sum = 0;
      for (let i = 0; i < n; i++) {
        const t = ((i + 0.5) * 60) / n;
        sum += (Math.exp(-k * (60 - t)) * 2 * q * d(t) ** 2 * 60) / n;
      }
      return Math.exp(-k * 60) * 0.02 ** 2 + 1440 * k * sum;
    };
    const fall = limit((t) => (v * -Math.expm1(-q * t)) / q);
    const jump = limit((t) => 0.1 * Math.exp(-q * t));
    for (const [stepMinutes, within] of [
      [5, 0.07],
      [2.5, 0.03],
      [0.5, 0.005],
    ] as const) {
      expect(Math.abs(varianceOf(stepMinutes, () => v * stepMinutes) / fall - 1)).toBeLessThan(within);
      expect(Math.abs(varianceOf(stepMinutes, (step) => (step === 0 ? 0.1 : 0)) / jump - 1)).toBeLessThan(
        2 * within,
      );
    }
    // Chance of 0.02 a day: the mean over 4,000 paths is 0.02² within four standard errors (σ² is a mean of about six squares).
    for (const stepMinutes of [30, 5, 2.5]) {
      let sum = 0;
      for (let path = 0; path < 4000; path++) {
        const random = stream(3, path);
        sum +=
          varianceOf(stepMinutes, () => 0.02 * Math.sqrt(stepMinutes / 1440) * random.normal(), 120) / 4000;
      }
      expect(Math.abs(sum / 0.02 ** 2 - 1)).toBeLessThan((4 * 1.2) / Math.sqrt(4000));
    }
  });

  it('keeps the sum of what arbitrage moves on any books', () => {
    const depth = fc.oneof(
      fc.record({
        law: fc.constant('linear' as const),
        usd: fc.double({ min: 1e6, max: 1e12, noNaN: true }),
      }),
      fc.record({
        law: fc.constant('square-root' as const),
        prefactor: fc.constant(1),
        volume: fc.double({ min: 1e6, max: 1e12, noNaN: true }),
        volatility: fc.constant(0.04),
      }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(depth, fc.double({ min: -1e7, max: 1e7, noNaN: true })), {
          minLength: 2,
          maxLength: 5,
        }),
        fc.double({ min: 0, max: 0.05, noNaN: true }),
        (parts, cost) => {
          const books = parts.map(([law], i) =>
            bookOf({ venue: `v${i}`, depth: law, indexWeight: 1 / parts.length }),
          );
          const market = new Market(marketOf([assetOf({ books, arbitrage: { cost, halfLife: 0.01 } })]));
          market.begin(0, none);
          for (const [b, [, units]] of parts.entries()) market.take(b, units);
          market.reprice(0);
          const asked = parts.reduce((sum, [, units]) => sum + units * 100, 0);
          const size = parts.reduce((sum, [, units]) => sum + Math.abs(units) * 100, 1);
          expect(Math.abs(market.consumed.reduce((sum, x) => sum + x, 0) - asked) / size).toBeLessThan(1e-9);
          // What the search for the level leaves is shared out by the depth within 1 %, of which a square-root book has far less near 0.
          const farthest = Math.max(...market.last.map(Math.abs));
          expect(Math.max(...market.last) - Math.min(...market.last)).toBeLessThan(
            2 * cost + 1e-5 * (1 + farthest),
          );
        },
      ),
    );
  });
});

describe('the specification of a market', () => {
  const refused = (changes: object, path: string) => {
    const result = marketSpec.safeParse({ ...marketOf(), ...changes });
    expect(result.success).toBe(false);
    expect(result.error!.issues.map((issue) => issue.path.join('.'))).toContain(path);
  };

  it('refuses what is no market and names the field', () => {
    refused({ assets: [assetOf({ price: -1 })] }, 'assets.0.price');
    refused(
      { assets: [assetOf({ books: [bookOf({ depth: { law: 'linear', usd: 0 } })] })] },
      'assets.0.books.0.depth.usd',
    );
    refused({ assets: [assetOf({ books: [bookOf({ indexWeight: 0.5 })] })] }, 'assets');
    refused(
      {
        assets: [
          assetOf({ books: [bookOf({ depth: { law: 'profile', distances: [0.02, 0.01], usd: [1, 2] } })] }),
        ],
      },
      'assets.0.books.0.depth',
    );
    refused({ correlation: [[1, 0]] }, 'correlation');
    refused({ stepMinutes: 0 }, 'stepMinutes');
  });
});
