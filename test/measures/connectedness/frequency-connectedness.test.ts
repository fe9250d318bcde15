import { describe, expect, it } from 'vitest';
import { connectedness } from '../../../src/measures/connectedness/connectedness.ts';
import {
  frequencyConnectedness,
  WEEK_AND_MONTH,
} from '../../../src/measures/connectedness/frequency-connectedness.ts';
import { longRunConnectedness } from '../../../src/measures/connectedness/long-run-connectedness.ts';
import { panelOf } from '../panel-of.ts';
import { autoregressive, distance, present } from './series.ts';

const columns = autoregressive(150, 3, 2024);

describe('connectedness by frequency', () => {
  it('agrees with numpy on the coefficients of statsmodels', () => {
    // numpy: F[k] = sum_h exp(−2πikh/n) Ψ_h, f = |F Σ|²/diag(Σ), divided by its sum over bands and columns; n = 21, VAR(2) of statsmodels.
    const bounds = [4, Math.PI / 2, Math.PI / 10, 0];
    const { bands } = present(frequencyConnectedness(columns, { lag: 2, horizon: 20, bounds }));
    const absolute = bands.map((band) => band.absolute);
    expect(distance(absolute, [0.054842620918428876, 0.20947298650969395, 0.06158139640600894])).toBeLessThan(
      1e-13,
    );
    const within = bands.map((band) => band.within);
    expect(distance(within, [0.2197072922784196, 0.34479491507005505, 0.431079183342026])).toBeLessThan(
      1e-12,
    );
    const first = [0.35377825119561396, 0.21203099801231978, 0.03754057459451419];
    expect(distance(bands[1]!.shares.subarray(0, 3), first)).toBeLessThan(1e-13);
  });

  it('adds up to the shares of the time domain with H + 1 terms', () => {
    const { bands } = present(
      frequencyConnectedness(columns, { lag: 2, horizon: 40, bounds: WEEK_AND_MONTH }),
    );
    const { table } = present(connectedness(columns, { lag: 2, horizon: 41 }));
    const sum = table.shares.map((_, k) => bands.reduce((all, band) => all + band.shares[k]!, 0));
    expect(distance(sum, table.shares)).toBeLessThan(1e-14);
    expect(bands.reduce((all, band) => all + band.absolute, 0)).toBeCloseTo(table.total, 13);
    const to = table.to.map((_, k) => bands.reduce((all, band) => all + band.to[k]!, 0));
    expect(distance(to, table.to)).toBeLessThan(1e-13);
  });

  it('loses the highest frequency when the first bound is π exactly, as the grid says', () => {
    const sum = (top: number) => {
      const found = present(frequencyConnectedness(columns, { lag: 1, horizon: 20, bounds: [top, 0] }));
      return found.bands[0]!.shares.reduce((all, share) => all + share, 0);
    };
    expect(sum(Math.PI + 1e-5)).toBeCloseTo(3, 13);
    expect(sum(Math.PI)).toBeLessThan(2.999);
  });

  it('has no share in an empty band, and leaves a constant series out', () => {
    const still = [...columns, new Float64Array(150).fill(2)];
    const { bands, dropped } = present(
      frequencyConnectedness(still, { lag: 1, horizon: 4, bounds: [4, 3.5, 0] }),
    );
    expect(bands[0]!.absolute).toBe(0);
    expect(bands[0]!.within).toBeNaN();
    expect(bands[1]!.from[3]).toBeNaN();
    expect(dropped).toEqual([{ series: 3, why: 'constant_series' }]);
  });

  it('has no value for want of rows and refuses bounds that do not fall', () => {
    const few = columns.map((column) => column.subarray(0, 6));
    expect(frequencyConnectedness(few, { lag: 2, horizon: 10, bounds: WEEK_AND_MONTH })).toBe(
      'insufficient_data',
    );
    const refused = [[1], [0, 1], [3, 3, 0], [Number.NaN, 0], []];
    for (const bounds of refused) {
      expect(() => frequencyConnectedness(columns, { lag: 1, horizon: 10, bounds })).toThrow(RangeError);
    }
    expect(() => frequencyConnectedness(columns, { lag: 1, horizon: 1, bounds: [4, 0] })).toThrow(RangeError);
  });
});

describe('long-run connectedness', () => {
  it('is the part of the low frequencies of its window', () => {
    const params = longRunConnectedness.params.parse({ window: 100, lag: 2, horizon: 20, cycle: 20 });
    const found = longRunConnectedness.compute(panelOf(columns), params);
    for (const t of [99, 149]) {
      const window = columns.map((column) => column.subarray(t - 99, t + 1));
      const bounds = [4, Math.PI / 10, 0];
      const { bands } = present(frequencyConnectedness(window, { lag: 2, horizon: 20, bounds }));
      expect(found[t]).toBeCloseTo(bands[1]!.absolute, 14);
    }
    expect(found[98]).toBeNaN();
  });

  it('is larger where moves last', () => {
    const params = longRunConnectedness.params.parse({ window: 100 });
    const whole = columns.map((column) =>
      column.map((_, t) => column.slice(0, t + 1).reduce((a, b) => a + b)),
    );
    const [last] = longRunConnectedness.compute(panelOf(columns), params).slice(-1);
    expect(longRunConnectedness.compute(panelOf(whole), params)[149]).toBeGreaterThan(2 * last!);
  });
});
