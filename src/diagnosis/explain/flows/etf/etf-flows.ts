import { z } from 'zod';
import { calendar } from '../../../../data/calendar.ts';
import { type EpochDay, formatDay, type Instant, weekdayOf } from '../../../../data/time.ts';
import { standardDeviation } from '../../../../math/moments.ts';
import { empiricalCdf } from '../../../../math/rank.ts';
import { rollingMean, rollingStandardDeviation } from '../../../../math/rolling.ts';
import { lagsOf } from '../../../../measures/lagged-design.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { latestSession } from '../../../sessions.ts';
import { type Draw, dayAt, drawing, pointsOf, spanOf } from '../../drawing.ts';
import { explainPart } from '../../part.ts';
import { coinOf, coversCoin, FUND_ASSETS, FUND_SERIES, type FundCoin } from './coins.ts';
import { ETF_FLOW_FORMULAS } from './etf-flows-formulas.ts';
import { largestSince, reversalsIn, reverses, streakOf } from './flow-state.ts';
import { fundSharesOf, fundSharesSchema } from './fund-shares.ts';
import { SHORT_WINDOW, windowFlow } from './implied.ts';
import { againstRecord, monthOf, nextMonth, periodsOf, projected } from './periods.ts';
import { type FundSessions, readFundSessions } from './sessions.ts';
import { bandOf, slopeOf } from './slope.ts';
import { yearBefore, yearLines, yearToDate } from './year-to-date.ts';

const LAST = 5;
const RECENT = 20;
const BARS = 120;

const points = z.array(z.number().nullable());

const yearSchema = z.object({
  from: isoDay.nullable(),
  to: isoDay.nullable(),
  usd: figureSchema,
  coins: figureSchema,
});

const schema = z.object({
  asset: z.string(),
  /** Latest session whose flow is known; null when none is. */
  date: isoDay.nullable(),
  /** Closed sessions whose flow is not complete yet. */
  awaited: z.array(isoDay),
  /** Of the last 20 New York sessions, those without a reported flow. */
  unreported: z.array(isoDay),
  /** The last five sessions, oldest first. */
  days: z.array(
    z.object({
      date: isoDay,
      /** 1 Monday … 5 Friday. */
      weekday: z.number().int(),
      flow: figureSchema,
      /** The flow has the other sign than the session before. */
      reversal: z.boolean(),
      /** Last earlier session with a flow at least as large on the same side; null: none since the first. */
      since: isoDay.nullable(),
      /** Sessions between the two; all there are when there was none. */
      sessionsSince: z.number().int(),
    }),
  ),
  streak: z.object({
    side: z.enum(['in', 'out', 'none']),
    from: isoDay.nullable(),
    sessions: figureSchema,
    sum: figureSchema,
  }),
  reversals: z.object({ last20: figureSchema, rate: figureSchema }),
  persistence: figureSchema,
  volatility: figureSchema,
  volatilityPercentile: figureSchema,
  window: z.object({
    from: isoDay.nullable(),
    to: isoDay.nullable(),
    sessions: z.number().int(),
    sum: figureSchema,
    mean: figureSchema,
    /** n × mean = sum to a cent. */
    adds: z.boolean(),
    change: figureSchema,
  }),
  month: z.object({
    start: isoDay.nullable(),
    sessions: z.number().int(),
    left: z.number().int(),
    toDate: figureSchema,
    projection: figureSchema,
    rank: figureSchema,
    /** The earlier month that went furthest to the same side. */
    record: z.object({ start: isoDay, flow: figureSchema }).nullable(),
    beyond: z.boolean(),
    projectedBeyond: z.boolean(),
    bars: z.object({ dates: z.array(isoDay), values: points }),
  }),
  shares: fundSharesSchema,
  year: z.object({
    thisYear: yearSchema,
    lastYear: yearSchema,
    lines: z.object({ dates: z.array(isoDay), thisYear: points, lastYear: points }),
  }),
  /** The last sessions; `mean`: of the five to each of them. */
  series: z.object({ dates: z.array(isoDay), values: points, mean: points, price: points }),
});

const NO_FLOW = 'no fund flow is known';
const FEW = 'fewer than 30 sessions with a flow';

/** What the US spot funds of a coin took in or gave out, by session, month, year and fund. */
export const etfFlows = explainPart({
  id: 'etf-flows',
  title: {
    'zh-Hans': '现货基金资金流',
    'zh-Hant': '現貨基金資金流',
    en: 'Flows of the spot funds',
  },
  series: [...FUND_SERIES, ...FUND_ASSETS],
  covers: coversCoin,
  schema,
  formulas: ETF_FLOW_FORMULAS,
  async compute({ view, asset, window, figure }) {
    const coin = coinOf(asset);
    const sessions = await readFundSessions(view, coin);
    const { dates, total, price } = sessions;
    const draw = drawing(figure, [coin.total]);
    const last = dates.length - 1;
    const start = last < 0 ? 0 : dates.findIndex((day) => day >= monthOf(dates[last]!));
    const since = recentFrom(view.instant);
    return {
      asset: coin.asset,
      date: dayAt(dates, last),
      awaited: sessions.awaited.map(formatDay),
      unreported: sessions.unreported.filter((day) => day >= since).map(formatDay),
      days: daysOf(draw, coin, sessions),
      ...stateOf(draw, sessions),
      window: windowOf(draw, sessions, window),
      month: monthAnswer(draw, sessions),
      shares: await fundSharesOf(view, drawing(figure, [coin.total, coin.asset]), coin, sessions, start),
      year: yearOf(drawing(figure, [coin.total, coin.asset]), coin, sessions),
      series: {
        dates: Array.from(dates.subarray(-BARS), formatDay),
        values: pointsOf(total.subarray(-BARS)),
        mean: pointsOf(rollingMean(total, LAST).subarray(-BARS)),
        price: pointsOf(price.subarray(-BARS)),
      },
    };
  },
});

/** First of the last 20 New York sessions that had closed by the instant. */
function recentFrom(instant: Instant): EpochDay {
  return calendar('new-york').offset(latestSession('new-york', instant), 1 - RECENT);
}

function daysOf(draw: Draw, coin: FundCoin, { dates, total }: FundSessions) {
  const rows = [...dates.keys()].slice(-LAST);
  return rows.map((row) => {
    const date = formatDay(dates[row]!);
    const since = largestSince(total, row);
    return {
      date,
      weekday: weekdayOf(dates[row]!),
      flow: draw(`day-${rows.length - rows.indexOf(row)}`, total[row]!, 'usd', 'etf-flow', {
        inputs: [{ symbol: 'F_t', series: coin.total, date }],
      }),
      reversal: reverses(total, row),
      since: since === row ? null : dayAt(dates, since),
      sessionsSince: row - Math.max(since, 0),
    };
  });
}

function stateOf(draw: Draw, { dates, total }: FundSessions) {
  const last = dates.length - 1;
  const streak = streakOf(total);
  const side = ['out', 'none', 'in'][Math.sign(total[last] ?? 0) + 1] as 'in' | 'out' | 'none';
  const run = streak.sessions > 0 ? spanOf(dates, streak.from, last) : { why: NO_FLOW };
  const own = slopeOf(total, shifted(total));
  const first = Math.max(1, last - RECENT + 1);
  const enough = last >= RECENT;
  const recent = enough ? spanOf(dates, first, last) : { why: `fewer than ${RECENT} sessions with a flow` };
  const deviations = rollingStandardDeviation(total, RECENT);
  const deviation = enough ? standardDeviation(total, first, last + 1) : Number.NaN;
  const whole = last > 0 ? spanOf(dates, 0, last) : { why: NO_FLOW };
  return {
    streak: {
      side,
      from: streak.sessions > 0 ? dayAt(dates, streak.from) : null,
      sessions: draw(
        'streak.sessions',
        last < 0 ? Number.NaN : streak.sessions,
        'count',
        'etf-flow-streak',
        run,
      ),
      sum: draw('streak.sum', last < 0 ? Number.NaN : streak.sum, 'usd', 'etf-flow-sum', run),
    },
    reversals: {
      last20: draw(
        'reversals.last-20',
        enough ? reversalsIn(total, first, last) : Number.NaN,
        'count',
        'etf-flow-reversals',
        recent,
      ),
      rate: draw(
        'reversals.rate',
        last > 0 ? reversalsIn(total, 1, last) / last : Number.NaN,
        'fraction',
        'etf-flow-reversal-rate',
        whole,
      ),
    },
    persistence: draw('persistence', own?.slope ?? Number.NaN, 'ratio', 'etf-flow-ar1', {
      ...(own ? { ...spanOf(dates, 1, last, own.rows), band: bandOf(own) } : { why: FEW }),
    }),
    volatility: draw('volatility', deviation, 'usd', 'etf-flow-volatility', recent),
    volatilityPercentile: draw(
      'volatility-percentile',
      empiricalCdf(deviations, deviations.at(-1) ?? Number.NaN),
      'fraction',
      'etf-flow-volatility-percentile',
      enough ? whole : recent,
    ),
  };
}

function shifted(values: Float64Array): Float64Array {
  const [before] = lagsOf(values, 1);
  return values.map((_, t) => (t === 0 ? Number.NaN : before!(t)));
}

function windowOf(draw: Draw, sessions: FundSessions, n: number) {
  const { from, to, flow, change } = windowFlow(sessions, n);
  const span = from >= 0 ? spanOf(sessions.dates, from, to) : { why: SHORT_WINDOW };
  return {
    from: dayAt(sessions.dates, from),
    to: from >= 0 ? dayAt(sessions.dates, to) : null,
    sessions: n,
    sum: draw('window.sum', flow, 'usd', 'etf-flow-sum', span),
    mean: draw('window.mean', flow / n, 'usd', 'etf-flow-mean', span),
    adds: Math.abs((flow / n) * n - flow) < 0.01,
    change: draw('window.change', change, 'fraction', 'flow-window-change', {
      ...span,
      why: from < 0 ? SHORT_WINDOW : 'no price at both ends of the window',
    }),
  };
}

function monthAnswer(draw: Draw, { dates, total }: FundSessions) {
  const months = periodsOf(dates, total, monthOf);
  const now = months.at(-1);
  const last = dates.length - 1;
  const left = now ? calendar('new-york').sessions(dates[last]! + 1, nextMonth(now.start) - 1).length : 0;
  const { record, rank } = againstRecord(months);
  const projection = now ? projected(now, left) : Number.NaN;
  const span = now ? spanOf(dates, dates.length - now.sessions, last) : { why: NO_FLOW };
  const sign = Math.sign(now?.flow ?? 0);
  const beyond = (flow: number) => record !== undefined && flow * sign > record.flow * sign;
  return {
    start: now ? formatDay(now.start) : null,
    sessions: now?.sessions ?? 0,
    left,
    toDate: draw('month.to-date', now?.flow ?? Number.NaN, 'usd', 'etf-flow-sum', span),
    projection: draw('month.projection', projection, 'usd', 'etf-flow-month-projection', {
      ...span,
      flags: left > 0 ? ['extrapolated', 'unproven'] : [],
    }),
    rank: draw('month.rank', rank, 'count', 'etf-flow-month-rank', { why: NO_FLOW }),
    record: record
      ? {
          start: formatDay(record.start),
          flow: draw('month.record', record.flow, 'usd', 'etf-flow-sum', {
            window: monthSpan(dates, record.start),
          }),
        }
      : null,
    beyond: now !== undefined && beyond(now.flow),
    projectedBeyond: beyond(projection),
    bars: {
      dates: months.map(({ start }) => formatDay(start)),
      values: months.map(({ flow }) => flow),
    },
  };
}

function monthSpan(dates: Int32Array, start: number) {
  const rows = [...dates.keys()].filter((row) => monthOf(dates[row]!) === start);
  return spanOf(dates, rows[0]!, rows.at(-1)!).window;
}

function yearOf(draw: Draw, coin: FundCoin, sessions: FundSessions) {
  const last = sessions.dates.at(-1);
  const one = (path: string, day: number | undefined) => {
    const found = day === undefined ? undefined : yearToDate(sessions, day);
    const known = found !== undefined && found.from <= found.to;
    const span = known ? spanOf(sessions.dates, found.from, found.to) : { why: NO_FLOW };
    return {
      from: known ? dayAt(sessions.dates, found.from) : null,
      to: known ? dayAt(sessions.dates, found.to) : null,
      usd: draw(`${path}.usd`, found?.usd ?? Number.NaN, 'usd', 'etf-flow-year', span),
      coins: draw(`${path}.coins`, found?.coins ?? Number.NaN, coin.unit, 'etf-flow-year-coins', {
        ...span,
        why: known ? 'a session of the year has a flow and no price' : NO_FLOW,
      }),
    };
  };
  const lines = yearLines(sessions);
  return {
    thisYear: one('year.this', last),
    lastYear: one('year.last', last === undefined ? undefined : yearBefore(last)),
    lines: {
      dates: lines.dates.map(formatDay),
      thisYear: pointsOf(Float64Array.from(lines.thisYear)),
      lastYear: pointsOf(Float64Array.from(lines.lastYear)),
    },
  };
}
