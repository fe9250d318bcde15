import { z } from 'zod';
import { formatDay } from '../../../../data/time.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { barsOf } from '../../../scan/new-york-day.ts';
import { type Draw, drawing, spanOf } from '../../drawing.ts';
import { type ExplainContext, explainPart } from '../../part.ts';
import { readSessions, type SessionColumn, type Sessions, sessionSeries } from '../sessions.ts';
import { LADDER_FLOW_SERIES, ladderFlows, ladderFlowsSchema } from './ladder-flows.ts';
import { LADDER_FORMULAS } from './ladder-formulas.ts';
import { LADDERS, type LadderId, LEAST_ASSETS, RUNGS, type Rung } from './rungs.ts';
import { LEAST_WINDOWS, ORDERED, returnsOver, type Steepness, steepness } from './steepness.ts';

/** Windows beside the one that is asked for. */
const WINDOWS = [20, 60];
/** A ladder may be read this many sessions before the latest one. */
const OLDEST = 4;

export const SLOPES = ['downhill', 'uphill', 'mixed'] as const;

const schema = z.object({
  ladders: z.array(
    z.object({
      ladder: z.enum(LADDERS),
      /** Latest session with enough of its assets; null: none lately. */
      date: isoDay.nullable(),
      windows: z.array(
        z.object({
          sessions: z.number(),
          from: isoDay.nullable(),
          slope: figureSchema,
          rank: figureSchema,
          p: figureSchema,
          baseRate: figureSchema,
          sameSide: figureSchema,
          /** Mixed: no order by p, or an order that the slope does not follow; null: not measured. */
          side: z.enum(SLOPES).nullable(),
        }),
      ),
      assets: z.array(
        z.object({
          asset: z.string(),
          rung: z.number(),
          /** In the order of the windows. */
          returns: z.array(figureSchema),
        }),
      ),
    }),
  ),
  flows: ladderFlowsSchema,
  /** Sessions of the window that was asked for. */
  asked: z.number(),
  standing: z.literal('unproven'),
});

const ASSETS = LADDERS.flatMap((ladder) => RUNGS[ladder].map(({ asset }) => asset));
const COINS = ['btc-usd'] as const;

/** Whether what pays late fell more than what pays soon, among bonds and among equities, and how often it did as much. */
export const durationLadder = explainPart({
  id: 'duration-ladder',
  title: { 'zh-Hans': '久期阶梯', 'zh-Hant': '存續期間階梯', en: 'Duration ladder' },
  series: [...ASSETS, ...COINS.flatMap(barsOf), ...LADDER_FLOW_SERIES],
  schema,
  formulas: LADDER_FORMULAS,
  async compute(context) {
    const { view, figure, window } = context;
    const windows = [...new Set([window, ...WINDOWS])].toSorted((a, b) => a - b);
    const sessions = await readSessions(view, ASSETS, Math.max(...windows));
    // The finest bars of a coin that a window has, as wherever else its move over that window is told.
    const coins = await Promise.all(windows.map((one) => readSessions(view, COINS, one)));
    return {
      ladders: LADDERS.map((ladder) => ladderAnswer(context, ladder, sessions, windows, coins)),
      flows: await ladderFlows(view, figure, sessions.dates, windows),
      asked: window,
      standing: 'unproven' as const,
    };
  },
});

const NO_RETURN = 'the asset is not measured at both ends of the window, or its source changed';
const FEW_ASSETS = 'too few assets of the ladder have a return over the window';
const LEVEL = 'the returns of the ladder are all alike';
const FEW_WINDOWS = `fewer than ${LEAST_WINDOWS} past windows with all of its assets`;

interface Standing extends Rung {
  readonly column: SessionColumn | undefined;
}

/** Latest row, at most four before the last session, on which enough of the assets are measured; −1 without one. */
function latestCommon(assets: readonly Standing[], rows: number, least: number): number {
  for (let t = rows - 1; t >= Math.max(0, rows - 1 - OLDEST); t--) {
    if (assets.filter(({ column }) => Number.isFinite(column?.values[t] ?? Number.NaN)).length >= least) {
      return t;
    }
  }
  return -1;
}

/** A window of a ladder: its span, and the returns of each asset up to the ladder's session. */
interface Window {
  readonly sessions: number;
  readonly last: number;
  readonly from: string | null;
  readonly span: Partial<ReturnType<typeof spanOf>>;
  readonly returns: readonly Float64Array[];
}

function windowOf(assets: readonly Standing[], dates: Int32Array, last: number, sessions: number): Window {
  const whole = last >= sessions;
  return {
    sessions,
    last,
    from: whole ? formatDay(dates[last - sessions]!) : null,
    span: whole ? spanOf(dates, last - sessions, last, sessions) : {},
    returns: assets.map(({ column }) =>
      column ? returnsOver(column, sessions).subarray(0, last + 1) : new Float64Array(0),
    ),
  };
}

function ladderAnswer(
  context: ExplainContext,
  ladder: LadderId,
  sessions: Sessions,
  windows: readonly number[],
  coins: readonly Sessions[],
) {
  const { dates, get } = sessions;
  const assets: Standing[] = RUNGS[ladder].map((rung) => ({ ...rung, column: get(rung.asset) }));
  const last = latestCommon(assets, dates.length, LEAST_ASSETS[ladder]);
  const over = windows.map((one, k) => {
    const own = assets.map((each) => ({ ...each, column: coins[k]!.get(each.asset) ?? each.column }));
    return windowOf(own, dates, last, one);
  });
  return {
    ladder,
    date: last < 0 ? null : formatDay(dates[last]!),
    windows: over.map((window) => windowAnswer(context, ladder, assets, window, dates)),
    assets: assets.map(({ asset, rung }, k) => ({
      asset,
      rung,
      returns: over.map(({ sessions: n, returns, span }) =>
        drawing(context.figure, sessionSeries(context.view, asset))(
          `${asset}.${n}`,
          returns[k]?.[last] ?? Number.NaN,
          'fraction',
          'ladder-return',
          { ...span, why: NO_RETURN },
        ),
      ),
    })),
  };
}

function windowAnswer(
  { view, figure }: ExplainContext,
  ladder: LadderId,
  assets: readonly Standing[],
  window: Window,
  dates: Int32Array,
) {
  const { sessions, last, from, returns } = window;
  const there = assets.flatMap(({ asset, rung }, k) =>
    Number.isFinite(returns[k]?.[last] ?? Number.NaN) ? [{ asset, rung, returns: returns[k]! }] : [],
  );
  const known = there.length >= LEAST_ASSETS[ladder] ? there : [];
  const rungs = Float64Array.from(known, ({ rung }) => rung);
  const steep = steepness(
    rungs,
    known.map((one) => one.returns),
    sessions,
  );
  const draw = drawing(
    figure,
    assets.flatMap(({ asset }) => sessionSeries(view, asset)),
  );
  const figures = steepFigures(draw, ladder, window, steep, { dates, params: { assets: there.length } });
  return { sessions, from, ...figures, side: sideOf(steep) };
}

function steepFigures(
  draw: Draw,
  ladder: LadderId,
  { sessions, span, last }: Window,
  { slope, rank, p, baseRate, sameSide, band, past, first }: Steepness,
  { dates, params }: { readonly dates: Int32Array; readonly params: { readonly assets: number } },
) {
  const path = `${ladder}.${sessions}`;
  const flags = ladder === 'bonds' ? (['unproven'] as const) : (['proxy', 'unproven'] as const);
  const now = { ...span, flags, params, why: Number.isFinite(slope) ? LEVEL : FEW_ASSETS };
  const before = {
    ...(past > 0 ? spanOf(dates, first - sessions, last - sessions, past) : {}),
    params,
    why: Number.isNaN(slope) ? FEW_ASSETS : slope === 0 ? LEVEL : FEW_WINDOWS,
  };
  return {
    slope: draw(`${path}.slope`, slope, 'fraction', 'ladder-slope', now),
    rank: draw(`${path}.rank`, rank, 'ratio', 'ladder-rank', now),
    p: draw(`${path}.p`, p, 'fraction', 'ladder-p', now),
    baseRate: draw(`${path}.base-rate`, baseRate, 'fraction', 'ladder-base-rate', {
      ...before,
      band: { ...band, how: 'Wilson, one window in w' },
    }),
    sameSide: draw(`${path}.same-side`, sameSide, 'fraction', 'ladder-same-side', before),
  };
}

function sideOf({ slope, rank, p }: Steepness): (typeof SLOPES)[number] | null {
  if (!Number.isFinite(slope + rank)) return null;
  if (!(p <= ORDERED) || Math.sign(slope) !== Math.sign(rank)) return 'mixed';
  return slope < 0 ? 'downhill' : 'uphill';
}
