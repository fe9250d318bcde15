import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bars, ladderOf, roundStep, swingRows } from '../../../src/diagnosis/scan/level-ladder.ts';
import { prices } from '../../measures/random.ts';

const YEAR = 252;

function flat(close: readonly number[], low: readonly number[] = close): Bars {
  return {
    close: Float64Array.from(close),
    high: Float64Array.from(close),
    low: Float64Array.from(low),
  };
}

/** State of the round number `price` on a ladder that ends with these closes, after a rise from 50 to 100. */
function roundAt(price: number, closes: readonly number[], lows: readonly number[] = closes) {
  const rise = Array.from({ length: 51 }, (_, k) => 50 + k);
  const bars = flat([...rise, ...closes], [...rise, ...lows]);
  return ladderOf(bars, YEAR)!.rungs.find((rung) => rung.kind === 'round' && rung.price === price)!;
}

describe('the step between round numbers', () => {
  it.each([
    // |ln(step / price / 0.0707)| smallest of 1, 2, 5 × 10ⁿ: 5,000/62,910 = 7.9 %, 500/4,861 = 10.3 % (200: 4.1 %), and so on.
    [62_910, 5000],
    [4861, 500],
    [76.5, 5],
    [6798, 500],
    [22_540, 2000],
    [63.29, 5],
    [1.2, 0.1],
    [0.0971, 0.005],
  ])('is of %d %d', (price, step) => {
    expect(roundStep(price)).toBe(step);
  });

  it('lies between 4 and 12 % of every price', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e7, noNaN: true }), (price) => {
        const share = roundStep(price) / price;
        expect(share).toBeGreaterThan(0.04);
        expect(share).toBeLessThan(0.12);
      }),
    );
  });

  it.each([0, -37.63, Number.NaN, Number.POSITIVE_INFINITY])('refuses the price %d', (price) => {
    expect(() => roundStep(price)).toThrow(RangeError);
  });
});

describe('a swing', () => {
  it('is the first of equal lows, and only when the rows after it have passed', () => {
    const values = Float64Array.of(5, 4, 3, 2, 2, 3, 4);
    expect(swingRows(values, 0, 1, 2)).toEqual([3]);
    expect(swingRows(values.subarray(0, 5), 0, 1, 2)).toEqual([]);
    expect(swingRows(values.subarray(0, 6), 0, 1, 2)).toEqual([3]);
  });

  it('is found alike among highs turned upside down', () => {
    const values = prices(400, 5);
    const upside = values.map((value) => -value);
    expect(swingRows(values, 0, 1)).toEqual(swingRows(upside, 0, -1));
  });

  it('never changes when later rows are added', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 50, max: 299 }), (seed, cut) => {
        const values = prices(300, seed);
        const early = swingRows(values.subarray(0, cut), 0, 1);
        expect(swingRows(values, 0, 1).filter((row) => row < cut - 20)).toEqual(early);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a level of the ladder', () => {
  it('is broken today by a close below it after a close at or above it', () => {
    expect(roundAt(90, [95, 90, 89])).toMatchObject({ state: 'broken-today', broken: 53 });
  });

  it('was broken earlier when the close before was below it too, with the first date of the leg', () => {
    expect(roundAt(90, [89, 88, 91, 87, 86])).toMatchObject({ state: 'broken-earlier', broken: 51 });
  });

  it('is broken today again after it was reclaimed, and keeps its first date', () => {
    expect(roundAt(90, [89, 92, 88])).toMatchObject({ state: 'broken-today', broken: 51 });
  });

  it('is reclaimed when the latest close is back at or above it', () => {
    expect(roundAt(90, [89, 90])).toMatchObject({ state: 'reclaimed', broken: 51 });
  });

  it('held when a low reached it and no close fell below', () => {
    expect(roundAt(90, [95, 94, 96], [89, 90, 95])).toMatchObject({ state: 'held', broken: -1, tested: 52 });
  });

  it('is not reached when no low came to it', () => {
    expect(roundAt(90, [97, 96])).toMatchObject({ state: 'not-reached', broken: -1, tested: -1 });
  });

  it('tells the latest close below it before the leg', () => {
    // 50, 51 … 100: the close of 89 stands in row 39.
    expect(roundAt(90, [89])).toMatchObject({ lastBelow: 39 });
  });

  it('stands above the leg when the highest high does, and is then not reached', () => {
    const bars = flat([...Array(59).fill(100), 95]);
    bars.high[20] = 120;
    const top = ladderOf(bars, YEAR)!.rungs[0]!;
    expect(top).toMatchObject({ kind: 'peak-high', price: 120, row: 20, state: 'not-reached' });
  });
});

describe('the ladder', () => {
  it('begins its leg at the highest close of the year, the latest of equals', () => {
    expect(ladderOf(flat([500, ...Array(252).fill(100), 100, 90]), YEAR)!.start).toBe(253);
  });

  it('has no leg, and so no break, on the day of a new high', () => {
    const { rungs } = ladderOf(flat(Array.from({ length: 300 }, (_, k) => 100 + k)), YEAR)!;
    expect(new Set(rungs.map(({ state }) => state))).toEqual(new Set(['not-reached']));
  });

  it('does not exist for a price that is not positive', () => {
    expect(ladderOf(flat([20, -37.63]), YEAR)).toBeUndefined();
    expect(ladderOf(flat([]), YEAR)).toBeUndefined();
  });

  it('is ordered from above, names no price twice, and puts the state in accord with the closes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const close = prices(500, seed, 0.03);
        const bars = {
          close,
          high: close.map((x, t) => x * (1 + 0.01 * (t % 3))),
          low: close.map((x, t) => x * (1 - 0.01 * (t % 4))),
        };
        const { rungs } = ladderOf(bars, YEAR)!;
        const values = rungs.map(({ price }) => price);
        expect(values).toEqual([...values].sort((a, b) => b - a));
        expect(new Set(values).size).toBe(values.length);
        const last = close.at(-1)!;
        for (const { state, price, broken } of rungs) {
          if (state.startsWith('broken')) expect(last).toBeLessThan(price);
          if (state === 'reclaimed' || state === 'held') expect(last).toBeGreaterThanOrEqual(price);
          expect(broken >= 0).toBe(['broken-today', 'broken-earlier', 'reclaimed'].includes(state));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps a few round numbers above and below however far the price fell', () => {
    const { rungs } = ladderOf(flat([...Array(60).fill(1000), 9]), YEAR)!;
    const rounds = rungs.filter(({ kind }) => kind === 'round').map(({ price }) => price);
    // The step at 9 is 0.5: twelve from 9 up, three below.
    expect(rounds).toEqual([14.5, 14, 13.5, 13, 12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5]);
  });
});
