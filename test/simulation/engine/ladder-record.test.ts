import { describe, expect, it } from 'vitest';
import {
  AGES,
  ENTRIES,
  LEVERAGES,
  RUNG_WIDTH,
  RUNGS,
  recordLadder,
} from '../../../src/simulation/engine/ladder-record.ts';
import type { Depth } from '../../../src/simulation/market/spec.ts';
import type { LadderRung, SellerPlan } from '../../../src/simulation/sellers/seller.ts';
import { assetOf, bookOf, marketOf } from '../market-example.ts';

/** A seller with nothing but orders that wait. */
function waiting(rungs: readonly LadderRung[]): SellerPlan {
  return {
    start: () => {
      throw new Error('a ladder is told without a run');
    },
    ladder: () => rungs,
  };
}

const two = (depth: Depth, other: Depth) =>
  marketOf([assetOf({ books: [bookOf({ depth }), bookOf({ venue: 'two', depth: other, indexWeight: 0 })] })]);
/** Log width of a level. */
const width = (level: number) => Math.log((1 - level * RUNG_WIDTH) / (1 - (level + 1) * RUNG_WIDTH));
const below = (fraction: number) => Math.log(1 - fraction);

describe('the ladder of a draw', () => {
  it('has the gain of linear books in closed form: what a level sells over the depth of all books and its width', () => {
    const market = two({ law: 'linear', usd: 3e9 }, { law: 'linear', usd: 1e9 });
    const rungs = [
      { book: 0, at: below(0.022), usd: 1e7 },
      { book: 1, at: below(0.024), usd: 3e7 },
      { book: 0, at: below(0.101), usd: 5e7 },
      { book: 0, at: Math.log(1.03), usd: -2e7 },
    ];
    const { gain, sold, bought } = recordLadder(market, new Map([['a', waiting(rungs)]]));
    expect([sold[4], sold[20], bought[6]]).toEqual([4e7, 5e7, 2e7]);
    expect(gain[4]).toBeCloseTo(4e7 / 4e9 / width(4), 9);
    expect(gain[20]).toBeCloseTo(5e7 / 4e9 / width(20), 9);
    expect(gain.filter((value) => value !== 0)).toHaveLength(2);
  });

  it('has the gain of square-root books in closed form: less where more has been sold before', () => {
    // Q_b = (x/k_b)², so that all books together are one of k = 1/√Σ k_b⁻².
    const root = (prefactor: number): Depth => ({
      law: 'square-root',
      prefactor,
      volume: 1e10,
      volatility: 0.03,
    });
    const [one, other] = [0.03 / 1e5, (2 * 0.03) / 1e5];
    const k = 1 / Math.sqrt(one ** -2 + other ** -2);
    const rungs = [1, 2, 3].map((step) => ({ book: 0, at: below(0.0501 + 0.005 * step), usd: 1e8 }));
    const { gain } = recordLadder(two(root(1), root(2)), new Map([['a', waiting(rungs)]]));
    for (const [i, level] of [11, 12, 13].entries()) {
      const wanted = (k * (Math.sqrt((i + 1) * 1e8) - Math.sqrt(i * 1e8))) / width(level);
      expect(gain[level]).toBeCloseTo(wanted, 9);
    }
  });

  it('keeps sellers apart and puts what lies deeper than all levels into the last', () => {
    const market = two({ law: 'linear', usd: 3e9 }, { law: 'linear', usd: 1e9 });
    const record = recordLadder(
      market,
      new Map([
        ['a', waiting([{ book: 0, at: below(0.01), usd: 1 }])],
        ['silent', { start: waiting([]).start }],
        ['b', waiting([{ book: 1, at: -5, usd: 2 }])],
      ]),
    );
    expect(record.sellers).toEqual(['a', 'b']);
    expect([record.sold[2], record.sold[2 * RUNGS - 1]]).toEqual([1, 2]);
  });

  it('sorts longs by leverage, and by price of entry and age into layers', () => {
    const rung = (leverage: number, entry: number, ageDays: number, usd: number) => ({
      book: 0,
      at: -0.1,
      usd,
      leverage,
      entry: Math.log(entry),
      ageDays,
    });
    const rungs = [
      rung(3, 1.02, 0.5, 10),
      rung(4, 1.02, 1, 20),
      rung(125, 1.02, 3, 40),
      rung(10, 0.3, 30, 80),
      rung(10, 9, 30, 160),
    ];
    const market = two({ law: 'linear', usd: 3e9 }, { law: 'linear', usd: 1e9 });
    const { leverage, leverageDistance, layers, layerDistance } = recordLadder(
      market,
      new Map([['a', waiting(rungs)]]),
    );
    expect([...leverage]).toEqual([10, 20, 240, 0, 0, 40]);
    expect(leverage).toHaveLength(LEVERAGES.length);
    expect(leverageDistance[1]! / leverage[1]!).toBeCloseTo(0.1, 12);
    // Band 10 begins at an entry of 1.00; what lies outside goes into the outermost bands.
    const cell = (band: number, age: number) => layers[band * AGES.length + age];
    expect([cell(10, 0), cell(10, 1), cell(0, 2), cell(ENTRIES - 1, 2)]).toEqual([30, 40, 80, 160]);
    expect(layerDistance[10 * AGES.length]).toBeCloseTo(3, 12);
  });
});
