import type { Figure } from '../../data/figure.ts';
import { formatDay } from '../../data/time.ts';
import { mean } from '../../math/moments.ts';
import { empiricalCdf } from '../../math/rank.ts';
import { rollingMean } from '../../math/rolling.ts';
import { annualVolatility, logReturns } from '../../measures/realised-volatility.ts';
import { type History, measured } from '../history.ts';
import type { ScanInstrument } from './answer.ts';
import { bearMarkets } from './bear.ts';
import { rowsPerYear } from './change.ts';
import { figureOf, levelOf, levelUnit, type Subject, windowOf } from './maker.ts';

const VOLATILITY_ROWS = 30;
const VOLATILITIES_RANKED = 252;
const VOLUME_ROWS = 20;

/** Fall from the highest close and from the highest high of the history. */
export function drawdownBlock(subject: Subject): ScanInstrument['drawdown'] {
  const { history } = subject;
  const { last, dates, values } = history;
  const peak = rowOfHighest(values);
  const price = history.entry.transform === 'price';
  const window = windowOf(history, 0, last);
  const underWater = figureOf(subject, 'drawdown.sessions', {
    value: last - peak,
    unit: 'count',
    formula: 'sessions-since-peak',
    closes: { P_peak: peak, P_t: last },
  });
  return {
    fromClose: figureOf(subject, 'drawdown.from-close', {
      value: fallFrom(values[peak]!, history),
      unit: price ? 'fraction' : levelUnit(history),
      formula: price ? 'drawdown-from-close' : 'drawdown-difference',
      closes: { P_peak: peak, P_t: last },
      window,
      why: 'the peak is not positive',
    }),
    peakCloseDate: formatDay(dates[peak]!),
    peakClose: levelOf(subject, 'drawdown.peak-close', {
      value: values[peak]!,
      formula: 'highest-close',
      closes: { P_peak: peak },
      window,
    }),
    ...(price && history.high ? fromHigh(subject, history.high) : {}),
    daysUnderWater: underWater,
  };
}

function fromHigh(subject: Subject, high: Float64Array) {
  const { history } = subject;
  // A dropped high leaves its close as the least that the session reached.
  const reached = history.values.map((close, row) => (high[row]! >= close ? high[row]! : close));
  const peak = rowOfHighest(reached);
  const isHigh = reached[peak] === high[peak];
  const named = isHigh ? { bars: { H_peak: ['high', peak] as const } } : {};
  const window = windowOf(history, 0, history.last);
  return {
    fromHigh: figureOf(subject, 'drawdown.from-high', {
      value: fallFrom(reached[peak]!, history),
      unit: 'fraction',
      formula: 'drawdown-from-high',
      closes: isHigh ? { P_t: history.last } : { H_peak: peak, P_t: history.last },
      ...named,
      window,
      why: 'the peak is not positive',
    }),
    peakHighDate: formatDay(history.dates[peak]!),
    peakHigh: levelOf(subject, 'drawdown.peak-high', {
      value: reached[peak]!,
      formula: 'highest-high',
      ...(isHigh ? named : { closes: { H_peak: peak } }),
      window,
    }),
  };
}

/** First row with the highest value. */
function rowOfHighest(values: Float64Array): number {
  let peak = 0;
  for (let row = 1; row < values.length; row++) if (values[row]! > values[peak]!) peak = row;
  return peak;
}

function fallFrom(peak: number, { values, last, entry }: History): number {
  if (entry.transform !== 'price') return values[last]! - peak;
  return peak > 0 ? values[last]! / peak - 1 : Number.NaN;
}

/** 50- and 200-session averages, and the first close of the present run below each. */
export function averageBlock(subject: Subject): ScanInstrument['averages'] {
  const [fifty, twoHundred] = [averageOf(subject, 50), averageOf(subject, 200)];
  return {
    average50: fifty.average,
    below50Since: fifty.since,
    average200: twoHundred.average,
    below200Since: twoHundred.since,
  };
}

function averageOf(subject: Subject, rows: number): { average: Figure; since: string | null } {
  const { history } = subject;
  const { values, last, dates } = history;
  const path = rollingMean(values, rows);
  let first = last + 1;
  while (first > 0 && values[first - 1]! < path[first - 1]!) first--;
  const average = levelOf(subject, `average-${rows}`, {
    value: path[last]!,
    formula: 'moving-average',
    params: { window: rows },
    ...(last >= rows - 1 ? { window: windowOf(history, last - rows + 1, last) } : {}),
    why: `fewer than ${rows} closes`,
  });
  return { average, since: first > last ? null : formatDay(dates[first]!) };
}

/** Entry date of the bear market the instrument is in; null when in none, and for what is no traded price. */
export function bearBlock({ entry, values, dates }: History): string | null {
  if (entry.transform !== 'price' || entry.assetClass === 'volatility') return null;
  const latest = bearMarkets(values).at(-1);
  return latest && latest.exit === null ? formatDay(dates[latest.entry]!) : null;
}

/** Last date before on which the close stood at or beyond today's: what the move has given back or won. */
export function roundTripBlock({ values, changes, dates, last }: History): string | null {
  const fell = changes[last]! < 0;
  if (!fell && !(changes[last]! > 0)) return null;
  for (let row = last - 1; row >= 0; row--) {
    if (fell ? values[row]! <= values[last]! : values[row]! >= values[last]!) return formatDay(dates[row]!);
  }
  return null;
}

/** Annual close-to-close volatility of the last 30 changes, and its rank in its own history. */
export function volatilityBlock(subject: Subject): ScanInstrument['volatility'] {
  const { history } = subject;
  const price = history.entry.transform === 'price';
  const returns = price ? splicedOut(history, logReturns(history.values)) : history.changes;
  const perYear = rowsPerYear(history.entry);
  const path = annualVolatility(measured(returns), VOLATILITY_ROWS, perYear);
  const latest = Number.isNaN(returns[history.last]!) ? Number.NaN : (path.at(-1) ?? Number.NaN);
  const ranked = path.length - VOLATILITY_ROWS + 1;
  const params = { window: VOLATILITY_ROWS, daysPerYear: perYear };
  return {
    annual: figureOf(subject, 'volatility.annual', {
      value: latest,
      unit: price ? 'fraction-per-year' : levelUnit(history),
      formula: price ? 'realised-volatility' : 'change-volatility',
      params,
      ...(history.last >= VOLATILITY_ROWS
        ? { window: windowOf(history, history.last - VOLATILITY_ROWS, history.last) }
        : {}),
      why: `fewer than ${VOLATILITY_ROWS} changes, or the latest is not measured`,
    }),
    percentile: figureOf(subject, 'volatility.percentile', {
      value: ranked >= VOLATILITIES_RANKED ? empiricalCdf(path, latest) : Number.NaN,
      unit: 'fraction',
      formula: 'volatility-percentile',
      params: { ...params, atLeast: VOLATILITIES_RANKED },
      window: windowOf(history, 0, history.last),
      why: `fewer than ${VOLATILITIES_RANKED} earlier volatilities, or the latest is not measured`,
    }),
  };
}

function splicedOut({ changes }: History, returns: Float64Array): Float64Array {
  return returns.map((value, row) => (Number.isNaN(changes[row]!) ? Number.NaN : value));
}

/** Volume against the mean of the 20 sessions before; undefined where the session has no volume. */
export function volumeBlock(subject: Subject): Figure | undefined {
  const { history } = subject;
  const { volume, last } = history;
  const today = volume?.[last] ?? Number.NaN;
  if (!volume || !(today > 0)) return undefined;
  const before = last >= VOLUME_ROWS ? mean(volume, last - VOLUME_ROWS, last) : Number.NaN;
  return figureOf(subject, 'volume-ratio', {
    value: before > 0 ? today / before : Number.NaN,
    unit: 'ratio',
    formula: 'volume-ratio',
    params: { window: VOLUME_ROWS },
    bars: { V_t: ['volume', last] },
    ...(last >= VOLUME_ROWS ? { window: windowOf(history, last - VOLUME_ROWS, last - 1) } : {}),
    why: `a volume of the ${VOLUME_ROWS} sessions before is missing`,
  });
}
