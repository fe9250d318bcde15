import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CascadeState, planSellers } from '../../../src/simulation/engine/job.ts';
import { PathEngine } from '../../../src/simulation/engine/path.ts';
import { CALM, exampleMarket, type MarketChoice, stateOf, withFields } from '../sellers/examples.ts';

const PATHS = 16;
const SEVERAL = [
  'perpetuals',
  'stop-orders',
  'collateral-loans',
  'leveraged-funds',
  'volatility-target',
  'trend-followers',
  'margin-hike',
];

/** Mean over some paths of the lowest index of each asset, log; the same chance for every state. */
function meanLow(state: CascadeState, moves: readonly number[]): number[] {
  const engine = new PathEngine(state.market, [...planSellers(state).values()]);
  const sums = state.market.assets.map(() => 0);
  for (let path = 0; path < PATHS; path++) {
    const low = sums.map(() => 0);
    engine.run(
      11,
      path,
      { moves: Float64Array.from(moves), over: 0 },
      {
        endStep({ index }) {
          for (let a = 0; a < low.length; a++) low[a] = Math.min(low[a]!, index[a]!);
        },
      },
    );
    for (const [a, value] of low.entries()) sums[a] = sums[a]! + value / PATHS;
  }
  return sums;
}

/** Insurance funds that never empty: auto-deleveraging keeps out of the book what an empty one cannot pay, by design. */
function stateWith(ids: readonly string[], choice: MarketChoice): CascadeState {
  const { market, sellers } = stateOf(ids, exampleMarket(choice));
  return { market, sellers: withFields(sellers, ['insuranceFund'], () => 1e15) };
}

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const falls = fc.tuple(
  between(-0.3, 0),
  between(-0.3, 0),
  between(-0.1, 0),
  between(-0.1, 0),
  between(0, 0.05),
);
const choices = fc
  .record({
    depth: between(-2, 2).map(Math.exp),
    volatility: between(0.2, 2),
    lasting: between(0, 1),
    refill: between(1, 9).map(Math.exp),
    makers: between(0, 1.5),
  })
  .map((one): MarketChoice => ({ ...CALM, ...one, hours: 3 }));

describe.each([
  ['leveraged positions alone', ['perpetuals'], 1e-12],
  // A sale that comes a step earlier in one asset has healed a step longer when the next seller of another looks.
  ['several sellers together', SEVERAL, 1e-4],
] as const)('the expected fall after a shock at once, with %s', (_, ids, slack) => {
  function deeper(
    change: (state: CascadeState) => CascadeState,
    moved = 0,
    before = (state: CascadeState) => state,
  ): void {
    fc.assert(
      fc.property(choices, falls, (choice, moves) => {
        const state = stateWith(ids, choice);
        const base = meanLow(before(state), moves);
        const more = meanLow(
          change(state),
          moves.map((move, a) => (a < 4 ? move - moved : move)),
        );
        for (const [a, low] of more.slice(0, 4).entries()) {
          expect(low).toBeLessThanOrEqual(base[a]! + slack);
        }
      }),
      { numRuns: 25 },
    );
  }

  it('is no smaller for a larger shock', () => deeper((state) => state, 0.03));

  it('is no smaller in thinner books', () =>
    deeper(({ market, sellers }) => ({
      sellers,
      market: {
        ...market,
        assets: market.assets.map((asset) => ({
          ...asset,
          books: withFields(asset.books, ['volume', 'usd'], (usd) => usd / 1.5),
        })),
      },
    })));

  it('is no smaller for more open interest', () =>
    deeper((state) => ({
      ...state,
      sellers: withFields(state.sellers, ['openInterest'], (usd) => usd * 1.5),
    })));

  // What is liquidated a step earlier has healed a step longer; so in books that do not heal, and of positions opened at the start, for of
  // older ones those of higher leverage may be gone already.
  it('is no smaller for positions of higher leverage', () => {
    const lasting = (change: (ratio: number) => number) => (state: CascadeState) => ({
      market: {
        ...state.market,
        assets: withFields(state.market.assets, ['refillHalfLife'], () => 1e12),
      },
      sellers: {
        ...state.sellers,
        perpetuals: withFields(
          withFields(state.sellers.perpetuals, ['at', 'lowSince', 'highSince'], () => 0),
          ['leverage'],
          change,
        ),
      },
    });
    deeper(
      lasting((ratio) => Math.min(125, ratio * 1.3)),
      0,
      lasting((ratio) => ratio),
    );
  });
});
