import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { totalOf } from '../../../src/measures/connectedness/connectedness-table.ts';
import {
  type RollingConnectednessOptions,
  rollingConnectedness,
  sharesOfWindow,
} from '../../../src/measures/connectedness/rolling-connectedness.ts';
import { CASES, describeWithCases, readCase } from '../cases.ts';
import { autoregressive, bits, distance, present } from './series.ts';

const options = { window: 60, lag: 3, horizon: 12 };

function path(columns: readonly Float64Array[], at: RollingConnectednessOptions): (Float64Array | string)[] {
  const out: (Float64Array | string)[] = [];
  rollingConnectedness(columns, at, (_t, shares) => {
    out.push(typeof shares === 'string' ? shares : shares.slice());
  });
  return out;
}

/** Largest difference of the fast path from the slow twin, row by row. */
function fastFromSlow(columns: readonly Float64Array[], at: RollingConnectednessOptions): number {
  let most = 0;
  for (const [t, fast] of path(columns, at).entries()) {
    const slow = sharesOfWindow(columns, t, at);
    if (typeof slow === 'string') expect(fast).toBe(slow);
    else most = Math.max(most, distance(present(fast), slow));
  }
  return most;
}

describe('rolling connectedness', () => {
  const columns = autoregressive(320, 3, 2024);

  it('agrees with statsmodels and numpy on windows of 60 rows', () => {
    // VAR(y[t-59:t+1]).fit(3, trend='c'), H = 12, at rows 59, 104 and 149 of the same series.
    const shares = path(columns, options);
    const total = (t: number) => totalOf(present(shares[t]!), 3);
    expect(total(59)).toBeCloseTo(0.37264587206379857, 12);
    expect(total(104)).toBeCloseTo(0.3504895111374531, 12);
    expect(total(149)).toBeCloseTo(0.3442449540186517, 12);
  });

  it('is by sliding moments what it is by the rows of each window', () => {
    expect(fastFromSlow(columns, options)).toBeLessThan(1e-12);
    expect(fastFromSlow(autoregressive(300, 6, 9), { window: 90, lag: 1, horizon: 5 })).toBeLessThan(1e-12);
    expect(fastFromSlow(autoregressive(200, 1, 3), { window: 40, lag: 2, horizon: 5 })).toBe(0);
  });

  it('is so for levels far from 0, for drifting levels and after a value a million times too large', () => {
    const far = columns.map((column) => column.map((x) => 1e6 + x));
    expect(fastFromSlow(far, options)).toBeLessThan(1e-7);
    const drifting = columns.map((column) => column.map((x, t) => x + t / 2));
    expect(fastFromSlow(drifting, options)).toBeLessThan(1e-10);
    const spiked = columns.map((column) => column.map((x, t) => (t === 150 ? x * 1e6 : x)));
    expect(fastFromSlow(spiked, options)).toBeLessThan(1e-9);
  });

  it('is so with holes, with gaps that no lag may cross, and with series that stop varying', () => {
    const holed = columns.map((column, i) =>
      column.map((x, t) => ((t * 7 + i) % 41 === 0 || (t > 200 && t < 215) ? Number.NaN : x)),
    );
    expect(fastFromSlow(holed, options)).toBeLessThan(1e-12);
    const dates = Int32Array.from({ length: 320 }, (_, t) => t + 6 * Math.floor(t / 50));
    expect(fastFromSlow(columns, { ...options, gap: { dates, maxGapDays: 5 } })).toBeLessThan(1e-12);
    expect(fastFromSlow(holed, { ...options, gap: { dates, maxGapDays: 5 } })).toBeLessThan(1e-12);
    const still = columns.map((column, i) =>
      column.map((x, t) => (i === 1 && t > 150 && t < 260 ? 0.25 : x)),
    );
    const shares = path(still, options);
    expect(fastFromSlow(still, options)).toBeLessThan(1e-12);
    expect(present(shares[230]!)[4]).toBeNaN();
    expect(totalOf(present(shares[230]!), 3)).toBeGreaterThan(0);
  });

  it('is so when two series are alike, and nearly alike', () => {
    const twice = [...columns, columns[0]!];
    expect(fastFromSlow(twice, options)).toBe(0);
    const nearly = [...columns, columns[0]!.map((x, t) => x + 1e-5 * columns[1]![(t * 13) % 320]!)];
    expect(fastFromSlow(nearly, options)).toBeLessThan(1e-6);
  });

  it('has no value on the first rows, on a missing row, and for want of complete rows', () => {
    const reasons = path(columns, options).map((shares) => typeof shares === 'string');
    expect(reasons.lastIndexOf(true)).toBe(58);
    expect(reasons.filter(Boolean)).toHaveLength(59);
    const holed = columns.map((column) => column.map((x, t) => (t === 200 || t % 2 === 0 ? Number.NaN : x)));
    expect(path(holed, options).every((shares) => shares === 'insufficient_data')).toBe(true);
    const one = columns.map((column, i) =>
      column.map((x, t) => (t === 200 && i === 2 ? Number.POSITIVE_INFINITY : x)),
    );
    const shares = path(one, options);
    expect([shares[199], shares[200], shares[201]].map((x) => typeof x)).toEqual([
      'object',
      'string',
      'object',
    ]);
  });

  it('needs more rows in the window than coefficients of an equation and twenty', () => {
    // N·p + 1 + 20 = 30 for 3 series and 3 lags.
    expect(typeof path(columns, { ...options, window: 30 })[200]).toBe('string');
    expect(typeof path(columns, { ...options, window: 31 })[200]).toBe('object');
  });

  it('has no value in a window whose series do not vary at all', () => {
    const flat = columns.map((column) => column.map(() => 3));
    expect(path(flat, options)[100]).toBe('constant_series');
    const missing = [columns[0]!, columns[1]!.map(() => Number.NaN)];
    expect(new Set(path(missing, options))).toEqual(new Set(['insufficient_data']));
  });

  it('does not change one bit of an earlier row when later rows change', () => {
    const other = autoregressive(320, 3, 77);
    const before = path(columns, options);
    for (const cut of [59, 60, 187, 188, 300]) {
      const mixed = columns.map((column, i) => column.map((x, t) => (t < cut ? x : 1e3 * other[i]![t]!)));
      const after = path(mixed, options);
      for (let t = 59; t < cut; t++) expect(bits(present(after[t]!))).toEqual(bits(present(before[t]!)));
    }
  });

  it('leaves its input untouched and refuses a window, lag or horizon that is no whole number ≥ 1', () => {
    const copies = columns.map((column) => column.slice());
    path(columns, options);
    expect(columns).toEqual(copies);
    for (const wrong of [{ window: 0 }, { window: 60.5 }, { lag: 0 }, { horizon: Number.NaN }]) {
      expect(() => path(columns, { ...options, ...wrong })).toThrow(RangeError);
    }
    expect(() => path([], options)).toThrow(RangeError);
    expect(() => path([columns[0]!, new Float64Array(3)], options)).toThrow(RangeError);
  });
});

describeWithCases('the rolling index of Diebold & Yilmaz (2012)', () => {
  it('has its maximum, 33.74 %, on 19 March 2008, after the fall of Bear Stearns', () => {
    const name = '05-connectedness-published-dy2012';
    const { columns } = readCase(name);
    const lines = readFileSync(join(CASES!, name, 'input.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    const total = path(columns, { window: 200, lag: 4, horizon: 10 }).map((shares) =>
      typeof shares === 'string' ? Number.NaN : totalOf(shares, 4),
    );
    const most = Math.max(...total.filter(Number.isFinite));
    // statsmodels VAR(y[t-199:t+1]).fit(4, trend='c') on the authors' data, H = 10, every window: 0.33739 on 2008-03-19.
    expect(Number((100 * most).toFixed(2))).toBe(33.74);
    expect(lines[total.indexOf(most)]!.slice(0, 10)).toBe('2008-03-19');
    expect(
      fastFromSlow(
        columns.map((column) => column.slice(2200, 2600)),
        { window: 200, lag: 4, horizon: 10 },
      ),
    ).toBeLessThan(1e-11);
  });
});
