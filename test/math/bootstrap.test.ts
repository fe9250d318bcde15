import fc from 'fast-check';
import { mersenne } from 'pure-rand/generator/mersenne';
import { describe, expect, it } from 'vitest';
import { blockLength } from '../../src/math/block-length.ts';
import {
  circularBlockIndices,
  movingBlockIndices,
  percentileBand,
  stationaryBootstrapIndices,
} from '../../src/math/bootstrap.ts';
import { mean, standardDeviation } from '../../src/math/moments.ts';
import { stream } from '../../src/math/random.ts';

const schemes = [
  ['stationaryBootstrapIndices', stationaryBootstrapIndices],
  ['circularBlockIndices', circularBlockIndices],
  ['movingBlockIndices', movingBlockIndices],
] as const;

describe.each(schemes)('%s', (_name, indices) => {
  it('gives n rows of 0 … n − 1, the same for the same stream', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 80 }),
        fc.integer({ min: 1, max: 80 }),
        fc.nat(),
        (n, block, seed) => {
          const length = Math.min(block, n);
          const rows = indices(n, length, stream(seed));
          expect(rows).toHaveLength(n);
          expect(rows.every((i) => i >= 0 && i < n)).toBe(true);
          expect(indices(n, length, stream(seed), new Int32Array(n))).toEqual(rows);
        },
      ),
    );
  });

  it('goes through the series in runs of the block length', () => {
    const n = 200_000;
    const rows = indices(n, 20, stream(5));
    let runs = 1;
    for (let t = 1; t < n; t++) if (rows[t] !== (rows[t - 1]! + 1) % n) runs++;
    expect(Math.abs(n / runs - 20)).toBeLessThan(1);
  });

  it('refuses lengths that make no sense', () => {
    for (const n of [0, -1, 1.5, Number.NaN]) expect(() => indices(n, 1, stream(1))).toThrow('n must be');
    for (const block of [0, 0.5, -3, Number.NaN])
      expect(() => indices(10, block, stream(1))).toThrow(RangeError);
    expect(() => indices(10, 2, stream(1), new Int32Array(9))).toThrow('out must have 10 values');
  });
});

describe('the stationary bootstrap', () => {
  it('has geometric block lengths', () => {
    const n = 100_000;
    const rows = stationaryBootstrapIndices(n, 4, stream(6));
    const lengths: number[] = [];
    let length = 1;
    for (let t = 1; t < n; t++) {
      if (rows[t] === (rows[t - 1]! + 1) % n) length++;
      else {
        lengths.push(length);
        length = 1;
      }
    }
    // Pr(L = k) = (1 − p)^{k−1} p, p = 1/4
    for (const k of [1, 2, 3, 8]) {
      const share = lengths.filter((l) => l === k).length / lengths.length;
      const expected = 0.75 ** (k - 1) * 0.25;
      expect(Math.abs(share - expected)).toBeLessThan(4.5 * Math.sqrt(expected / lengths.length));
    }
  });

  it('draws single rows with a mean block of one and turns the whole series with an endless one', () => {
    const rows = stationaryBootstrapIndices(50, Number.POSITIVE_INFINITY, stream(2));
    for (let t = 1; t < 50; t++) expect(rows[t]).toBe((rows[t - 1]! + 1) % 50);
    const single = stationaryBootstrapIndices(10_000, 1, stream(2));
    expect(new Set(single).size / 10_000).toBeCloseTo(1 - Math.exp(-1), 1);
  });

  it('draws every row equally often', () => {
    const counts = new Float64Array(20);
    const random = stream(8);
    for (let draw = 0; draw < 5_000; draw++)
      for (const i of stationaryBootstrapIndices(20, 5, random)) counts[i]!++;
    for (const count of counts) expect(Math.abs(count / 5_000 - 1)).toBeLessThan(0.12);
  });

  it('has the standard error of the mean of an autoregression, where drawing single rows has half of it', () => {
    const random = stream(12);
    const n = 2_000;
    const x = new Float64Array(n);
    for (let t = 1; t < n; t++) x[t] = 0.6 * x[t - 1]! + random.normal();
    const error = (block: number) =>
      standardDeviation(
        Float64Array.from({ length: 600 }, () => {
          const rows = stationaryBootstrapIndices(n, block, random);
          return rows.reduce((sum, i) => sum + x[i]!, 0) / n;
        }),
      );
    // Long-run standard deviation 1 / (1 − 0.6); that of single rows 1 / √(1 − 0.36).
    const longRun = 2.5 / Math.sqrt(n);
    expect(Math.abs(error(blockLength(x).stationary) / longRun - 1)).toBeLessThan(0.2);
    expect(error(1) / longRun).toBeLessThan(0.6);
  });
});

describe('the block bootstraps', () => {
  it('differ at the end: only the circular one runs over it', () => {
    const crosses = (rows: Int32Array) => rows.some((i, t) => t > 0 && i === 0 && rows[t - 1] === 29);
    const random = stream(3);
    let [circular, moving] = [0, 0];
    for (let draw = 0; draw < 300; draw++) {
      if (crosses(circularBlockIndices(30, 10, random))) circular++;
      for (const [t, i] of movingBlockIndices(30, 10, random).entries()) if (t % 10 === 0 && i > 20) moving++;
    }
    expect(circular).toBeGreaterThan(100);
    expect(moving).toBe(0);
  });

  it('give back the series itself when a moving block is as long as it', () => {
    expect([...movingBlockIndices(6, 6, stream(1))]).toEqual([0, 1, 2, 3, 4, 5]);
    expect(() => circularBlockIndices(5, 6, stream(1))).toThrow('[1, 5]');
  });
});

describe('the automatic block length', () => {
  /** numpy.random.RandomState(seed).standard_normal(n): MT19937 and the polar method, the second of each pair first. */
  function legacyNormals(seed: number, n: number): Float64Array {
    const random = mersenne(seed);
    const uniform = () => {
      const high = random.next() >>> 5;
      return (high * 2 ** 26 + (random.next() >>> 6)) / 2 ** 53;
    };
    const out = new Float64Array(n);
    for (let i = 0; i < n; ) {
      const [x, y] = [2 * uniform() - 1, 2 * uniform() - 1];
      const r = x * x + y * y;
      if (r >= 1 || r === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(r)) / r);
      out[i++] = scale * y;
      if (i < n) out[i++] = scale * x;
    }
    return out;
  }

  it('has the lengths that the tests of Python arch expect', () => {
    // bashtage/arch, arch/tests/bootstrap/test_block_length.py: AR(1) 0.3 on RandomState(0).standard_normal(10100), first 100 dropped;
    // stationary 13.635665, circular 15.60894, rtol 1e-4
    const x = legacyNormals(0, 10_100);
    for (let t = 1; t < x.length; t++) x[t]! += 0.3 * x[t - 1]!;
    const length = blockLength(x.slice(100));
    expect(Math.abs(length.stationary / 13.635665 - 1)).toBeLessThan(1e-6);
    expect(Math.abs(length.circular / 15.60894 - 1)).toBeLessThan(1e-6);
    expect(length.lags).toBe(3);
  });

  it('has the lengths of the formulas in numpy', () => {
    const x = Float64Array.of(
      ...[
        0, -0.47, -0.25, 0.26, -0.63, -0.38, -0.23, -1.89, -0.12, 0.53, -0.31, -0.36, 0.29, -0.09, -0.29,
        -1.63,
      ],
      ...[
        -0.42, -0.13, 0.2, -1.41, 0.81, 0.64, 0, 2.03, 1.17, -0.75, -0.85, -2.8, -0.63, -0.8, -1.22, 0.34,
        -1.45,
      ],
      ...[
        -0.33, -2.26, -2.02, -2.42, 0.01, 1.77, 0.73, 1.28, 0.59, 0.92, -0.2, -1.83, -2.9, -1.36, 1.43, 1.13,
        0.15,
      ],
      ...[2, 1.44, 0.97, 0.83, 0.37, -0.09, -1.49, -0.39, -0.33, 1],
    );
    // R[k] = e[k:] @ e[:n-k] / n; K = 5; M = 2 m; lam = flat top; (2 g² / (2 s²) n)^(1/3) and (2 g² / (4/3 s²) n)^(1/3), two-sided sums
    const length = blockLength(x);
    expect(length.lags).toBe(2);
    expect(length.stationary).toBeCloseTo(2.949291509813682, 10);
    expect(length.circular).toBeCloseTo(3.3760959967253417, 10);
  });

  it('takes the largest significant lag when no run of lags is free of correlation', () => {
    // The same formulas on sin(t/6), t = 1 … 40, and on a straight line of 30 rows.
    const wave = blockLength(Float64Array.from({ length: 40 }, (_, t) => Math.sin((t + 1) / 6)));
    expect(wave.lags).toBe(8);
    expect(wave.stationary).toBeCloseTo(7.763972782287206, 9);
    const line = blockLength(Float64Array.from({ length: 30 }, (_, t) => t));
    expect(line.lags).toBe(6);
    expect(line.circular).toBeCloseTo(7.627039768198105, 9);
  });

  it('is short for noise and grows with persistence, between one row and its limit', () => {
    const random = stream(77);
    const n = 1_000;
    const noise = Float64Array.from({ length: n }, () => random.normal());
    const lengths = [0, 0.4, 0.8, 0.95].map((phi) => {
      const x = noise.slice();
      for (let t = 1; t < n; t++) x[t]! += phi * x[t - 1]!;
      return blockLength(x);
    });
    for (const [i, { stationary, circular }] of lengths.entries()) {
      expect(stationary).toBeGreaterThanOrEqual(1);
      expect(circular).toBeLessThanOrEqual(Math.ceil(3 * Math.sqrt(n)));
      if (i > 0) expect(stationary).toBeGreaterThan(lengths[i - 1]!.stationary);
    }
    expect(lengths[0]!.stationary).toBeLessThan(6);
  });

  it('does not change with the unit or the level', () => {
    const random = stream(78);
    const x = Float64Array.from({ length: 300 }, () => random.normal());
    for (let t = 1; t < 300; t++) x[t]! += 0.5 * x[t - 1]!;
    const other = blockLength(x.map((xt) => 1e-4 * xt + 3));
    expect(other.stationary).toBeCloseTo(blockLength(x).stationary, 6);
  });

  it('is NaN for a constant, a hole, an infinite value and a handful of rows', () => {
    const { NaN: hole, POSITIVE_INFINITY: endless } = Number;
    const bad = [
      new Float64Array(100).fill(0.1),
      Float64Array.from({ length: 50 }, (_, t) => (t === 7 ? hole : t % 3)),
      Float64Array.from({ length: 50 }, (_, t) => (t === 7 ? endless : t % 3)),
      Float64Array.of(1, 2, 3, 4, 5, 6, 7),
      new Float64Array(0),
    ];
    for (const x of bad) expect(blockLength(x)).toEqual({ stationary: hole, circular: hole, lags: hole });
  });
});

describe('the percentile band', () => {
  it('has the type 7 quantiles of the draws', () => {
    const draws = Float64Array.from({ length: 101 }, (_, i) => 100 - i);
    const band = percentileBand(draws, 0.9);
    expect(band.low).toBeCloseTo(5, 12);
    expect(band.high).toBeCloseTo(95, 12);
    expect(band.draws).toBe(101);
  });

  it('leaves out and does not count draws without a value', () => {
    const hole = Number.NaN;
    expect(percentileBand(Float64Array.of(hole, 1, 2, hole, 3), 0.5)).toEqual({
      low: 1.5,
      high: 2.5,
      draws: 3,
    });
    expect(percentileBand(Float64Array.of(hole), 0.5)).toEqual({ low: hole, high: hole, draws: 0 });
  });

  it('holds the true mean about as often as it says', () => {
    const random = stream(99);
    let held = 0;
    for (let trial = 0; trial < 200; trial++) {
      const x = Float64Array.from({ length: 60 }, () => random.normal());
      const draws = Float64Array.from({ length: 200 }, () =>
        mean(Float64Array.from(circularBlockIndices(60, 1, random), (i) => x[i]!)),
      );
      const { low, high } = percentileBand(draws, 0.9);
      if (low <= 0 && high >= 0) held++;
    }
    expect(held / 200).toBeGreaterThan(0.82);
    expect(held / 200).toBeLessThan(0.96);
  });

  it('refuses a level of nothing or of everything', () => {
    for (const level of [0, 1, -0.5, 95, Number.NaN]) {
      expect(() => percentileBand(Float64Array.of(1), level)).toThrow('level');
    }
  });
});
