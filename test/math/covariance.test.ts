import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  centredGram,
  columnMeans,
  constantColumns,
  correlationFromCovariance,
  ewmaCovariance,
  ewmaStep,
  ewmaWarmUp,
  exponentialWeights,
  sampleCovariance,
  weightedCovariance,
} from '../../src/math/covariance.ts';
import { ledoitWolf } from '../../src/math/ledoit-wolf.ts';
import { symmetricEigenvalues } from '../../src/math/symmetric-eigenvalues.ts';
import { matrixOf, relativeDifference, trigonometricDesign } from './matrices.ts';

// numpy: t = np.arange(30); Z = np.column_stack([np.sin(0.7*j*t*t + j) for j in (1, 2, 3)]) * [1, 2, 5]
const T = 30;
const design = trigonometricDesign(T, 4);
const z = Float64Array.from({ length: T * 3 }, (_, at) => {
  const [t, j] = [Math.floor(at / 3), at % 3];
  return design.x[t * 4 + j + 1]! * [1, 2, 5][j]!;
});

describe('the sample covariance', () => {
  it('agrees with numpy.cov', () => {
    // numpy 1.24: np.cov(Z.T)
    const expected = [
      0.5346903051171064, -0.11845220480854247, -0.2305329500566396, -0.11845220480854247, 2.0913713425224474,
      0.035642376902671684, -0.2305329500566396, 0.035642376902671684, 10.589779669295746,
    ];
    expect(relativeDifference(sampleCovariance(z, T, 3), expected)).toBeLessThan(1e-15);
    const moment = sampleCovariance(z, T, 3, 0).map((value) => (value * T) / (T - 1));
    expect(relativeDifference(moment, expected)).toBeLessThan(1e-15);
  });

  it('does not change when a level is added, and is zero for a column that no double divides evenly', () => {
    const shifted = z.map((value) => value + 1e6);
    expect(relativeDifference(sampleCovariance(shifted, T, 3), sampleCovariance(z, T, 3))).toBeLessThan(
      1e-10,
    );
    expect([...centredGram(new Float64Array(7).fill(0.1), 7, 1)]).toEqual([0]);
  });

  it('has eigenvalues that are not negative', () => {
    fc.assert(
      fc.property(matrixOf(6, 4), (x) => {
        const values = symmetricEigenvalues(sampleCovariance(x, 6, 4), 4);
        expect(values[3]!).toBeGreaterThan(-1e-12 * (1 + values[0]!));
      }),
    );
  });

  it('is NaN for one row and only where a column is broken', () => {
    expect([...sampleCovariance(Float64Array.of(1, 2), 1, 2)]).toEqual(Array(4).fill(Number.NaN));
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const s = sampleCovariance(Float64Array.of(1, bad, 3, 2, 5, 6), 3, 2);
      expect(s[0]).toBe(4);
      expect([s[1], s[2], s[3]]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    }
    expect([...columnMeans(Float64Array.of(1, 2, 3, 6), 2, 2)]).toEqual([2, 4]);
    expect(() => sampleCovariance(new Float64Array(5), 2, 2)).toThrow(RangeError);
  });
});

describe('the exponentially weighted covariance', () => {
  it('follows the recursion of RiskMetrics', () => {
    // numpy: S = x_0 x_0ᵀ, then .94*S + .06*np.outer(x, x) over the rows of Z
    const expected = [
      0.5834278425486297, 0.1394462185495118, -0.15433517541079622, 0.1394462185495118, 2.2102432298659305,
      0.2774548008586023, -0.15433517541079622, 0.2774548008586023, 8.91290604619024,
    ];
    expect(relativeDifference(ewmaCovariance(z, T, 3, 0.94), expected)).toBeLessThan(1e-15);
  });

  it('is the same step by step as at once, and knows nothing of later rows', () => {
    const s = new Float64Array(9).fill(Number.NaN);
    ewmaCovariance(z, T, 3, 0.94, (t, atOnce) => {
      ewmaStep(s, 3, z.subarray(t * 3, t * 3 + 3), 0.94);
      expect(s).toEqual(atOnce);
      if (t % 7 === 0) expect(ewmaCovariance(z.subarray(0, t * 3 + 3), t + 1, 3, 0.94)).toEqual(s);
    });
  });

  it('passes over a broken row and is NaN before the first whole one', () => {
    const broken = Float64Array.from(z);
    broken[3] = Number.NaN;
    broken[7] = Number.POSITIVE_INFINITY;
    const whole = Float64Array.from([...z.subarray(0, 3), ...z.subarray(9)]);
    expect(ewmaCovariance(broken, T, 3, 0.94)).toEqual(ewmaCovariance(whole, T - 2, 3, 0.94));
    expect([...ewmaCovariance(Float64Array.of(Number.NaN), 1, 1, 0.9)]).toEqual([Number.NaN]);
  });

  it('has a warm-up of 49 rows at 0.94 and 99 at 0.97', () => {
    // ⌈ln 0.05 / ln λ⌉ = ⌈48.4⌉ and ⌈98.4⌉.
    expect(ewmaWarmUp(0.94)).toBe(49);
    expect(ewmaWarmUp(0.97)).toBe(99);
    for (const lambda of [0, 1, -0.1, 1.1, Number.NaN]) {
      expect(() => ewmaWarmUp(lambda)).toThrow(RangeError);
      expect(() => ewmaCovariance(z, T, 3, lambda)).toThrow(RangeError);
    }
  });
});

describe('the weighted covariance', () => {
  it('agrees with pandas for weights that decay and with numpy for any', () => {
    // pandas 1.5: pd.DataFrame(Z).ewm(alpha=.06, adjust=True).cov(bias=True).iloc[-3:]
    const pandas = [
      0.5163805747031188, -0.07069561047687162, -0.3299375552225582, -0.07069561047687162, 1.955900844927504,
      0.13118664891051832, -0.3299375552225582, 0.13118664891051832, 10.440065495719182,
    ];
    const came = weightedCovariance(z, T, 3, exponentialWeights(T, 0.94));
    expect(relativeDifference(came, pandas)).toBeLessThan(1e-14);
    // numpy 1.24: np.cov(Z.T, aweights=1/(1 + t/30)**2, bias=True)
    const numpy = [
      0.5094470035113241, -0.10158172265733496, 0.02821857846932009, -0.10158172265733496, 2.015555858129234,
      0.3319933748987195, 0.028218578469320025, 0.33199337489871955, 9.00554376015664,
    ];
    expect(relativeDifference(weightedCovariance(z, T, 3, design.weights), numpy)).toBeLessThan(1e-14);
  });

  it('is the moment covariance for equal weights of any size', () => {
    const equal = weightedCovariance(z, T, 3, new Float64Array(T).fill(7));
    expect(relativeDifference(equal, sampleCovariance(z, T, 3, 0))).toBeLessThan(1e-14);
  });

  it('refuses weights that are none', () => {
    for (const bad of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => weightedCovariance(z, T, 3, new Float64Array(T).fill(bad))).toThrow(RangeError);
    }
    expect(() => weightedCovariance(z, T, 3, new Float64Array(T))).toThrow('weights must not all be 0');
    expect(() => weightedCovariance(z, T, 3, new Float64Array(T - 1))).toThrow(RangeError);
  });
});

describe('the correlation of a covariance', () => {
  it('has ones on the diagonal and stays within ±1', () => {
    const r = correlationFromCovariance(Float64Array.of(4, 3, 3, 9), 2);
    expect([...r]).toEqual([1, 0.5, 0.5, 1]);
    const flat = correlationFromCovariance(Float64Array.of(1e-300, 2e-300, 2e-300, 4e-300), 2);
    expect(Math.max(...flat)).toBe(1);
  });

  it('is NaN for a variable that does not vary', () => {
    const r = correlationFromCovariance(Float64Array.of(4, 0, 0, 0), 2);
    expect([...r]).toEqual([1, Number.NaN, Number.NaN, Number.NaN]);
  });

  it('comes with the list of columns that do not vary', () => {
    const x = Float64Array.from([1, 2, 3, 4].flatMap((t) => [t, 0.1, 1e12, Number.NaN, 1e-11 * (t % 2)]));
    expect(constantColumns(x, 4, 5)).toEqual([1, 2, 4]);
  });
});

describe('the shrinkage of Ledoit and Wolf', () => {
  it('agrees with their definition computed row by row', () => {
    // numpy: S = Xc.T@Xc/T; mu = trace(S)/n; d2 = ((S-mu*I)**2).sum()/n;
    // b2 = sum(((np.outer(x,x)-S)**2).sum() for x in Xc)/n/T**2; shrinkage = min(b2, d2)/d2
    const { covariance, shrinkage } = ledoitWolf(z, T, 3);
    expect(shrinkage).toBeCloseTo(0.08636097063637543, 14);
    const expected = [
      0.8399929518125172, -0.1046151388463494, -0.20360310403521176, -0.1046151388463494, 2.214829352121501,
      0.03147879108298378, -0.20360310403521176, 0.03147879108298378, 9.720490969103437,
    ];
    expect(relativeDifference(covariance, expected)).toBeLessThan(1e-14);
    expect(ledoitWolf(z.subarray(0, 9), 3, 3).shrinkage).toBeCloseTo(0.43897496460195456, 13);
  });

  it('keeps the trace, lies between 0 and 1 and is positive definite with more columns than rows', () => {
    fc.assert(
      fc.property(matrixOf(4, 6), (x) => {
        const { covariance, shrinkage } = ledoitWolf(x, 4, 6);
        const s = sampleCovariance(x, 4, 6, 0);
        const trace = (m: Float64Array) => m.reduce((sum, v, at) => sum + (at % 7 === 0 ? v : 0), 0);
        expect(Math.abs(trace(covariance) - trace(s))).toBeLessThanOrEqual(1e-13 * trace(s));
        expect(shrinkage).toBeGreaterThanOrEqual(0);
        expect(shrinkage).toBeLessThanOrEqual(1);
        if (shrinkage > 1e-6) expect(symmetricEigenvalues(covariance, 6)[5]!).toBeGreaterThan(0);
      }),
    );
  });

  it('does not shrink one column, leaves a constant panel zero and answers NaN with NaN', () => {
    expect(ledoitWolf(Float64Array.of(1, 2, 3), 3, 1)).toEqual({
      covariance: Float64Array.of(2 / 3),
      shrinkage: 0,
    });
    expect(ledoitWolf(new Float64Array(6).fill(0.1), 3, 2)).toEqual({
      covariance: new Float64Array(4),
      shrinkage: 0,
    });
    expect(ledoitWolf(Float64Array.of(1, Number.NaN, 3), 3, 1).shrinkage).toBeNaN();
    const broken = ledoitWolf(Float64Array.of(1, Number.NaN, 3, 4), 2, 2);
    expect(broken.shrinkage).toBeNaN();
    expect(broken.covariance.every(Number.isNaN)).toBe(true);
    expect(() => ledoitWolf(new Float64Array(5), 2, 2)).toThrow(RangeError);
  });
});
