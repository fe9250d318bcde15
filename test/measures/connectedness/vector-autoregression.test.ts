import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseLag, lagCriteria } from '../../../src/measures/connectedness/lag-order.ts';
import { companionModulus, isStable } from '../../../src/measures/connectedness/stability.ts';
import {
  unbiasedSigma,
  vectorAutoregression,
} from '../../../src/measures/connectedness/vector-autoregression.ts';
import { autoregressive, distance, present } from './series.ts';

const columns = autoregressive(150, 3, 2024);

describe('a vector autoregression', () => {
  // statsmodels 0.13 VAR(y).fit(2, trend='c') on the same series, made by the same generator in numpy.
  const reference = {
    intercept: [0.021204732907551548, -0.011037239402798537, 0.02476876582021625],
    coefficients: [
      0.2274155989538607, 0.3669619378827058, -0.16034965788006825, -0.13516839719085466, 0.5482360550761829,
      0.1674302465376917, 0.1475971071011286, -0.044597739421099375, 0.3872028771901446, 0.10722803664725525,
      0.045295363485362616, -0.011466802195636753, 0.013918611395024483, 0.0521920406595864,
      -0.14807333456675495, 0.08497653676010314, 0.017986705283222038, -0.1035888478328533,
    ],
    sigma: [
      0.14022817752868863, 0.06368313971706473, 0.037751872893706684, 0.06368313971706473,
      0.14501848279410942, 0.05776699452963267, 0.037751872893706684, 0.05776699452963267, 0.1112757562647025,
    ],
    sigmaFirst: 0.14718986010103485,
    modulus: 0.5723809284147557,
  };

  it('agrees with statsmodels', () => {
    const model = present(vectorAutoregression(columns, 2));
    expect(model.rows).toBe(148);
    expect(distance(model.intercept, reference.intercept)).toBeLessThan(1e-14);
    expect(distance(model.coefficients, reference.coefficients)).toBeLessThan(1e-13);
    expect(distance(model.sigma, reference.sigma)).toBeLessThan(1e-14);
    expect(unbiasedSigma(model)[0]).toBeCloseTo(reference.sigmaFirst, 13);
    expect(companionModulus(model.coefficients, 3, 2)).toBeCloseTo(reference.modulus, 12);
  });

  it('leaves errors that no regressor explains', () => {
    const { residuals, rows } = present(vectorAutoregression(columns, 2));
    for (let i = 0; i < 3; i++) {
      const error = Float64Array.from({ length: rows }, (_, t) => residuals[t * 3 + i]!);
      const products = [0, 1, 2].map((j) => error.reduce((sum, e, t) => sum + e * columns[j]![t + 1]!, 0));
      expect(distance([error.reduce((sum, e) => sum + e, 0), ...products], [0, 0, 0, 0])).toBeLessThan(1e-12);
    }
  });

  it('has no value for a system without errors', () => {
    const y = [new Float64Array(40), new Float64Array(40)];
    [y[0]![0], y[1]![0]] = [3, -2];
    for (let t = 1; t < 40; t++) {
      y[0]![t] = -0.9 * y[1]![t - 1]! + 1;
      y[1]![t] = 0.9 * y[0]![t - 1]!;
    }
    expect(vectorAutoregression(y, 1)).toBe('singular_covariance');
  });

  it('leaves rows with a missing or infinite value out before it lags', () => {
    const kept = columns.map((column) => column.filter((_, t) => t !== 20 && t !== 77));
    const holed = columns.map((column, i) => {
      const copy = column.slice();
      if (i === 1) [copy[20], copy[77]] = [Number.NaN, Number.POSITIVE_INFINITY];
      return copy;
    });
    expect(present(vectorAutoregression(holed, 2)).coefficients).toEqual(
      present(vectorAutoregression(kept, 2)).coefficients,
    );
  });

  it('crosses no hole that is longer than the rule allows', () => {
    const dates = Int32Array.from({ length: 150 }, (_, t) => (t < 75 ? t : t + 5));
    const rows = (maxGapDays: number) =>
      present(vectorAutoregression(columns, 2, { dates, maxGapDays })).rows;
    expect([rows(6), rows(5)]).toEqual([148, 146]);
  });

  it('has no value with as many coefficients as rows, or with dependent regressors', () => {
    const few = columns.map((column) => column.subarray(0, 9));
    expect(vectorAutoregression(few, 2)).toBe('insufficient_data');
    expect(vectorAutoregression([columns[0]!, columns[0]!], 1)).toBe('singular_covariance');
    expect(vectorAutoregression([columns[0]!, new Float64Array(150)], 1)).toBe('singular_covariance');
    expect(vectorAutoregression([new Float64Array(0)], 1)).toBe('insufficient_data');
  });

  it('refuses a lag that is no whole number, no series, and series of different lengths', () => {
    expect(() => vectorAutoregression(columns, 0)).toThrow(
      'lag must be a whole number of at least 1, came 0',
    );
    expect(() => vectorAutoregression(columns, 1.5)).toThrow(RangeError);
    expect(() => vectorAutoregression([], 1)).toThrow(RangeError);
    expect(() => vectorAutoregression([columns[0]!, new Float64Array(3)], 1)).toThrow(RangeError);
  });
});

describe('the choice of lags', () => {
  // statsmodels 0.13 VAR(y).select_order(4, trend='c').ics, orders 1 … 4.
  const reference = {
    aic: [-6.368986371440378, -6.314479067938019, -6.232653337516135, -6.198667283278948],
    hq: [-6.269344642649996, -6.140106042554851, -5.98354901554018, -5.874831664710206],
    sc: [-6.123758429930103, -5.885330170295039, -5.619583483740449, -5.401676473370557],
    fpe: [0.0017139661234801301, 0.0018103079029776214, 0.001965499481141659, 0.0020350220258635505],
  };

  it('agrees with statsmodels on a sample that all orders share', () => {
    const criteria = present(lagCriteria(columns, 4));
    for (const key of ['aic', 'hq', 'sc', 'fpe'] as const) {
      expect(distance(criteria[key], reference[key])).toBeLessThan(1e-12);
      expect(chooseLag(columns, 4, key)).toBe(1);
    }
  });

  it('finds the second lag of a system that has one', () => {
    const y = new Float64Array(400);
    const noise = autoregressive(400, 1, 5)[0]!;
    for (let t = 2; t < 400; t++) y[t] = 0.1 * y[t - 1]! + 0.6 * y[t - 2]! + noise[t]! - 0.6 * noise[t - 1]!;
    expect(chooseLag([y], 6)).toBe(2);
  });

  it('has no value for want of rows', () => {
    expect(chooseLag(columns, 40)).toBe('insufficient_data');
  });
});

describe('stability', () => {
  it('is that of the roots of the process', () => {
    // (1 − 0.5L)(1 − 0.8L) = 1 − 1.3L + 0.4L²; a rotation by 60° times 1.1 has two roots of modulus 1.1.
    expect(companionModulus(Float64Array.of(1.3, -0.4), 1, 2)).toBeCloseTo(0.8, 14);
    const [c, s] = [1.1 * Math.cos(Math.PI / 3), 1.1 * Math.sin(Math.PI / 3)];
    const rotation = Float64Array.of(c, -s, s, c);
    expect(companionModulus(rotation, 2, 1)).toBeCloseTo(1.1, 14);
    expect([isStable(Float64Array.of(1.3, -0.4), 1, 2), isStable(rotation, 2, 1)]).toEqual([true, false]);
  });

  it('counts a unit root as stable and a NaN as unstable', () => {
    expect(isStable(Float64Array.of(1), 1, 1)).toBe(true);
    expect(isStable(Float64Array.of(Number.NaN), 1, 1)).toBe(false);
  });

  it('is decided by norms as by eigenvalues', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 3 }),
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 48, maxLength: 48 }),
        (n, lag, values) => {
          const a = Float64Array.from(values.slice(0, n * n * lag));
          const modulus = companionModulus(a, n, lag);
          fc.pre(Math.abs(modulus - 1) > 1e-9);
          expect(isStable(a, n, lag)).toBe(modulus <= 1);
        },
      ),
    );
  });
});
