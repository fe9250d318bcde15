import { z } from 'zod';
import type { Series } from '../../../../data/observation.ts';
import { dayOf, formatDay, formatInstant, type Instant, MS_PER_DAY } from '../../../../data/time.ts';
import { quantile } from '../../../../math/quantile.ts';
import { valuesAt } from '../../../../math/values-at.ts';
import { figureSchema } from '../../../answer.ts';
import { type Draw, pointsOf } from '../../drawing.ts';
import { bandOf, slopeOf } from '../etf/slope.ts';
import { barBefore, joinByTime, ofProvider } from './bars.ts';

const MINUTE = 60_000;
export const DAYS = 30;
const FEWEST = 20;
const DAY = 1440;
/** Days of daily closes behind a half-life. */
const YEAR = 250;
const POINTS = 520;

/**
 * Two prices of one coin. Fees: taker fees of the two sides together as fractions, a parameter: 10 bp spot on Binance, 5.5 bp perpetual on
 * Bybit and 5 bp on Binance, 40 bp on Gemini and 60 bp on Coinbase at the lowest tier of their lists.
 */
interface VenuePair {
  readonly id: string;
  readonly first: string;
  readonly second: string;
  /** The provider whose rows of the second are meant, where the series has several. */
  readonly provider?: string;
  readonly minutes: number;
  readonly fees: number;
}

export const VENUE_PAIRS: readonly VenuePair[] = [
  { id: 'coinbase-binance', first: 'btc-coinbase-premium', second: 'btc-usd', minutes: 1440, fees: 0.007 },
  {
    id: 'bybit-perpetual-binance',
    first: 'btc-perpetual-1h',
    second: 'btc-usd-1h',
    provider: 'binance',
    minutes: 60,
    fees: 0.00155,
  },
  {
    id: 'binance-perpetual-spot',
    first: 'btc-mark-5m',
    second: 'btc-usd-1h',
    provider: 'binance',
    minutes: 60,
    fees: 0.0015,
  },
  {
    id: 'binance-perpetual-index',
    first: 'btc-mark-5m',
    second: 'btc-usd-1h',
    provider: 'cryptocompare',
    minutes: 60,
    fees: 0.0015,
  },
  {
    id: 'gemini-binance-perpetual',
    first: 'btc-usd-1m',
    second: 'btc-coin-margined-mark-1m',
    minutes: 1,
    fees: 0.0045,
  },
];

export const pairSchema = z.object({
  id: z.string(),
  first: z.string(),
  second: z.string(),
  minutes: z.number().int(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  closes: z.number().int(),
  median: figureSchema,
  p95: figureSchema,
  largest: figureSchema,
  largestAt: z.string().nullable(),
  halfLife: figureSchema,
  beyondFees: figureSchema,
  net: figureSchema,
  series: z.object({ dates: z.array(z.string()), values: z.array(z.number().nullable()) }),
});

export function pairOf(
  draw: Draw,
  pair: VenuePair,
  a: Series,
  b: Series,
  instant: Instant,
): z.infer<typeof pairSchema> {
  const since = instant - DAYS * MS_PER_DAY;
  const { times, values } = spreadOf(pair, a, b, since);
  const longer = pair.minutes === DAY ? spreadOf(pair, a, b, instant - YEAR * MS_PER_DAY) : { times, values };
  const n = values.length;
  const known = n >= FEWEST;
  const at = (row: number) => (n > 0 ? formatInstant(times[row]!) : null);
  const sizes = values.map(Math.abs);
  const top = known ? sizes.indexOf(Math.max(...sizes)) : -1;
  const day = (row: number) => formatDay(dayOf(times[row]! - 1));
  const rest = known
    ? { window: { from: day(0), to: day(n - 1), n } }
    : { why: `fewer than ${FEWEST} closes of both venues in the last ${DAYS} days` };
  const one = (path: string, value: number, formula: string, params: Record<string, string | number> = {}) =>
    draw(`${pair.id}.${path}`, known ? value : Number.NaN, 'fraction', formula, {
      params: { first: pair.first, second: pair.second, ...params },
      ...rest,
    });
  const { fees } = pair;
  return {
    ...{ id: pair.id, first: pair.first, second: pair.second, minutes: pair.minutes },
    from: at(0),
    to: at(n - 1),
    closes: n,
    median: one('median', quantile(values, 0.5), 'venue-spread'),
    p95: one('p95', quantile(sizes, 0.95), 'venue-spread-95'),
    largest: one('largest', values[top] ?? Number.NaN, 'venue-spread-max', top < 0 ? {} : { at: at(top)! }),
    largestAt: top < 0 ? null : at(top),
    halfLife: halfLifeOf(draw, pair, longer.times, longer.values),
    beyondFees: one('beyond-fees', sizes.filter((size) => size > fees).length / n, 'venue-spread-beyond', {
      fees,
    }),
    net: one('net', sizes.reduce((sum, size) => sum + Math.max(0, size - fees), 0) / n, 'venue-spread-net', {
      fees,
    }),
    series: thinned(times, values),
  };
}

function spreadOf({ minutes, provider }: VenuePair, a: Series, b: Series, since: Instant) {
  if (minutes < DAY) {
    const { times, first, second } = joinByTime(a, provider ? ofProvider(b, provider) : b, since);
    return { times, values: first.map((price, t) => Math.log(price / second[t]!)) };
  }
  const rows = [...a.times.keys()].filter((row) => a.times[row]! > since);
  return {
    times: valuesAt(a.times, rows),
    values: valuesAt(a.values, rows),
  };
}

function halfLifeOf(
  draw: Draw,
  { id, first, second, minutes }: VenuePair,
  times: Float64Array,
  values: Float64Array,
) {
  const bar = minutes * MINUTE;
  const slope = values.length >= FEWEST ? slopeOf(values, barBefore(times, values, bar)) : undefined;
  const days = (phi: number) => (phi <= 0 ? 0 : (Math.log(0.5) / Math.log(phi)) * (bar / MS_PER_DAY));
  const fades = slope && slope.slope > 0 && slope.slope < 1;
  const { low, high } = slope ? bandOf(slope) : { low: Number.NaN, high: Number.NaN };
  return draw(`${id}.half-life`, fades ? days(slope.slope) : Number.NaN, 'days', 'venue-spread-half-life', {
    params: { first, second, ...(slope ? { phi: slope.slope, rows: slope.rows } : {}) },
    ...(fades && high < 1
      ? { band: { low: days(low), high: days(high), level: 0.95, how: bandOf(slope).how } }
      : {}),
    why: slope ? 'the spread does not carry over from bar to bar' : 'fewer than 30 neighbouring closes',
  });
}

/** Every k-th close and the largest, so that a chart shows it. */
function thinned(times: Float64Array, values: Float64Array) {
  const step = Math.max(1, Math.ceil(values.length / POINTS));
  const bucket = (k: number) => {
    let found = k * step;
    for (let row = found; row < Math.min(values.length, (k + 1) * step); row++) {
      if (Math.abs(values[row]!) > Math.abs(values[found]!)) found = row;
    }
    return found;
  };
  const rows = Array.from({ length: Math.ceil(values.length / step) }, (_, k) => bucket(k));
  return {
    dates: rows.map((row) => formatInstant(times[row]!)),
    values: pointsOf(valuesAt(values, rows)),
  };
}
