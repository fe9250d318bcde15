import { z } from 'zod';
import type { FigureFlag, FigureMaker } from '../../../data/figure.ts';
import type { Series } from '../../../data/observation.ts';
import { entryOf } from '../../../data/series/index.ts';
import { releaseOf } from '../../../data/series/release.ts';
import { dayOf, formatDay, type Instant, parseDay, parseInstant } from '../../../data/time.ts';
import { turningPoints, WEEKLY_CYCLE } from '../../../measures/bry-boschan.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { formula } from '../../formula.ts';
import { explainPart } from '../part.ts';
import { changeOf, monthlyPace, type Span, spanSince, weeksSpan } from './paces.ts';
import { latestOf, USD_LIQUIDITY, weeklyLiquidity } from './usd-liquidity.ts';

const KINDS = ['peak', 'trough'] as const;
const SHOWN_POINTS = 4;

const turn = z.object({
  kind: z.enum(KINDS),
  date: isoDay,
  /** First day on which the rule could name it: the release of the value `window` weeks later. */
  known: isoDay,
  value: figureSchema,
});

const curve = z.object({
  id: z.enum(['fed-assets', 'net-liquidity']),
  /** Confirmed turning points, the last ones. */
  turns: z.array(turn),
  /**
   * The lowest since the last peak, or the highest since the last trough: a turning point only if it holds until `confirmed`; null when
   * that day has passed and the rule refused it, the cycle being too short.
   */
  candidate: z
    .object({
      kind: z.enum(KINDS),
      date: isoDay,
      confirmed: isoDay.nullable(),
      value: figureSchema,
      since: figureSchema,
    })
    .nullable(),
});

const pace = z.object({ id: z.string(), weeks: z.number().int(), monthly: figureSchema });

const schema = z.object({
  curves: z.array(curve),
  /** Purchases of bills for reserve management; of Treasuries of all kinds where bills are not known, flagged as a proxy. */
  purchases: z.object({
    series: z.enum(['fed-bills', 'fed-treasuries']),
    announced: isoDay,
    /** The latest four weeks, stretched to a month. */
    monthly: figureSchema,
    ofTarget: figureSchema,
    /** Since the programme began. */
    total: figureSchema,
  }),
  /** Growth of the enterprises' own portfolios since their order to buy, and its share of that order. */
  enterprises: z.object({ announced: isoDay, bought: figureSchema, ofOrder: figureSchema }),
  paces: z.array(pace),
});

/**
 * Statement of the Federal Reserve Bank of New York, 10 December 2025: reserve management purchases begin on 12 December with about
 * 40 bn dollars of bills in the first month.
 */
export const PURCHASES = {
  announced: parseInstant('2025-12-10T19:00Z'),
  before: parseDay('2025-12-10'),
  monthly: 40e9,
} as const;

/** The President’s order of 8 January 2026 that Fannie Mae and Freddie Mac buy mortgage bonds of 200 bn dollars. */
export const ORDER = {
  announced: parseInstant('2026-01-09T00:00Z'),
  before: parseDay('2025-12-31'),
  amount: 200e9,
} as const;

const NOT_ANNOUNCED = 'not announced at this instant';

const PACED = [
  ['fed-assets', 4],
  ['fed-assets', 13],
  ['fed-treasuries', 13],
  ['fed-mbs', 13],
] as const;

/** Where the Fed's balance sheet turned, and how fast it moves. */
export const balanceSheet = explainPart({
  id: 'balance-sheet',
  title: {
    'zh-Hans': '美联储资产负债表的转折',
    'zh-Hant': '聯準會資產負債表的轉折',
    en: 'Turns of the Fed’s balance sheet',
  },
  series: [...USD_LIQUIDITY, 'fed-bills', 'fed-treasuries', 'fed-mbs', 'gse-mortgage-portfolio'],
  schema,
  formulas: [
    formula(
      'balance-turn',
      '资产负债表的转折点',
      '資產負債表的轉折點',
      'Turning point',
      'peak (trough) at week t: the highest (lowest) value of the weeks t − 22 … t + 22; peaks and troughs alternate, at least 22 weeks apart, cycles at least 65 weeks; it is known when week t + 22 is published',
      'Bry & Boschan (1971), NBER Technical Paper 20, their months in weeks; Harding & Pagan (2002), J. Monetary Economics 49(2)',
    ),
    formula(
      'balance-candidate',
      '未确认的转折点',
      '未確認的轉折點',
      'Turning point not yet confirmed',
      'lowest value since the last confirmed peak, or highest since the last confirmed trough; a turning point only if it still is one 22 weeks later',
    ),
    formula(
      'balance-since-candidate',
      '距未确认转折点的变化',
      '距未確認轉折點的變化',
      'Change since the candidate',
      'x_t − x_c; c the week of the candidate',
    ),
    formula(
      'balance-monthly-pace',
      '月均速度',
      '月均速度',
      'Pace a month',
      '(x_t − x_{t−h}) · 30.4375 / (7 h); x holdings of Wednesday t, h weeks',
    ),
    formula(
      'balance-purchase-share',
      '准备金管理购买占目标',
      '準備金管理購買占目標',
      'Purchases against their target',
      'pace a month / 40 bn US dollars (New York Fed, 10 December 2025)',
    ),
    formula(
      'balance-purchases',
      '准备金管理购买累计',
      '準備金管理購買累計',
      'Purchases since they began',
      'x_t − x_0; 0 the Wednesday 10 December 2025',
    ),
    formula(
      'enterprise-purchases',
      '两房自持组合的增量',
      '兩房自持組合的增量',
      'Growth of the enterprises’ portfolios',
      'P_t − P_0; P retained mortgage portfolios of Fannie Mae and Freddie Mac, 0 the end of December 2025',
    ),
    formula(
      'enterprise-purchase-share',
      '两房购买占计划',
      '兩房購買占計畫',
      'Enterprise purchases against the order',
      '(P_t − P_0) / 200 bn US dollars (order of 8 January 2026)',
    ),
  ],
  async compute({ view, figure }) {
    const all = await view.seriesMany(balanceSheet.series);
    const assets = all.get('fed-assets')!;
    const net = weeklyLiquidity(all);
    return {
      curves: [
        curveFigures('fed-assets', assets.dates, assets.values, ['fed-assets'], figure),
        curveFigures('net-liquidity', net.dates, net.net, USD_LIQUIDITY, figure),
      ],
      purchases: purchaseFigures(all, view.instant, figure),
      enterprises: enterpriseFigures(all.get('gse-mortgage-portfolio'), view.instant, figure),
      paces: PACED.map(([id, weeks]) => ({
        id,
        weeks,
        monthly: paceFigure(`pace.${id}-${weeks}w`, id, weeks, weeksSpan(all.get(id), weeks), figure),
      })),
    };
  },
});

function curveFigures(
  id: 'fed-assets' | 'net-liquidity',
  dates: Int32Array,
  values: Float64Array,
  series: readonly string[],
  figure: FigureMaker,
) {
  const wait = 7 * WEEKLY_CYCLE.window;
  const knownOn = (date: number) => formatDay(dayOf(releaseOf(entryOf('fed-assets')!, date + wait)));
  const points = turningPoints(values, WEEKLY_CYCLE);
  const valued = (path: string, row: number, formulaId: string) =>
    figure({
      path: `${id}.${path}`,
      value: values[row]!,
      unit: 'usd',
      of: { formula: formulaId, series, ...inputOf(id, dates[row]!) },
    });
  const turns = points.slice(-SHOWN_POINTS).map(({ kind, row }) => ({
    kind,
    date: formatDay(dates[row]!),
    known: knownOn(dates[row]!),
    value: valued(`${kind}-${formatDay(dates[row]!)}`, row, 'balance-turn'),
  }));
  const after = points.at(-1);
  const row = after ? extremeAfter(values, after.row, after.kind === 'peak' ? -1 : 1) : -1;
  const last = values.length - 1;
  if (!after || row === after.row) return { id, turns, candidate: null };
  return {
    id,
    turns,
    candidate: {
      kind: after.kind === 'peak' ? ('trough' as const) : ('peak' as const),
      date: formatDay(dates[row]!),
      confirmed: row + WEEKLY_CYCLE.window > last ? knownOn(dates[row]!) : null,
      value: valued('candidate', row, 'balance-candidate'),
      since: figure({
        path: `${id}.since-candidate`,
        value: values[last]! - values[row]!,
        unit: 'usd',
        of: { formula: 'balance-since-candidate', series },
        window: { from: formatDay(dates[row]!), to: formatDay(dates[last]!), n: last - row },
      }),
    },
  };
}

function inputOf(id: 'fed-assets' | 'net-liquidity', date: number) {
  return id === 'fed-assets' ? { inputs: [{ symbol: 'x_t', series: id, date: formatDay(date) }] } : {};
}

/** Row of the lowest (sign −1) or highest (sign 1) value after `row`, the first of equal ones; `row` itself when none is beyond it. */
function extremeAfter(values: Float64Array, row: number, sign: 1 | -1): number {
  let found = row + 1 < values.length ? row + 1 : row;
  for (let t = found; t < values.length; t++) if (sign * values[t]! > sign * values[found]!) found = t;
  return found;
}

function windowOf(span: Span) {
  return {
    window: {
      from: formatDay(span.from.date),
      to: formatDay(span.to.date),
      n: Math.round((span.to.date - span.from.date) / 7),
    },
  };
}

function paceFigure(
  path: string,
  id: string,
  weeks: number,
  span: Span | undefined,
  figure: FigureMaker,
  flags: readonly FigureFlag[] = [],
) {
  return figure({
    path,
    value: span ? monthlyPace(span) : Number.NaN,
    unit: 'usd',
    of: { formula: 'balance-monthly-pace', series: [id], params: { weeks } },
    ...(span ? windowOf(span) : { why: `no value of ${id} ${weeks} weeks before its latest` }),
    flags,
  });
}

/** Bills where their holdings are known, else all Treasuries: reinvested mortgage principal is in those too. */
export function purchasesOf(all: ReadonlyMap<string, Series>) {
  const known = latestOf(all.get('fed-bills')) !== undefined;
  const id = known ? ('fed-bills' as const) : ('fed-treasuries' as const);
  return { id, series: all.get(id), flags: known ? [] : (['proxy'] as const) };
}

const PACE_WEEKS = 4;

/** Pace of the purchases, its share of the target, and their sum. */
export function purchaseFigures(all: ReadonlyMap<string, Series>, instant: Instant, figure: FigureMaker) {
  const { id, series, flags } = purchasesOf(all);
  const span = weeksSpan(series, PACE_WEEKS);
  const announced = instant >= PURCHASES.announced;
  const total = announced ? spanSince(series, PURCHASES.before) : undefined;
  return {
    series: id,
    announced: formatDay(dayOf(PURCHASES.announced)),
    monthly: paceFigure('purchases.monthly', id, PACE_WEEKS, span, figure, flags),
    ofTarget: figure({
      path: 'purchases.of-target',
      value: announced && span ? monthlyPace(span) / PURCHASES.monthly : Number.NaN,
      unit: 'fraction',
      of: { formula: 'balance-purchase-share', series: [id], params: { weeks: PACE_WEEKS } },
      ...(span ? windowOf(span) : {}),
      why: announced ? `no value of ${id} ${PACE_WEEKS} weeks before its latest` : NOT_ANNOUNCED,
      flags,
    }),
    total: figure({
      path: 'purchases.total',
      value: total ? changeOf(total) : Number.NaN,
      unit: 'usd',
      of: { formula: 'balance-purchases', series: [id] },
      ...(total ? windowOf(total) : {}),
      why: announced ? `no value of ${id} since the purchases began` : NOT_ANNOUNCED,
      flags,
    }),
  };
}

/** What the enterprises have bought of their order. */
export function enterpriseFigures(portfolio: Series | undefined, instant: Instant, figure: FigureMaker) {
  const announced = instant >= ORDER.announced;
  const found = announced ? spanSince(portfolio, ORDER.before, 31) : undefined;
  const why = announced ? 'no value of gse-mortgage-portfolio since the order' : NOT_ANNOUNCED;
  const of = (formulaId: string) => ({ formula: formulaId, series: ['gse-mortgage-portfolio'] });
  return {
    announced: formatDay(dayOf(ORDER.announced) - 1),
    bought: figure({
      path: 'enterprises.bought',
      value: found ? changeOf(found) : Number.NaN,
      unit: 'usd',
      of: of('enterprise-purchases'),
      why,
    }),
    ofOrder: figure({
      path: 'enterprises.of-order',
      value: found ? changeOf(found) / ORDER.amount : Number.NaN,
      unit: 'fraction',
      of: of('enterprise-purchase-share'),
      why,
    }),
  };
}
