import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trailingScale } from '../../../src/diagnosis/scan/trailing-scale.ts';
import { quantileOfSorted } from '../../../src/math/quantile.ts';

const CHANGES = Float64Array.of(0.01, -0.02, 0.005, 0.03, -0.015, 0, 0.02, -0.04, 0.01, 0.025);

/** The definition, read off the page: sort the window, interpolate. */
function plainly(changes: Float64Array, window: number, least: number): number[] {
  return Array.from(changes, (_, t) => {
    const before = Array.from(changes.subarray(0, t))
      .filter((change) => !Number.isNaN(change))
      .map(Math.abs)
      .slice(-window)
      .sort((a, b) => a - b);
    const quartile = before.length < least ? Number.NaN : quantileOfSorted(before, 0.75);
    return quartile > 0 ? quartile / 1.1503493803760079 : Number.NaN;
  });
}

const changesWithHoles = fc
  .array(fc.oneof(fc.double({ min: -0.5, max: 0.5, noNaN: true }), fc.constant(Number.NaN), fc.constant(0)), {
    maxLength: 60,
  })
  .map((values) => Float64Array.from(values));

describe('the trailing scale', () => {
  it('agrees with numpy', () => {
    // numpy: [np.quantile(np.abs(x[max(0,t-5):t]), .75) / scipy.stats.norm.ppf(.875) for t in range(4, 10)]
    const expected = [
      0.019559275107051004, 0.017386022317378673, 0.017386022317378673, 0.017386022317378673,
      0.026079033476068006, 0.017386022317378673,
    ];
    const scale = trailingScale(CHANGES, 5, 4);
    expect([...scale.subarray(0, 4)].every(Number.isNaN)).toBe(true);
    expected.forEach((value, i) => {
      expect(scale[4 + i]).toBeCloseTo(value, 15);
    });
  });

  it('agrees with its definition on any changes', () => {
    fc.assert(
      fc.property(changesWithHoles, fc.integer({ min: 2, max: 12 }), (changes, window) => {
        const scale = trailingScale(changes, window, 2);
        expect([...scale]).toEqual(plainly(changes, window, 2));
      }),
    );
  });

  it('does not look at the day itself nor at anything after it', () => {
    const before = trailingScale(CHANGES, 5, 4);
    const altered = CHANGES.slice();
    altered.fill(9, 6);
    expect([...trailingScale(altered, 5, 4).subarray(0, 7)]).toEqual([...before.subarray(0, 7)]);
  });

  it('is not raised by one crash', () => {
    const calm = Float64Array.from({ length: 60 }, (_, t) => (t % 2 === 0 ? 0.01 : -0.01));
    const crash = calm.slice();
    crash[40] = -0.3;
    expect(trailingScale(crash, 50, 20)[59]).toBeCloseTo(trailingScale(calm, 50, 20)[59] as number, 12);
  });

  it('has no value where most of the window did not move', () => {
    expect([...trailingScale(new Float64Array(20), 10, 5)].every(Number.isNaN)).toBe(true);
  });

  it('refuses windows that make no sense', () => {
    expect(() => trailingScale(CHANGES, 5, 6)).toThrow(RangeError);
    expect(() => trailingScale(CHANGES, 5.5, 2)).toThrow(RangeError);
    expect(() => trailingScale(CHANGES, 5, 1)).toThrow(/2 ≤ least ≤ window, came 5, 1/);
  });
});
