import { z } from 'zod';
import { formatDay } from '../../../../data/time.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { type Draw, dayAt, drawing, pointsOf } from '../../drawing.ts';
import { explainPart } from '../../part.ts';
import { readSessions, type Sessions } from '../sessions.ts';
import {
  distance,
  earlierShares,
  expectedHits,
  LEAST_SPANS,
  orderTest,
  originOf,
  type SectorSpan,
  SPAN,
  sectorSpans,
  sessionsSince,
} from './contagion.ts';
import { priceReturns } from './price-returns.ts';
import { newsIn, PRODUCT_NEWS } from './product-news.ts';
import { SECTOR_FORMULAS } from './sector-formulas.ts';
import { SECTOR_MARKET, SECTOR_SERIES, SECTORS, type SectorId } from './sectors.ts';

const ALL = [SECTOR_MARKET, ...Object.values(SECTOR_SERIES)];
const LEVEL = 0.9;
const REACH = 1.6448536269514722;
/** Lines in the picture. */
const MOST_LINES = 5;

const schema = z.object({
  from: isoDay.nullable(),
  date: isoDay.nullable(),
  /** In the order in which they were hit; those without a hit after them, the weakest first. */
  sectors: z.array(
    z.object({
      sector: z.enum(SECTORS),
      series: z.string(),
      /** First session with a hit; null without one. */
      hit: isoDay.nullable(),
      /** Of that session, or of the lowest one. */
      abnormal: figureSchema,
      score: figureSchema,
      cumulative: figureSchema,
      usual: figureSchema,
      /** Sessions from the origin’s first hit to the first one here at or after it; null for itself and without one. */
      since: z.number().int().nullable(),
      /** From the origin; null for itself, and where no sector was hit. */
      distance: z.number().nullable(),
    }),
  ),
  share: figureSchema,
  expected: figureSchema,
  rank: figureSchema,
  /** The sector hit hardest. */
  origin: z.enum(SECTORS).nullable(),
  tau: figureSchema,
  p: figureSchema,
  /** News that the reader supplies, and the sector that lost most in the first session that could answer. */
  news: z.array(
    z.object({ session: isoDay, what: z.string(), sector: z.enum(SECTORS), abnormal: figureSchema }),
  ),
  path: z.object({
    dates: z.array(isoDay),
    lines: z.array(z.object({ sector: z.enum(SECTORS), values: z.array(z.number().nullable()) })),
  }),
  standing: z.literal('unproven'),
});

/** Which sectors fell beside the market in the last month, in which order, and whether the near ones came first. */
export const sectorContagion = explainPart({
  id: 'sector-contagion',
  title: { 'zh-Hans': '行业传染', 'zh-Hant': '產業傳染', en: 'Contagion among sectors' },
  series: ALL,
  schema,
  formulas: SECTOR_FORMULAS,
  covers: (asset) => ALL.includes(asset) || asset === 'nasdaq-100' || asset === 'sp500',
  async compute({ view, figure }) {
    const sessions = await readSessions(view, ALL, SPAN);
    const found = spansOf(sessions);
    const draw = drawing(figure, ALL);
    const rows = ordered(found);
    const { first, dates, origin } = found;
    return {
      from: dayAt(dates, first),
      date: dayAt(dates, found.last),
      sectors: rows.map((one) => sectorFigures(found, one, draw)),
      ...countFigures(found, draw),
      origin: origin ? found.sectors[origin.index]! : null,
      ...orderFigures(found, draw),
      news: newsRows(found, newsIn(await view.table(PRODUCT_NEWS)), draw),
      path: pathOf(found, rows),
      standing: 'unproven' as const,
    };
  },
});

const FEW = 'fewer than 250 sessions of the market and of any sector before the last 20';
const NO_HIT = 'no sector was hit';
const FEW_OTHERS = 'fewer than 5 other sectors, or none of them hit later';
const FEW_SPANS = `fewer than ${LEAST_SPANS} earlier spans`;

interface Found {
  readonly dates: Int32Array;
  readonly first: number;
  readonly last: number;
  readonly market: Float64Array;
  readonly columns: readonly Float64Array[];
  /** Sector of each column. */
  readonly sectors: readonly SectorId[];
  readonly spans: readonly SectorSpan[];
  readonly origin: SectorSpan | undefined;
}

function spansOf(sessions: Sessions): Found {
  const { dates, get } = sessions;
  const returns = (id: string) => priceReturns(get(id), dates.length);
  const market = returns(SECTOR_MARKET);
  const sectors = SECTORS.filter((sector) => returns(SECTOR_SERIES[sector]).some(Number.isFinite));
  const columns = sectors.map((sector) => returns(SECTOR_SERIES[sector]));
  const last = market.findLastIndex(Number.isFinite);
  const first = last + 1 - SPAN;
  const spans = first < 1 ? [] : sectorSpans(market, columns, first);
  return {
    dates,
    first: spans.length > 0 ? first : -1,
    last: spans.length > 0 ? last : -1,
    market,
    columns,
    sectors,
    spans,
    origin: originOf(spans),
  };
}

function ordered({ spans }: Found): readonly SectorSpan[] {
  const place = ({ hit }: SectorSpan) => (hit < 0 ? SPAN : hit);
  return [...spans].sort((a, b) => place(a) - place(b) || told(a).score - told(b).score || a.index - b.index);
}

/** The session that is told of a sector: its first hit, or the lowest. */
function told({ hit, standardised, abnormal }: SectorSpan) {
  const at = hit >= 0 ? hit : standardised.indexOf(Math.min(...standardised));
  return { at, score: standardised[at]!, abnormal: abnormal[at]! };
}

function sectorFigures({ sectors, dates, first, last, origin }: Found, span: SectorSpan, draw: Draw) {
  const sector = sectors[span.index]!;
  const { at, score, abnormal } = told(span);
  const window = (from: number, to: number) => ({
    window: { from: formatDay(dates[from]!), to: formatDay(dates[to]!), n: to - from + 1 },
  });
  const reach = REACH * span.error;
  const { cumulative } = span;
  return {
    sector,
    series: SECTOR_SERIES[sector],
    hit: span.hit < 0 ? null : formatDay(dates[first + span.hit]!),
    abnormal: draw(`${sector}.abnormal`, abnormal, 'fraction', 'sector-abnormal', {
      ...window(first + at, first + at),
      params: { beta: span.beta },
    }),
    score: draw(`${sector}.score`, score, 'sigma', 'sector-score', window(first + at, first + at)),
    cumulative: draw(`${sector}.cumulative`, cumulative, 'fraction', 'sector-cumulative', {
      ...window(first, last),
      band: { low: cumulative - reach, high: cumulative + reach, level: LEVEL, how: 'normal errors' },
    }),
    usual: draw(`${sector}.usual`, span.usual, 'fraction', 'sector-usual'),
    since: (origin && span !== origin ? sessionsSince(span, origin) : undefined) ?? null,
    distance: origin && span !== origin ? distance(span, origin) : null,
  };
}

function countFigures({ spans, market, columns, first }: Found, draw: Draw) {
  const n = spans.length;
  const share = n === 0 ? Number.NaN : spans.filter(({ hit }) => hit >= 0).length / n;
  const past = n === 0 ? [] : earlierShares(market, columns, first);
  const below = past.filter((one) => one < share).length;
  const equal = past.filter((one) => one === share).length;
  const rank = past.length < LEAST_SPANS ? Number.NaN : (below + equal / 2) / past.length;
  return {
    share: draw('share', share, 'fraction', 'sector-share', { params: { sectors: n }, why: FEW }),
    expected: draw(
      'expected',
      n === 0 ? Number.NaN : expectedHits(spans) / n,
      'fraction',
      'sector-expected',
      {
        why: FEW,
      },
    ),
    rank: draw('rank', rank, 'fraction', 'sector-rank', {
      params: { spans: past.length },
      why: n === 0 ? FEW : FEW_SPANS,
    }),
  };
}

function orderFigures({ spans, origin }: Found, draw: Draw) {
  const test = origin ? orderTest(spans, origin) : undefined;
  const why = spans.length === 0 ? FEW : origin ? FEW_OTHERS : NO_HIT;
  const params = { params: { sectors: test?.sectors ?? 0 } };
  return {
    tau: draw('order', test?.tau ?? Number.NaN, 'ratio', 'sector-order', {
      ...params,
      flags: ['unproven'],
      why,
    }),
    p: draw('order-p', test?.p ?? Number.NaN, 'fraction', 'sector-order-p', { ...params, why }),
  };
}

function newsRows(found: Found, news: ReturnType<typeof newsIn>, draw: Draw) {
  const { dates, first, last, spans, sectors } = found;
  if (spans.length === 0) return [];
  return news.flatMap(({ session, what }, k) => {
    const at = dates.indexOf(session) - first;
    if (at < 0 || at > last - first) return [];
    const worst = spans.reduce((low, one) => (one.standardised[at]! < low.standardised[at]! ? one : low));
    const day = formatDay(session);
    return [
      {
        session: day,
        what,
        sector: sectors[worst.index]!,
        abnormal: draw(`news.${k}`, worst.abnormal[at]!, 'fraction', 'sector-abnormal', {
          window: { from: day, to: day, n: 1 },
        }),
      },
    ];
  });
}

/** Running sums of abnormal returns of the sectors hit first, from 0 before the span. */
function pathOf({ dates, first, sectors }: Found, rows: readonly SectorSpan[]) {
  if (rows.length === 0) return { dates: [], lines: [] };
  const days = Array.from({ length: SPAN + 1 }, (_, k) => formatDay(dates[first - 1 + k]!));
  const lines = rows.slice(0, MOST_LINES).map(({ index, abnormal }) => {
    let sum = 0;
    const values = Float64Array.from([0, ...abnormal], (ar) => (sum += ar));
    return { sector: sectors[index]!, values: pointsOf(values) };
  });
  return { dates: days, lines };
}
