import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairedTest, welchTest } from '../../src/math/welch-test.ts';

const X = Float64Array.of(0.5, 1.5, 2.25, 3, 8);
const Y = Float64Array.of(1, 1.1, 0.9);

describe('Welch’s test', () => {
  it('agrees with scipy', () => {
    // scipy 1.10: stats.ttest_ind(x, y, equal_var=False); degrees of freedom by numpy from the variances.
    const test = welchTest(X, Y);
    expect(test.difference).toBeCloseTo(2.05, 14);
    expect(test.t).toBeCloseTo(1.5695876133601712, 13);
    expect(test.degreesOfFreedom).toBeCloseTo(4.01564778679603, 12);
    expect(test.pValue).toBeCloseTo(0.19132084301377358, 13);
  });

  it('turns its sign with the sides and leaves p', () => {
    const values = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(values, values, (a, b) => {
        const [x, y] = [Float64Array.from(a), Float64Array.from(b)];
        const [one, other] = [welchTest(x, y), welchTest(y, x)];
        fc.pre(!Number.isNaN(one.pValue));
        expect(other.t).toBeCloseTo(-one.t, 10);
        expect(other.pValue).toBeCloseTo(one.pValue, 10);
        expect(one.pValue).toBeGreaterThanOrEqual(0);
        expect(one.pValue).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('has a difference but no p below two values on a side and where neither side varies', () => {
    const one = welchTest(X, Float64Array.of(1));
    expect(one.difference).toBeCloseTo(2.05, 14);
    expect([one.t, one.degreesOfFreedom, one.pValue]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(welchTest(Float64Array.of(1, 1), Float64Array.of(2, 2)).pValue).toBeNaN();
    expect(welchTest(Float64Array.of(1, Number.NaN), Y).difference).toBeNaN();
  });
});

describe('the paired test', () => {
  it('agrees with scipy', () => {
    // scipy 1.10: stats.ttest_rel(x, [1, 1.1, 0.9, 2, 3.5])
    const test = pairedTest(X, Float64Array.of(1, 1.1, 0.9, 2, 3.5));
    expect(test.t).toBeCloseTo(1.592650133194385, 13);
    expect(test.degreesOfFreedom).toBe(4);
    expect(test.pValue).toBeCloseTo(0.18645674620591343, 13);
  });

  it('has no p where the differences are all the same, and refuses sides of different length', () => {
    expect(pairedTest(X, X).pValue).toBeNaN();
    expect(() => pairedTest(X, Y)).toThrow(RangeError);
  });
});
