import { describe, expect, it } from 'vitest';
import { type LeadLagTest, leadLagBand, leadLagTest } from '../../src/measures/lead-lag.ts';
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

describe('leadLagBand', () => {
  it('holds the correlation of its lag', () => {
    for (const lag of [-2, 0, 3]) {
      const band = leadLagBand(x, y, lag, options, 0.95);
      if (isRefused(band)) throw new Error('refused');
      expect(band.low).toBeLessThan(band.value);
      expect(band.high).toBeGreaterThan(band.value);
      expect(band.draws).toBe(199);
    }
  });

  it('is about as wide as for independent rows where rows are independent', () => {
    const band = leadLagBand(x, y, 3, options, 0.95);
    if (isRefused(band)) throw new Error('refused');
    expect(band.value).toBeCloseTo(0.6063640776709408, 12);
    // 2 · 1.96 · (1 − r²)/√n = 0.18 at r = 0.61, n = 200.
    expect(band.high - band.low).toBeGreaterThan(0.12);
    expect(band.high - band.low).toBeLessThan(0.27);
  });

  it('refuses as the test does', () => {
    expect(leadLagBand(new Float64Array(200), y, 0, options, 0.95)).toEqual({ refused: 'constant_series' });
  });
});
