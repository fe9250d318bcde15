import { z } from 'zod';
import type { FigureMaker } from '../../../data/figure.ts';
import type { Series } from '../../../data/observation.ts';
import { entryOf } from '../../../data/series/index.ts';
import { releaseOf } from '../../../data/series/release.ts';
import { dayOf, formatDay } from '../../../data/time.ts';
import { baseUnit } from '../../../data/unit.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { formula } from '../../formula.ts';
import { type Draw, drawing } from '../drawing.ts';
import { explainPart } from '../part.ts';
import { CONFIRMS, STANDS, type Trough, troughsOf } from './troughs.ts';
import { USD_LIQUIDITY, valueOn } from './usd-liquidity.ts';
import { isPriced, type WeeklyGrid, weeklyGrid } from './weekly-assets.ts';

const ASSET = 'btc-usd';
/** Days within which two troughs are called common. */
const NEAR = 56;
const SHOWN = 3;

const trough = z.object({
  date: isoDay,
  /** Day on which its own value was out. */
  seen: isoDay,
  /** First day on which the rule can name it; null where it was undercut before, or the cycle is too short for the rule. */
  knowable: isoDay.nullable(),
  confirmed: z.boolean(),
  value: figureSchema,
  stoodWeeks: z.number().int(),
  /** Day on which a lower value was out; null: none so far. */
  failed: isoDay.nullable(),
});

const match = z.object({
  id: z.enum(['net-liquidity', 'fed-assets']),
  /** The trough nearest in time; null where none is known. */
  trough: trough.nullable(),
  /** Days from it to the trough of the price; below 0 the price was first. */
  gap: figureSchema,
  near: z.boolean().nullable(),
});

const schema = z.object({
  asset: z.string(),
  /** Lows of the price that stood at least four weeks since its last turning point, and the last confirmed trough. */
  troughs: z.array(trough),
  /** The last one that stood at least four weeks: the trough that the claim is about. */
  judged: trough.nullable(),
  matches: z.array(match),
  /** `failed`: near a trough of liquidity, but undercut · `stands`: not undercut, not confirmed · `confirmed` · `none`: no common trough. */
  verdict: z.enum(['failed', 'stands', 'confirmed', 'none']),
  lowest: z.object({ date: isoDay.nullable(), value: figureSchema }),
  record: z.object({ share: figureSchema, byChance: figureSchema }),
});

/** Whether a price and liquidity found their trough together: a claim that a lower low ends. */
export const commonTrough = explainPart({
  id: 'common-trough',
  title: { 'zh-Hans': '共同的低点', 'zh-Hant': '共同的低點', en: 'Common trough' },
  series: [...USD_LIQUIDITY, ASSET],
  covers: isPriced,
  schema,
  formulas: [
    formula(
      'common-trough',
      '低点',
      '低點',
      'Trough',
      `low of Wednesday values since the last turning point below which nothing fell for at least ${STANDS} weeks, or a trough of Bry and Boschan: the lowest of the weeks t − ${CONFIRMS} … t + ${CONFIRMS}, phases of at least 22 weeks, cycles of at least 65; the first is a guess, the second is known when week t + ${CONFIRMS} is out`,
      'Bry & Boschan (1971), NBER Technical Paper 20, their months in weeks; Harding & Pagan (2002), J. Monetary Economics 49(2)',
    ),
    formula(
      'common-trough-gap',
      '低点相隔天数',
      '低點相隔天數',
      'Days between troughs',
      'date of the trough of the price less the date of the nearest trough of liquidity',
    ),
    formula(
      'common-trough-lowest',
      '其后最低收盘',
      '其後最低收盤',
      'Lowest close since',
      'lowest close of the sessions after the trough that is judged',
    ),
    formula(
      'common-trough-share',
      '共同低点占比',
      '共同低點占比',
      'Share of common troughs',
      `troughs of the price confirmed by the rule that lie within ${NEAR} days of one of net liquidity / all of them`,
    ),
    formula(
      'common-trough-by-chance',
      '共同低点的基准率',
      '共同低點的基準率',
      'Common troughs by chance',
      `share of the weeks with both that lie within ${NEAR} days of a confirmed trough of net liquidity`,
    ),
  ],
  async compute({ view, asset = ASSET, figure }) {
    const all = await view.seriesMany([...USD_LIQUIDITY, asset]);
    const grid = weeklyGrid(all);
    const price = grid.price(asset);
    const draw = drawing(figure, [asset]);
    const found = troughsOf(price);
    const since = found.filter(({ confirmed }) => !confirmed);
    const shown = [...found.filter(({ confirmed }) => confirmed).slice(-1), ...since.slice(-SHOWN)];
    const troughs = shown.map((one) => troughFigures(asset, grid, price, one, draw));
    const judged = shown.at(-1);
    const matches = [
      matchFigures('net-liquidity', grid.liquidity, grid, judged, figure),
      matchFigures('fed-assets', assetsOn(grid, all.get('fed-assets')), grid, judged, figure),
    ];
    return {
      asset,
      troughs,
      judged: troughs.at(-1) ?? null,
      matches,
      verdict: verdictOf(
        judged,
        matches.some(({ near }) => near === true),
      ),
      lowest: lowestSince(all.get(asset), judged && grid.dates[judged.row]!, draw),
      record: recordFigures(grid, price, found, figure, asset),
    };
  },
});

function verdictOf(judged: Trough | undefined, near: boolean) {
  if (!judged || !near) return 'none' as const;
  if (judged.undercut !== undefined) return 'failed' as const;
  return judged.confirmed ? ('confirmed' as const) : ('stands' as const);
}

/** Series whose release says when a value of a curve was out. */
function released(id: string): string {
  return id === 'net-liquidity' ? 'fed-assets' : id;
}

function outOn(id: string, date: number): string {
  return formatDay(dayOf(releaseOf(entryOf(released(id))!, date)));
}

function troughFigures(id: string, { dates }: WeeklyGrid, values: Float64Array, found: Trough, draw: Draw) {
  const { row, stood, undercut, confirmed } = found;
  const date = formatDay(dates[row]!);
  const open = undercut === undefined && row + CONFIRMS >= dates.length;
  const unit = id === 'net-liquidity' ? 'usd' : baseUnit(entryOf(id)!.unit);
  return {
    date,
    seen: outOn(id, dates[row]!),
    knowable: confirmed || open ? outOn(id, dates[row]! + 7 * CONFIRMS) : null,
    confirmed,
    value: draw(`${id}.${date}`, values[row]!, unit, 'common-trough'),
    stoodWeeks: stood,
    failed: undercut === undefined ? null : outOn(id, dates[undercut]!),
  };
}

function assetsOn({ dates }: WeeklyGrid, assets: Series | undefined): Float64Array {
  return Float64Array.from(dates, (date) => valueOn(assets, date, 0)?.value ?? Number.NaN);
}

function matchFigures(
  id: 'net-liquidity' | 'fed-assets',
  values: Float64Array,
  grid: WeeklyGrid,
  judged: Trough | undefined,
  figure: FigureMaker,
) {
  const draw = drawing(figure, id === 'fed-assets' ? ['fed-assets'] : USD_LIQUIDITY);
  const days = (one: Trough) => grid.dates[judged!.row]! - grid.dates[one.row]!;
  const nearest = judged
    ? troughsOf(values).reduce<Trough | undefined>(
        (best, one) => (!best || Math.abs(days(one)) < Math.abs(days(best)) ? one : best),
        undefined,
      )
    : undefined;
  const gap = nearest ? days(nearest) : Number.NaN;
  return {
    id,
    trough: nearest ? troughFigures(id, grid, values, nearest, draw) : null,
    gap: draw(`gap.${id}`, gap, 'days', 'common-trough-gap', {
      why: judged ? `${id} has no trough` : 'the price has no trough',
    }),
    near: nearest ? Math.abs(gap) <= NEAR : null,
  };
}

function lowestSince(series: Series | undefined, day: number | undefined, draw: Draw) {
  let row = -1;
  const { dates, values } = series ?? { dates: new Int32Array(0), values: new Float64Array(0) };
  for (let t = 0; t < dates.length; t++) {
    if (day !== undefined && dates[t]! > day && (row < 0 || values[t]! < values[row]!)) row = t;
  }
  return {
    date: row < 0 ? null : formatDay(dates[row]!),
    value: draw(
      'lowest',
      values[row] ?? Number.NaN,
      baseUnit(series?.entry.unit ?? 'usd'),
      'common-trough-lowest',
      {
        why: 'no close after a trough',
      },
    ),
  };
}

function recordFigures(
  { dates, liquidity }: WeeklyGrid,
  price: Float64Array,
  found: readonly Trough[],
  figure: FigureMaker,
  asset: string,
) {
  const draw = drawing(figure, [...USD_LIQUIDITY, asset]);
  const lows = troughsOf(liquidity).filter(({ confirmed }) => confirmed);
  const isNear = (row: number) => lows.some((low) => Math.abs(dates[row]! - dates[low.row]!) <= NEAR);
  const both = [...dates.keys()].filter((row) => !Number.isNaN(price[row]! + liquidity[row]!));
  const own = found.filter(({ confirmed, row }) => confirmed && !Number.isNaN(liquidity[row]!));
  const why = 'no confirmed trough of both';
  const none = lows.length === 0 || own.length === 0;
  const hits = own.filter(({ row }) => isNear(row)).length;
  return {
    share: draw('share', none ? Number.NaN : hits / own.length, 'fraction', 'common-trough-share', {
      params: { troughs: own.length, common: hits },
      flags: ['unproven'],
      why,
    }),
    byChance: draw(
      'by-chance',
      none ? Number.NaN : both.filter(isNear).length / both.length,
      'fraction',
      'common-trough-by-chance',
      { params: { weeks: both.length, troughs: lows.length }, why },
    ),
  };
}
