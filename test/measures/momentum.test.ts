import { describe, expect, it } from 'vitest';
import { crashRegression, crashStatePath } from '../../src/measures/momentum-crash-state.ts';
import { momentumFactorPath } from '../../src/measures/momentum-factor.ts';
import { normals } from './random.ts';

const of = (...values: number[]) => Float64Array.from(values);

describe('the momentum factor', () => {
  const options = { formation: 2, skip: 0, share: 1 / 3 };

  it('is the winner’s return less the loser’s, ranked the day before', () => {
    // On row 3 the ranks rest on P_2 / P_0: first +20 %, second 0, third −20 %. Then −10 %, 0, +5 %.
    const assets = [of(10, 11, 12, 10.8), of(10, 9, 10, 10), of(10, 9, 8, 8.4)];
    const path = momentumFactorPath(assets, options);
    expect(path[3]).toBeCloseTo(-0.1 - 0.05, 14);
    expect(path.subarray(0, 3).every(Number.isNaN)).toBe(true);
  });

  it('does not rank by the day that it measures', () => {
    const assets = [of(10, 11, 12, 99), of(10, 9, 10, 10), of(10, 9, 8, 8)];
    expect(momentumFactorPath(assets, options)[3]).toBeCloseTo(99 / 12 - 1, 12);
  });

  it('has no value beside a missing price and refuses legs that overlap', () => {
    const assets = [of(10, 11, 12, 10), of(10, Number.NaN, 10, 10), of(10, 9, 8, 8)];
    expect(momentumFactorPath([assets[0]!, of(10, 9, Number.NaN, 10), assets[2]!], options)[3]).toBeNaN();
    expect(() => momentumFactorPath(assets, { ...options, share: 0.6 })).toThrow(RangeError);
    expect(() => momentumFactorPath(assets, { ...options, skip: 2 })).toThrow(RangeError);
  });
});

describe('the state in which momentum crashes', () => {
  const options = { bear: 3, window: 2, daysPerYear: 252 };

  it('is the variance in a bear market and 0 outside it', () => {
    const fall = Math.exp(-0.1);
    const market = of(1, fall, fall ** 2, fall ** 3, 2);
    const state = crashStatePath(market, options);
    expect(state[3]).toBeCloseTo(252 * 0.01, 12);
    expect(state[4]).toBe(0);
    expect(state.subarray(0, 3).every(Number.isNaN)).toBe(true);
  });

  it('has no value where its windows have a hole', () => {
    expect(crashStatePath(of(1, 2, Number.NaN, 4, 5, 6), options).every(Number.isNaN)).toBe(true);
  });

  it('is regressed on with one day’s delay', () => {
    const state = normals(200, 3).map(Math.abs);
    const factor = state.map((_, t) => (t > 0 ? 0.01 - 2 * state[t - 1]! : 0));
    const found = crashRegression(factor, state)!;
    expect(found.constant).toBeCloseTo(0.01, 10);
    expect(found.slope).toBeCloseTo(-2, 10);
    expect(found.rows).toBe(199);
    expect(crashRegression(factor, new Float64Array(200))).toBeUndefined();
    expect(crashRegression(factor.subarray(0, 20), state.subarray(0, 20))).toBeUndefined();
    expect(() => crashRegression(of(1), state)).toThrow(RangeError);
  });
});
