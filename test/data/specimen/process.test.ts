import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bridge } from '../../../src/data/specimen/bridge.ts';
import { intraday } from '../../../src/data/specimen/intraday.ts';
import { cholesky, LEADER_CORRELATION, leaderShocks } from '../../../src/data/specimen/leaders.ts';
import { noise } from '../../../src/data/specimen/noise.ts';
import { REGIMES, regimePath } from '../../../src/data/specimen/regimes.ts';
import { toLevel, toState } from '../../../src/data/specimen/state.ts';

describe('the shocks', () => {
  const draws = noise(7, 'shocks');
  const values = Float64Array.from({ length: 100_000 }, () => draws.shock());
  const share = (beyond: number) => values.filter((x) => Math.abs(x) > beyond).length / values.length;
  const moment = (power: number) => values.reduce((sum, x) => sum + x ** power, 0) / values.length;

  it('have mean 0, variance near 1 and fat tails', () => {
    expect(moment(1)).toBeCloseTo(0, 1);
    // cutting at ±4 takes a little of the variance 1
    expect(moment(2)).toBeGreaterThan(0.95);
    expect(moment(2)).toBeLessThan(1.03);
    expect(moment(4) / moment(2) ** 2).toBeGreaterThan(3.4);
  });

  it('have the quantiles of Student’s t with 8 degrees of freedom', () => {
    // scipy.stats.t(8).isf([0.05, 0.025, 0.005]) * sqrt(6/8) = 1.610408, 1.997058, 2.905915
    expect(share(1.610408)).toBeCloseTo(0.1, 2);
    expect(share(1.997058)).toBeCloseTo(0.05, 2);
    expect(share(2.905915)).toBeCloseTo(0.01, 2);
    expect(Math.max(...values)).toBeLessThanOrEqual(4);
  });

  it('are the same for a seed and a name, and others for another name', () => {
    const first = (seed: number, name: string) => noise(seed, name).shock();
    expect(first(7, 'a')).toBe(first(7, 'a'));
    expect(first(7, 'a')).not.toBe(first(7, 'b'));
    expect(first(7, 'a')).not.toBe(first(8, 'a'));
  });
});

describe('the regimes', () => {
  it('are visited as often as the stationary law of the chain says', () => {
    const path = regimePath(400_000, noise(3, 'chain'), new Map());
    const shares = REGIMES.map((_, i) => path.filter((state) => state === i).length / path.length);
    // numpy: left eigenvector of the transition matrix for eigenvalue 1
    const stationary = [0.6939, 0.2731, 0.0108, 0.0221];
    for (const [i, share] of shares.entries()) expect(share).toBeCloseTo(stationary[i] as number, 1);
    expect(Math.min(...shares)).toBeGreaterThan(0.003);
  });

  it('follow what a day imposes, and a nervous day does not end a crisis', () => {
    const never = { uniform: () => 0, shock: () => 0 };
    const path = regimePath(
      6,
      { ...never, uniform: () => 0.5 },
      new Map([
        [1, 'nervous'],
        [2, 'crisis'],
        [3, 'nervous'],
      ]),
    );
    expect([...path].map((state) => REGIMES[state])).toEqual([
      'calm',
      'nervous',
      'crisis',
      'crisis',
      'crisis',
      'crisis',
    ]);
  });
});

describe('the leaders', () => {
  it('have a correlation matrix in every regime that factors, and the factor gives it back', () => {
    for (const below of LEADER_CORRELATION) {
      const factor = cholesky(below);
      below.forEach((row, i) => {
        row.forEach((want, j) => {
          const product = (factor[i] as Float64Array).reduce(
            (sum, x, k) => sum + x * (factor[j]?.[k] ?? 0),
            0,
          );
          expect(product).toBeCloseTo(want, 12);
        });
        expect((factor[i] as Float64Array).reduce((sum, x) => sum + x * x, 0)).toBeCloseTo(1, 12);
      });
    }
  });

  it('refuse a matrix that is not positive definite', () => {
    expect(() => cholesky([[], [0.9], [0.9, -0.9]])).toThrow(RangeError);
  });

  it('draw shocks that are correlated as the regime says', () => {
    const crisis = new Uint8Array(60_000).fill(2);
    const shocks = leaderShocks(crisis, noise(5, 'leaders'));
    const [a, b] = [shocks.get('sp500') as Float64Array, shocks.get('btc-usd') as Float64Array];
    const mean = a.reduce((sum, x, i) => sum + x * (b[i] as number), 0) / a.length;
    expect(mean).toBeCloseTo(0.55, 1);
  });
});

describe('the bridge', () => {
  it('passes every pin and leaves given steps as they are', () => {
    const step = fc.double({ min: -0.1, max: 0.1, noNaN: true });
    fc.assert(
      fc.property(fc.array(step, { minLength: 8, maxLength: 40 }), step, step, (drawn, end, given) => {
        const n = drawn.length;
        const steps = new Float64Array(n).fill(Number.NaN);
        steps[3] = given;
        const variance = Float64Array.from(drawn, (_, i) => 1 + (i % 3));
        const states = new Map([
          [-1, 1],
          [5, 1 + end],
          [n - 2, 2],
        ]);
        const path = bridge(Float64Array.from(drawn), variance, { states, steps, overrides: new Map() });
        expect(path[5]).toBeCloseTo(1 + end, 12);
        expect(path[n - 2]).toBeCloseTo(2, 12);
        expect((path[3] as number) - (path[2] as number)).toBeCloseTo(given, 12);
        expect((path[n - 1] as number) - (path[n - 2] as number)).toBeCloseTo(drawn[n - 1] as number, 12);
      }),
    );
  });

  it('lets given steps win where none is left to shift', () => {
    const steps = Float64Array.of(0.1, 0.2);
    const states = new Map([
      [-1, 0],
      [1, 9],
    ]);
    const path = bridge(new Float64Array(2), Float64Array.of(1, 1), { states, steps, overrides: new Map() });
    expect(path[1]).toBeCloseTo(0.3, 12);
  });
});

describe('the state of a yield', () => {
  it('is undone exactly and never gives a negative yield', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-4, max: 0.15, noNaN: true }), (y) => {
        expect(toLevel('floored', toState('floored', y))).toBeCloseTo(y, 12);
      }),
    );
    for (const x of [-10, -1, -0.05, 0, 0.05]) expect(toLevel('floored', x)).toBeGreaterThan(0);
  });
});

describe('the four-hour bars', () => {
  const days = Int32Array.of(100, 101, 102);
  const closes = Float64Array.of(100, 90, 95);
  const path = { days, closes, base: 98, summed: new Float64Array(0) };
  const bars = {
    open: Float64Array.of(98, 100, 90),
    high: Float64Array.of(101, 130, 96),
    low: Float64Array.of(97, 80, 89),
    volume: Float64Array.of(6, 6, 6),
  };
  const { parts, daily } = intraday(path, bars, 101, noise(1, 'parts'));
  const ofDay = (values: Float64Array, k: number) => [...values.slice(6 * k, 6 * k + 6)];

  it('are six a day from the asked day on, each labelled with its day and timed at its close', () => {
    expect([...parts.days]).toEqual([...Array(6).fill(101), ...Array(6).fill(102)]);
    expect(parts.times[0]).toBe(Date.UTC(1970, 0, 102) + 4 * 3_600_000);
    expect(parts.times[5]).toBe(Date.UTC(1970, 0, 103));
  });

  it('begin at the open, follow one another and end exactly at the close', () => {
    expect(parts.open[0]).toBe(100);
    expect(parts.open[6]).toBe(90);
    for (const k of [1, 2, 3, 4, 5]) expect(parts.open[k]).toBe(parts.closes[k - 1]);
    expect([parts.closes[5], parts.closes[11]]).toEqual([90, 95]);
  });

  it('reach the high and low of the day and none goes beyond', () => {
    expect(daily.high[0]).toBe(101);
    for (const k of [0, 1]) {
      expect(Math.max(...ofDay(parts.high, k))).toBe(daily.high[k + 1]);
      expect(Math.min(...ofDay(parts.low, k))).toBe(daily.low[k + 1]);
    }
    expect(daily.high[1]).toBeGreaterThanOrEqual(130);
    expect(bars.high).toEqual(Float64Array.of(101, 130, 96));
  });

  it('enclose their own open and close', () => {
    parts.closes.forEach((close, i) => {
      const open = parts.open[i] as number;
      expect(parts.high[i]).toBeGreaterThanOrEqual(Math.max(open, close));
      expect(parts.low[i]).toBeLessThanOrEqual(Math.min(open, close));
    });
  });
});
