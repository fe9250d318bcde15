import { z } from 'zod';
import type { TableRow } from '../../../../data/observation.ts';
import {
  dayOf,
  type EpochDay,
  formatDay,
  formatInstant,
  type Instant,
  MS_PER_DAY,
} from '../../../../data/time.ts';
import type { View } from '../../../../data/view.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { type Draw, drawing } from '../../drawing.ts';
import { explainPart } from '../../part.ts';
import { herfindahl } from '../etf/holdings.ts';
import { LIQUIDATION_FORMULAS } from './formulas.ts';
import { PRESS_TABLE, type PressTotal, pressTotals } from './press.ts';
import {
  bandOfLeverage,
  cashOpen,
  LEVERAGE_BANDS,
  LIQUIDATION_TABLE,
  type Liquidation,
  lastDay,
  maintenanceRate,
  newYorkHour,
  sumWhere,
} from './table.ts';

const SERIES = ['crypto-liquidations-long', 'crypto-liquidations-short'] as const;
const VOLUME_TABLE = 'oct10_crash_window_volume';
const TIERS_TABLE = 'binance_leverage_tiers_history';
const FRESH_DAYS = 3;
const VOLUME_DAYS = 30;
const VENUES = 6;
const REPORTS = 6;

const groupSchema = z.object({ name: z.string(), share: figureSchema });

const schema = z.object({
  /** Lowest total as value, lowest to highest as band. */
  total: figureSchema,
  average: figureSchema,
  rank: figureSchema,
  longShare: figureSchema,
  /** Texts behind the total, newest first: evidence, unverified. */
  reports: z.array(
    z.object({
      posted: isoDay,
      low: z.number(),
      high: z.number(),
      accounts: z.number().nullable(),
      quote: z.string(),
    }),
  ),
  /** Of the imported rows of the last 24 hours; empty without them. */
  venues: z.array(groupSchema),
  concentration: figureSchema,
  leverage: z.array(
    z.object({
      from: z.number(),
      /** null: no upper end. */
      to: z.number().nullable(),
      share: figureSchema,
      /** Distance at the leverage with which the band begins, and with which it ends. */
      distance: figureSchema,
      nearest: figureSchema,
    }),
  ),
  hours: z.array(z.object({ utc: z.string(), newYork: z.number().int(), share: figureSchema })),
  cashShare: figureSchema,
  /** Futures volume by venue in the crash window: not liquidations. */
  volumes: z.array(groupSchema),
});

const NO_TOTAL = 'no total of liquidations is known of the last 3 days';
const NO_ROWS = 'no liquidation by venue, side and leverage is known of the last 24 hours';

/** What was liquidated, as a range with its sources: venues under-report, texts repeat one another, and a rank holds only in its universe. */
export const liquidations = explainPart({
  id: 'liquidations',
  title: { 'zh-Hans': '爆仓', 'zh-Hant': '強制平倉', en: 'Liquidations' },
  series: SERIES,
  covers: (asset) => asset === 'btc-usd' || asset === 'eth-usd',
  schema,
  formulas: LIQUIDATION_FORMULAS,
  async compute({ view, figure }) {
    const draw = drawing(figure, SERIES);
    const rows = lastDay(await view.table(LIQUIDATION_TABLE), view.instant);
    const press = pressTotals(await view.table(PRESS_TABLE));
    const daily = await dailyTotals(view);
    const today = dayOf(view.instant - 1);
    const fresh = latestReports(press, today);
    const tiers = await view.table(TIERS_TABLE);
    return {
      ...totalsOf(draw, rows, press, fresh, daily, today),
      longShare: longShareOf(draw, rows, daily, today),
      reports: [...fresh].reverse().slice(0, REPORTS).map(reportOf),
      ...venuesOf(draw, rows),
      leverage: leverageOf(draw, rows, tiers),
      ...hoursOf(draw, rows, view.instant),
      volumes: volumesOf(draw, await view.table(VOLUME_TABLE), view.instant),
    };
  },
});

function reportOf({ posted, low, high, accounts, quote }: PressTotal) {
  return {
    posted: formatDay(posted),
    low,
    high,
    accounts: Number.isFinite(accounts) ? accounts : null,
    quote,
  };
}

/** Those of the latest day on which anything was reported, when that is one of the last 3. */
function latestReports(press: readonly PressTotal[], today: EpochDay): readonly PressTotal[] {
  const latest = press.at(-1)?.posted ?? Number.NEGATIVE_INFINITY;
  return latest > today - FRESH_DAYS ? press.filter(({ posted }) => posted === latest) : [];
}

interface Daily {
  readonly dates: Int32Array;
  readonly long: Float64Array;
  readonly short: Float64Array;
}

async function dailyTotals(view: View): Promise<Daily> {
  const { dates, columns } = await view.panel({ ids: SERIES, join: 'intersection' });
  return { dates, long: columns[0]!.values, short: columns[1]!.values };
}

function totalsOf(
  draw: Draw,
  rows: readonly Liquidation[],
  press: readonly PressTotal[],
  fresh: readonly PressTotal[],
  daily: Daily,
  today: EpochDay,
) {
  const last = latestOf(daily, today);
  const fed = [
    ...(rows.length > 0 ? [sumWhere(rows)] : []),
    ...(last < 0 ? [] : [daily.long[last]! + daily.short[last]!]),
  ];
  const ends = [...fed, ...fresh.flatMap(({ low, high }) => [low, high])];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const known = ends.length > 0;
  const sources = `${fed.length} feeds, ${fresh.length} reports`;
  const flags = fed.length > 0 ? (['under-reported'] as const) : (['under-reported', 'unproven'] as const);
  const counted = fresh.findLast(({ accounts }) => accounts > 0);
  return {
    total: draw('total', known ? low : Number.NaN, 'usd', 'liquidation-total', {
      params: { sources },
      ...(known ? { band: { low, high, level: 1, how: 'lowest and highest of what is at hand' } } : {}),
      flags,
      why: NO_TOTAL,
    }),
    average: draw(
      'average',
      counted ? counted.low / counted.accounts : Number.NaN,
      'usd',
      'liquidation-average',
      {
        ...(counted ? { params: { accounts: counted.accounts, posted: formatDay(counted.posted) } } : {}),
        flags: ['unproven'],
        why: 'no report of the last 3 days gives a total with its number of accounts',
      },
    ),
    rank: rankOf(draw, daily, last, press, today),
  };
}

/** Row of the latest day of the daily series within the last 3; −1 when there is none. */
function latestOf({ dates }: Daily, today: EpochDay): number {
  const last = dates.length - 1;
  return last >= 0 && dates[last]! > today - FRESH_DAYS ? last : -1;
}

function rankOf(draw: Draw, daily: Daily, last: number, press: readonly PressTotal[], today: EpochDay) {
  const fed = last >= 0;
  const days = fed
    ? Array.from(daily.dates, (day, t) => ({ day, usd: daily.long[t]! + daily.short[t]! }))
    : reportedDays(press);
  const now = days.at(-1);
  const fresh = now !== undefined && now.day > today - FRESH_DAYS && days.length > 1;
  const universe = fed ? 'days of the imported daily series' : 'days on which a text at hand gave a total';
  const ahead = fresh ? days.slice(0, -1).filter(({ usd }) => usd > now.usd).length : Number.NaN;
  return draw('rank', 1 + ahead, 'count', 'liquidation-rank', {
    params: { universe, days: days.length },
    ...(fresh ? { window: { from: formatDay(days[0]!.day), to: formatDay(now.day), n: days.length } } : {}),
    flags: fed ? ['under-reported'] : ['under-reported', 'unproven'],
    why: NO_TOTAL,
  });
}

/** The highest reported total of each day that has one. */
function reportedDays(press: readonly PressTotal[]): readonly { day: EpochDay; usd: number }[] {
  const days = new Map<EpochDay, number>();
  for (const { posted, high } of press) days.set(posted, Math.max(high, days.get(posted) ?? 0));
  return [...days].map(([day, usd]) => ({ day, usd }));
}

function longShareOf(draw: Draw, rows: readonly Liquidation[], daily: Daily, today: EpochDay) {
  const sided = rows.filter(({ side }) => side !== undefined);
  const last = latestOf(daily, today);
  const share =
    sided.length > 0
      ? sumWhere(sided, ({ side }) => side === 'long') / sumWhere(sided)
      : last >= 0
        ? daily.long[last]! / (daily.long[last]! + daily.short[last]!)
        : Number.NaN;
  return draw('long-share', share, 'fraction', 'liquidation-share', {
    flags: ['under-reported'],
    why: NO_ROWS,
  });
}

function venuesOf(draw: Draw, rows: readonly Liquidation[]) {
  const { shares, all } = sharesBy(
    rows,
    ({ venue }) => venue,
    ({ usd }) => usd,
  );
  return {
    venues: sharesToTell(shares).map(({ name, share }, k) => ({
      name,
      share: draw(`venue-${k + 1}`, share, 'fraction', 'liquidation-share', {
        params: { venue: name },
        flags: ['under-reported'],
      }),
    })),
    concentration: draw(
      'concentration',
      all.length > 0 ? herfindahl(all) : Number.NaN,
      'ratio',
      'liquidation-concentration',
      {
        flags: ['under-reported'],
        why: NO_ROWS,
      },
    ),
  };
}

function sharesBy<T>(rows: readonly T[], nameOf: (row: T) => string, sizeOf: (row: T) => number) {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(nameOf(row), (sums.get(nameOf(row)) ?? 0) + sizeOf(row));
  const total = [...sums.values()].reduce((sum, size) => sum + size, 0);
  const shares = [...sums]
    .map(([name, size]) => ({ name, share: size / total }))
    .sort((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1));
  return { shares, all: shares.map(({ share }) => share) };
}

/** The largest by name and the rest, named by an empty text, by subtraction: together exactly 1. */
function sharesToTell(shares: readonly { name: string; share: number }[]) {
  if (shares.length === 0) return [];
  const named = shares.length > VENUES ? shares.slice(0, VENUES) : shares.slice(0, -1);
  const rest = 1 - named.reduce((sum, { share }) => sum + share, 0);
  return [...named, { name: shares.length > VENUES ? '' : shares.at(-1)!.name, share: rest }];
}

function leverageOf(draw: Draw, rows: readonly Liquidation[], tiers: readonly TableRow[]) {
  const known = rows.filter(({ leverage }) => leverage > 0);
  const total = sumWhere(known);
  return LEVERAGE_BANDS.map((to, band) => {
    const from = band === 0 ? 1 : LEVERAGE_BANDS[band - 1]!;
    const path = `leverage-${from}`;
    const share = sumWhere(known, ({ leverage }) => bandOfLeverage(leverage) === band) / total;
    const distance = (name: string, leverage: number) =>
      draw(
        `${path}.${name}`,
        1 / leverage - maintenanceRate(tiers, 'BTC', leverage),
        'fraction',
        'liquidation-distance',
        {
          ...(Number.isFinite(leverage) ? { params: { leverage } } : {}),
          why: Number.isFinite(leverage) ? 'the margin tiers are not known' : 'the band has no upper end',
        },
      );
    return {
      from,
      to: Number.isFinite(to) ? to : null,
      share: draw(`${path}.share`, share, 'fraction', 'liquidation-share', {
        flags: ['under-reported'],
        why: NO_ROWS,
      }),
      distance: distance('distance', from),
      nearest: distance('nearest', to),
    };
  });
}

function hoursOf(draw: Draw, rows: readonly Liquidation[], instant: Instant) {
  const hour = 3_600_000;
  const total = sumWhere(rows);
  const last = Math.ceil(instant / hour) * hour;
  const starts = rows.length === 0 ? [] : Array.from({ length: 24 }, (_, k) => last - (24 - k) * hour);
  return {
    hours: starts.map((start, k) => ({
      utc: formatInstant(start),
      newYork: newYorkHour(start),
      share: draw(
        `hour-${k + 1}`,
        sumWhere(rows, ({ time }) => time >= start && time < start + hour) / total,
        'fraction',
        'liquidation-share',
        { params: { hour: formatInstant(start) }, flags: ['under-reported'] },
      ),
    })),
    cashShare: draw(
      'cash-share',
      sumWhere(rows, ({ time }) => cashOpen(time)) / total,
      'fraction',
      'liquidation-share',
      {
        params: { hours: 'cash session of New York' },
        flags: ['under-reported'],
        why: NO_ROWS,
      },
    ),
  };
}

function volumesOf(draw: Draw, rows: readonly TableRow[], instant: Instant) {
  const futures = rows.filter(
    ({ knownAt, cells }) =>
      cells.type === 'futures' &&
      cells.base === 'ALL' &&
      typeof cells.usd_volume === 'number' &&
      instant - knownAt <= VOLUME_DAYS * MS_PER_DAY,
  );
  const { shares } = sharesBy(
    futures,
    ({ cells }) => String(cells.exchange),
    ({ cells }) => cells.usd_volume as number,
  );
  return sharesToTell(shares).map(({ name, share }, k) => ({
    name,
    share: draw(`volume-${k + 1}`, share, 'fraction', 'crash-volume-share', {
      params: { venue: name },
      flags: ['proxy'],
    }),
  }));
}
