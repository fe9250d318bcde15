import { describe, expect, it } from 'vitest';
import { stream } from '../../../src/math/random.ts';
import { connectedness } from '../../../src/measures/connectedness/connectedness.ts';
import {
  connectednessBands,
  rollingConnectednessBands,
} from '../../../src/measures/connectedness/connectedness-bands.ts';
import { autoregressive, present } from './series.ts';

const columns = autoregressive(200, 3, 2024);
const options = { lag: 1, horizon: 10 };

/** Independent standard normal series: true connectedness is 0. */
function independent(T: number, n: number, seed: number): Float64Array[] {
  const random = stream(seed);
  return Array.from({ length: n }, () => Float64Array.from({ length: T }, () => random.normal()));
}

describe('confidence bands of connectedness', () => {
  it('hold the value that they are of, for each direction', () => {
    const { table } = present(connectedness(columns, options));
    const bands = present(connectednessBands(columns, options, { seed: 1, draws: 199 }));
    expect(bands.total.value).toBe(table.total);
    expect(bands.total.low).toBeLessThan(table.total);
    expect(bands.total.high).toBeGreaterThan(table.total);
    for (const key of ['to', 'from', 'net'] as const) {
      expect(bands[key].map((band) => band.value)).toEqual(Array.from(table[key]));
      for (const { low, high } of bands[key]) expect(low).toBeLessThan(high);
    }
    expect(bands.shares.map((band) => band.value)).toEqual(Array.from(table.shares));
    for (const { low, high } of bands.shares) expect(low).toBeLessThan(high);
    expect(bands).toMatchObject({ draws: 199, level: 0.9 });
    expect(bands.how).toBe('hall interval of 199 stationary block bootstrap draws, block 6');
  });

  it('are the same for the same seed and others for another', () => {
    const low = (seed: number) =>
      present(connectednessBands(columns, options, { seed, draws: 50 })).total.low;
    expect(low(1)).toBe(low(1));
    expect(low(1)).not.toBe(low(2));
  });

  it('reflect one another about the value: Hall’s low is 2θ̂ less the percentile’s high', () => {
    const both = (interval: 'hall' | 'percentile') =>
      present(connectednessBands(columns, options, { seed: 3, draws: 99, interval })).total;
    const [hall, percentile] = [both('hall'), both('percentile')];
    expect(hall.low).toBeCloseTo(2 * hall.value - percentile.high, 14);
    expect(hall.high).toBeCloseTo(2 * hall.value - percentile.low, 14);
  });

  it('widen with the level and narrow with the sample', () => {
    const width = (level: number, rows: number) => {
      const cut = columns.map((column) => column.subarray(0, rows));
      const { low, high } = present(connectednessBands(cut, options, { seed: 4, draws: 199, level })).total;
      return high - low;
    };
    expect(width(0.95, 200)).toBeGreaterThan(width(0.68, 200));
    expect(width(0.9, 60)).toBeGreaterThan(width(0.9, 200));
  });

  it('reach 0 when series have nothing in common, which the percentile interval misses', () => {
    const noise = independent(200, 4, 8);
    const low = (interval: 'hall' | 'percentile') =>
      present(connectednessBands(noise, options, { seed: 5, draws: 199, interval })).total;
    expect(low('hall').low).toBe(0);
    expect(low('percentile').low).toBeGreaterThan(0.01);
    expect(low('hall').bias).toBeGreaterThan(0);
  });

  it('work by blocks of one length, and keep to the range of the number', () => {
    const bands = present(
      connectednessBands(independent(60, 3, 2), options, {
        seed: 6,
        draws: 99,
        level: 0.99,
        blocks: 'circular',
        block: 8,
      }),
    );
    expect(bands.how).toContain('circular block bootstrap draws, block 8');
    expect(bands.total.low).toBeGreaterThanOrEqual(0);
    for (const { low } of bands.from) expect(low).toBeGreaterThanOrEqual(0);
    for (const { low } of bands.net) expect(low).toBeGreaterThanOrEqual(-1);
  });

  it('have nothing for a series left out, and say why there is nothing at all', () => {
    const still = [...columns, new Float64Array(200)];
    const bands = present(connectednessBands(still, options, { seed: 7, draws: 20 }));
    expect(bands.to[3]!.value).toBeNaN();
    expect(bands.to[0]!.low).toBeGreaterThanOrEqual(0);
    const few = columns.map((column) => column.subarray(0, 4));
    expect(connectednessBands(few, options, { seed: 7 })).toBe('insufficient_data');
  });

  it('refuse no draws, an impossible level, and a block shorter than a row', () => {
    const wrong = [{ draws: 0 }, { level: 1 }, { level: 0 }, { block: 0 }, { seed: -1 }];
    for (const band of wrong) {
      expect(() => connectednessBands(columns, options, { seed: 1, ...band })).toThrow(RangeError);
    }
  });
});

describe('bands of rolling windows', () => {
  const rolling = { ...options, window: 80 };

  it('do not depend on which other rows are asked for', () => {
    const at = (ends: readonly number[]) =>
      rollingConnectednessBands(columns, rolling, { seed: 9, draws: 30 }, ends);
    const all = at([79, 120, 199]);
    expect(at([120])[0]).toEqual(all[1]);
  });

  it('are of the window alone: later rows change nothing', () => {
    const cut = columns.map((column) => column.map((x, t) => (t > 120 ? -5 * x : x)));
    const at = (of: readonly Float64Array[]) =>
      rollingConnectednessBands(of, rolling, { seed: 9, draws: 30 }, [120])[0];
    expect(at(cut)).toEqual(at(columns));
  });

  it('have no value in the first rows and refuse a row outside the panel', () => {
    expect(rollingConnectednessBands(columns, rolling, { seed: 1, draws: 5 }, [78])).toEqual([
      'insufficient_data',
    ]);
    for (const end of [-1, 200, 3.5]) {
      expect(() => rollingConnectednessBands(columns, rolling, { seed: 1 }, [end])).toThrow(RangeError);
    }
  });
});
