import { z } from 'zod';
import { dayOf, formatDay, formatInstant, type Instant, MS_PER_DAY } from '../../../../data/time.ts';
import { quantile } from '../../../../math/quantile.ts';
import { valuesAt } from '../../../../math/values-at.ts';
import { recoveryHalfLife } from '../../../../measures/recovery-half-life.ts';
import { isRefused } from '../../../../measures/refused.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { type Draw, drawing, pointsOf } from '../../drawing.ts';
import { explainPart } from '../../part.ts';
import { BANDS, type DepthDay, depthDay, type Side } from './depth-table.ts';
import { ORDER_BOOK_FORMULAS } from './order-book-formulas.ts';
import { orderCost } from './order-cost.ts';

const [MINUTE, HOUR] = [60_000, 3_600_000];
const WIDEST = BANDS.length - 1;
/** A reading counts for a mark when it comes within this after it. */
const NEAR = MINUTE;
const FEW_BEFORE = 10;
const STALE_DAYS = 2;
const POINTS = 520;

const sideSchema = z.object({ before: figureSchema, low: figureSchema, last: figureSchema });

const schema = z.object({
  /** The table read; null when no depth is known. */
  table: z.string().nullable(),
  date: isoDay.nullable(),
  age: figureSchema,
  /** Values at which the feed stood still. */
  frozen: z.array(z.number()),
  /** Snapshot with the lowest bids within 5 %, and the last of the day. */
  lowest: z.string().nullable(),
  last: z.string().nullable(),
  ratio: figureSchema,
  regained: figureSchema,
  halfLife: figureSchema,
  /** By distance from mid. */
  bands: z.array(z.object({ within: z.number(), bids: sideSchema, asks: sideSchema })),
  marks: z.array(
    z.object({
      time: z.string(),
      /** The snapshot taken for it. */
      reading: z.string().nullable(),
      bids: figureSchema,
      asks: figureSchema,
      imbalance: figureSchema,
      /** Mean distance from mid at which an order of a million dollars to sell is filled. */
      cost: figureSchema,
    }),
  ),
  series: z.object({
    dates: z.array(z.string()),
    bids: z.array(z.number().nullable()),
    asks: z.array(z.number().nullable()),
  }),
});

/** Dollars of the order whose cost is told. */
const ORDER = 1e6;

const TOO_LARGE = 'the order is larger than what stands within 5 %';
const NEAREST = 'the bids nearest to mid are not known';
const NO_DEPTH = 'no order-book depth is known';
const FROZEN = 'the feed stood still: a repeated value is no depth';
const FEW = `fewer than ${FEW_BEFORE} readings from 3 hours to 1 hour before the lowest`;

/** How thin the order book became, how far it came back, and how fast: the latest day of which depth is known. */
export const orderBook = explainPart({
  id: 'order-book',
  title: { 'zh-Hans': '订单簿深度', 'zh-Hant': '訂單簿深度', en: 'Depth of the order book' },
  series: ['btc-bid-depth', 'btc-ask-depth'],
  covers: (asset) => asset === 'btc-usd',
  schema,
  formulas: ORDER_BOOK_FORMULAS,
  async compute({ view, figure }) {
    const draw = drawing(figure, ['btc-bid-depth', 'btc-ask-depth']);
    const day = await depthDay(view);
    const widest = day?.bids[WIDEST];
    const lowest = widest ? lowestRow(widest) : -1;
    if (!day || !widest || lowest < 0) return absent(draw, day ? FROZEN : NO_DEPTH);
    const lastRow = widest.findLastIndex(Number.isFinite);
    const lastTime = day.times.at(-1)!;
    const age = (view.instant - lastTime) / MS_PER_DAY;
    const at = (row: number) => formatInstant(day.times[row]!);
    const before = levelBefore(day, day.bids[WIDEST]!, lowest);
    const ratio = (path: string, row: number) =>
      draw(path, widest[row]! / before, 'ratio', 'book-depth-ratio', {
        params: { table: day.table, at: at(row), within: 0.05 },
        why: FEW,
      });
    return {
      table: day.table,
      date: formatDay(dayOf(lastTime)),
      age: draw('age', age, 'days', 'book-age', {
        params: { table: day.table, last: formatInstant(lastTime) },
        flags: age > STALE_DAYS ? ['stale'] : [],
      }),
      frozen: [...day.frozen.values],
      lowest: at(lowest),
      last: at(lastRow),
      ratio: ratio('ratio', lowest),
      regained: ratio('regained', lastRow),
      halfLife: halfLifeOf(draw, day, lowest, before),
      bands: BANDS.map((within, band) => ({
        within,
        bids: bandOf(draw, day, 'bids', band, lowest, lastRow),
        asks: bandOf(draw, day, 'asks', band, lowest, lastRow),
      })),
      marks: marksAround(day.times[lowest]!, day.times[0]!, lastTime).map((time) => markOf(draw, day, time)),
      series: seriesOf(day, lowest),
    };
  },
});

function absent(draw: Draw, why: string): z.infer<typeof schema> {
  const none = (path: string, unit: 'days' | 'ratio', formula: string) =>
    draw(path, Number.NaN, unit, formula, { why });
  return {
    table: null,
    date: null,
    age: none('age', 'days', 'book-age'),
    frozen: [],
    lowest: null,
    last: null,
    ratio: none('ratio', 'ratio', 'book-depth-ratio'),
    regained: none('regained', 'ratio', 'book-depth-ratio'),
    halfLife: none('half-life', 'days', 'book-recovery'),
    bands: [],
    marks: [],
    series: { dates: [], bids: [], asks: [] },
  };
}

function lowestRow(values: Float64Array): number {
  let found = -1;
  for (let row = 0; row < values.length; row++) {
    if (Number.isFinite(values[row]) && (found < 0 || values[row]! < values[found]!)) found = row;
  }
  return found;
}

/** Median from 3 hours to 1 hour before the lowest bids; NaN with too few readings. */
function levelBefore({ times }: DepthDay, values: Float64Array, lowest: number): number {
  const at = times[lowest]!;
  const read = values.filter(
    (value, row) => times[row]! >= at - 3 * HOUR && times[row]! <= at - HOUR && Number.isFinite(value),
  );
  return read.length < FEW_BEFORE ? Number.NaN : quantile(read, 0.5);
}

function halfLifeOf(draw: Draw, day: DepthDay, lowest: number, before: number) {
  const values = day.bids[WIDEST]!.subarray(lowest);
  const days = day.times.subarray(lowest).map((time) => time / MS_PER_DAY);
  const found = Number.isFinite(before) ? recoveryHalfLife(days, values, before) : undefined;
  const fitted = found && !isRefused(found) ? found : undefined;
  const span = days.at(-1)! - days[0]!;
  const beyond = fitted !== undefined && fitted.halfLife > span;
  const known = fitted && Number.isFinite(fitted.high);
  return draw('half-life', fitted?.halfLife ?? Number.NaN, 'days', 'book-recovery', {
    params: { table: day.table, within: 0.05, ...(fitted ? { rows: fitted.rows } : {}) },
    ...(known
      ? { band: { low: fitted.low, high: fitted.high, level: 0.95, how: 'Newey–West error of the rate' } }
      : {}),
    flags: beyond ? ['extrapolated'] : [],
    why: Number.isFinite(before) ? 'fewer than 20 readings after the lowest bids' : FEW,
  });
}

function bandOf(
  draw: Draw,
  day: DepthDay,
  name: 'bids' | 'asks',
  band: number,
  lowest: number,
  last: number,
) {
  const values = (day[name] as Side)[band]!;
  const within = BANDS[band]!;
  const path = `${name}-${Math.round(within * 100)}`;
  const params = { table: day.table, side: name, within };
  const at = (row: number) => ({ params: { ...params, at: formatInstant(day.times[row]!) }, why: FROZEN });
  return {
    before: draw(`${path}.before`, levelBefore(day, values, lowest), 'usd', 'book-depth-before', {
      params,
      why: FEW,
    }),
    low: draw(`${path}.low`, values[lowest]!, 'usd', 'book-depth', at(lowest)),
    last: draw(`${path}.last`, values[last]!, 'usd', 'book-depth', at(last)),
  };
}

/** Half-hours from 90 minutes before the lowest bids to 2 hours after, and every third minute of the quarter-hour on either side. */
function marksAround(lowest: Instant, from: Instant, to: Instant): readonly Instant[] {
  const every = (step: number, before: number, after: number) => {
    const first = Math.ceil((lowest - before) / step) * step;
    const count = Math.floor((lowest + after - first) / step) + 1;
    return Array.from({ length: count }, (_, k) => first + k * step);
  };
  const marks = new Set([
    ...every(30 * MINUTE, 90 * MINUTE, 2 * HOUR),
    ...every(3 * MINUTE, 15 * MINUTE, 15 * MINUTE),
  ]);
  return [...marks].filter((time) => time >= from - NEAR && time <= to).sort((a, b) => a - b);
}

function markOf(draw: Draw, day: DepthDay, time: Instant) {
  const row = day.times.findIndex((one) => one >= time);
  const near = row >= 0 && day.times[row]! - time < NEAR;
  const [bids, asks] = [day.bids[WIDEST]!, day.asks[WIDEST]!].map((side) =>
    near ? side[row]! : Number.NaN,
  ) as [number, number];
  const sold = BANDS.map((within, band) => ({ within, usd: near ? day.bids[band]![row]! : Number.NaN }));
  const cost = orderCost(sold, ORDER);
  const text = formatInstant(time);
  const reading = near ? formatInstant(day.times[row]!) : null;
  const path = `mark-${text.slice(11, 16).replace(':', '')}`;
  const why = near ? FROZEN : 'no snapshot within a minute';
  const params = { table: day.table, within: 0.05, ...(reading ? { at: reading } : {}) };
  return {
    time: text,
    reading,
    bids: draw(`${path}.bids`, bids, 'usd', 'book-depth', { params: { ...params, side: 'bids' }, why }),
    asks: draw(`${path}.asks`, asks, 'usd', 'book-depth', { params: { ...params, side: 'asks' }, why }),
    imbalance: draw(`${path}.imbalance`, (bids - asks) / (bids + asks), 'ratio', 'book-imbalance', {
      params,
      why,
    }),
    cost: draw(`${path}.cost`, cost, 'fraction', 'book-cost', {
      params: { ...params, order: ORDER },
      flags: ['proxy'],
      why: !Number.isFinite(bids) ? why : Number.isFinite(sold[0]!.usd) ? TOO_LARGE : NEAREST,
    }),
  };
}

/** The snapshots from 3 hours before the lowest bids, thinned to what a chart can show. */
function seriesOf({ times, bids, asks }: DepthDay, lowest: number) {
  const first = times.findIndex((time) => time >= times[lowest]! - 3 * HOUR);
  const step = Math.max(1, Math.ceil((times.length - first) / POINTS));
  const rows = [...times.keys()].slice(first).filter((row) => (row - lowest) % step === 0);
  const line = (values: Float64Array) => pointsOf(valuesAt(values, rows));
  return {
    dates: rows.map((row) => formatInstant(times[row]!)),
    bids: line(bids[WIDEST]!),
    asks: line(asks[WIDEST]!),
  };
}
