import { z } from 'zod';
import type { Figure } from '../../../../data/figure.ts';
import { changes } from '../../../../data/panel.ts';
import { epochDay, formatDay } from '../../../../data/time.ts';
import type { View } from '../../../../data/view.ts';
import { standardDeviation } from '../../../../math/moments.ts';
import { valuesAt } from '../../../../math/values-at.ts';
import { pearson } from '../../../../measures/correlation.ts';
import { fisherInterval } from '../../../../measures/fisher-interval.ts';
import { volatilityAdjusted } from '../../../../measures/forbes-rigobon.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { trailingScale } from '../../../scan/trailing-scale.ts';
import { type Draw, dayAt, drawing, pointsOf, spanOf } from '../../drawing.ts';
import { explainPart } from '../../part.ts';
import { havenReturns, seriesBehind } from '../returns.ts';
import {
  correlationBand,
  dccPath,
  differenceBand,
  ewmaPath,
  levelBefore,
  type Pair,
  rollingPath,
} from './correlation-paths.ts';
import { correlationRegimes, type Regime } from './correlation-regimes.ts';
import { TECHNOLOGY_CORRELATION_FORMULAS } from './technology-correlation-formulas.ts';

const COIN = 'btc-usd';
const TECHNOLOGY = 'nasdaq-100';
const SERIES = [...seriesBehind(COIN), TECHNOLOGY];

/** Rows are taken from here, so that every path has a value at the start of 2015. */
const FROM = epochDay(2014, 7, 1);
const SINCE = epochDay(2015, 1, 1);
const SHORT = 30;
const LONG = 90;
/** Sessions after which EWMA and DCC have all but forgotten an episode. */
const MEMORY = 60;
const LEAST_RANKED = 250;
const LEVEL = 0.9;
const STEP = 5;
const POINTS = 520;

const METHODS = ['rolling-30', 'rolling-90', 'ewma', 'dcc'] as const;
export type CorrelationMethod = (typeof METHODS)[number];

const path = z.array(z.number().nullable());
const schema = z.object({
  /** Latest session with both returns; null: none. */
  date: isoDay.nullable(),
  readings: z.array(
    z.object({
      method: z.enum(METHODS),
      correlation: figureSchema,
      percentile: figureSchema,
      /** Latest session of an earlier episode on which it crossed the present level; null: never since 2015. */
      lastAt: isoDay.nullable(),
      /** Where it never did: the present level is beyond all earlier ones. */
      extreme: z.enum(['highest', 'lowest']).nullable(),
    }),
  ),
  /** The last 90 sessions beside the 90 before. */
  change: z.object({ before: figureSchema, difference: figureSchema, adjusted: figureSchema }),
  /** Stretches of one correlation since 2015, oldest first. */
  regimes: z.array(z.object({ from: isoDay, to: isoDay, correlation: figureSchema })),
  /** How bitcoin was cut: sessions at the New York close and by UTC day since 2015, and the correlation by UTC days alone. */
  alignment: z.object({ atClose: z.number().int(), byUtcDay: z.number().int(), utc: figureSchema }),
  series: z.object({ dates: z.array(isoDay), short: path, long: path, dcc: path, regime: path }),
});

/** How closely bitcoin moves with technology, how rare that is, when it was last so, and whether it changed. */
export const technologyCorrelation = explainPart({
  id: 'technology-correlation',
  title: {
    'zh-Hans': '比特币与纳斯达克100的相关性',
    'zh-Hant': '比特幣與那斯達克100的相關性',
    en: 'Correlation of bitcoin with the Nasdaq-100',
  },
  series: SERIES,
  schema,
  formulas: TECHNOLOGY_CORRELATION_FORMULAS,
  covers: (asset) => asset === COIN || asset === TECHNOLOGY,
  async compute({ view, figure }) {
    const sample = await sampleOf(view);
    const { dates, pair } = sample;
    const draw = drawing(figure, SERIES);
    const paths = {
      'rolling-30': rollingPath(pair, SHORT),
      'rolling-90': rollingPath(pair, LONG),
      ewma: ewmaPath(pair),
      dcc: dccPath(pair),
    };
    const regimes = correlationRegimes(
      [sample.ranked(pair[0]), sample.ranked(pair[1])],
      [sample.ranked(sample.scales[0]), sample.ranked(sample.scales[1])],
    );
    return {
      date: dayAt(dates, dates.length - 1),
      readings: METHODS.map((method) => readingOf(method, paths[method], sample, draw)),
      change: changeOf(sample, draw),
      regimes: regimes.map((one, k) => regimeOf(one, k, sample, draw)),
      alignment: alignmentOf(sample, draw),
      series: seriesOf(paths, regimes, sample),
    };
  },
});

interface Sample {
  readonly dates: Int32Array;
  /** Bitcoin and technology. */
  readonly pair: Pair;
  readonly scales: Pair;
  /** Bitcoin by UTC days, NaN where not measured. */
  readonly utcDays: Float64Array;
  /** Whether bitcoin was cut at the New York close. */
  readonly cut: readonly boolean[];
  /** First row since 2015, and the rows from there on. */
  readonly first: number;
  ranked(values: Float64Array): Float64Array;
}

/** Sessions since July 2014 on which both returns and their scales are measured. */
async function sampleOf(view: View): Promise<Sample> {
  const returns = await havenReturns(view);
  const { dates } = returns;
  const panel =
    dates.length === 0
      ? undefined
      : await view.panel({
          ids: [TECHNOLOGY],
          from: dates[0]!,
          to: dates.at(-1)!,
          join: { calendar: 'new-york' },
        });
  const technology = panel ? changes(panel.columns[0]!) : new Float64Array(0);
  const coin = returns.of(COIN);
  const columns = [coin, technology, trailingScale(coin, 126, 60), trailingScale(technology, 126, 60)];
  const rows = Int32Array.from(
    [...dates.keys()].filter(
      (t) => dates[t]! >= FROM && columns.every((column) => Number.isFinite(column[t]!)),
    ),
  );
  const [x, y, sx, sy] = columns.map((column) => valuesAt(column, rows)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const cut = returns.cutAtClose(COIN);
  const known = dates.length === 0 ? rows : Int32Array.from(rows, (t) => dates[t]!);
  const found = known.findIndex((day) => day >= SINCE);
  const first = found < 0 ? known.length : found;
  return {
    dates: known,
    pair: [x, y],
    scales: [sx, sy],
    utcDays: valuesAt(returns.ofUtcDays(COIN), rows),
    cut: Array.from(rows, (t) => !Number.isNaN(cut[t]!)),
    first,
    ranked: (values) => values.subarray(first),
  };
}

function few(sessions: number): string {
  return `fewer than ${sessions} sessions with bitcoin and the Nasdaq-100`;
}

const NO_DCC = 'DCC-GARCH needs 500 sessions with bitcoin and the Nasdaq-100, or did not converge';

/** What each method looks back on, how long an episode lasts for it, and why it may have no value. */
const ABOUT = {
  'rolling-30': { formula: 'btc-technology-rolling', sessions: SHORT, gap: SHORT, why: few(SHORT) },
  'rolling-90': { formula: 'btc-technology-rolling', sessions: LONG, gap: LONG, why: few(LONG) },
  ewma: { formula: 'btc-technology-ewma', sessions: undefined, gap: MEMORY, why: few(50) },
  dcc: { formula: 'btc-technology-dcc', sessions: undefined, gap: MEMORY, why: NO_DCC },
} as const;

function lastRows([x, y]: Pair, from: number, to?: number): Pair {
  return [x.subarray(from, to), y.subarray(from, to)];
}

function readingOf(method: CorrelationMethod, path: Float64Array, sample: Sample, draw: Draw) {
  const { formula, sessions, gap, why } = ABOUT[method];
  const { dates, pair } = sample;
  const last = dates.length - 1;
  const now = path[last] ?? Number.NaN;
  const ranked = sample.ranked(path).filter((r) => !Number.isNaN(r));
  const before = levelBefore(sample.ranked(path), gap);
  const banded = sessions !== undefined && !Number.isNaN(now);
  return {
    method,
    correlation: draw(`${method}.correlation`, now, 'ratio', formula, {
      ...(sessions === undefined ? {} : { params: { sessions } }),
      ...(banded ? spanOf(dates, last - sessions + 1, last) : {}),
      ...(banded
        ? {
            band: {
              ...bandIn(correlationBand(lastRows(pair, -sessions), LEVEL)),
            },
          }
        : {}),
      why,
    }),
    percentile: draw(
      `${method}.percentile`,
      Number.isNaN(now) || ranked.length < LEAST_RANKED
        ? Number.NaN
        : ranked.filter((r) => r <= now).length / ranked.length,
      'fraction',
      'btc-technology-percentile',
      { ...(ranked.length > 0 ? { params: { sessions: ranked.length } } : {}), why: few(LEAST_RANKED) },
    ),
    lastAt: before.row === undefined ? null : dayAt(dates, sample.first + before.row),
    extreme: before.extreme ?? null,
  };
}

function bandIn({ low, high }: { readonly low: number; readonly high: number }) {
  return { low, high, level: LEVEL, how: 'stationary bootstrap' };
}

function changeOf({ dates, pair }: Sample, draw: Draw) {
  const last = dates.length - 1;
  const enough = dates.length >= 2 * LONG;
  const [before, now] = [lastRows(pair, -2 * LONG, -LONG), lastRows(pair, -LONG)];
  const [earlier, later] = enough ? [pearson(...before), pearson(...now)] : [Number.NaN, Number.NaN];
  const rise = enough ? (standardDeviation(now[1]) / standardDeviation(before[1])) ** 2 - 1 : Number.NaN;
  const rest = { why: few(2 * LONG), ...(enough ? spanOf(dates, last - 2 * LONG + 1, last) : {}) };
  return {
    before: draw('change.before', earlier, 'ratio', 'btc-technology-rolling', {
      params: { sessions: LONG },
      ...rest,
      ...(enough
        ? {
            ...spanOf(dates, last - 2 * LONG + 1, last - LONG),
            band: bandIn(correlationBand(before, LEVEL)),
          }
        : {}),
    }),
    difference: draw('change.difference', later - earlier, 'ratio', 'btc-technology-rise', {
      ...rest,
      ...(enough ? { band: bandIn(differenceBand(before, now, LEVEL)) } : {}),
    }),
    adjusted: draw('change.adjusted', volatilityAdjusted(later, rise), 'ratio', 'btc-technology-adjusted', {
      ...(enough ? { params: { delta: rise } } : {}),
      ...rest,
    }),
  };
}

function regimeOf({ from, to, correlation }: Regime, k: number, { dates, first }: Sample, draw: Draw) {
  const n = to - from + 1;
  const [low, high] = fisherInterval(correlation, n, LEVEL);
  return {
    from: formatDay(dates[first + from]!),
    to: formatDay(dates[first + to]!),
    correlation: draw(`regime.${k + 1}`, correlation, 'ratio', 'btc-technology-regime', {
      ...spanOf(dates, first + from, first + to),
      band: { low, high, level: LEVEL, how: 'Fisher’s z' },
      why: 'a return does not vary in the regime',
    }),
  };
}

function alignmentOf({ dates, pair, utcDays, cut, first }: Sample, draw: Draw) {
  const last = dates.length - 1;
  const days = utcDays.subarray(-LONG);
  const whole = dates.length >= LONG && days.every(Number.isFinite);
  const since = cut.slice(first);
  const atClose = since.filter(Boolean).length;
  const utc: Figure = draw(
    'alignment.utc',
    whole ? pearson(days, pair[1].subarray(-LONG)) : Number.NaN,
    'ratio',
    'btc-technology-utc',
    {
      ...(whole ? spanOf(dates, last - LONG + 1, last) : {}),
      why: few(LONG),
    },
  );
  return { atClose, byUtcDay: since.length - atClose, utc };
}

function seriesOf(
  paths: Readonly<Record<CorrelationMethod, Float64Array>>,
  regimes: readonly Regime[],
  { dates, first }: Sample,
) {
  const last = dates.length - 1;
  const rows = Array.from({ length: POINTS }, (_, k) => last - (POINTS - 1 - k) * STEP).filter(
    (row) => row >= first,
  );
  const shown = (values: Float64Array) => pointsOf(valuesAt(values, rows));
  const regime = new Float64Array(dates.length).fill(Number.NaN);
  for (const { from, to, correlation } of regimes) regime.fill(correlation, first + from, first + to + 1);
  return {
    dates: rows.map((row) => formatDay(dates[row]!)),
    short: shown(paths['rolling-30']),
    long: shown(paths['rolling-90']),
    dcc: shown(paths.dcc),
    regime: shown(regime),
  };
}
