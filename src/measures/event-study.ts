import { z } from 'zod';
import { checkWhole } from '../math/arguments.ts';
import { logGamma, studentTCdf } from '../math/distributions.ts';
import { mean, squaredDeviations, standardDeviation } from '../math/moments.ts';
import { valuesAt } from '../math/values-at.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { windowParam } from './params.ts';

export interface EventWindow {
  /** Rows of the estimation window, L1. */
  readonly estimation: number;
  /** Rows between the estimation window and the event window. */
  readonly gap: number;
  /** First and last row of the event window, relative to the event. */
  readonly window: readonly [first: number, last: number];
}

export interface StudyEvent {
  /** Returns of the asset, T values. */
  readonly returns: Float64Array;
  /** Row of the event. */
  readonly row: number;
}

/** Why an event cannot be used. */
export type DropReason =
  | 'outside-the-rows'
  | 'missing-day'
  | 'insufficient-data'
  | 'constant-market'
  | 'no-residual';

export interface AbnormalReturns {
  /** Place of the event in the list given. */
  readonly index: number;
  readonly alpha: number;
  readonly beta: number;
  /** Residual variance RSS/(L1 − 2). */
  readonly residualVariance: number;
  /** Complete rows of the estimation window. */
  readonly estimationRows: number;
  /** AR = r − α − β·m, one value a row of the event window. */
  readonly abnormal: Float64Array;
  /** SAR = AR/√C, C = σ²·(1 + 1/L1 + (m − m̄)²/Sxx). */
  readonly standardised: Float64Array;
  /** Σ AR over the event window. */
  readonly cumulative: number;
}

export interface EventStudy {
  readonly events: readonly AbnormalReturns[];
  readonly dropped: readonly { readonly index: number; readonly reason: DropReason }[];
  /** Mean abnormal return of each row of the window, and its running sum; NaN without an event. */
  readonly average: Float64Array;
  readonly cumulativeAverage: Float64Array;
  /** Mean AR over its cross-sectional standard error, ddof 1; NaN below two events or when all are the same. */
  readonly crossSectionT: Float64Array;
  /** Patell's Z: Σ SAR / √(Σ (L1 − 2)/(L1 − 4)); assumes that the event adds no variance. */
  readonly patellZ: Float64Array;
  /** Boehmer, Musumeci & Poulsen's t: mean SAR over its cross-sectional standard error. */
  readonly bmpT: Float64Array;
  /** Mean cumulative abnormal return over its cross-sectional standard error, and its two-sided p with n − 1 degrees of freedom. */
  readonly cumulativeT: number;
  readonly cumulativeP: number;
  /** Events with a cumulative abnormal return below 0. */
  readonly negative: number;
  /** Pr(at least that many of n | ½): one-sided sign test; NaN without an event. */
  readonly signTestP: number;
  /** True when event windows share rows: the abnormal returns are then correlated and the tests reject too often (Kolari & Pynnönen 2010). */
  readonly overlapping: boolean;
}

/** Fewest complete rows from which a market model is estimated. */
const LEAST_ROWS = 30;

/**
 * Abnormal returns of events against a market model, and whether they differ from 0.
 * r = α + β·m + ε by least squares on rows [e + a − gap − L1, e + a − gap), with e the event's row and a the first row of its window
 *
 * `market` and each event's returns are T values in the same order of time, fractions. NaN rows of the estimation window are left out; the
 * event is dropped, with its reason, when a day of its window is missing, fewer than 30 rows are complete (or L1 when that is less), the
 * market did not move, or the model leaves no residual.
 * @throws RangeError when a length or row number is not allowed: L1 below 5, a negative gap, a window that ends before it starts, returns of
 * another length than the market.
 * @see MacKinlay (1997), Event studies in economics and finance, J. Economic Literature 35, 13–39; Patell (1976); Boehmer, Musumeci & Poulsen
 * (1991), J. Financial Economics 30, 253–272; Brown & Warner (1985), J. Financial Economics 14, 3–31.
 */
export function eventStudy(
  market: Float64Array,
  events: readonly StudyEvent[],
  options: EventWindow,
): EventStudy {
  checkStudy(market, events, options);
  const results = events.map((event, index) => abnormalReturns(market, event, index, options));
  const used = results.filter((result) => 'abnormal' in result);
  const dropped = results.filter((result) => 'reason' in result);
  const rows = options.window[1] - options.window[0] + 1;
  const cumulative = Float64Array.from(used, (event) => event.cumulative);
  const average = acrossEvents(rows, used, 'abnormal', mean);
  const cumulativeT = tStatistic(cumulative);
  const negative = cumulative.filter((car) => car < 0).length;
  const scale = Math.sqrt(used.reduce((sum, { estimationRows: n }) => sum + (n - 2) / (n - 4), 0));
  return {
    events: used,
    dropped,
    average,
    cumulativeAverage: runningSum(average),
    crossSectionT: acrossEvents(rows, used, 'abnormal', tStatistic),
    patellZ: acrossEvents(rows, used, 'standardised', (values) => (mean(values) * values.length) / scale),
    bmpT: acrossEvents(rows, used, 'standardised', tStatistic),
    cumulativeT,
    cumulativeP: 2 * studentTCdf(-Math.abs(cumulativeT), used.length - 1),
    negative,
    signTestP: signTest(negative, used.length),
    overlapping: overlap(
      used.map(({ index }) => events[index]!.row),
      rows,
    ),
  };
}

function abnormalReturns(
  market: Float64Array,
  { returns, row }: StudyEvent,
  index: number,
  { estimation, gap, window: [first, last] }: EventWindow,
): AbnormalReturns | { index: number; reason: DropReason } {
  const to = row + first - gap;
  const from = to - estimation;
  if (from < 0 || row + last >= market.length || row + first < 0)
    return { index, reason: 'outside-the-rows' };
  const inWindow = (values: Float64Array) => values.subarray(row + first, row + last + 1);
  const [r, m] = [inWindow(returns), inWindow(market)];
  if (![...r, ...m].every(Number.isFinite)) return { index, reason: 'missing-day' };
  const model = marketModel(market, returns, from, to);
  if (typeof model === 'string') return { index, reason: model };
  const abnormal = r.map((value, t) => value - model.alpha - model.beta * m[t]!);
  const { rows, centre, squares, residualVariance } = model;
  const standardised = abnormal.map((ar, t) => {
    return ar / Math.sqrt(residualVariance * (1 + 1 / rows + (m[t]! - centre) ** 2 / squares));
  });
  return {
    index,
    alpha: model.alpha,
    beta: model.beta,
    residualVariance,
    estimationRows: rows,
    abnormal,
    standardised,
    cumulative: abnormal.reduce((sum, ar) => sum + ar, 0),
  };
}

interface MarketModel {
  readonly alpha: number;
  readonly beta: number;
  readonly residualVariance: number;
  readonly rows: number;
  /** Mean and sum of squared deviations of the market. */
  readonly centre: number;
  readonly squares: number;
}

function marketModel(
  market: Float64Array,
  returns: Float64Array,
  from: number,
  to: number,
): MarketModel | DropReason {
  const complete: number[] = [];
  for (let t = from; t < to; t++) {
    if (Number.isFinite(market[t]!) && Number.isFinite(returns[t]!)) complete.push(t);
  }
  const rows = complete.length;
  if (rows < Math.min(LEAST_ROWS, to - from)) return 'insufficient-data';
  const x = valuesAt(market, complete);
  const y = valuesAt(returns, complete);
  const [centre, level] = [mean(x), mean(y)];
  const squares = squaredDeviations(x, 0, rows);
  if (squares <= 1e-20 * (rows - 1) * Math.max(1, centre * centre)) return 'constant-market';
  let products = 0;
  for (let t = 0; t < rows; t++) products += (x[t]! - centre) * (y[t]! - level);
  const beta = products / squares;
  let rss = 0;
  for (let t = 0; t < rows; t++) rss += (y[t]! - level - beta * (x[t]! - centre)) ** 2;
  if (rss <= 1e-24 * squaredDeviations(y, 0, rows) || rss === 0) return 'no-residual';
  return { alpha: level - beta * centre, beta, residualVariance: rss / (rows - 2), rows, centre, squares };
}

function acrossEvents(
  rows: number,
  events: readonly AbnormalReturns[],
  of: 'abnormal' | 'standardised',
  statistic: (values: Float64Array) => number,
): Float64Array {
  return Float64Array.from({ length: rows }, (_, t) =>
    statistic(Float64Array.from(events, (event) => event[of][t]!)),
  );
}

function tStatistic(values: Float64Array): number {
  const deviation = standardDeviation(values);
  return deviation > 0 ? mean(values) / (deviation / Math.sqrt(values.length)) : Number.NaN;
}

function runningSum(values: Float64Array): Float64Array {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}

/** Pr(X ≥ k), X binomial (n, ½). NaN for n = 0. */
function signTest(k: number, n: number): number {
  if (n === 0) return Number.NaN;
  let sum = 0;
  for (let j = n; j >= k; j--) {
    sum += Math.exp(logGamma(n + 1) - logGamma(j + 1) - logGamma(n - j + 1) - n * Math.LN2);
  }
  return Math.min(1, sum);
}

function overlap(rows: readonly number[], length: number): boolean {
  const sorted = [...rows].sort((a, b) => a - b);
  return sorted.some((row, k) => k > 0 && row - sorted[k - 1]! < length);
}

function checkStudy(
  market: Float64Array,
  events: readonly StudyEvent[],
  { estimation, gap, window }: EventWindow,
): void {
  checkWhole('estimation rows', estimation, 5);
  checkWhole('gap', gap, 0);
  const [first, last] = window;
  if (!Number.isInteger(first) || !Number.isInteger(last) || last < first) {
    throw new RangeError(`an event window is two whole numbers in order, came ${first} and ${last}`);
  }
  for (const { returns, row } of events) {
    checkWhole('row of an event', row, 0);
    if (returns.length !== market.length) {
      throw new RangeError(`returns must have ${market.length} rows like the market, came ${returns.length}`);
    }
  }
}

const params = z.object({
  estimation: windowParam(120, [30, 1260], 'L1, rows of the market model'),
  gap: z.number().int().min(0).max(60).default(10).meta({
    unit: 'rows',
    description: 'rows between the market model and the day, so that an approach to the event is not in it',
  }),
});

/**
 * Standardised abnormal return of every row taken as an event: SAR of `eventStudy` with the window [0, 0], the first column the market, the
 * second the asset. NaN on the first L1 + gap rows, on a row with a hole, and where `eventStudy` drops the event.
 */
export const abnormalReturn: Measure<typeof params> = {
  id: 'abnormal-return',
  title: { 'zh-Hans': '标准化异常收益', 'zh-Hant': '標準化異常報酬', en: 'Standardised abnormal return' },
  group: 'move',
  unit: 'sigma',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  input: 'changes',
  columns: [2, 2],
  formula:
    'SAR_t = (r_t − α − β m_t) / sqrt(σ²(1 + 1/L1 + (m_t − m̄)²/Sxx)); α, β, σ² = RSS/(L1 − 2) by least squares on rows t−gap−L1 … t−gap−1; m the first column, r the second',
  reading:
    'Move of the asset that the market’s move does not explain, in standard errors of the forecast: 0 as usual, ±3 an event of its own. Tails are fatter than normal, so 3 is less rare than it looks.',
  params,
  source: {
    citation:
      'MacKinlay (1997), Event studies in economics and finance, J. Economic Literature 35; Patell (1976), J. Accounting Research 14(2)',
  },
  warmUp: ({ estimation, gap }) => estimation + gap,
  compute(panel, { estimation, gap }) {
    const [market, returns] = columnsOf(panel, this) as [Float64Array, Float64Array];
    return Float64Array.from(returns, (_, row) => {
      const found = abnormalReturns(market, { returns, row }, 0, { estimation, gap, window: [0, 0] });
      return 'abnormal' in found ? found.standardised[0]! : Number.NaN;
    });
  },
};
