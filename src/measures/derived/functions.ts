import { civil } from '../../data/calendars/dates.ts';
import {
  agree,
  combine,
  type Dimensions,
  dimensionsName,
  dimensionsOf,
  isPlain,
  plain,
} from '../../data/dimensions.ts';
import { epochDay } from '../../data/time.ts';
import type { Unit } from '../../data/unit.ts';
import { standardDeviation } from '../../math/moments.ts';
import { countAtMost } from '../../math/sorted.ts';
import { welchTest } from '../../math/welch-test.ts';
import { recentChangeProbability } from '../change-point-probability.ts';
import { cumulativeAbnormal } from './abnormal.ts';
import { planeThrough } from './plane.ts';
import { lastScore, lastShare, lineThrough, overRows, slopeError, slopeOf, sumOf } from './rolling.ts';

/** A literal argument: how it is written, and what it must be. */
export interface Parameter {
  readonly name: string;
  /** `rows` and `days`: whole numbers · `date`: 'YYYY-MM-DD', an epoch day when it is read · `unit`: a base unit's name. */
  readonly kind: 'rows' | 'days' | 'number' | 'date' | 'unit';
  readonly least?: number;
}

export type Given = readonly (number | string)[];

/** A function of the formula language: what it takes, what it does to the unit, how far back it reads, and how it is computed. */
export interface FormulaFunction {
  readonly id: string;
  /** Arguments that are series or expressions, by name; they come before the parameters. */
  readonly over: readonly string[];
  readonly parameters: readonly Parameter[];
  /** The formula. */
  readonly text: string;
  /** What happens to the unit, in words, and in fact. */
  readonly unit: string;
  /** NaN policy. */
  readonly missing: string;
  /** @throws RangeError when the quantities do not go together. */
  dimensions(over: readonly Dimensions[], given: Given): Dimensions;
  /** How many rows before t row t reads: the rows t − reach … t. */
  reach(given: Given): number;
  /** The rows that row t reads where they are but a few of those; negative ones do not exist. */
  readonly rowsRead?: (given: Given, dates: Int32Array, t: number) => readonly number[];
  compute(columns: readonly Float64Array[], given: Given, dates: Int32Array): Float64Array;
}

const X = ['x'] as const;
const SAME = 'that of x';
const WARM_UP = 'NaN on the first n − 1 rows and where the window holds a NaN';
const LAGGED = 'NaN on the first n rows and where either value is NaN';
const FRACTION = plain('fraction');

const same = ([x]: readonly Dimensions[]): Dimensions => x!;
const always = (dimensions: Dimensions) => (): Dimensions => dimensions;

function rows(least = 1): readonly Parameter[] {
  return [{ name: 'n', kind: 'rows', least }];
}

function first(given: Given): number {
  return given[0] as number;
}

function together(what: string, [a, b]: readonly Dimensions[]): void {
  if (agree(a!, b!)) return;
  throw new RangeError(`${what} needs one dimension, came ${dimensionsName(a!)} and ${dimensionsName(b!)}`);
}

type Defined = Omit<FormulaFunction, 'id' | 'over' | 'parameters'> &
  Partial<Pick<FormulaFunction, 'over' | 'parameters'>>;

/** A statistic of the last n rows. */
function rolling(
  least: number,
  text: string,
  unit: Pick<FormulaFunction, 'unit' | 'dimensions'>,
  statistic: (columns: readonly Float64Array[], from: number, to: number) => number,
  over: readonly string[] = X,
): Defined {
  return {
    over,
    parameters: rows(least),
    text,
    ...unit,
    missing: WARM_UP,
    reach: (given) => first(given) - 1,
    compute: (columns, given) => overRows(columns, first(given), (from, to) => statistic(columns, from, to)),
  };
}

/** Something of x now and x n rows ago. */
function lagged(
  text: string,
  unit: Pick<FormulaFunction, 'unit' | 'dimensions'>,
  of: (now: number, before: number, days: number) => number,
): Defined {
  return {
    parameters: rows(),
    text,
    ...unit,
    missing: LAGGED,
    reach: first,
    rowsRead: (given, _dates, t) => [t, t - first(given)],
    compute: ([x], given, dates) => {
      const n = first(given);
      return x!.map((now, t) => (t < n ? Number.NaN : of(now, x![t - n]!, dates[t]! - dates[t - n]!)));
    },
  };
}

/** Something of each value by itself. */
function each(
  text: string,
  unit: Pick<FormulaFunction, 'unit' | 'dimensions'>,
  of: (x: number, given: Given) => number,
  parameters: readonly Parameter[] = [],
): Defined {
  return {
    parameters,
    text,
    ...unit,
    missing: 'NaN where x is NaN',
    reach: () => 0,
    compute: ([x], given) => x!.map((value) => of(value, given)),
  };
}

/** Something of x now and x on a base date; NaN before it, so that no row knows what comes after it. */
function sinceBase(
  text: string,
  unit: Pick<FormulaFunction, 'unit' | 'dimensions'>,
  of: (now: number, base: number, days: number) => number,
): Defined {
  return {
    parameters: [{ name: "'YYYY-MM-DD'", kind: 'date' }],
    text,
    ...unit,
    missing: 'NaN before the base, and where x is NaN',
    reach: () => Number.POSITIVE_INFINITY,
    rowsRead: (given, dates, t) => [t, lastRowAt(dates, first(given))],
    compute: ([x], given, dates) => {
      const base = lastRowAt(dates, first(given));
      return x!.map((now, t) =>
        base < 0 || t < base ? Number.NaN : of(now, x![base]!, dates[t]! - dates[base]!),
      );
    },
  };
}

/** Last row at or before a day; −1 when there is none. */
function lastRowAt(dates: Int32Array, day: number): number {
  return countAtMost(dates, day) - 1;
}

/** Most days between the day a year before and the row that stands for it. */
const YEAR_SLACK = 7;

/** Row of a year before row t, by the calendar: where a month was never published, counting twelve rows would be wrong. −1: none. */
function rowYearBefore(dates: Int32Array, t: number): number {
  const day = yearBefore(dates[t]!);
  const row = lastRowAt(dates, day);
  return row >= 0 && day - dates[row]! <= YEAR_SLACK ? row : -1;
}

/** The same day of the year before; 29 February becomes the 28th. */
function yearBefore(day: number): number {
  const [year, month, date] = civil(day);
  return epochDay(year - 1, month, month === 2 && date === 29 ? 28 : date);
}

const DAYS_PER_YEAR = 365.2425;
const PER_YEAR = dimensionsOf('fraction-per-year');
const keeps = { unit: SAME, dimensions: same } as const;
const fraction = { unit: 'fraction', dimensions: always(FRACTION) } as const;
const perYear = { unit: 'fraction-per-year', dimensions: always(PER_YEAR) } as const;

function growth(now: number, before: number): number {
  return before > 0 ? now / before - 1 : Number.NaN;
}

function yearlyGrowth(now: number, before: number, days: number): number {
  return before > 0 && now > 0 && days > 0 ? (now / before) ** (DAYS_PER_YEAR / days) - 1 : Number.NaN;
}

/** A run shorter than this is a recent change, and runs are expected to last a trading year: the defaults of the measure. */
const RECENT = 10;
const MEAN_RUN = 250;

const DEFINED: Readonly<Record<string, Defined>> = {
  lag: {
    parameters: rows(),
    text: 'x_{t−n}',
    ...keeps,
    missing: LAGGED,
    reach: first,
    rowsRead: (given, _dates, t) => [t - first(given)],
    compute: ([x], given) => x!.map((_, t) => x![t - first(given)] ?? Number.NaN),
  },
  change: lagged('x_t − x_{t−n}', keeps, (now, before) => now - before),
  pct: lagged('x_t / x_{t−n} − 1; NaN after a value that is not positive', fraction, growth),
  yearly: lagged(
    '(x_t / x_{t−n})^(365.2425 / days between) − 1; NaN where a value is not positive',
    perYear,
    yearlyGrowth,
  ),
  yoy: {
    parameters: [],
    text: 'x_t / x_s − 1; s the last row on or before the same day of the year before, at most 7 days before it',
    ...perYear,
    missing: 'NaN where there is no such row, where x is NaN, and after a value that is not positive',
    reach: () => Number.POSITIVE_INFINITY,
    rowsRead: (_given, dates, t) => [t, rowYearBefore(dates, t)],
    compute: ([x], _given, dates) =>
      x!.map((now, t) => growth(now, x![rowYearBefore(dates, t)] ?? Number.NaN)),
  },
  cagr: sinceBase(
    '(x_t / x_base)^(365.2425 / days between) − 1, from the last row on or before the date',
    perYear,
    yearlyGrowth,
  ),
  index: sinceBase(
    'x_t / x_base, from the last row on or before the date',
    fraction,
    (now, base) => now / base,
  ),
  sum: rolling(1, 'Σ x_s, s = t−n+1 … t', keeps, ([x], from, to) => sumOf(x!, from, to)),
  mean: rolling(1, '(1/n) Σ x_s, s = t−n+1 … t', keeps, ([x], from, to) => sumOf(x!, from, to) / (to - from)),
  min: rolling(1, 'least of x_{t−n+1} … x_t', keeps, ([x], from, to) => Math.min(...x!.subarray(from, to))),
  max: rolling(1, 'largest of x_{t−n+1} … x_t', keeps, ([x], from, to) => Math.max(...x!.subarray(from, to))),
  cumulative: {
    text: 'Σ x_s, s ≤ t, from the first row',
    ...keeps,
    missing: 'NaN where x is NaN; such a row adds nothing',
    reach: () => Number.POSITIVE_INFINITY,
    compute: ([x]) => {
      let sum = 0;
      return x!.map((value) => {
        if (Number.isNaN(value)) return Number.NaN;
        sum += value;
        return sum;
      });
    },
  },
  z: rolling(
    2,
    '(x_t − m) / s; mean m and deviation s (divisor n − 1) of the last n rows; NaN where they do not vary',
    { unit: 'sigma', dimensions: always(plain('sigma')) },
    ([x], from, to) => lastScore(x!, from, to),
  ),
  percentile: rolling(2, 'share of the last n rows ≤ x_t, which is one of them', fraction, ([x], from, to) =>
    lastShare(x!, from, to),
  ),
  slope: rolling(
    2,
    'least-squares slope of x on the number of the row, last n rows',
    keeps,
    ([x], from, to) => slopeOf(x!, from, to),
  ),
  beta: rolling(
    3,
    'Σ(y − ȳ)(x − x̄) / Σ(x − x̄)², last n rows; NaN where x does not vary',
    { unit: 'that of y over that of x', dimensions: ([y, x]) => combine(y!, x!, -1) },
    ([y, x], from, to) => lineThrough(y!, x!, from, to).slope,
    ['y', 'x'],
  ),
  residual: rolling(
    3,
    'y_t − a − b x_t; a, b by least squares over the last n rows; NaN where x does not vary',
    { unit: 'that of y', dimensions: same },
    ([y, x], from, to) => {
      const { slope, intercept } = lineThrough(y!, x!, from, to);
      return y![to - 1]! - intercept - slope * x![to - 1]!;
    },
    ['y', 'x'],
  ),
  betaerror: rolling(
    3,
    'standard error of beta: √(RSS / (n − 2) / Σ(x − x̄)²), errors taken for equal and uncorrelated',
    { unit: 'that of y over that of x', dimensions: ([y, x]) => combine(y!, x!, -1) },
    ([y, x], from, to) => slopeError(y!, x!, from, to),
    ['y', 'x'],
  ),
  beta3: rolling(
    5,
    'coefficient of x in the least-squares fit of y on a constant, x, u and v, last n rows; NaN where these are dependent',
    { unit: 'that of y over that of x', dimensions: ([y, x]) => combine(y!, x!, -1) },
    (columns, from, to) => planeThrough(columns, from, to).first,
    ['y', 'x', 'u', 'v'],
  ),
  residual3: rolling(
    5,
    'y_t less the least-squares fit of y on a constant, x, u and v, last n rows; NaN where these are dependent',
    { unit: 'that of y', dimensions: same },
    (columns, from, to) => planeThrough(columns, from, to).lastResidual,
    ['y', 'x', 'u', 'v'],
  ),
  deviation: rolling(2, 'standard deviation (divisor n − 1) of the last n rows', keeps, ([x], from, to) =>
    standardDeviation(x!, from, to),
  ),
  shift: {
    parameters: [
      { name: "'from'", kind: 'date' },
      { name: "'YYYY-MM-DD'", kind: 'date' },
    ],
    text: 'Welch’s t: mean of x after the date, less its mean from the first date to that one, over √(s²/n + s²/m); Welch (1947)',
    unit: 'sigma',
    dimensions: always(plain('sigma')),
    missing: 'rows where x is NaN are left out; NaN below two rows on either side',
    reach: () => Number.POSITIVE_INFINITY,
    compute: ([x], given, dates) => {
      const [from, date] = given as readonly [number, number];
      const [start, end] = [lastRowAt(dates, from - 1) + 1, lastRowAt(dates, date) + 1];
      const known = (a: number, b: number) => x!.subarray(a, b).filter(Number.isFinite);
      const before = known(start, Math.max(start, end));
      return x!.map((_, t) => (t < end ? Number.NaN : welchTest(known(end, t + 1), before).t));
    },
  },
  abnormal: {
    over: ['y', 'x'],
    parameters: [
      { name: 'n', kind: 'rows', least: 30 },
      { name: "'YYYY-MM-DD'", kind: 'date' },
    ],
    text: 'Σ (r_s − α − β m_s) from the first row on or after the date to t; returns r of y and m of x, both prices; α, β by least squares over the n rows before; MacKinlay (1997)',
    ...fraction,
    missing:
      'NaN before the date, from the first row without a return on, and where fewer than n rows come before',
    reach: () => Number.POSITIVE_INFINITY,
    compute: ([y, x], given, dates) => {
      const [n, date] = given as readonly [number, number];
      return cumulativeAbnormal(y!, x!, lastRowAt(dates, date - 1) + 1, n);
    },
  },
  streak: {
    text: 'rows in a row, up to t, with the sign of x_t: above zero for rises, below for falls, 0 where x is 0',
    unit: 'count',
    dimensions: always(plain('count')),
    missing: 'NaN where x is NaN, which ends a run',
    reach: () => Number.POSITIVE_INFINITY,
    compute: ([x]) => {
      let run = 0;
      return x!.map((value) => {
        const sign = Math.sign(value);
        run = Math.sign(run) === sign ? run + sign : sign;
        if (!Number.isNaN(value)) return run;
        run = 0;
        return Number.NaN;
      });
    },
  },
  correlation: rolling(
    3,
    'Pearson’s r of the last n rows; NaN where one does not vary',
    fraction,
    ([x, y], from, to) => lineThrough(y!, x!, from, to).correlation,
    ['x', 'y'],
  ),
  contribution: {
    over: ['part', 'total'],
    parameters: rows(),
    text: '(part_t − part_{t−n}) / total_{t−n}: the points that a part gives to the growth of its total',
    unit: 'fraction; part and total in one dimension',
    dimensions: (over) => {
      together('contribution', over);
      return FRACTION;
    },
    missing: LAGGED,
    reach: first,
    rowsRead: (given, _dates, t) => [t, t - first(given)],
    compute: ([part, total], given) =>
      part!.map((now, t) => {
        const before = total![t - first(given)] ?? Number.NaN;
        return before > 0 ? (now - part![t - first(given)]!) / before : Number.NaN;
      }),
  },
  log: each(
    'natural logarithm; NaN where x ≤ 0',
    {
      unit: 'fraction; x must be a plain number, such as a ratio of two prices',
      dimensions: ([x]) => {
        if (isPlain(x!)) return FRACTION;
        throw new RangeError(`log needs a plain number, came ${dimensionsName(x!)}`);
      },
    },
    (x) => (x > 0 ? Math.log(x) : Number.NaN),
  ),
  abs: each('|x_t|', keeps, Math.abs),
  above: each(
    '1 where x_t > c, else 0; c in the base unit of x',
    fraction,
    (x, given) => above(x, first(given)),
    [{ name: 'c', kind: 'number' }],
  ),
  changepoint: {
    parameters: rows(20),
    text: 'Pr(a change of mean or variance within the last 10 rows | x_1 … x_t), standardised by the first n rows; Adams & MacKay (2007)',
    ...fraction,
    missing: 'NaN on the first n − 1 rows, where x is NaN, and where the first rows do not vary',
    reach: () => Number.POSITIVE_INFINITY,
    compute: ([x], given) =>
      recentChangeProbability(x!, { train: first(given), meanRun: MEAN_RUN, recent: RECENT }),
  },
  as: each(
    'x_t, stated to be in that unit: a price a piece times a number of pieces',
    { unit: 'the one stated', dimensions: (_, given) => dimensionsOf(given[0] as Unit) },
    (x) => x,
    [{ name: '"unit"', kind: 'unit' }],
  ),
};

function above(x: number, c: number): number {
  return Number.isNaN(x) ? Number.NaN : Number(x > c);
}

/** Functions over columns, by name. What reads a series or the world of units itself (`last`, `amount`) stands in `compile.ts`. */
export const FUNCTIONS: ReadonlyMap<string, FormulaFunction> = new Map(
  Object.entries(DEFINED).map(([id, one]) => [id, { over: X, parameters: [], ...one, id }]),
);

/** How a function is written: `mean(x, n)`. */
export function signatureOf({
  id,
  over,
  parameters,
}: Pick<FormulaFunction, 'id' | 'over' | 'parameters'>): string {
  return `${id}(${[...over, ...parameters.map(({ name }) => name)].join(', ')})`;
}
