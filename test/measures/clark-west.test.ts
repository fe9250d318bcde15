import { describe, expect, it } from 'vitest';
import { type ClarkWest, clarkWest } from '../../src/measures/clark-west.ts';
import { uniforms } from './uniform-walks.ts';

const actual = uniforms(120, 17).map((u) => u - 0.5);
const nested = new Float64Array(120);
const larger = uniforms(120, 19).map((u, t) => 0.4 * actual[t]! + 0.2 * (u - 0.5));

describe('clarkWest', () => {
  // statsmodels: OLS(f, ones).fit(cov_type='HAC', maxlags=h − 1, use_correction=False) on f of Clark & West's eq. 3.1.
  it.each([
    [1, 10.75233824208842],
    [4, 10.445376068710862],
  ])('agrees with statsmodels at horizon %i', (horizon, statistic) => {
    const test = clarkWest(actual, nested, larger, horizon) as ClarkWest;
    expect(test.statistic).toBeCloseTo(statistic, 10);
    expect(test.gain).toBeCloseTo(0.6214464009932072, 12);
    expect(test.p).toBeLessThan(1e-24);
  });

  it('leaves rows with a hole out', () => {
    const whole = clarkWest(actual.subarray(1), nested.subarray(1), larger.subarray(1));
    expect(clarkWest(actual, nested.with(0, Number.NaN), larger)).toEqual(whole);
  });

  it('says nothing of few forecasts or of two that are the same', () => {
    expect(clarkWest(actual.subarray(0, 19), nested.subarray(0, 19), larger.subarray(0, 19))).toBeNull();
    expect(clarkWest(actual, nested, nested)).toBeNull();
    expect(() => clarkWest(actual, nested, larger, 0)).toThrow('horizon');
  });
});
