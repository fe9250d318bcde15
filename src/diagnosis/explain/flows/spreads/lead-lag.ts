import { z } from 'zod';
import type { Series } from '../../../../data/observation.ts';
import { dayOf, formatDay, formatInstant, type Instant, MS_PER_DAY } from '../../../../data/time.ts';
import { valuesAt } from '../../../../math/values-at.ts';
import { figureSchema } from '../../../answer.ts';
import type { Draw } from '../../drawing.ts';
import { bandOf, slopeOf } from '../etf/slope.ts';
import { barReturns, joinByTime } from './bars.ts';

const MINUTE = 60_000;

interface LeadLag {
  readonly first: string;
  readonly second: string;
  /** Minutes of a bar; 0: daily closes, joined by date. */
  readonly minutes: number;
  readonly lags: number;
  /** Days of the sample back from the instant. */
  readonly days: number;
}

export const LEAD_LAGS: readonly LeadLag[] = [
  { first: 'btc-mark-5m', second: 'ibit-15m', minutes: 15, lags: 4, days: 30 },
  { first: 'ibit-2m', second: 'spy-2m', minutes: 2, lags: 4, days: 30 },
  { first: 'btc-usd', second: 'mstr', minutes: 0, lags: 2, days: 365 },
  { first: 'btc-usd', second: 'coin', minutes: 0, lags: 2, days: 365 },
];

export const leadLagSchema = z.object({
  first: z.string(),
  second: z.string(),
  minutes: z.number().int(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** The two closes of a row differ: a lead by the later one is then partly the clock. */
  asynchronous: z.boolean(),
  lags: z.array(z.object({ lag: z.number().int(), correlation: figureSchema })),
  /** The side whose past alone goes with the other; none when both or neither does. */
  leads: z.enum(['first', 'second', 'none']),
});

export function leadLagOf(
  draw: Draw,
  given: LeadLag,
  a: Series,
  b: Series,
  instant: Instant,
): z.infer<typeof leadLagSchema> {
  const since = instant - given.days * MS_PER_DAY;
  const { times, first, second } = given.minutes > 0 ? joinByTime(a, b, since) : joinByDate(a, b, since);
  const [x, y] = [first, second].map((prices) =>
    given.minutes > 0 ? barReturns(times, prices, given.minutes * MINUTE) : dayReturns(prices),
  ) as [Float64Array, Float64Array];
  const lags = Array.from({ length: 2 * given.lags + 1 }, (_, k) => k - given.lags).map((lag) => ({
    lag,
    correlation: correlationAt(draw, given, times, standardised(x), standardised(y), lag),
  }));
  const at = (row: number) => (times.length > 0 ? formatInstant(times.at(row)!) : null);
  return {
    ...{ first: given.first, second: given.second, minutes: given.minutes },
    from: at(0),
    to: at(-1),
    asynchronous: given.minutes === 0,
    lags,
    leads: leaderOf(lags),
  };
}

function leaderOf(
  lags: readonly { lag: number; correlation: { band?: { low: number; high: number } | undefined } }[],
) {
  const tells = (lag: number) => {
    const band = lags.find((one) => one.lag === lag)?.correlation.band;
    return band !== undefined && (band.low > 0 || band.high < 0);
  };
  if (tells(1) === tells(-1)) return 'none' as const;
  return tells(1) ? ('first' as const) : ('second' as const);
}

function joinByDate(a: Series, b: Series, since: Instant) {
  const at = new Map<number, number>(Array.from(b.dates, (day, row) => [day, row]));
  const rows = [...a.dates.keys()].filter((row) => a.times[row]! > since && at.has(a.dates[row]!));
  return {
    times: valuesAt(a.times, rows),
    first: valuesAt(a.values, rows),
    second: Float64Array.from(rows, (row) => b.values[at.get(a.dates[row]!)!]!),
  };
}

function dayReturns(prices: Float64Array): Float64Array {
  return prices.map((price, t) => (t > 0 ? Math.log(price / prices[t - 1]!) : Number.NaN));
}

function standardised(values: Float64Array): Float64Array {
  const known = values.filter(Number.isFinite);
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known.length - 1);
  return values.map((value) => (value - mean) / Math.sqrt(variance));
}

function correlationAt(
  draw: Draw,
  given: LeadLag,
  times: Float64Array,
  x: Float64Array,
  y: Float64Array,
  lag: number,
) {
  const moved = x.map((_, t) => x[t - lag] ?? Number.NaN);
  const slope = slopeOf(y, moved);
  const day = (row: number) => formatDay(dayOf(times.at(row)! - 1));
  const { first, second, minutes } = given;
  return draw(
    `lead-lag.${first}.${second}.${lag < 0 ? 'minus' : 'plus'}-${Math.abs(lag)}`,
    slope?.slope ?? Number.NaN,
    'ratio',
    'lead-lag',
    {
      params: { first, second, lag, bar: minutes > 0 ? `${minutes}m` : '1d' },
      ...(slope ? { band: bandOf(slope), window: { from: day(0), to: day(-1), n: slope.rows } } : {}),
      flags: minutes > 0 ? [] : ['proxy'],
      why: 'fewer than 30 neighbouring returns of both',
    },
  );
}
