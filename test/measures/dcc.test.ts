import { describe, expect, it } from 'vitest';
import { sampleCovariance } from '../../src/math/covariance.ts';
import { symmetricEigenvalues } from '../../src/math/symmetric-eigenvalues.ts';
import { dccFilter, forecastCorrelation } from '../../src/measures/dcc.ts';
import { dccCorrelation, dccPath } from '../../src/measures/dcc-correlation.ts';
import { type DccFit, fitDcc, fitDccGarch } from '../../src/measures/dcc-fit.ts';
import { dccCompositeLogLikelihood, dccLogLikelihood } from '../../src/measures/dcc-likelihood.ts';
import { panelOf } from './panel-of.ts';
import { gjrReturns, parkMiller } from './park-miller.ts';

/** Three columns: u, 0.6u + 0.8v, 0.3u + w. */
const [u, v, w] = [11, 12, 13].map((seed) => parkMiller(400, seed)) as [
  Float64Array,
  Float64Array,
  Float64Array,
];
const z = rowsOf([u, u.map((x, t) => 0.6 * x + 0.8 * v[t]!), u.map((x, t) => 0.3 * x + w[t]!)]);
const target = sampleCovariance(z, 400, 3);

function rowsOf(columns: readonly Float64Array[]): Float64Array {
  const N = columns.length;
  return new Float64Array(N * columns[0]!.length).map((_, at) => columns[at % N]![Math.floor(at / N)]!);
}

function fitted(values: Float64Array, N: number): DccFit {
  const fit = fitDcc(values, N);
  if ('refused' in fit) throw new Error(fit.refused);
  return fit;
}

/** Standardised residuals whose correlation follows DCC with the given a and b round 0.5. */
function simulated(T: number, a: number, b: number): Float64Array {
  const [first, second] = [parkMiller(T, 71), parkMiller(T, 72)];
  let [q11, q12, q22] = [1, 0.5, 1];
  const out = new Float64Array(2 * T);
  for (let t = 0; t < T; t++) {
    const rho = q12 / Math.sqrt(q11 * q22);
    const z1 = first[t]!;
    const z2 = rho * z1 + Math.sqrt(1 - rho * rho) * second[t]!;
    out.set([z1, z2], 2 * t);
    q11 = 1 - a - b + a * z1 * z1 + b * q11;
    q12 = (1 - a - b) * 0.5 + a * z1 * z2 + b * q12;
    q22 = 1 - a - b + a * z2 * z2 + b * q22;
  }
  return out;
}

describe('dynamic conditional correlations', () => {
  it('gives the path and the likelihood of an independent computation', () => {
    // numpy: Q = (1-a-b)·Qb + a·outer(z, z) + b·Q, R = Q/outer(d, d), slogdet and solve; a = 0.04, b = 0.93.
    let last = new Float64Array(0);
    const filtered = dccFilter(z, 3, { a: 0.04, b: 0.93 }, target, (_, R) => {
      last = R.slice();
    });
    expect(filtered.logLikelihood).toBeCloseTo(123.3721933337041, 10);
    expect(last[1]).toBeCloseTo(0.4144206262363649, 13);
    expect(last[7]).toBeCloseTo(0.19527047768763714, 13);
    expect(filtered.next[2]).toBeCloseTo(0.5126221004602076, 13);
  });

  it('has the same likelihood in the form that a fit calls', () => {
    for (const [a, b] of [
      [0.04, 0.93],
      [0.2, 0.5],
      [0, 0],
    ] as const) {
      const oracle = dccFilter(z, 3, { a, b }, target).logLikelihood;
      expect(dccLogLikelihood(z, 3, a, b, target)).toBeCloseTo(oracle, 9);
    }
  });

  it.each([
    1, 2, 4, 5, 8,
  ])('has the filter’s likelihood with %i columns, and −∞ where two are the same', (N) => {
    const columns = Array.from({ length: N }, (_, i) => {
      const own = parkMiller(120, 31 + i);
      return own.map((x, t) => x + 0.5 * u[t]!);
    });
    const values = rowsOf(columns);
    const covariance = sampleCovariance(values, 120, N);
    const oracle = dccFilter(values, N, { a: 0.1, b: 0.8 }, covariance).logLikelihood;
    expect(dccLogLikelihood(values, N, 0.1, 0.8, covariance)).toBeCloseTo(oracle, 9);
    const doubled = rowsOf([...columns, columns[0]!]);
    const singular = sampleCovariance(doubled, 120, N + 1);
    expect(dccLogLikelihood(doubled, N + 1, 0.1, 0.8, singular)).toBe(Number.NEGATIVE_INFINITY);
  });

  it('has a composite likelihood that is the full one for a pair', () => {
    const pair = rowsOf([u, v]);
    const covariance = sampleCovariance(pair, 400, 2);
    const full = dccLogLikelihood(pair, 2, 0.05, 0.9, covariance);
    expect(dccCompositeLogLikelihood(pair, 2, 0.05, 0.9, covariance)).toBeCloseTo(full, 9);
  });

  it('keeps every matrix a correlation matrix', () => {
    dccFilter(z, 3, { a: 0.3, b: 0.6 }, target, (_, R) => {
      expect([R[0], R[4], R[8]]).toEqual([1, 1, 1]);
      expect(Math.min(...symmetricEigenvalues(R, 3))).toBeGreaterThan(0);
    });
  });

  it('carries a row with a hole at its expectation, without likelihood', () => {
    const holed = z.slice();
    holed[3 * 200] = Number.NaN;
    const { logLikelihood } = dccFilter(holed, 3, { a: 0.04, b: 0.93 }, target);
    expect(Number.isFinite(logLikelihood)).toBe(true);
    let after: number | undefined;
    dccFilter(
      Float64Array.of(Number.NaN, 1, 2, 3),
      2,
      { a: 0.1, b: 0.8 },
      Float64Array.of(1, 0.5, 0.5, 1),
      (t, R) => {
        if (t === 1) after = R[1];
      },
    );
    expect(after).toBeCloseTo(0.5, 14);
  });

  it('forecasts from the next correlation to that of the target', () => {
    const { next } = dccFilter(z, 3, { a: 0.04, b: 0.93 }, target);
    const path = forecastCorrelation({ a: 0.04, b: 0.93 }, target, next, 3, 800);
    expect(path[0]).toEqual(next);
    expect(path[799]![1]).toBeCloseTo(target[1]! / Math.sqrt(target[0]! * target[4]!), 8);
  });

  it('refuses parameters out of bounds, infinite values and other sizes', () => {
    expect(() => dccFilter(z, 3, { a: 0.5, b: 0.5 }, target)).toThrow(RangeError);
    expect(() => dccFilter(z, 3, { a: -0.1, b: 0.5 }, target)).toThrow(RangeError);
    expect(() => dccFilter(z, 3, { a: 0.1, b: 0.5 }, target.slice(1))).toThrow(RangeError);
    expect(() =>
      dccFilter(
        z.map(() => Infinity),
        3,
        { a: 0.1, b: 0.5 },
        target,
      ),
    ).toThrow(RangeError);
  });
});

describe('a DCC fit', () => {
  it('finds the parameters of a simulated path', () => {
    const fit = fitted(simulated(4000, 0.05, 0.9), 2);
    expect(fit.converged).toBe(true);
    expect(fit.parameters.a).toBeCloseTo(0.05, 1);
    expect(fit.parameters.b).toBeGreaterThan(0.84);
    expect(fit.parameters.b).toBeLessThan(0.95);
  });

  it('is not below the likelihood at any point of a grid', () => {
    const fit = fitted(z, 3);
    for (const a of [0.005, 0.02, 0.05, 0.1]) {
      for (const b of [0.1, 0.5, 0.8, 0.89]) {
        expect(fit.logLikelihood).toBeGreaterThanOrEqual(dccLogLikelihood(z, 3, a, b, fit.target) - 1e-9);
      }
    }
  });

  it('shrinks the target of duplicated columns and says so', () => {
    const fit = fitDcc(rowsOf([u, v, u]), 3);
    expect(fit).toMatchObject({ regularised: true });
    expect(fitted(z, 3).regularised).toBe(false);
  });

  it('is refused for too few rows, and for columns that are not estimable', () => {
    expect(fitDcc(z.slice(0, 3 * 249), 3)).toEqual({ refused: 'insufficient_data' });
    expect(fitDccGarch([gjrReturns(600, 1), new Float64Array(600)])).toEqual({ refused: 'constant_series' });
    expect(fitDccGarch([gjrReturns(100, 1), gjrReturns(100, 2)])).toEqual({ refused: 'insufficient_data' });
  });

  it('uses the composite likelihood above thirty columns', () => {
    const wide = rowsOf(Array.from({ length: 31 }, (_, k) => parkMiller(300, 500 + k)));
    expect(fitted(wide, 31).likelihood).toBe('composite');
  });

  it('adds the univariate likelihoods and that of the correlations', () => {
    const fit = fitDccGarch([gjrReturns(500, 3), gjrReturns(500, 4)]);
    if ('refused' in fit) throw new Error(fit.refused);
    const sum = fit.garch[0]!.logLikelihood + fit.garch[1]!.logLikelihood + fit.dcc.logLikelihood;
    expect(fit.logLikelihood).toBeCloseTo(sum, 9);
  });
});

describe('the correlation of the next row', () => {
  const columns = [gjrReturns(600, 3), gjrReturns(600, 4)];
  const common = parkMiller(600, 9);
  for (const column of columns) for (let t = 0; t < 600; t++) column[t]! += common[t]!;

  it('comes from parameters estimated up to the row that is stated', () => {
    const seen: number[] = [];
    const options = { model: 'garch', train: 300, refit: 200 } as const;
    const estimates = dccPath(columns, options, (t) => seen.push(t));
    expect(estimates.map(({ row, until }) => [row, until])).toEqual([
      [299, 499],
      [499, 600],
    ]);
    expect(seen).toEqual(Array.from({ length: 301 }, (_, k) => 299 + k));
  });

  it('has no value for a column that does not vary', () => {
    const panel = panelOf([columns[0]!, new Float64Array(600)]);
    expect(dccCorrelation.compute(panel, dccCorrelation.params.parse({})).every(Number.isNaN)).toBe(true);
  });
});
