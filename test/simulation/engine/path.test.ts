import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PathEngine, type Shock } from '../../../src/simulation/engine/path.ts';
import type { MarketSpec } from '../../../src/simulation/market/spec.ts';
import type { PerpetualsParams } from '../../../src/simulation/sellers/perpetual-params.ts';
import { perpetuals } from '../../../src/simulation/sellers/perpetuals.ts';
import { assetOf, bookOf, marketOf } from '../market-example.ts';

const fall = (move: number, over = 0): Shock => ({ moves: Float64Array.of(Math.log1p(move)), over });

/** One level of positions of leverage 10 at the present price, rate of maintenance 1 %. */
function positions(
  openInterest: number,
  changes: Partial<PerpetualsParams['venues'][number]> = {},
): PerpetualsParams {
  return {
    binWidth: 0.0001,
    bins: 20_000,
    venues: [
      {
        asset: 'coin',
        venue: 'one',
        openInterest,
        tiers: [{ floor: 0, cap: 1e12, rate: 0.01, maxLeverage: 100 }],
        sizes: [{ usd: 1e5, share: 1 }],
        long: { hedged: 0, leverage: [{ leverage: 10, share: 1 }] },
        short: { hedged: 1, leverage: [{ leverage: 1, share: 1 }] },
        entries: [{ at: 0, lowSince: 0, highSince: 0, ageDays: 0, share: 1 }],
        insuranceFund: 1e12,
        ...changes,
      },
    ],
  };
}

function run(market: MarketSpec, params: PerpetualsParams, shock: Shock, seed = 1, path = 0) {
  const engine = new PathEngine(market, [perpetuals.plan(perpetuals.params.parse(params), market)]);
  const lows: number[] = [];
  engine.run(seed, path, shock, {
    endStep: (now) => lows.push(now.index[0]!),
  });
  return { engine, low: Math.min(...lows), final: lows.at(-1)!, lows };
}

describe('a path', () => {
  it('only follows the outer price where there is no leverage', () => {
    const { low, final, engine } = run(marketOf(), positions(0), fall(-0.2));
    expect(low).toBeCloseTo(Math.log(0.8), 12);
    expect(final).toBeCloseTo(Math.log(0.8), 12);
    expect(engine.ledger.cash[0]).toBe(0);
  });

  it('liquidates nothing above the price of liquidation and everything below', () => {
    // LP = (WB − EP)/(q·(MMR − 1)) per unit: (10 − 100)/(0.01 − 1) = 90.909…; bankruptcy at 90.
    expect(run(marketOf(), positions(1e8), fall(-0.09)).engine.ledger.usdSold[0]).toBe(0);
    const sold = run(marketOf(), positions(1e8), fall(-0.0915)).engine.ledger;
    expect(sold.sold[0]).toBeCloseTo(1e6, 6);
  });

  it('agrees with the closed form of two levels: the first sale carries the price to the second', () => {
    // Linear book of 10 bn a log unit. Leverage 20 goes at ln(95/0.99/100) = −0.0412, leverage 10 at ln(90/0.99/100) = −0.0953.
    // An outer fall of 4.5 % (log −0.0460) triggers the first level; 600 m of it (0.06 log) trigger the second, 400 m more: −0.0460 − 0.1.
    const params = positions(1e9, {
      long: {
        hedged: 0,
        leverage: [
          { leverage: 20, share: 0.6 },
          { leverage: 10, share: 0.4 },
        ],
      },
    });
    const { final } = run(marketOf(), params, fall(-0.045));
    expect(final).toBeCloseTo(Math.log(0.955) - 0.1, 9);
    // With a first level of 300 m the price stops at −0.0460 − 0.03, above the second.
    const less = positions(5e8, params.venues[0]!);
    less.venues[0]!.openInterest = 5e8;
    expect(run(marketOf(), less, fall(-0.045)).final).toBeCloseTo(Math.log(0.955) - 0.03, 9);
  });

  it('pays the insurance fund the difference to bankruptcy and empties it before positions are closed against winners', () => {
    const deep = marketOf([assetOf({ books: [bookOf({ depth: { law: 'linear', usd: 1e9 } })] })]);
    const { engine } = run(deep, positions(1e9, { insuranceFund: 1e6 }), fall(-0.15));
    const notes = engine.runs[0]!.notes!();
    expect(notes.insuranceFund).toBe(0);
    expect(notes.uncovered).toBeGreaterThan(0);
  });

  it('is the same whatever ran before it', () => {
    const market = marketOf([assetOf({ volatility: 0.04 })], { steps: 50 });
    const plan = perpetuals.plan(positions(1e9), market);
    const engine = new PathEngine(market, [plan]);
    const final = () => engine.market.index[0]!;
    engine.run(7, 3, fall(-0.03, 60));
    const first = final();
    engine.run(7, 4, fall(-0.03, 60));
    engine.run(7, 3, fall(-0.03, 60));
    expect(Object.is(final(), first)).toBe(true);
  });

  it('keeps money and quantity to the last unit and agrees with what the sellers reckon themselves', () => {
    const share = fc.double({ min: 0.05, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.record({
          openInterest: fc.double({ min: 0, max: 5e9, noNaN: true }),
          depth: fc.double({ min: 1e8, max: 1e11, noNaN: true }),
          move: fc.double({ min: -0.5, max: 0.3, noNaN: true }),
          fund: fc.double({ min: 0, max: 1e8, noNaN: true }),
          lasting: share,
          volatility: fc.double({ min: 0, max: 0.2, noNaN: true }),
          seed: fc.nat(1e6),
        }),
        ({ openInterest, depth, move, fund, lasting, volatility, seed }) => {
          const books = [
            bookOf({ depth: { law: 'linear', usd: depth }, indexWeight: 0.5, refillHalfLife: 20 }),
            bookOf({
              venue: 'two',
              kind: 'spot',
              depth: { law: 'square-root', prefactor: 1, volume: depth, volatility: 0.03 },
              indexWeight: 0.5,
              refillHalfLife: 20,
            }),
          ];
          const asset = assetOf({
            books,
            lasting,
            volatility,
            makers: { sensitivity: 1, least: 0.05, halfLife: 30 },
            arbitrage: { cost: 0.001, halfLife: 2 },
            markHalfLife: 5,
          });
          const params = positions(openInterest, {
            insuranceFund: fund,
            short: { hedged: 0.5, leverage: [{ leverage: 5, share: 1 }] },
          });
          const { engine } = run(marketOf([asset], { steps: 40 }), params, fall(move, 30), seed);
          const { ledger } = engine;
          const units = sum(ledger.sold) + sum(ledger.arbitrageUnits) - sum(ledger.makersUnits);
          const cash = sum(ledger.cash) + sum(ledger.makersCash) + ledger.arbitrageCash;
          const size = 1 + openInterest;
          expect(Math.abs(units) / size).toBeLessThan(1e-9);
          expect(Math.abs(cash) / size).toBeLessThan(1e-9);
          const own = engine.runs[0]!.balance();
          expect(Math.abs(own.cash - ledger.cash[0]!) / size).toBeLessThan(1e-9);
          for (const [b, sold] of own.sold.entries()) {
            expect(Math.abs(sold - ledger.sold[b]!) / size).toBeLessThan(1e-9);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('never falls less for more open interest, a thinner book, or a larger shock', () => {
    const market = (depth: number) =>
      marketOf([assetOf({ volatility: 0.03, books: [bookOf({ depth: { law: 'linear', usd: depth } })] })]);
    fc.assert(
      fc.property(
        fc.double({ min: 1e7, max: 2e9, noNaN: true }),
        fc.double({ min: 5e8, max: 2e10, noNaN: true }),
        fc.double({ min: -0.3, max: 0, noNaN: true }),
        fc.nat(1e6),
        (openInterest, depth, move, seed) => {
          const base = run(market(depth), positions(openInterest), fall(move), seed).low;
          expect(run(market(depth), positions(openInterest * 1.5), fall(move), seed).low).toBeLessThanOrEqual(
            base,
          );
          expect(run(market(depth / 1.5), positions(openInterest), fall(move), seed).low).toBeLessThanOrEqual(
            base,
          );
          expect(run(market(depth), positions(openInterest), fall(move - 0.05), seed).low).toBeLessThan(base);
        },
      ),
      { numRuns: 60 },
    );
  });
});

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
