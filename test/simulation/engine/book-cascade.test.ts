import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CascadeBook, simulateBookCascade } from '../../../src/simulation/book-cascade.ts';
import { PathEngine } from '../../../src/simulation/engine/path.ts';
import type { Depth } from '../../../src/simulation/market/spec.ts';
import { Ladder } from '../../../src/simulation/sellers/ladder.ts';
import { PerpetualRun } from '../../../src/simulation/sellers/perpetual-run.ts';
import { assetOf, bookOf, marketOf } from '../market-example.ts';

const [STEPS, WIDTH, PRICE, VOLUME] = [60, 0.001, 50, 1e10];

/** Quantities at random levels, US dollars. */
const amounts = fc.array(
  fc.record({ level: fc.integer({ min: 1, max: 400 }), usd: fc.double({ min: 1e6, max: 5e8, noNaN: true }) }),
  { maxLength: 30 },
);

function ladderOf(orders: readonly { readonly level: number; readonly usd: number }[]): Ladder {
  const ladder = new Ladder(WIDTH, 400, 2);
  // In the middle of a bin, so that no rounding decides which it is; bankruptcy a little beyond.
  for (const { level, usd } of orders) ladder.add((level - 0.5) * WIDTH, usd, usd);
  return ladder;
}

it('is the cascade in one book where there is one book, one ladder and nothing else, path by path', () => {
  fc.assert(
    fc.property(
      amounts,
      amounts,
      fc.constantFrom<Depth['law']>('square-root', 'linear'),
      fc.double({ min: 0.05, max: 0.3, noNaN: true }),
      fc.double({ min: -0.2, max: 0.1, noNaN: true }),
      fc.double({ min: 5, max: 1e4, noNaN: true }),
      fc.nat(1e6),
      (sold, bought, law, volatility, shock, refill, seed) => {
        const depth: Depth =
          law === 'linear'
            ? { law, usd: VOLUME }
            : { law: 'square-root', prefactor: 0.8, volume: VOLUME, volatility: 0.04 };
        const books = [bookOf({ depth, refillHalfLife: refill })];
        const spec = marketOf([assetOf({ price: PRICE, volatility, books })], { steps: STEPS });
        const [longs, shorts] = [ladderOf(sold), ladderOf(bought)];
        const venue = {
          book: 0,
          longs,
          shorts,
          longUnits: 1 / PRICE,
          shortUnits: 1 / PRICE,
          insuranceFund: 1e18,
          price: PRICE,
        };
        const engine = new PathEngine(spec, [{ start: () => new PerpetualRun([venue], 1) }]);
        const drift = new Float64Array(STEPS);
        drift.fill(shock / 12, 0, 12);
        const book: CascadeBook = {
          drift,
          volatility: volatility * Math.sqrt(5 / 1440),
          impact: law === 'linear' ? 1 / VOLUME : (0.8 * 0.04) / Math.sqrt(VOLUME),
          law: law === 'linear' ? 'linear' : 'square-root',
          decay: 0.5 ** (5 / refill),
          binWidth: WIDTH,
          longs: longs.prefix(0),
          shorts: shorts.prefix(0),
        };
        const fan = new Float64Array(4 * STEPS);
        const paths = simulateBookCascade(book, seed, 0, 4, fan);
        for (let path = 0; path < 4; path++) {
          const rows: number[] = [];
          engine.run(
            seed,
            path,
            { moves: Float64Array.of(shock), over: 60 },
            { endStep: ({ last }) => rows.push(last[0]!) },
          );
          for (const [t, y] of rows.entries()) {
            expect(Math.abs(y - fan[path * STEPS + t]!)).toBeLessThan(1e-9);
          }
          const notes = engine.runs[0]!.notes!();
          expect(Math.abs(Math.min(0, ...rows) - paths.lowest[path]!)).toBeLessThan(1e-9);
          expect(Math.abs(notes.longs! - paths.sold[path]!)).toBeLessThan(1);
          expect(Math.abs(notes.shorts! - paths.bought[path]!)).toBeLessThan(1);
        }
      },
    ),
    { numRuns: 100 },
  );
});
