import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay, parseDay } from '../../../src/data/time.ts';
import { FUNCTIONS, signatureOf } from '../../../src/measures/derived/functions.ts';

const NO = Number.NaN;
const X = Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6);
const Y = Float64Array.of(2, 7, 1, 8, 2, 8, 1, 8);
const days = Int32Array.from(X, (_, t) => parseDay('2024-01-01') + t);

function computed(
  id: string,
  columns: readonly Float64Array[],
  given: readonly (number | string)[],
  dates = days,
) {
  return [...FUNCTIONS.get(id)!.compute(columns, given, dates)];
}

function close(found: readonly number[], wanted: readonly number[]): void {
  expect(found.length).toBe(wanted.length);
  for (const [t, value] of found.entries()) {
    if (Number.isNaN(wanted[t])) expect(value, `row ${t}`).toBeNaN();
    else expect(value, `row ${t}`).toBeCloseTo(wanted[t]!, 10);
  }
}

describe('functions of the formula language', () => {
  // pandas 1.5: rolling(4) mean, sum, min, max; (x − mean)/std; share ≤ last; numpy.polyfit slope.
  it.each<[string, number[]]>([
    ['mean', [NO, NO, NO, 2.25, 2.75, 4.75, 4.25, 5.5]],
    ['sum', [NO, NO, NO, 9, 11, 19, 17, 22]],
    ['min', [NO, NO, NO, 1, 1, 1, 1, 2]],
    ['max', [NO, NO, NO, 4, 5, 9, 9, 9]],
    [
      'z',
      [
        NO,
        NO,
        NO,
        -0.833333333333333,
        1.0914103126635,
        1.28630484437856,
        -0.626047509276227,
        0.173205080756888,
      ],
    ],
    ['percentile', [NO, NO, NO, 0.5, 1, 1, 0.5, 0.75]],
    ['slope', [NO, NO, NO, -0.3, 0.9, 1.9, 0.7, -0.4]],
  ])('%s over four rows is that of pandas', (id, wanted) => {
    close(computed(id, [X], [4]), wanted);
  });

  // numpy.polyfit(x, y, 1) and numpy.corrcoef over the last four rows.
  it.each<[string, Float64Array[], number[]]>([
    ['beta', [Y, X], [-2.2962962962963, -1.6078431372549, 0.114503816793892, 0.290322580645161, 1.1]],
    ['residual', [Y, X], [0.62962962962963, 1.11764705882353, 2.76335877862596, -3.09677419354839, 2.7]],
    [
      'correlation',
      [X, Y],
      [-0.980796595610916, -0.943838973808068, 0.100220728672289, 0.27640672769878, 0.84119102419206],
    ],
  ])('%s over four rows is that of numpy', (id, columns, wanted) => {
    close(computed(id, columns, [4]), [NO, NO, NO, ...wanted]);
  });

  // scipy.stats.linregress(x, y).stderr and numpy.std(x, ddof=1) over the last four rows.
  it.each<[string, Float64Array[], number[]]>([
    [
      'betaerror',
      [Y, X],
      [0.3228814032252343, 0.39799574765067525, 0.8038135316695073, 0.713771183790417, 0.5],
    ],
    ['deviation', [X], [1.5, 2.0615528128088303, 3.304037933599835, 3.593976442141304, 2.886751345948129]],
  ])('%s over four rows is that of scipy and numpy', (id, columns, wanted) => {
    close(computed(id, columns, [4]), [NO, NO, NO, ...wanted]);
  });

  // numpy.linalg.lstsq of y on [1, x, u, v] over the last six rows: coefficient of x, and the last residual.
  it.each<[string, number[]]>([
    ['beta3', [-0.5542109792965035, -0.6284234318195703, -0.6630417835983783]],
    ['residual3', [-0.05784176769009841, 0.9220542235574416, 2.1271697328759966]],
  ])('%s over six rows is that of numpy', (id, wanted) => {
    const y = Float64Array.of(1, 6, 1, 8, 0, 3, 3, 9);
    const [u, v] = [Float64Array.of(2, 7, 1, 8, 2, 8, 1, 9), Float64Array.of(1, 4, 1, 5, 9, 2, 6, 5)];
    close(computed(id, [y, X, u, v], [6]), [NO, NO, NO, NO, NO, ...wanted]);
    const scaled = computed(id, [y, X.map((x) => x * 1e9), u, v], [6]);
    close(id === 'beta3' ? scaled.map((b) => b * 1e9) : scaled, [NO, NO, NO, NO, NO, ...wanted]);
    expect(computed(id, [y, X, u, u], [6]).every(Number.isNaN)).toBe(true);
  });

  it('streak counts the rows of one sign and begins anew at zero and at a gap', () => {
    close(computed('streak', [Float64Array.of(-1, -2, -1, 3, 4, 0, 0, -5, NO, -1)], []), [
      -1,
      -2,
      -3,
      1,
      2,
      0,
      0,
      -1,
      NO,
      -1,
    ]);
  });

  it('shift is Welch’s t of what came after a date against what came before', () => {
    // x 1, 2, 3 before (the row of 31 December is before the first date), 5, 7 after: (6 − 2)/√(2/2 + 1/3) = 2√3, by hand.
    const dates = Int32Array.from(
      ['2023-12-31', '2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05'],
      parseDay,
    );
    const given = [parseDay('2024-01-01'), parseDay('2024-01-03')];
    close(computed('shift', [Float64Array.of(99, 1, 2, 3, 5, 7)], given, dates), [
      NO,
      NO,
      NO,
      NO,
      NO,
      2 * Math.sqrt(3),
    ]);
  });

  it('abnormal adds up what the market model does not explain, from the date on', () => {
    // y moves with 2 m + 0.001, give or take 0.002 on two days of one m, then by −0.10 and −0.02 beyond it.
    const market = Array.from({ length: 43 }, (_, t) => 0.01 * Math.sin(Math.ceil(t / 2)));
    const beyond = (t: number) => (t === 41 ? -0.1 : t === 42 ? -0.02 : t % 2 === 0 ? 0.002 : -0.002);
    const priceOf = (returns: readonly number[]) => {
      let price = 100;
      return Float64Array.from(returns, (r) => {
        price *= 1 + r;
        return price;
      });
    };
    const y = priceOf(market.map((m, t) => 0.001 + 2 * m + beyond(t)));
    const dates = Int32Array.from(market, (_, t) => parseDay('2024-01-01') + t + (t > 40 ? 2 : 0));
    const found = computed('abnormal', [y, priceOf(market)], [40, parseDay('2024-02-11')], dates);
    expect(found.slice(0, 41).every(Number.isNaN)).toBe(true);
    expect(found[41]).toBeCloseTo(-0.1, 10);
    expect(found[42]).toBeCloseTo(-0.12, 10);
    expect(computed('abnormal', [y, y], [41, parseDay('2024-02-11')], dates).every(Number.isNaN)).toBe(true);
  });

  it('lag, change, pct and contribution look back by rows', () => {
    close(computed('lag', [X], [2]), [NO, NO, 3, 1, 4, 1, 5, 9]);
    close(computed('change', [X], [2]), [NO, NO, 1, 0, 1, 8, -3, -3]);
    close(computed('pct', [X], [1]), [NO, -2 / 3, 3, -0.75, 4, 0.8, -7 / 9, 2]);
    close(computed('contribution', [X, Y], [1]), [NO, -1, 3 / 7, -3, 0.5, 2, -7 / 8, 4]);
  });

  it('yoy looks back by the calendar, so that a month that was never published shifts nothing', () => {
    const months = ['2024-09-01', '2024-10-01', '2024-11-01', '2025-09-01', '2025-11-01', '2025-12-01'];
    const values = Float64Array.of(100, 101, 102, 103, 104.04, 105);
    const dates = Int32Array.from(months, parseDay);
    close(computed('yoy', [values], [], dates), [NO, NO, NO, 0.03, 0.02, NO]);
    // 29 February looks at the 28th; a weekend takes the Friday before; eight days are too far.
    const around = Int32Array.from(
      ['2023-02-24', '2023-02-28', '2023-06-01', '2024-02-29', '2024-06-09'],
      parseDay,
    );
    close(computed('yoy', [Float64Array.of(1, 2, 4, 3, 5)], [], around), [NO, NO, NO, 0.5, NO]);
    const weekend = Int32Array.from(['2023-06-02', '2024-06-03'], parseDay);
    close(computed('yoy', [Float64Array.of(4, 5)], [], weekend), [NO, 0.25]);
  });

  it('yearly and cagr are growth at an annual rate, by the days between', () => {
    // (1.21)^(365.2425/730.485) − 1 = 0.1, by hand.
    const dates = Int32Array.of(0, 730.485 * 1000);
    close(computed('yearly', [Float64Array.of(1, 1.1 ** 2000)], [1], dates), [NO, 0.1]);
    close(computed('cagr', [Float64Array.of(1, 1.1 ** 2000)], [0], dates), [NO, 0.1]);
    expect(computed('yearly', [Float64Array.of(-1, 2)], [1], dates)[1]).toBeNaN();
  });

  it('index is one at its base and nothing before it', () => {
    close(computed('index', [X], [parseDay('2024-01-03')]), [NO, NO, 1, 0.25, 1.25, 2.25, 0.5, 1.5]);
    close(
      computed('index', [X], [parseDay('2023-12-31')]),
      Array.from(X, () => NO),
    );
    close(computed('index', [X], [parseDay('2030-01-01')]), [NO, NO, NO, NO, NO, NO, NO, 1]);
  });

  it('cumulative adds from the first row and passes over what is missing', () => {
    close(computed('cumulative', [Float64Array.of(1, NO, 2, 3)], []), [1, NO, 3, 6]);
  });

  it('log, abs, above and as look at one row', () => {
    close(computed('log', [Float64Array.of(1, Math.E, 0, -1)], []), [0, 1, NO, NO]);
    close(computed('abs', [Float64Array.of(-2, 3, NO)], []), [2, 3, NO]);
    close(computed('above', [Float64Array.of(-2, 3, 2, NO)], [2]), [0, 1, 0, NO]);
    close(computed('as', [X], ['usd']), [...X]);
  });

  it('a constant has no score, no correlation and no slope against it', () => {
    const flat = new Float64Array(8).fill(5);
    for (const [id, columns] of [
      ['z', [flat]],
      ['beta', [X, flat]],
      ['residual', [X, flat]],
      ['correlation', [X, flat]],
    ] as const) {
      expect(computed(id, columns, [4]).every(Number.isNaN), id).toBe(true);
    }
  });

  it('changepoint says that something began when the mean jumps', () => {
    const jump = Float64Array.from({ length: 120 }, (_, t) => Math.sin(t * 7.1) + (t >= 90 ? 8 : 0));
    const found = computed('changepoint', [jump], [60], Int32Array.from(jump.keys()));
    expect(found.slice(0, 59).every(Number.isNaN)).toBe(true);
    expect(found[88]).toBeLessThan(0.3);
    expect(found[93]).toBeGreaterThan(0.9);
  });
});

const defaults: Readonly<Record<string, number | string>> = {
  rows: 4,
  number: 2,
  unit: 'usd',
  date: parseDay('2024-01-03'),
};
const all = [...FUNCTIONS.values()];
const anyColumn = fc.array(fc.oneof(fc.double({ min: -50, max: 50, noNaN: true }), fc.constant(NO)), {
  minLength: 40,
  maxLength: 40,
});

describe.each(all.map((one) => [signatureOf(one), one] as const))('%s', (_, one) => {
  const given = one.parameters.map(({ kind, least = 0 }) => {
    const value = defaults[kind]!;
    return typeof value === 'number' && kind === 'rows' ? Math.max(value, least) : value;
  });
  const dates = Int32Array.from({ length: 40 }, (_, t) => parseDay('2024-01-01') + 45 * t);

  it('is told in words', () => {
    for (const text of [one.text, one.unit, one.missing]) expect(text.trim()).not.toBe('');
    expect(one.over.length).toBeGreaterThan(0);
    expect(formatDay(dates[0]!)).toBe('2024-01-01');
  });

  it('never looks ahead, reads no further back than it says, and leaves its input alone', () => {
    fc.assert(
      fc.property(
        fc.array(anyColumn, { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 0, max: 39 }),
        (raw, t) => {
          const columns = one.over.map((_name, k) => Float64Array.from(raw[k]!));
          const before = columns.map((column) => [...column]);
          const whole = one.compute(columns, given, dates);
          expect(whole.length).toBe(40);
          expect(columns.map((column) => [...column])).toEqual(before);
          const cut = one.compute(
            columns.map((column) => column.slice(0, t + 1)),
            given,
            dates.slice(0, t + 1),
          );
          expect(Object.is(cut[t], whole[t])).toBe(true);
          const read = one.rowsRead ? [t, ...one.rowsRead(given, dates, t)] : undefined;
          const changed = columns.map((column) =>
            column.map((value, s) =>
              (read ? !read.includes(s) : s < t - one.reach(given)) ? value + 1 : value,
            ),
          );
          expect(Object.is(one.compute(changed, given, dates)[t], whole[t])).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
