import { z } from 'zod';
import type { Series } from '../../../../data/observation.ts';
import { changes } from '../../../../data/panel.ts';
import { dayOf, formatDay, type Instant, MS_PER_DAY } from '../../../../data/time.ts';
import type { View } from '../../../../data/view.ts';
import { quantile } from '../../../../math/quantile.ts';
import { fitHawkes } from '../../../../measures/hawkes.ts';
import { isRefused } from '../../../../measures/refused.ts';
import { shapleyR2 } from '../../../../measures/shapley-r2.ts';
import { figureSchema } from '../../../answer.ts';
import { type Draw, drawing, spanOf } from '../../drawing.ts';
import { explainPart } from '../../part.ts';
import { barReturns } from '../spreads/bars.ts';
import { CASCADE_FORMULAS } from './formulas.ts';

const HOURLY = 'btc-usd-1h';
const HOUR = 3_600_000;
const DAYS = 90;
const YEAR = 365;
const TAIL = 0.05;
/** Hours of a year that must be known for a threshold. */
const FEWEST_HOURS = 2000;
const ROWS = 250;
const Z = 1.959963984540054;

const SAME_DAY = ['btc-usd', 'btc-etf-flow-total', 'btc-funding'] as const;
/** Dated with the day at whose beginning they were taken: what a day did to them stands under the next. */
const NEXT_DAY = ['stablecoin-supply', 'crypto-fear-greed'] as const;
const DAILY = [...SAME_DAY, ...NEXT_DAY] as const;
/** Regressors that are balance sheets; the last is the mood. */
const BALANCE = 3;
const LIQUIDATIONS = ['crypto-liquidations-long', 'crypto-liquidations-short'] as const;

const fitSchema = z.object({ branching: figureSchema, memory: figureSchema, falls: z.number().int() });

const schema = z.object({
  threshold: figureSchema,
  now: fitSchema,
  before: fitSchema,
  /** The two intervals do not overlap. */
  changed: z.boolean().nullable(),
  gain: figureSchema,
  variance: z.object({
    balance: figureSchema,
    narrative: figureSchema,
    unexplained: figureSchema,
    regime: z.enum(['balance-sheet', 'narrative', 'neither']).nullable(),
  }),
});

/** Whether large falls set off more of themselves, and whether balance sheets or the mood go with the day's return. */
export const selfFeeding = explainPart({
  id: 'self-feeding',
  title: { 'zh-Hans': '下跌的自我强化', 'zh-Hant': '下跌的自我強化', en: 'Falls that feed themselves' },
  series: [HOURLY, ...DAILY, ...LIQUIDATIONS],
  covers: (asset) => asset === 'btc-usd',
  schema,
  formulas: CASCADE_FORMULAS,
  async compute({ view, figure }) {
    const draw = drawing(figure, [HOURLY]);
    const hours = await hoursOf(view);
    const { threshold, path } = thresholdOf(draw, hours, view.instant);
    const [now, before] = [0, DAYS].map((ago) =>
      fitOf(draw, ago === 0 ? 'now' : 'before', hours, threshold, view.instant - ago * MS_PER_DAY),
    ) as [Fit, Fit];
    const [a, b] = [now.branching.band, before.branching.band];
    return {
      threshold: path,
      now,
      before,
      changed: a && b ? a.low > b.high || b.low > a.high : null,
      gain: drawing(figure, LIQUIDATIONS)('gain', Number.NaN, 'ratio', 'cascade-gain', {
        why: 'liquidations by the hour are not known',
      }),
      variance: await varianceOf(view, drawing(figure, DAILY)),
    };
  },
});

interface Hours {
  readonly times: Float64Array;
  readonly returns: Float64Array;
}

async function hoursOf(view: View): Promise<Hours> {
  const { times, values, source } = await view.series(HOURLY);
  const returns = barReturns(times, values, HOUR);
  return { times, returns: returns.map((value, t) => (source[t] === source[t - 1] ? value : Number.NaN)) };
}

function thresholdOf(draw: Draw, { times, returns }: Hours, instant: Instant) {
  const year = returns.filter(
    (value, t) => times[t]! > instant - YEAR * MS_PER_DAY && Number.isFinite(value),
  );
  const threshold = year.length < FEWEST_HOURS ? Number.NaN : quantile(year, TAIL);
  const path = draw('threshold', threshold, 'fraction', 'fall-threshold', {
    params: { hours: year.length },
    why: `fewer than ${FEWEST_HOURS} hourly returns in the last ${YEAR} days`,
  });
  return { threshold, path };
}

type Fit = z.infer<typeof fitSchema>;

function fitOf(draw: Draw, name: string, { times, returns }: Hours, threshold: number, end: Instant): Fit {
  const start = end - DAYS * MS_PER_DAY;
  const falls = times
    .filter((time, t) => time > start && time <= end && returns[t]! <= threshold)
    .map((time) => (time - start) / HOUR);
  const found = fitHawkes(falls, (DAYS * MS_PER_DAY) / HOUR);
  const fit = isRefused(found) ? undefined : found;
  const error = fit?.branchingError ?? Number.NaN;
  const window = { from: formatDay(dayOf(start)), to: formatDay(dayOf(end - 1)), n: falls.length };
  const why = Number.isFinite(threshold)
    ? `fewer than 20 large falls in ${DAYS} days`
    : `fewer than ${FEWEST_HOURS} hourly returns in the last ${YEAR} days`;
  return {
    branching: draw(`${name}.branching`, fit?.branching ?? Number.NaN, 'ratio', 'branching-ratio', {
      ...(fit ? { params: { threshold, baseline: fit.baseline, decay: fit.decay } } : {}),
      ...(fit ? { window } : {}),
      ...(fit && Number.isFinite(error)
        ? {
            band: {
              low: Math.max(0, fit.branching - Z * error),
              high: fit.branching + Z * error,
              level: 0.95,
              how: 'observed information',
            },
          }
        : {}),
      flags: ['proxy'],
      why,
    }),
    memory: draw(`${name}.memory`, fit ? Math.LN2 / fit.decay / 24 : Number.NaN, 'days', 'fall-memory', {
      ...(fit ? { window } : {}),
      why,
    }),
    falls: falls.length,
  };
}

async function varianceOf(view: View, draw: Draw) {
  const panel = await view.panel({ ids: SAME_DAY, join: 'intersection' });
  const next = await view.seriesMany(NEXT_DAY);
  const [y, ...x] = [
    ...panel.columns.map((column, k) => (k === 0 ? changes(column).map(Math.log1p) : changes(column))),
    ...NEXT_DAY.map((id) => changesOfNextDay(panel.dates, next.get(id)!)),
  ].map((column) => column.subarray(-ROWS)) as [Float64Array, ...Float64Array[]];
  const design = Float64Array.from(
    { length: y.length * x.length },
    (_, at) => x[at % x.length]![Math.floor(at / x.length)]!,
  );
  const found = y.length > 0 ? shapleyR2(y, design, x.length) : ({ refused: 'insufficient_data' } as const);
  const shares = isRefused(found) ? undefined : found.shares;
  const last = panel.dates.length - 1;
  const known = last >= ROWS ? spanOf(panel.dates, last - ROWS + 1, last) : {};
  const sum = (from: number, to: number) =>
    shares ? shares.subarray(from, to).reduce((total, share) => total + share, 0) : Number.NaN;
  const [balance, narrative] = [sum(0, BALANCE), sum(BALANCE, x.length)];
  const one = (path: string, value: number) =>
    draw(`variance.${path}`, value, 'fraction', 'variance-group', {
      params: { group: path },
      ...known,
      flags: ['proxy'],
      why: 'too few days with fund flow, funding, stablecoins and the Fear & Greed index',
    });
  return {
    balance: one('balance', balance),
    narrative: one('narrative', narrative),
    unexplained: one('unexplained', 1 - balance - narrative),
    regime: shares ? regimeOf(balance, narrative) : null,
  };
}

/** v(d + 1) − v(d₋₁ + 1) for each date d after the date d₋₁ of the row before. */
function changesOfNextDay(dates: Int32Array, { dates: own, values }: Series): Float64Array {
  const at = new Map<number, number>(Array.from(own, (day, t) => [day, values[t]!]));
  const value = (t: number) => at.get((dates[t] ?? Number.NaN) + 1) ?? Number.NaN;
  return Float64Array.from(dates, (_, t) => value(t) - value(t - 1));
}

/** What explains more, when the two together explain at least a tenth. */
function regimeOf(balance: number, narrative: number) {
  if (balance + narrative < 0.1) return 'neither' as const;
  return balance >= narrative ? ('balance-sheet' as const) : ('narrative' as const);
}
