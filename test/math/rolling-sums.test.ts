import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gram } from '../../src/math/matrix.ts';
import { rollingMean, rollingStandardDeviation } from '../../src/math/rolling.ts';
import { rollingCorrelation } from '../../src/math/rolling-correlation.ts';
import { rollingGram } from '../../src/math/rolling-sums.ts';
import { normals } from '../measures/random.ts';
import { relativeDifference } from './matrices.ts';

describe('the rolling Gram matrix', () => {
  it('is that of the window computed from scratch, and null exactly where the window is broken', () => {
    const value = fc.oneof(
      { weight: 60, arbitrary: fc.double({ min: -100, max: 100, noNaN: true }) },
      { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY) },
    );
    const rows = fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 20 }), (list, window) => {
        const x = Float64Array.from(list.flat());
        const seen: number[] = [];
        rollingGram(x, list.length, 2, window, (t, sums) => {
          seen.push(t);
          const inside = x.subarray((t - window + 1) * 2, t * 2 + 2);
          if (!inside.every(Number.isFinite)) expect(sums).toBeNull();
          else for (const [at, s] of gram(inside, window, 2).entries()) expect(sums![at]).toBeCloseTo(s, 8);
        });
        expect(seen).toEqual(
          Array.from({ length: Math.max(0, list.length - window + 1) }, (_, i) => i + window - 1),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is exact again after a row a million times the rest has left the window', () => {
    const x = normals(1000, 5);
    x[300] = 1e6;
    rollingGram(x, 500, 2, 30, (t, sums) => {
      const slow = gram(x.subarray((t - 29) * 2, t * 2 + 2), 30, 2);
      if (t > 190) expect(relativeDifference(sums!, slow)).toBeLessThan(1e-12);
    });
  });

  it('refuses a window that is no whole number and a length that disagrees', () => {
    expect(() => rollingGram(new Float64Array(4), 2, 2, 0, () => {})).toThrow(RangeError);
    expect(() => rollingGram(new Float64Array(4), 3, 2, 1, () => {})).toThrow(RangeError);
  });
});

describe('an infinite value', () => {
  it('breaks the windows that hold it and no later one', () => {
    const x = normals(300, 8);
    const broken = Float64Array.from(x);
    broken[50] = Number.NEGATIVE_INFINITY;
    for (const roll of [rollingMean, rollingStandardDeviation]) {
      const [whole, holed] = [roll(x, 10), roll(broken, 10)];
      for (let t = 9; t < 300; t++) {
        if (t >= 50 && t < 60) expect(holed[t]).toBeNaN();
        else expect(holed[t]).toBeCloseTo(whole[t]!, 12);
      }
    }
    const seen: boolean[] = [];
    rollingCorrelation([broken, normals(300, 9)], 10, (t, r) => {
      seen.push((r === null) === (t >= 50 && t < 60));
    });
    expect(seen).toEqual(Array(291).fill(true));
  });
});
