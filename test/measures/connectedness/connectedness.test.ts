import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectedness } from '../../../src/measures/connectedness/connectedness.ts';
import { connectednessTable, totalOf } from '../../../src/measures/connectedness/connectedness-table.ts';
import { CASES, describeWithCases, readCase } from '../cases.ts';
import { autoregressive, distance, present } from './series.ts';

describe('the connectedness table', () => {
  // By hand: rows are receivers. TO_1 = 0.3 + 0.1, FROM_1 = 0.2 + 0.3, TCI = (0.5 + 0.4 + 0.3)/3.
  const shares = Float64Array.of(0.5, 0.2, 0.3, 0.3, 0.6, 0.1, 0.1, 0.2, 0.7);
  const table = connectednessTable(shares, 3);

  it('adds columns to TO and rows to FROM', () => {
    expect(distance(table.to, [0.4, 0.4, 0.4])).toBeLessThan(1e-15);
    expect(distance(table.from, [0.5, 0.4, 0.3])).toBeLessThan(1e-15);
    expect(distance(table.net, [-0.1, 0, 0.1])).toBeLessThan(1e-15);
    expect(table.total).toBeCloseTo(0.4, 15);
    expect(table.corrected).toBeCloseTo(0.6, 15);
  });

  it('has NPDC above 0 where the column drives the row, and counts whom a series drives', () => {
    expect(distance(table.pairwise, [0, -0.1, 0.2, 0.1, 0, -0.1, -0.2, 0.1, 0])).toBeLessThan(1e-15);
    expect([...table.driven]).toEqual([1, 1, 1]);
  });

  it('has a pairwise index of 1 on the diagonal and of 2(θ̃_12 + θ̃_21)/(θ̃_11 + θ̃_12 + θ̃_21 + θ̃_22) beside it', () => {
    expect(table.influence[0]).toBe(1);
    expect(table.influence[1]).toBeCloseTo((2 * 0.5) / 1.6, 15);
  });

  it('counts only the series that were not left out', () => {
    const hole = Number.NaN;
    const holed = Float64Array.of(0.8, hole, 0.2, hole, hole, hole, 0.4, hole, 0.6);
    const { to, from, net, driven, total, corrected } = connectednessTable(holed, 3);
    expect(distance(to, [0.4, hole, 0.2])).toBe(0);
    expect(distance(from, [0.2, hole, 0.4])).toBe(0);
    expect([net[1], driven[1]]).toEqual([hole, hole]);
    expect([total, totalOf(holed, 3)]).toEqual([(0.2 + 0.4) / 2, (0.2 + 0.4) / 2]);
    expect(corrected).toBeCloseTo(0.6, 15);
  });

  it('has sums that agree with one another', () => {
    const row = fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 4, maxLength: 4 }), (rows) => {
        const values = rows.flatMap((each) => each.map((x) => x / each.reduce((sum, y) => sum + y, 0)));
        const {
          to,
          from,
          net,
          pairwise,
          total,
          shares: same,
        } = connectednessTable(Float64Array.from(values), 4);
        const sum = (list: Float64Array) => list.reduce((all, x) => all + x, 0);
        expect(sum(to)).toBeCloseTo(sum(from), 12);
        expect(sum(net)).toBeCloseTo(0, 12);
        expect(sum(to) / 4).toBeCloseTo(total, 12);
        expect(totalOf(same, 4)).toBe(total);
        for (let i = 0; i < 4; i++) {
          const ofRow = pairwise.subarray(4 * i, 4 * i + 4);
          expect(sum(ofRow)).toBeCloseTo(-net[i]!, 12);
        }
      }),
    );
  });
});

describe('connectedness of a sample', () => {
  const columns = autoregressive(150, 3, 2024);
  const options = { lag: 2, horizon: 10 };

  it('agrees with statsmodels and numpy', () => {
    const found = present(connectedness(columns, options));
    expect(found.table.total).toBeCloseTo(0.3258951376986099, 12);
    expect(found.table.shares[1]).toBeCloseTo(0.3049694716839241, 12);
    expect(found.modulus).toBeCloseTo(0.5723809284147557, 12);
  });

  it('leaves constant and collinear series out, names them, and computes the others as if they were not there', () => {
    const [a, b, c] = columns as [Float64Array, Float64Array, Float64Array];
    const sum = a.map((value, t) => 2 * value - b[t]! + 7);
    const five = [a, new Float64Array(150).fill(0.1), b, sum, c];
    const found = present(connectedness(five, options));
    expect(found.kept).toEqual([0, 2, 4]);
    expect(found.dropped).toEqual([
      { series: 1, why: 'constant_series' },
      { series: 3, why: 'collinear_series' },
    ]);
    const alone = present(connectedness([a, b, c], options));
    expect(found.table.total).toBe(alone.table.total);
    expect(found.table.shares[0 * 5 + 2]).toBe(alone.table.shares[1]);
    expect(found.table.shares[1]).toBeNaN();
    expect(found.table.net[3]).toBeNaN();
  });

  it('has no value, and says why, for want of rows, of variation, or of independent errors', () => {
    const few = columns.map((column) => column.subarray(0, 9));
    expect(connectedness(few, options)).toBe('insufficient_data');
    expect(connectedness([new Float64Array(0), new Float64Array(0)], options)).toBe('insufficient_data');
    expect(connectedness([new Float64Array(50), new Float64Array(50)], options)).toBe('constant_series');
    const missing = columns.map((column) => column.map(() => Number.NaN));
    expect(connectedness([columns[0]!, missing[0]!], options)).toBe('insufficient_data');
    const [a] = columns as [Float64Array];
    const late = a.map((_, t) => (t === 0 ? 0 : a[t - 1]!));
    expect(connectedness([a, late], { lag: 1, horizon: 10 })).toBe('singular_covariance');
  });

  it('answers one series with nothing shared', () => {
    const { table } = present(connectedness([columns[0]!], options));
    expect([table.total, table.shares[0]]).toEqual([0, 1]);
    expect(table.corrected).toBeNaN();
  });

  it('does not depend on the size of the values, and has none where their squares overflow', () => {
    const shares = present(connectedness(columns, options)).table.shares;
    for (const size of [1e60, 1e-9, 1e9]) {
      const scaled = columns.map((column) => column.map((value) => value * size));
      expect(distance(present(connectedness(scaled, options)).table.shares, shares)).toBeLessThan(1e-9);
    }
    const huge = columns.map((column) => column.map((value) => value * 1e200));
    expect(connectedness(huge, options)).toBe('singular_covariance');
  });

  it('refuses a lag or horizon that is no whole number, and no series', () => {
    expect(() => connectedness(columns, { lag: 0, horizon: 10 })).toThrow(RangeError);
    expect(() => connectedness(columns, { lag: 1, horizon: 0 })).toThrow(RangeError);
    expect(() => connectedness([], options)).toThrow(RangeError);
  });
});

const published = CASES === undefined ? undefined : '05-connectedness-published-dy2012';

describeWithCases('Diebold & Yilmaz (2012), log range volatility of four markets', () => {
  it('has the sixteen cells, directions and index of Table 2', () => {
    const { columns } = readCase(published!);
    const { table } = present(connectedness(columns, { lag: 4, horizon: 10 }));
    // Diebold & Yilmaz (2012), Table 2: stocks, bonds, commodities, FX; per cent.
    const cells = [
      88.76, 7.29, 0.35, 3.61, 10.21, 81.45, 2.73, 5.61, 0.47, 3.7, 93.69, 2.14, 5.69, 7.03, 1.55, 85.73,
    ];
    const rounded = (values: Float64Array) => Array.from(values, (value) => Number((100 * value).toFixed(2)));
    expect(rounded(table.shares)).toEqual(cells);
    expect(rounded(table.from)).toEqual([11.24, 18.55, 6.31, 14.27]);
    expect(rounded(table.to)).toEqual([16.37, 18.01, 4.62, 11.36]);
    expect(Number((100 * table.total).toFixed(2))).toBe(12.59);
  });
});
