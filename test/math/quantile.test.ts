import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logAddExp, logSumExp, softmax } from '../../src/math/log-sum-exp.ts';
import { quantile, quantileOfSorted, quantiles } from '../../src/math/quantile.ts';

describe('the type 7 quantile', () => {
  it('has the values of numpy', () => {
    const x = Float64Array.of(3.1, -2, 8.4, 0, 0, 5.5, 1.25);
    // np.quantile([3.1, -2, 8.4, 0, 0, 5.5, 1.25], [0, .01, .05, .1, .5, .9, .975, 1])
    const expected = [-2, -1.88, -1.4, -0.8, 1.25, 6.66, 7.965, 8.4];
    const came = quantiles(x, [0, 0.01, 0.05, 0.1, 0.5, 0.9, 0.975, 1]);
    for (const [i, q] of expected.entries()) expect(came[i]).toBeCloseTo(q, 12);
    expect([...x]).toEqual([3.1, -2, 8.4, 0, 0, 5.5, 1.25]);
  });

  it('lies between neighbours, rises with p and turns round with the sign', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    const sample = fc.array(value, { minLength: 1, maxLength: 40 }).map((list) => Float64Array.from(list));
    const p = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(sample, p, p, (x, a, b) => {
        const [low, high] = [quantile(x, Math.min(a, b)), quantile(x, Math.max(a, b))];
        expect(low).toBeLessThanOrEqual(high + 1e-9);
        expect(low).toBeGreaterThanOrEqual(Math.min(...x));
        expect(high).toBeLessThanOrEqual(Math.max(...x));
        expect(
          quantile(
            x.map((xi) => -xi),
            1 - a,
          ),
        ).toBeCloseTo(-quantile(x, a), 6);
      }),
    );
  });

  it('takes a range of the values', () => {
    expect(quantile(Float64Array.of(9, 1, 2, 3, 9), 0.5, 1, 4)).toBe(2);
  });

  it('keeps infinite and extreme values whole', () => {
    const { NEGATIVE_INFINITY: below, POSITIVE_INFINITY: above } = Number;
    expect(quantileOfSorted([below, below, 1], 0.25)).toBe(below);
    expect(quantileOfSorted([below, 1, 2], 0.25)).toBe(below);
    expect(quantileOfSorted([1, 2, above], 0.75)).toBe(above);
    expect(quantileOfSorted([-1.7e308, 1.7e308], 0.75)).toBeCloseTo(0.85e308, -296);
  });

  it('is NaN without values or with a NaN among them', () => {
    expect(quantile(new Float64Array(0), 0.5)).toBeNaN();
    expect(quantile(Float64Array.of(1, Number.NaN, 3), 0)).toBeNaN();
    expect(quantileOfSorted([1, 2], Number.NaN)).toBeNaN();
  });

  it('refuses what is no probability', () => {
    for (const p of [-0.01, 1.01]) expect(() => quantile(Float64Array.of(1), p)).toThrow('probability');
  });
});

describe('the logarithm of a sum of exponentials', () => {
  it('has its closed form where the exponentials do not fit into a double', () => {
    expect(logSumExp([1000, 1000])).toBeCloseTo(1000 + Math.LN2, 12);
    expect(logSumExp([-1000, -1001])).toBeCloseTo(-1000 + Math.log1p(Math.exp(-1)), 12);
    expect(logAddExp(-1000, -1001)).toBeCloseTo(-1000 + Math.log1p(Math.exp(-1)), 12);
    expect(logAddExp(0, -800)).toBe(0);
  });

  it('is the logarithm of zero for nothing and for zeros', () => {
    const zero = Number.NEGATIVE_INFINITY;
    expect(logSumExp([])).toBe(zero);
    expect(logSumExp([zero, zero])).toBe(zero);
    expect(logSumExp([zero, 3])).toBe(3);
    expect(logAddExp(zero, zero)).toBe(zero);
    expect(logAddExp(zero, 3)).toBe(3);
  });

  it('passes infinity and NaN on', () => {
    expect(logSumExp([1, Number.POSITIVE_INFINITY])).toBe(Number.POSITIVE_INFINITY);
    expect(logSumExp([1, Number.NaN, Number.POSITIVE_INFINITY])).toBeNaN();
    expect(logAddExp(Number.NaN, 1)).toBeNaN();
    expect(logAddExp(Number.POSITIVE_INFINITY, 1)).toBe(Number.POSITIVE_INFINITY);
  });

  it('moves with a shift and agrees with the sum of two', () => {
    const number = fc.double({ min: -50, max: 50, noNaN: true });
    fc.assert(
      fc.property(number, number, number, (a, b, shift) => {
        expect(logSumExp([a + shift, b + shift])).toBeCloseTo(logSumExp([a, b]) + shift, 9);
        expect(logAddExp(a, b)).toBeCloseTo(logSumExp([a, b]), 12);
      }),
    );
  });

  it('takes a range of the values', () => {
    expect(logSumExp([99, 0, 0, 99], 1, 3)).toBeCloseTo(Math.LN2, 15);
  });
});

describe('softmax', () => {
  it('gives shares that add up to one and stand in the ratio of the exponentials', () => {
    const x = Float64Array.of(700, 701, 650);
    const p = softmax(x);
    expect(p[0]! + p[1]! + p[2]!).toBeCloseTo(1, 15);
    expect(p[1]! / p[0]!).toBeCloseTo(Math.E, 12);
    expect([...x]).toEqual([700, 701, 650]);
    expect(softmax(x, x)).toBe(x);
    expect(x[0]).toBe(p[0]);
  });

  it('gives zero to the impossible and NaN when nothing is possible', () => {
    expect([...softmax(Float64Array.of(Number.NEGATIVE_INFINITY, 0))]).toEqual([0, 1]);
    for (const bad of [Number.NEGATIVE_INFINITY, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(softmax(Float64Array.of(bad, bad)).every(Number.isNaN)).toBe(true);
    }
    expect(softmax(new Float64Array(0))).toHaveLength(0);
  });
});
