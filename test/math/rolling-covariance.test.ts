import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { sampleCovariance, weightedCovariance } from '../../src/math/covariance.ts';
import { distanceSums, distanceSumsByPairs } from '../../src/math/distance-sums.ts';
import { fromColumns } from '../../src/math/matrix.ts';
import { midRanks } from '../../src/math/mid-ranks.ts';
import { earlierShareBelow } from '../../src/math/rank.ts';
import { rollingCorrelation } from '../../src/math/rolling-correlation.ts';
import { type RollingCovarianceOptions, rollingCovariance } from '../../src/math/rolling-covariance.ts';
import { pearson } from '../../src/measures/correlation.ts';
import { normals } from '../measures/random.ts';

const ROWS = 400;
const columns = [1, 2, 3].map((seed) => normals(ROWS, seed).map((x) => 1e3 + seed * x));

function collect(input: readonly Float64Array[], options: RollingCovarianceOptions) {
  const out = new Map<number, { covariance: Float64Array; mean: Float64Array; rows: number } | null>();
  rollingCovariance(input, options, (t, found) => {
    out.set(t, found && { covariance: found.covariance.slice(), mean: found.mean.slice(), rows: found.rows });
  });
  return out;
}

function weights(window: number, halfLife: number): Float64Array {
  return Float64Array.from({ length: window }, (_, s) => 0.5 ** ((window - 1 - s) / halfLife));
}

function expectClose(got: Float64Array, want: Float64Array, scale = 1) {
  for (const [k, value] of want.entries()) expect(Math.abs(got[k]! - value)).toBeLessThan(1e-10 * scale);
}

describe('the sliding covariance', () => {
  it('agrees with the two-pass covariance of every window, far from zero and across refreshes', () => {
    for (const [t, found] of collect(columns, { window: 40 })) {
      const direct = sampleCovariance(fromColumns(columns, t - 39, t + 1), 40, 3, 0);
      expectClose(found!.covariance, direct, 10);
    }
  });

  it('agrees with the weighted covariance of every window', () => {
    for (const [t, found] of collect(columns, { window: 60, halfLife: 15 })) {
      const x = fromColumns(columns, t - 59, t + 1);
      expectClose(found!.covariance, weightedCovariance(x, 60, 3, weights(60, 15)), 10);
    }
  });

  it('visits each row from the first full window on', () => {
    expect([...collect(columns, { window: 40 }).keys()]).toEqual(
      Array.from({ length: ROWS - 39 }, (_, k) => 39 + k),
    );
    expect(collect(columns, { window: ROWS + 1 }).size).toBe(0);
  });

  it('takes the complete rows of a window with holes, and nothing where the row itself has one', () => {
    const holed = columns.map((column, k) =>
      column.map((x, t) => (k === 1 && (t === 100 || t === 120) ? Number.NaN : x)),
    );
    const found = collect(holed, { window: 50 });
    expect(found.get(100)).toBeNull();
    expect(found.get(130)!.rows).toBe(48);
    const kept = columns.map((column) =>
      Float64Array.from([...column.slice(81, 131)].filter((_, s) => s !== 19 && s !== 39)),
    );
    expectClose(found.get(130)!.covariance, sampleCovariance(fromColumns(kept, 0, 48), 48, 3, 0), 10);
    expect(collect(holed, { window: 50, alsoAtHoles: true }).get(100)!.rows).toBe(49);
  });

  it('gives the correlation the same rows of a window with holes', () => {
    const holed = columns.map((column, k) => column.map((x, t) => (k === 1 && t === 100 ? Number.NaN : x)));
    const seen = new Map<number, number | undefined>();
    rollingCorrelation(holed, 50, (t, r) => seen.set(t, r?.[1]));
    const kept = holed.map((column) => column.slice(81, 131).filter((_, s) => s !== 19));
    expect(seen.get(100)).toBeUndefined();
    expect(seen.get(130)).toBeCloseTo(pearson(kept[0]!, kept[1]!), 12);
  });

  it('has no value for a window with holes that keeps fewer than 30 rows', () => {
    const holed = columns.map((column) => column.map((x, t) => (t % 2 === 0 && t < 200 ? Number.NaN : x)));
    expect(collect(holed, { window: 40 }).get(151)).toBeNull();
    expect(collect(holed, { window: 40 }).get(399)!.rows).toBe(40);
  });

  it('recovers its digits after a value a million times as large has left the window', () => {
    const shocked = columns.map((column) => column.map((x, t) => (t === 90 ? 1e9 : x)));
    const found = collect(shocked, { window: 40 });
    const direct = sampleCovariance(fromColumns(shocked, 91, 131), 40, 3, 0);
    expectClose(found.get(130)!.covariance, direct, 10);
  });

  it('refuses columns of different lengths, windows and half-lives that are none', () => {
    expect(() => collect([new Float64Array(3), new Float64Array(4)], { window: 2 })).toThrow(RangeError);
    expect(() => collect(columns, { window: 0 })).toThrow(RangeError);
    expect(() => collect(columns, { window: 5, halfLife: 0 })).toThrow(RangeError);
  });
});

const series = fc
  .array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.double({ min: -5, max: 5, noNaN: true })), {
    minLength: 2,
    maxLength: 60,
  })
  .map((pairs) => [Float64Array.from(pairs, ([x]) => x), Float64Array.from(pairs, ([, y]) => y)] as const);

describe('the sums of distances', () => {
  test.prop([series])('agree with the sums pair by pair, ties or not', ([x, y]) => {
    const [fast, slow] = [distanceSums(x, y), distanceSumsByPairs(x, y)];
    for (const key of ['products', 'rowProducts', 'totals'] as const) {
      expect(Math.abs(fast[key] - slow[key])).toBeLessThan(1e-9 * (1 + slow[key]));
    }
  });
});

describe('ranks', () => {
  it('share the mean of the places of tied values', () => {
    // scipy.stats.rankdata([3, 1, 3, 2, 3]) = 4, 1, 4, 2, 4
    expect([...midRanks(Float64Array.of(3, 1, 3, 2, 3))]).toEqual([4, 1, 4, 2, 4]);
    expect(midRanks(Float64Array.of(1, Number.NaN)).every(Number.isNaN)).toBe(true);
    expect(midRanks(new Float64Array(0)).length).toBe(0);
  });

  it('count only earlier values that are strictly below', () => {
    const share = earlierShareBelow(Float64Array.of(2, 2, 1, Number.NaN, 3, 2), 2);
    expect([...share]).toEqual([Number.NaN, Number.NaN, 0, Number.NaN, 1, 0.25]);
  });
});
