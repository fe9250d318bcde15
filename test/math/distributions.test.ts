import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chiSquareCdf,
  chiSquareQuantile,
  chiSquareUpperTail,
  fCdf,
  fUpperTail,
  logGamma,
  normalCdf,
  normalLogPdf,
  normalPdf,
  normalQuantile,
  regularisedBeta,
  regularisedGamma,
  studentTCdf,
  studentTLogPdf,
  studentTPdf,
  studentTQuantile,
} from '../../src/math/distributions.ts';

/** Relative agreement; an exact zero must be exact. */
function expectRelative(came: number, expected: number, tolerance: number): void {
  expect(Math.abs(came - expected), `${came} against ${expected}`).toBeLessThanOrEqual(
    tolerance * Math.abs(expected),
  );
}

describe('the normal distribution', () => {
  // mpmath at 60 digits: erfc(-x/sqrt(2))/2
  const cdf: readonly (readonly [number, number])[] = [
    [-37, 5.725571222524577e-300],
    [-10, 7.619853024160525e-24],
    [-5, 2.866515718791939e-7],
    [-2, 0.02275013194817921],
    [-1, 0.15865525393145705],
    [0, 0.5],
    [3, 0.9986501019683699],
  ];

  it('has the distribution function of mpmath, far tail included', () => {
    for (const [x, p] of cdf) expectRelative(normalCdf(x), p, 2e-13);
  });

  // mpmath at 60 digits: findroot(log(erfc(-x/sqrt(2))/2) - log(p))
  const quantiles: readonly (readonly [number, number])[] = [
    [1e-300, -37.0470962993612],
    [1e-100, -21.273453560965322],
    [1e-16, -8.222082216130435],
    [1e-10, -6.361340902404057],
    [1e-5, -4.264890793922825],
    [0.02, -2.053748910631823],
    [0.3, -0.5244005127080408],
    [0.975, 1.959963984540054],
    [1 - 2 ** -53, 8.209536151601387],
  ];

  it('has the quantiles of mpmath, where the library alone has lost eight digits', () => {
    for (const [p, x] of quantiles) expectRelative(normalQuantile(p), x, 1e-15);
  });

  it('reaches infinity at the ends, zero in the middle and NaN outside', () => {
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
    expect(normalQuantile(0.5)).toBe(0);
    for (const p of [-0.1, 1.1, Number.NaN]) expect(normalQuantile(p)).toBeNaN();
  });

  it('has a quantile that undoes its distribution function, without a step where the method changes', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (p) => {
        expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(1e-14 * Math.max(p, 1e-3));
      }),
    );
    for (const p of [0.01, 0.99]) {
      const gap = normalQuantile(p + 1e-12) - normalQuantile(p - 1e-12);
      expectRelative(gap, 2e-12 / normalPdf(normalQuantile(p)), 1e-3);
    }
  });

  it('has the closed form density', () => {
    expectRelative(normalPdf(0), 1 / Math.sqrt(2 * Math.PI), 1e-15);
    expectRelative(normalLogPdf(40), -800 - Math.log(2 * Math.PI) / 2, 1e-15);
  });
});

describe('Student’s t distribution', () => {
  it('is Cauchy with one degree of freedom', () => {
    for (const x of [-1e6, -3, -0.2, 0, 1, 50]) {
      // For x < 0: 1/2 + atan(x)/pi = atan(-1/x)/pi, without cancellation.
      expectRelative(
        studentTCdf(x, 1),
        x < 0 ? Math.atan(-1 / x) / Math.PI : 0.5 + Math.atan(x) / Math.PI,
        1e-14,
      );
      expectRelative(studentTPdf(x, 1), 1 / (Math.PI * (1 + x * x)), 1e-14);
    }
    for (const p of [1e-12, 0.1, 0.4, 0.75, 0.999]) {
      expectRelative(studentTQuantile(p, 1), -1 / Math.tan(Math.PI * p), 1e-12);
    }
  });

  it('has the quantiles of mpmath, which scipy 1.10 misses by 2e-9', () => {
    // mpmath at 30 digits: findroot of log(betainc(v/2, 1/2, 0, v/(v+x*x), regularized=True)/2) - log(p)
    expectRelative(studentTQuantile(0.01, 2), -6.964556734283274, 1e-14);
    expectRelative(studentTQuantile(1e-12, 100), -8.025825594493252, 1e-14);
    expectRelative(studentTQuantile(1e-5, 4.7), -17.20583510486738, 1e-14);
    expectRelative(studentTQuantile(0.3, 2.1), -0.6124168057253698, 1e-14);
    expectRelative(studentTQuantile(0.4999999, 4.7), -2.642559794047495e-7, 1e-8);
  });

  it('does not collapse to zero beside the median when the degrees of freedom are many', () => {
    // scipy.stats.t.ppf(0.4999999, [1e4, 1e6])
    expectRelative(studentTQuantile(0.4999999, 1e4), -2.506690940847429e-7, 1e-8);
    expectRelative(studentTQuantile(0.4999999, 1e6), -2.506628901014494e-7, 1e-8);
    expect(studentTQuantile(0.5, 3)).toBe(0);
  });

  it('has the log density of scipy where a difference of log gammas would cancel', () => {
    // mpmath at 60 digits: loggamma((v+1)/2) - loggamma(v/2) - log(v*pi)/2 - (v+1)/2*log(1+x*x/v)
    expectRelative(studentTLogPdf(0, 99), -0.9214637427930916, 1e-13);
    expectRelative(studentTLogPdf(-2, 99), -2.901920647545384, 1e-13);
    expectRelative(studentTLogPdf(2, 1e9), normalLogPdf(2), 1e-8);
  });

  it('joins its two formulas for the log density without a step', () => {
    const at = (df: number) => studentTLogPdf(1.3, df);
    expect(Math.abs(at(100 - 1e-9) - at(100))).toBeLessThan(1e-12);
  });

  it('is normal with infinite degrees of freedom and NaN with none', () => {
    expect(studentTCdf(1.2, Number.POSITIVE_INFINITY)).toBe(normalCdf(1.2));
    expect(studentTQuantile(0.2, Number.POSITIVE_INFINITY)).toBe(normalQuantile(0.2));
    expect(studentTLogPdf(1.2, Number.POSITIVE_INFINITY)).toBe(normalLogPdf(1.2));
    for (const f of [studentTCdf, studentTPdf, studentTQuantile]) {
      expect(f(0.3, 0)).toBeNaN();
      expect(f(0.3, -1)).toBeNaN();
      expect(f(0.3, Number.NaN)).toBeNaN();
      expect(f(Number.NaN, 3)).toBeNaN();
    }
  });
});

describe('the chi-square distribution', () => {
  it('is 1 − exp(−x/2) with two degrees of freedom, in both tails', () => {
    for (const x of [0, 1e-8, 0.5, 3, 50, 1400]) {
      expectRelative(chiSquareCdf(x, 2), -Math.expm1(-x / 2), 1e-14);
      expectRelative(chiSquareUpperTail(x, 2), Math.exp(-x / 2), 1e-14);
    }
  });

  it('keeps the digits of a tail that one minus the distribution function loses', () => {
    // mpmath at 60 digits: gammainc(k/2, x/2, inf, regularized=True)
    expectRelative(chiSquareUpperTail(200, 1), 2.0884875837625446e-45, 1e-12);
    expectRelative(chiSquareUpperTail(200, 15), 2.1246711998931887e-34, 1e-12);
    expectRelative(chiSquareUpperTail(900, 50), 2.989672179505925e-156, 1e-12);
    expectRelative(chiSquareUpperTail(1100, 201), 8.339076113633122e-124, 1e-12);
    expect(Math.abs(chiSquareUpperTail(20, 5.5) - 0.0018855005282938926)).toBeLessThan(1e-15);
  });

  it('has the quantiles of scipy', () => {
    // scipy.stats.chi2.ppf([0.95, 0.99, 0.9, 1e-12], [1, 2, 1, 0.3])
    expectRelative(chiSquareQuantile(0.95, 1), 3.841458820694124, 1e-13);
    expectRelative(chiSquareQuantile(0.99, 2), 9.21034037197618, 1e-13);
    expectRelative(chiSquareQuantile(0.9, 1), 2.705543454095404, 1e-13);
    expectRelative(chiSquareQuantile(1e-12, 0.3), 1.2599925262770446e-80, 1e-13);
  });

  it('has tails that add up to one', () => {
    const df = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.double({ min: 0.1, max: 300, noNaN: true }));
    fc.assert(
      fc.property(fc.double({ min: 0, max: 600, noNaN: true }), df, (x, k) => {
        expect(Math.abs(chiSquareCdf(x, k) + chiSquareUpperTail(x, k) - 1)).toBeLessThan(1e-13);
      }),
    );
  });

  it('is NaN without degrees of freedom', () => {
    for (const f of [chiSquareCdf, chiSquareUpperTail, chiSquareQuantile]) {
      expect(f(0.5, 0)).toBeNaN();
      expect(f(Number.NaN, 2)).toBeNaN();
    }
    expect(chiSquareUpperTail(Number.POSITIVE_INFINITY, 4)).toBe(0);
  });
});

describe('the F distribution', () => {
  it('is the square of Student’s t when its first degrees of freedom are one', () => {
    for (const t of [0.5, 2, 7]) {
      expectRelative(fUpperTail(t * t, 1, 12), 2 * studentTCdf(-t, 12), 1e-12);
      expectRelative(fCdf(t * t, 1, 12), 1 - 2 * studentTCdf(-t, 12), 1e-12);
    }
  });

  it('has the values of mpmath', () => {
    // mpmath at 60 digits: betainc(d2/2, d1/2, 0, d2/(d2 + d1*x), regularized=True)
    expectRelative(fCdf(1, 5, 7), 0.5187060870417944, 1e-14);
    expectRelative(fUpperTail(10, 2, 1000), 5.010881345448674e-5, 2e-12);
    expectRelative(fUpperTail(100, 100, 7), 7.298258664721089e-7, 2e-12);
  });

  it('is sure at the ends and NaN without degrees of freedom', () => {
    expect(fUpperTail(0, 3, 4)).toBe(1);
    expect(fUpperTail(Number.POSITIVE_INFINITY, 3, 4)).toBe(0);
    expect(fCdf(-1, 3, 4)).toBe(0);
    expect(fUpperTail(1, 0, 4)).toBeNaN();
    expect(fUpperTail(Number.NaN, 2, 4)).toBeNaN();
  });
});

describe('the special functions', () => {
  it('have their closed forms', () => {
    expectRelative(logGamma(0.5), Math.log(Math.PI) / 2, 1e-15);
    expectRelative(logGamma(11), Math.log(3_628_800), 1e-15);
    expectRelative(regularisedGamma(1, 2), -Math.expm1(-2), 1e-14);
    expectRelative(regularisedBeta(0.3, 1, 1), 0.3, 1e-14);
    // I_x(2, 3) = x² (6 − 8x + 3x²)
    expectRelative(regularisedBeta(0.4, 2, 3), 0.16 * (6 - 3.2 + 0.48), 1e-14);
    expectRelative(regularisedBeta(0.5, 0.5, 0.5), 0.5, 1e-14);
  });

  it('are sure at the ends and NaN outside', () => {
    expect(regularisedBeta(0, 2, 3)).toBe(0);
    expect(regularisedBeta(1, 2, 3)).toBe(1);
    expect(regularisedBeta(1.1, 2, 3)).toBeNaN();
    expect(regularisedGamma(2, -1)).toBeNaN();
    expect(regularisedGamma(2, 0)).toBe(0);
  });

  it('mirror each other: I_x(a, b) = 1 − I_{1−x}(b, a)', () => {
    const positive = fc.double({ min: 0.1, max: 50, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), positive, positive, (x, a, b) => {
        expect(Math.abs(regularisedBeta(x, a, b) + regularisedBeta(1 - x, b, a) - 1)).toBeLessThan(1e-11);
      }),
    );
  });
});
