import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../src/measures/wilson-interval.ts';

describe('Wilson’s interval', () => {
  it('agrees with statsmodels', () => {
    // statsmodels.stats.proportion.proportion_confint(hits, n, 1 − level, 'wilson'); of no hit the upper end is z²/(n + z²)
    const cases = [
      [8, 10, 0.95, 0.49016247153664183, 0.9433178485456247],
      [0, 5, 0.8, 0, 0.2472571271206748],
      [3, 3, 0.95, 0.43850296824495444, 1],
    ] as const;
    for (const [hits, n, level, low, high] of cases) {
      const band = wilsonInterval(hits, n, level);
      expect(band.low).toBeCloseTo(low, 10);
      expect(band.high).toBeCloseTo(high, 10);
    }
  });

  it('says nothing of no trials, and refuses what is no count', () => {
    expect(wilsonInterval(0, 0, 0.95).low).toBeNaN();
    expect(() => wilsonInterval(3, 2, 0.95)).toThrow(RangeError);
    expect(() => wilsonInterval(1, 2, 1)).toThrow(RangeError);
  });
});
