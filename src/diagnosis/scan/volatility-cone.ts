import type { FigureMaker } from '../../data/figure.ts';
import type { Series } from '../../data/observation.ts';
import { type EpochDay, formatDay, parseDay } from '../../data/time.ts';
import type { View } from '../../data/view.ts';
import { quantileOfSorted } from '../../math/quantile.ts';
import { empiricalCdf } from '../../math/rank.ts';
import { valuesAt } from '../../math/values-at.ts';
import { type Bars, withoutBadTicks } from '../../measures/bars.ts';
import { yangZhangVariance } from '../../measures/range-volatility.ts';
import { annualVolatility, logReturns } from '../../measures/realised-volatility.ts';
import { beside, type History, measured } from '../history.ts';
import type { ScanAnswer } from './answer.ts';
import { rowsPerYear } from './change.ts';
import { figureOf, type Subject, windowOf } from './maker.ts';

/** Prices whose volatility is shown against its own history. */
export const CONED = ['btc-usd', 'sp500', 'gold-front', 'silver-front'] as const;

const WINDOWS = [10, 30, 60, 120] as const;

/** Window of the comparison with crises and of the range estimator. */
const CRISIS_ROWS = 30;

/** Volatilities without which a quantile or a rank says nothing. */
const RANKED = 252;

/** From the first day of the month to the end of the last 30-session window that still began in it. */
const CRISES = [
  { crisis: '2008-10', from: parseDay('2008-10-01'), to: parseDay('2008-12-12') },
  { crisis: '2020-03', from: parseDay('2020-03-01'), to: parseDay('2020-05-13') },
] as const;

type Cone = ScanAnswer['volatilityCones'][number];

/** S1.08: close-to-close and Yang–Zhang volatility, its cone over four windows, and the peaks of two crises. */
export async function volatilityCones(
  view: View,
  histories: ReadonlyMap<string, History>,
  figure: FigureMaker,
): Promise<ScanAnswer['volatilityCones']> {
  const shown = CONED.flatMap((id) => histories.get(id) ?? []).filter(({ last }) => last >= 1);
  const opens = shown.map(({ id }) => `${id}.open`).filter((id) => view.entry(id) !== undefined);
  const series = await view.seriesMany(opens);
  return shown.map((history) => coneOf({ history, figure, flags: [] }, series.get(`${history.id}.open`)));
}

/** Measured log returns with the rows they are of: a row whose change crosses two sources has none. */
interface Returns {
  readonly rows: Int32Array;
  readonly values: Float64Array;
}

function returnsOf({ values, changes }: History): Returns {
  const all = logReturns(values);
  const rows = Int32Array.from([...all.keys()].filter((t) => !Number.isNaN(all[t]! + changes[t]!)));
  return { rows, values: valuesAt(all, rows) };
}

function coneOf(subject: Subject, open: Series | undefined): Cone {
  const { history } = subject;
  const returns = returnsOf(history);
  const perYear = rowsPerYear(history.entry);
  const paths = new Map(WINDOWS.map((n) => [n, annualVolatility(returns.values, n, perYear)]));
  return {
    series: history.id,
    ...rangeVolatility(subject, open, perYear),
    windows: WINDOWS.map((n) => windowBlock(subject, returns, paths.get(n)!, n)),
    crises: CRISES.map((one) => crisisBlock(subject, returns, paths.get(CRISIS_ROWS)!, one)),
  };
}

function windowBlock(
  subject: Subject,
  { rows }: Returns,
  path: Float64Array,
  sessions: number,
): Cone['windows'][number] {
  const { history } = subject;
  const params = { window: sessions, daysPerYear: rowsPerYear(history.entry) };
  const known = path.subarray(Math.min(sessions - 1, path.length));
  const sorted = known.slice().sort();
  const enough = sorted.length >= RANKED;
  // Volatility of a session whose own change is not measured would be that of an earlier one.
  const now = rows.at(-1) === history.last ? (known.at(-1) ?? Number.NaN) : Number.NaN;
  const whole = windowOf(history, 0, history.last);
  const figure = (name: string, value: number, formula: string, extra: Record<string, number> = {}) =>
    figureOf(subject, `cone.${sessions}.${name}`, {
      value,
      unit: name === 'percentile' ? 'fraction' : 'fraction-per-year',
      formula,
      params: { ...params, ...extra },
      window: whole,
      why:
        name === 'now'
          ? `fewer than ${sessions} changes, or the latest is not measured`
          : `fewer than ${RANKED} earlier volatilities, or the latest is not measured`,
    });
  const quantile = (name: string, p: number) =>
    figure(name, enough ? quantileOfSorted(sorted, p) : Number.NaN, 'volatility-quantile', { p });
  const peak = rowOfMaximum(known);
  return {
    sessions,
    now: figure('now', now, 'realised-volatility'),
    percentile: figure(
      'percentile',
      enough ? empiricalCdf(known, now) : Number.NaN,
      'volatility-percentile',
      { atLeast: RANKED },
    ),
    min: quantile('min', 0),
    low: quantile('low', 0.1),
    median: quantile('median', 0.5),
    high: quantile('high', 0.9),
    max: quantile('max', 1),
    maxDate: enough ? formatDay(history.dates[rows[peak + sessions - 1]!]!) : null,
  };
}

/** First row of the highest value; −1 of none. */
function rowOfMaximum(values: Float64Array): number {
  let best = -1;
  for (let row = 0; row < values.length; row++) if (best < 0 || values[row]! > values[best]!) best = row;
  return best;
}

interface Crisis {
  readonly crisis: Cone['crises'][number]['crisis'];
  readonly from: EpochDay;
  readonly to: EpochDay;
}

function crisisBlock(
  subject: Subject,
  { rows }: Returns,
  path: Float64Array,
  { crisis, from, to }: Crisis,
): Cone['crises'][number] {
  const { history } = subject;
  const { dates, last } = history;
  let peak = -1;
  for (let k = CRISIS_ROWS - 1; k < path.length; k++) {
    const day = dates[rows[k]!]!;
    if (day >= from && day <= to && (peak < 0 || path[k]! > path[peak]!)) peak = k;
  }
  const now = rows.at(-1) === last ? (path.at(-1) ?? Number.NaN) : Number.NaN;
  // A history that begins inside the crisis, or ends inside it, has not seen its peak.
  const covered = peak >= 0 && dates[rows[CRISIS_ROWS - 1]!]! <= from && dates[last]! >= to;
  const value = covered ? path[peak]! : Number.NaN;
  const params = {
    window: CRISIS_ROWS,
    daysPerYear: rowsPerYear(history.entry),
    from: formatDay(from),
    to: formatDay(to),
  };
  const why = `the history does not hold all of ${formatDay(from)} to ${formatDay(to)}`;
  return {
    crisis,
    peak: figureOf(subject, `cone.crisis.${crisis}.peak`, {
      value,
      unit: 'fraction-per-year',
      formula: 'volatility-crisis-peak',
      params,
      ...(covered ? { closes: { P_t: rows[peak]! } } : {}),
      why,
    }),
    date: covered ? formatDay(dates[rows[peak]!]!) : null,
    ratio: figureOf(subject, `cone.crisis.${crisis}.ratio`, {
      value: now / value,
      unit: 'ratio',
      formula: 'volatility-crisis-ratio',
      params,
      closes: { P_t: last },
      why: covered ? `fewer than ${CRISIS_ROWS} changes, or the latest is not measured` : why,
    }),
  };
}

function rangeVolatility(
  subject: Subject,
  open: Series | undefined,
  perYear: number,
): Pick<Cone, 'yangZhang' | 'yangZhangPercentile'> {
  const { history } = subject;
  const path = yangZhangVariance(wholeBars(history, open), CRISIS_ROWS).map((v) =>
    Math.sqrt(perYear * Math.max(0, v)),
  );
  const now = path.at(-1) ?? Number.NaN;
  const known = measured(path).length;
  const shared = {
    params: { window: CRISIS_ROWS, daysPerYear: perYear },
    beside: open ? ['open', 'high', 'low'].map((field) => `${history.id}.${field}`) : [],
    window: windowOf(history, 0, history.last),
  };
  return {
    yangZhang: figureOf(subject, 'volatility.yang-zhang', {
      value: now,
      unit: 'fraction-per-year',
      formula: 'yang-zhang-volatility',
      ...shared,
      why: `one of the last ${CRISIS_ROWS + 1} bars is not whole`,
    }),
    yangZhangPercentile: figureOf(subject, 'volatility.yang-zhang-percentile', {
      value: known >= RANKED ? empiricalCdf(path, now) : Number.NaN,
      unit: 'fraction',
      formula: 'yang-zhang-percentile',
      ...shared,
      why: `fewer than ${RANKED} earlier volatilities, or the latest is not measured`,
    }),
  };
}

/** Bars without impossible ones, and without an open that follows the close of another source. */
function wholeBars({ values, high, low, changes, times }: History, open: Series | undefined): Bars {
  const none = () => new Float64Array(values.length).fill(Number.NaN);
  const opens = open ? beside({ times }, open) : none();
  for (let row = 1; row < opens.length; row++) if (Number.isNaN(changes[row]!)) opens[row] = Number.NaN;
  return withoutBadTicks({ open: opens, high: high ?? none(), low: low ?? none(), close: values });
}
