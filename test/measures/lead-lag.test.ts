import { describe, expect, it } from 'vitest';
import { type LeadLagTest, leadLagBands, leadLagTest } from '../../src/measures/lead-lag.ts';
import { isRefused } from '../../src/measures/refused.ts';
import { uniforms } from './uniform-walks.ts';

const options = { most: 5, draws: 199, seed: 1 };
const x = uniforms(200, 23).map((u) => u - 0.5);
const before = uniforms(3, 29);
const noise = uniforms(200, 31);
/** x three rows later, by 0.7, with noise. */
const y = x.map((_, t) => 0.7 * (t < 3 ? before[t]! - 0.5 : x[t - 3]!) + (noise[t]! - 0.5));

describe('leadLagTest', () => {
  it('finds the lag at which one follows the other', () => {
    const test = leadLagTest(x, y, options) as LeadLagTest;
    const r = new Map(test.lags.map((one) => [one.lag, one.r]));
    // numpy: Σ dx[t − k]·dy[t] / √(Σ dx² Σ dy²).
    expect(r.get(-2)).toBeCloseTo(0.04627528303391093, 12);
    expect(r.get(0)).toBeCloseTo(0.0778170037162056, 12);
    expect(r.get(3)).toBeCloseTo(0.6063640776709408, 12);
    expect(test.best.lag).toBe(3);
    // No resample of 199 comes near: 1 / 200.
    expect(test.p).toBe(0.005);
    expect(test.critical).toBeLessThan(0.3);
  });

  it('is the same for the same seed and turns with the two series', () => {
    const test = leadLagTest(x, y, options) as LeadLagTest;
    expect(leadLagTest(x, y, options)).toEqual(test);
    const turned = leadLagTest(y, x, options) as LeadLagTest;
    expect(turned.best.lag).toBe(-3);
    expect(turned.best.r).toBeCloseTo(test.best.r, 12);
  });

  it('counts a missing value as the mean', () => {
    const holes = leadLagTest(x.with(50, Number.NaN), y, options) as LeadLagTest;
    expect(holes.best.lag).toBe(3);
    expect(Number.isNaN(holes.p)).toBe(false);
  });

  it('refuses what cannot be tested', () => {
    expect(leadLagTest(x.subarray(0, 34), y.subarray(0, 34), options)).toEqual({
      refused: 'insufficient_data',
    });
    expect(leadLagTest(new Float64Array(200), y, options)).toEqual({ refused: 'constant_series' });
    expect(() => leadLagTest(x, y.subarray(1), options)).toThrow('same length');
    expect(() => leadLagTest(x.with(3, Number.POSITIVE_INFINITY), y, options)).toThrow('Infinity at 3');
  });
});

describe('leadLagBands', () => {
  it('holds the correlation of every lag', () => {
    const bands = leadLagBands(x, y, options, 0.95);
    if (isRefused(bands)) throw new Error('refused');
    expect(bands).toHaveLength(11);
    for (const { value, low, high } of bands) {
      expect(low).toBeLessThan(value);
      expect(high).toBeGreaterThan(value);
    }
    // 1.96·√(1 − r²)/√n about r = 0.61 is ±0.11 when rows are independent.
    expect(bands[8]!.high - bands[8]!.low).toBeGreaterThan(0.1);
    expect(bands[8]!.high - bands[8]!.low).toBeLessThan(0.4);
  });
});
