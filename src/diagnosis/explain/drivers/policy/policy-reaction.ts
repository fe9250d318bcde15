import { z } from 'zod';
import { calendar } from '../../../../data/calendar.ts';
import { entryOf } from '../../../../data/series/index.ts';
import { dayOf, formatInstant, type Instant } from '../../../../data/time.ts';
import { quantile } from '../../../../math/quantile.ts';
import { figureSchema, isoDay, wordsSchema } from '../../../answer.ts';
import { type Draw, dayAt, drawing } from '../../drawing.ts';
import { type ExplainContext, explainPart } from '../../part.ts';
import { logOf, moveOver } from '../factors.ts';
import { latestRow, readSessions, type Sessions, sessionSeries } from '../sessions.ts';
import { EVENTS_TABLE, eventsBy, type PolicyEvent } from './policy-events.ts';
import { POLICY_REACTION_FORMULAS } from './policy-reaction-formulas.ts';

const ASSETS = [
  'us-2y',
  'us-10y-market',
  'dollar-index',
  'gold-front',
  'silver-front',
  'sp500',
  'nasdaq-100',
  'btc-usd',
  'nikkei-225',
] as const;
/** Whose fall in the window is set against the event. */
const FALLING = ['gold-front', 'silver-front', 'sp500', 'nasdaq-100', 'btc-usd'];
const HORIZONS = [1, 5, 10] as const;
const PLACEBOS = 1000;
const FEWEST = 250;
/** An event longer ago is not told. */
const OLDEST = 60;
/** A market may have been closed on so many New York sessions before. */
const CARRY = 4;

const schema = z.object({
  /** Null when none was out in the last 60 sessions. */
  event: z
    .object({ time: z.string(), title: wordsSchema, source: wordsSchema, sessions: z.number().int() })
    .nullable(),
  assets: z.array(
    z.object({
      asset: z.string(),
      /** First session in which the market could react; null when it has not closed since. */
      reaction: isoDay.nullable(),
      horizons: z.array(
        z.object({
          sessions: z.number().int(),
          move: figureSchema,
          placebo: figureSchema,
          unusual: z.boolean(),
        }),
      ),
      total: figureSchema,
      later: figureSchema,
      /** Largest fall in the window, how many sessions after the first reaction; negative: before it. */
      fall: z.object({ date: isoDay, move: figureSchema, lag: z.number().int() }).nullable(),
    }),
  ),
});

export type ReactionAsset = z.infer<typeof schema>['assets'][number];

/** How markets moved after news of who decides on policy, and whether the fall of the window can be its reaction. */
export const policyReaction = explainPart({
  id: 'policy-reaction',
  title: {
    'zh-Hans': '政策人事消息与市场反应',
    'zh-Hant': '政策人事消息與市場反應',
    en: 'News of who decides on policy',
  },
  series: ASSETS,
  schema,
  formulas: POLICY_REACTION_FORMULAS,
  async compute(context) {
    const { view, window } = context;
    const event = eventsBy(view, await view.table(EVENTS_TABLE)).at(-1);
    if (!event) return { event: null, assets: [] };
    const since = sessionsSince(event, view.instant);
    if (since > OLDEST) return { event: null, assets: [] };
    const sessions = await readSessions(view, ASSETS, window);
    return {
      event: {
        time: formatInstant(event.time),
        title: event.title,
        source: event.source,
        sessions: since,
      },
      assets: ASSETS.map((asset) => assetFigures(context, sessions, event, asset)),
    };
  },
});

/** New York sessions that have closed since an event. */
function sessionsSince({ time }: PolicyEvent, instant: Instant): number {
  const market = calendar('new-york');
  return market.sessions(dayOf(time) - 1, dayOf(instant)).filter((day) => {
    const close = market.closeOf(day);
    return close > time && close <= instant;
  }).length;
}

interface Path {
  readonly level: Float64Array;
  readonly source: Uint8Array;
  readonly carry: number;
}

function assetFigures(
  { view, figure, window }: ExplainContext,
  sessions: Sessions,
  event: PolicyEvent,
  asset: (typeof ASSETS)[number],
): ReactionAsset {
  const price = entryOf(asset)?.transform === 'price';
  const column = sessions.get(asset);
  const rows = sessions.dates.length;
  const path: Path = {
    level:
      column?.values.map((value) => (price ? logOf(value) : value)) ??
      new Float64Array(rows).fill(Number.NaN),
    source: column?.source ?? new Uint8Array(rows),
    carry: CARRY,
  };
  const last = column ? latestRow(column) : -1;
  const found = column?.times.findIndex((time) => time > event.time) ?? -1;
  const told = (move: number) => (price ? Math.expm1(move) : move);
  const draw = drawing(figure, sessionSeries(view, asset));
  const unit = price ? ('fraction' as const) : ('fraction-per-year' as const);
  const over = (from: number, to: number) =>
    from < 0 || to > last ? Number.NaN : told(moveOver(path, from, to));
  const [first, total] =
    found < 1 ? [Number.NaN, Number.NaN] : [over(found - 1, found), over(found - 1, last)];
  const why = found < 1 ? 'the market has not closed since the event' : 'no value before the event';
  return {
    asset,
    reaction: found < 1 ? null : dayAt(sessions.dates, found),
    horizons: HORIZONS.map((h) => horizonFigures(draw, { asset, over, found, h, unit, why })),
    total: draw(`${asset}.total`, total, unit, 'reaction-total', { why }),
    later: draw(`${asset}.later`, total - first, unit, 'reaction-later', { why }),
    fall: FALLING.includes(asset) ? largestFall(draw, sessions, { asset, over, found, last, window }) : null,
  };
}

interface Horizon {
  readonly asset: string;
  readonly over: (from: number, to: number) => number;
  readonly found: number;
  readonly h: number;
  readonly unit: 'fraction' | 'fraction-per-year';
  readonly why: string;
}

function horizonFigures(draw: Draw, { asset, over, found, h, unit, why }: Horizon) {
  const move = found < 1 ? Number.NaN : over(found - 1, found + h - 1);
  const placebos: number[] = [];
  for (let end = found - 1; found > 0 && end > found - 1 - PLACEBOS && end >= h; end--) {
    const one = over(end - h, end);
    if (Number.isFinite(one)) placebos.push(one);
  }
  const enough = placebos.length >= FEWEST && Number.isFinite(move);
  const all = Float64Array.from(placebos);
  const band = enough ? { low: move - quantile(all, 0.95), high: move - quantile(all, 0.05) } : undefined;
  const open = found > 0 && Number.isNaN(move) ? 'the sessions after the event are not over' : why;
  const few = `fewer than ${FEWEST} sessions before the event`;
  return {
    sessions: h,
    move: draw(`${asset}.${h}.move`, move, unit, 'reaction-move', {
      params: { h },
      ...(band ? { band: { ...band, level: 0.9, how: '5 % to 95 % of placebos' } } : {}),
      why: open,
    }),
    placebo: draw(
      `${asset}.${h}.placebo`,
      enough ? all.filter((one) => Math.abs(one) >= Math.abs(move)).length / all.length : Number.NaN,
      'fraction',
      'reaction-placebo',
      { params: { h, n: all.length }, why: Number.isNaN(move) ? open : few },
    ),
    unusual: band !== undefined && (band.low > 0 || band.high < 0),
  };
}

interface Fall {
  readonly asset: string;
  readonly over: (from: number, to: number) => number;
  readonly found: number;
  readonly last: number;
  readonly window: number;
}

function largestFall(draw: Draw, sessions: Sessions, { asset, over, found, last, window }: Fall) {
  let worst = { row: -1, move: 0 };
  for (let row = Math.max(1, last - window + 1); row <= last; row++) {
    const move = over(row - 1, row);
    if (move < worst.move) worst = { row, move };
  }
  if (worst.row < 0 || found < 1) return null;
  return {
    date: dayAt(sessions.dates, worst.row)!,
    move: draw(`${asset}.fall`, worst.move, 'fraction', 'reaction-fall', { params: { w: window } }),
    lag: worst.row - found,
  };
}
