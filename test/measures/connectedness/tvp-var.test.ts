import { describe, expect, it } from 'vitest';
import { inverse } from '../../../src/math/lu.ts';
import { totalOf } from '../../../src/measures/connectedness/connectedness-table.ts';
import { fullSampleTvpVar } from '../../../src/measures/connectedness/full-sample-tvp-var.ts';
import { TvpVar } from '../../../src/measures/connectedness/tvp-var.ts';
import {
  type TvpConnectednessOptions,
  tvpVarConnectedness,
} from '../../../src/measures/connectedness/tvp-var-connectedness.ts';
import { minnesotaPrior, uninformativePrior } from '../../../src/measures/connectedness/tvp-var-prior.ts';
import { autoregressive, bits, distance, present } from './series.ts';
import { tvpVarByMatrices } from './tvp-var-by-matrices.ts';

const columns = autoregressive(150, 3, 2024);
const options: TvpConnectednessOptions = {
  lag: 2,
  horizon: 10,
  kappa1: 0.99,
  kappa2: 0.96,
  prior: 'least-squares',
  training: 60,
};

function path(
  of: readonly Float64Array[],
  at: TvpConnectednessOptions = options,
  run: typeof tvpVarConnectedness = tvpVarConnectedness,
): (Float64Array | string)[] {
  const out: (Float64Array | string)[] = [];
  run(of, at, (_t, shares) => out.push(typeof shares === 'string' ? shares : shares.slice()));
  return out;
}

function farthest(a: readonly (Float64Array | string)[], b: readonly (Float64Array | string)[]): number {
  expect(a.map((x) => typeof x)).toEqual(b.map((x) => typeof x));
  return Math.max(...a.map((x, t) => (typeof x === 'string' ? 0 : distance(x, present(b[t]!)))));
}

describe('the filter of a time-varying vector autoregression', () => {
  it('is Bayesian regression when nothing is forgotten and the errors are known', () => {
    // κ = 1: b = (V_0⁻¹ + Σ F'Q⁻¹F)⁻¹ (V_0⁻¹ b_0 + Σ F'Q⁻¹y), here with Q diagonal, equation by equation.
    const series = autoregressive(60, 2, 31);
    const [q1, q2] = [0.5, 2];
    const prior = uninformativePrior(2, 1);
    const filter = new TvpVar(prior, Float64Array.of(q1, 0, 0, q2), { kappa1: 1, kappa2: 1 });
    const row = (t: number) => Float64Array.of(series[0]![t]!, series[1]![t]!);
    const precision = [q1, q2].map((q) => {
      const gram = Float64Array.of(0.25, 0, 0, 0.25);
      const moment = new Float64Array(2);
      return { q, gram, moment };
    });
    for (let t = 1; t < 60; t++) {
      filter.observe(row(t), row(t - 1));
      for (const [i, { q, gram, moment }] of precision.entries()) {
        const x = row(t - 1);
        for (let a = 0; a < 2; a++) {
          moment[a]! += (x[a]! * row(t)[i]!) / q;
          for (let b = 0; b < 2; b++) gram[2 * a + b]! += (x[a]! * x[b]!) / q;
        }
      }
    }
    for (const [i, { gram, moment }] of precision.entries()) {
      const variance = inverse(gram, 2)!;
      const expected = [0, 1].map((a) => variance[2 * a]! * moment[0]! + variance[2 * a + 1]! * moment[1]!);
      expect(distance(filter.coefficients.subarray(2 * i, 2 * i + 2), expected)).toBeLessThan(1e-12);
      expect(filter.covariance[2 * i * 4 + 2 * i + 1]).toBeCloseTo(variance[1]!, 12);
    }
  });

  it('keeps its covariance symmetric to the last bit, for odd and even numbers of slopes', () => {
    for (const n of [1, 2, 3, 5]) {
      const series = autoregressive(80, n, 12);
      const row = (t: number) => Float64Array.from(series, (each) => each[t]!);
      const filter = new TvpVar(
        minnesotaPrior(n, 1),
        new Float64Array(n * n).map((_, k) => (k % (n + 1) === 0 ? 1 : 0)),
        {
          kappa1: 0.95,
          kappa2: 0.9,
        },
      );
      for (let t = 1; t < 80; t++) filter.observe(row(t), row(t - 1));
      const size = n * n;
      const turned = filter.covariance.map(
        (_, k) => filter.covariance[(k % size) * size + Math.floor(k / size)]!,
      );
      expect(bits(turned)).toEqual(bits(filter.covariance));
    }
  });

  it('does not take over a step that makes it unstable', () => {
    const filter = new TvpVar(uninformativePrior(1, 1), Float64Array.of(1), { kappa1: 0.99, kappa2: 0.99 });
    filter.observe(Float64Array.of(1), Float64Array.of(2));
    const [before] = filter.coefficients;
    filter.observe(Float64Array.of(30), Float64Array.of(10));
    expect(filter.unstable).toBe(1);
    expect(filter.coefficients[0]).toBe(before);
    filter.observe(Float64Array.of(0), Float64Array.of(10));
    expect(filter.unstable).toBe(1);
    expect(Math.abs(filter.coefficients[0]!)).toBeLessThan(1);
  });

  it('takes the pseudo-inverse when errors are the same series twice', () => {
    const [a] = autoregressive(80, 1, 4) as [Float64Array];
    const filter = new TvpVar(uninformativePrior(2, 1), Float64Array.of(1, 1, 1, 1), {
      kappa1: 0.99,
      kappa2: 0.99,
    });
    for (let t = 1; t < 80; t++)
      filter.observe(Float64Array.of(a[t]!, a[t]!), Float64Array.of(a[t - 1]!, a[t - 1]!));
    expect(filter.coefficients.every(Number.isFinite)).toBe(true);
    expect(filter.coefficients[0]! + filter.coefficients[1]!).toBeCloseTo(
      filter.coefficients[2]! + filter.coefficients[3]!,
      10,
    );
  });

  it('learns nothing from a row that is not finite or beyond measure', () => {
    const filter = new TvpVar(uninformativePrior(1, 1), Float64Array.of(1), { kappa1: 0.99, kappa2: 0.99 });
    for (const y of [Number.NaN, Number.POSITIVE_INFINITY, 1e60]) {
      expect(filter.observe(Float64Array.of(y), Float64Array.of(1))).toBe(false);
    }
    expect([filter.sigma[0], filter.coefficients[0], filter.covariance[0]]).toEqual([1, 0, 4]);
  });

  it('refuses forgetting factors outside (0, 1] and a covariance of another size', () => {
    const prior = uninformativePrior(1, 1);
    const one = Float64Array.of(1);
    for (const kappa of [0, 1.01, Number.NaN, -1]) {
      expect(() => new TvpVar(prior, one, { kappa1: kappa, kappa2: 0.99 })).toThrow(/kappa1 must be/);
      expect(() => new TvpVar(prior, one, { kappa1: 0.99, kappa2: kappa })).toThrow(/kappa2 must be/);
    }
    expect(() => new TvpVar(prior, Float64Array.of(1, 2), { kappa1: 1, kappa2: 1 })).toThrow(RangeError);
    expect(() => minnesotaPrior(2, 1, 0)).toThrow(RangeError);
  });
});

describe('live TVP-VAR connectedness', () => {
  it('agrees with numpy', () => {
    // The paper's recursions with whole matrices and np.linalg.pinv on the same series: rows 60, 100 and 149.
    const shares = path(columns);
    const total = (t: number) => totalOf(present(shares[t]!), 3);
    expect(total(60)).toBeCloseTo(0.34213956794866823, 11);
    expect(total(100)).toBeCloseTo(0.2749945862938555, 11);
    expect(total(149)).toBeCloseTo(0.3480039648463807, 11);
    const fast = { ...options, lag: 1, training: 40, kappa1: 0.9, kappa2: 0.9 };
    const forgetful = path(columns, fast);
    expect(totalOf(present(forgetful[40]!), 3)).toBeCloseTo(0.2658222839746413, 11);
    expect(totalOf(present(forgetful[90]!), 3)).toBeCloseTo(0.31549508161091566, 11);
    expect(totalOf(present(forgetful[149]!), 3)).toBeCloseTo(0.42211235177439344, 11);
  });

  it('is by the fast step what it is by whole matrices, whatever the number of series', () => {
    for (const [n, lag] of [
      [1, 1],
      [2, 3],
      [4, 1],
      [5, 1],
      [7, 1],
    ] as const) {
      const series = autoregressive(160, n, 100 + n);
      const at = { ...options, lag, training: 80 };
      expect(farthest(path(series, at), path(series, at, tvpVarByMatrices))).toBeLessThan(1e-10);
    }
  });

  it('has no value in its training and one on every row after it', () => {
    const kinds = path(columns).map((shares) => typeof shares === 'string');
    expect(kinds).toEqual(kinds.map((_, t) => t < 60));
  });

  it('does not change one bit of an earlier row when later rows change', () => {
    const before = path(columns);
    for (const cut of [60, 61, 100, 149]) {
      const mixed = columns.map((column) => column.map((x, t) => (t < cut ? x : 40 - 9 * x)));
      const after = path(mixed);
      for (let t = 60; t < cut; t++) expect(bits(present(after[t]!))).toEqual(bits(present(before[t]!)));
    }
  });

  it('does not depend on the unit or level of a series', () => {
    const scaled = columns.map((column, i) => column.map((x) => 10 ** (i - 2) * x + 5));
    for (const prior of ['least-squares', 'minnesota', 'uninformative'] as const) {
      expect(
        farthest(path(scaled, { ...options, prior }), path(columns, { ...options, prior })),
      ).toBeLessThan(1e-9);
    }
  });

  it('passes over missing rows, and waits after a hole that lags may not cross', () => {
    const holed = columns.map((column, i) => column.map((x, t) => (i === 1 && t === 90 ? Number.NaN : x)));
    const shorter = columns.map((column) => column.filter((_, t) => t !== 90));
    const shares = path(holed);
    expect(shares[90]).toBe('insufficient_data');
    expect(distance(present(shares[149]!), present(path(shorter)[148]!))).toBe(0);
    const dates = Int32Array.from({ length: 150 }, (_, t) => (t < 100 ? t : t + 30));
    const waits = path(columns, { ...options, gap: { dates, maxGapDays: 5 } });
    expect(waits.slice(98, 104).map((x) => typeof x)).toEqual([
      'object',
      'object',
      'string',
      'string',
      'object',
      'object',
    ]);
  });

  it('leaves series out that do not vary in training, for good', () => {
    const still = columns[0]!.map((x, t) => (t < 60 ? 1 : x));
    const seen: number[] = [];
    const used = tvpVarConnectedness([...columns, still], options, (_t, shares) => {
      if (typeof shares !== 'string') seen.push(totalOf(shares, 4));
    });
    expect(present(used).dropped).toEqual([{ series: 3, why: 'constant_series' }]);
    const alone = path(columns).flatMap((shares) => (typeof shares === 'string' ? [] : [totalOf(shares, 3)]));
    expect(seen).toEqual(alone);
  });

  it('has no value at all for want of training rows or of variation', () => {
    const reason = (of: readonly Float64Array[], training = 60) =>
      tvpVarConnectedness(of, { ...options, training }, () => undefined);
    expect(reason(columns, 151)).toBe('insufficient_data');
    expect(reason(columns, 8)).toBe('insufficient_data');
    expect(reason(columns.map((column) => column.map(() => 2)))).toBe('constant_series');
    expect(reason(columns.map((column) => column.map(() => Number.NaN)))).toBe('insufficient_data');
    expect(new Set(path([new Float64Array(20)], { ...options, training: 10 }))).toEqual(
      new Set(['constant_series']),
    );
  });

  it('refuses parameters that make no sense', () => {
    for (const wrong of [{ lag: 0 }, { horizon: 0 }, { training: 1 }, { kappa1: 0 }, { kappa2: 2 }]) {
      expect(() => path(columns, { ...options, ...wrong })).toThrow(RangeError);
    }
    expect(() => path([], options)).toThrow(RangeError);
  });
});

describe('TVP-VAR connectedness of the published package', () => {
  it('looks ahead: its first rows change with the last ones', () => {
    const first = (of: readonly Float64Array[]) => {
      const totals: number[] = [];
      fullSampleTvpVar(of, options, (_t, _filter, shares) => {
        totals.push(typeof shares === 'string' ? Number.NaN : totalOf(shares, 3));
      });
      return totals[20];
    };
    const mixed = columns.map((column) => column.map((x, t) => (t < 149 ? x : x + 50)));
    expect(first(mixed)).not.toBe(first(columns));
  });

  it('has a value from the first row on, and none for want of rows', () => {
    let values = 0;
    const start = fullSampleTvpVar(columns, { ...options, prior: 'minnesota' }, (_t, _filter, shares) => {
      if (typeof shares !== 'string') values++;
    });
    expect(values).toBe(150);
    expect(present(start).unstable).toBe(0);
    const few = columns.map((column) => column.subarray(0, 5));
    expect(fullSampleTvpVar(few, options, () => undefined)).toBe('insufficient_data');
  });
});
