import { z } from 'zod';
import type { FigureMaker } from '../../../data/figure.ts';
import { formatDay } from '../../../data/time.ts';
import type { View } from '../../../data/view.ts';
import { valuesAt } from '../../../math/values-at.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { formula } from '../../formula.ts';
import { cashIndex } from '../liquidity/cash-returns.ts';
import { explainPart } from '../part.ts';
import {
  EQUITY,
  HAVEN_SERIES,
  type HavenAsset,
  type HavenReturns,
  havenReturns,
  seriesBehind,
} from './returns.ts';
import { BEFORE, REGIMES, type Regime, regimeBefore, stressLines, WORST } from './stress-days.ts';
import { LEAST_DAYS, stressRecord } from './stress-record.ts';

/** Three-month yield of which cash is made: the bill fund’s price lacks its distributions. */
const CASH = 'us-3m';
const HELD = [
  'gold-front',
  'tlt',
  'ief',
  'dollar-index',
  'usd-jpy',
  'chf-jpy',
  'gdx',
  'btc-usd',
] as const satisfies readonly HavenAsset[];
const MEMBERS = ['cash', ...HELD] as const;
type Member = (typeof MEMBERS)[number];

const LEVEL = 0.9;
/** Stress days that are listed one by one. */
const LISTED = 6;

const record = z.object({ mean: figureSchema, hit: figureSchema });
const schema = z.object({
  /** Latest New York session; null: none known. */
  date: isoDay.nullable(),
  session: z.object({
    equity: figureSchema,
    line: figureSchema,
    /** Whether it is a day of stress; null: not measured. */
    stress: z.boolean().nullable(),
  }),
  /** Stress days so far, and the regime now. */
  days: figureSchema,
  regime: z.enum(REGIMES).nullable(),
  /** By mean return on stress days, highest first; those without a record last. */
  league: z.array(
    z.object({
      member: z.enum(MEMBERS),
      ...record.shape,
      /** Share of all days above 0: what the hit rate is to be compared with. */
      base: figureSchema,
      regimes: z.array(z.object({ regime: z.enum(REGIMES), ...record.shape })),
      /** Return in the latest session. */
      session: figureSchema,
    }),
  ),
  /** The latest stress days, newest first, and how many of them gold did not rise on. */
  gold: z.object({
    failed: figureSchema,
    days: z.array(z.object({ date: isoDay, equity: figureSchema, gold: figureSchema })),
  }),
});

/** What held in the worst twentieth of equity days, and whether it held this time. */
export const havenLeague = explainPart({
  id: 'haven-league',
  title: { 'zh-Hans': '避险排行榜', 'zh-Hant': '避險排行榜', en: 'Haven league' },
  series: [...HAVEN_SERIES, CASH],
  schema,
  formulas: [
    formula(
      'haven-stress-line',
      '压力日界线',
      '壓力日界線',
      'Line of a stress day',
      `the ${100 * WORST} % quantile of the S&P 500’s returns over the ${BEFORE} sessions before the day (at least 500); a day below it is one of stress`,
    ),
    formula(
      'haven-stress-days',
      '压力日数',
      '壓力日數',
      'Number of stress days',
      'sessions below their line so far',
    ),
    formula(
      'haven-mean-return',
      '压力日平均回报',
      '壓力日平均報酬',
      'Mean return on stress days',
      'mean of r over the stress days on which r is measured (at least 20), or over those of a regime: bonds-against when the correlation of long Treasuries with equities over the 250 sessions before the day is below 0, else bonds-along; cash is the three-month yield of the day before · days / 365',
    ),
    formula(
      'haven-hit-rate',
      '压力日上涨比例',
      '壓力日上漲比例',
      'Hit rate on stress days',
      'share of the same days with r > 0',
    ),
    formula(
      'haven-base-rate',
      '全部交易日上涨比例',
      '全部交易日上漲比例',
      'Hit rate on all days',
      'share of all measured sessions with r > 0: what the hit rate is compared with',
    ),
    formula(
      'haven-session-return',
      '当日回报',
      '當日報酬',
      'Return in the session',
      'as in the roles; cash: the yield of the day before · days / 365',
    ),
    formula(
      'haven-gold-failures',
      '黄金未能避险的压力日',
      '黃金未能避險的壓力日',
      'Stress days on which gold failed',
      `of the last ${LISTED} stress days on which gold is measured, those with r ≤ 0`,
    ),
  ],
  async compute({ view, figure }) {
    const returns = await havenReturns(view);
    const cash = await cashReturns(view, returns.dates);
    const lines = stressLines(returns.equity);
    const last = returns.dates.length - 1;
    const stress = [...returns.dates.keys()].filter((t) => returns.equity[t]! < lines[t]!);
    const regimes = new Map(
      [...stress, last].map((t) => [t, regimeBefore(returns.equity, returns.of('tlt'), t)]),
    );
    const of = (member: Member) => (member === 'cash' ? cash : returns.of(member));
    const blocks = MEMBERS.map((member) => memberBlock(member, of(member), stress, regimes, figure));
    const now = last < 0 ? Number.NaN : returns.equity[last]! - lines[last]!;
    return {
      date: last < 0 ? null : formatDay(returns.dates[last]!),
      session: {
        ...sessionFigures(returns.equity[last] ?? Number.NaN, lines[last] ?? Number.NaN, figure),
        stress: Number.isNaN(now) ? null : now < 0,
      },
      days: figure({
        path: 'days',
        value: lines.some((line) => !Number.isNaN(line)) ? stress.length : Number.NaN,
        unit: 'count',
        of: { formula: 'haven-stress-days', series: [EQUITY] },
        why: NO_LINE,
      }),
      regime: regimes.get(last) ?? null,
      league: blocks.toSorted((a, b) => rankOf(b) - rankOf(a) || (a.member < b.member ? -1 : 1)),
      gold: goldBlock(returns, stress, figure),
    };
  },
});

const NO_LINE = 'fewer than 500 sessions of the S&P 500 before it';
const FEW = `fewer than ${LEAST_DAYS} stress days with a return`;

function rankOf({ mean }: { readonly mean: { readonly value: number | null } }): number {
  return mean.value ?? -1;
}

async function cashReturns(view: View, dates: Int32Array): Promise<Float64Array> {
  if (dates.length === 0) return new Float64Array(0);
  const panel = await view.panel({
    ids: [CASH],
    from: dates[0]!,
    to: dates.at(-1)!,
    join: { calendar: 'new-york' },
  });
  const index = cashIndex(panel.dates, panel.columns[0]!.values);
  return index.map((level, t) => (t === 0 ? Number.NaN : level - index[t - 1]!));
}

function sessionFigures(equity: number, line: number, figure: FigureMaker) {
  return {
    equity: figure({
      path: 'session.equity',
      value: equity,
      unit: 'fraction',
      of: { formula: 'haven-session-return', series: [EQUITY] },
      why: 'the S&P 500 is not measured in the latest session and the one before',
    }),
    line: figure({
      path: 'session.line',
      value: line,
      unit: 'fraction',
      of: { formula: 'haven-stress-line', series: [EQUITY] },
      why: NO_LINE,
    }),
  };
}

function memberBlock(
  member: Member,
  returns: Float64Array,
  stress: readonly number[],
  regimes: ReadonlyMap<number, Regime | undefined>,
  figure: FigureMaker,
) {
  const series = member === 'cash' ? [CASH] : [...seriesBehind(member)];
  const days = stress.filter((t) => !Number.isNaN(returns[t]!));
  const all = returns.filter((r) => !Number.isNaN(r));
  const recorded = (path: string, rows: readonly number[]) =>
    recordFigures(`${member}.${path}`, valuesAt(returns, rows), [...series, EQUITY], figure);
  return {
    member,
    ...recorded('all', days),
    base: figure({
      path: `${member}.base`,
      value: all.length >= LEAST_DAYS ? all.filter((r) => r > 0).length / all.length : Number.NaN,
      unit: 'fraction',
      of: { formula: 'haven-base-rate', series, params: { sessions: all.length } },
      why: `fewer than ${LEAST_DAYS} sessions with a return`,
    }),
    regimes: REGIMES.map((regime) => ({
      regime,
      ...recorded(
        regime,
        days.filter((t) => regimes.get(t) === regime),
      ),
    })),
    session: figure({
      path: `${member}.session`,
      value: returns.at(-1) ?? Number.NaN,
      unit: 'fraction',
      of: { formula: 'haven-session-return', series },
      why: `${series[0]} is not measured in the latest session and the one before`,
    }),
  };
}

function recordFigures(path: string, returns: Float64Array, series: readonly string[], figure: FigureMaker) {
  const found = stressRecord(returns, LEVEL);
  const params = { days: returns.length };
  return {
    mean: figure({
      path: `${path}.mean`,
      value: found?.mean ?? Number.NaN,
      unit: 'fraction',
      of: { formula: 'haven-mean-return', series, params },
      ...(found ? { band: { ...endsOf(found.meanBand), level: LEVEL, how: 'stationary bootstrap' } } : {}),
      why: FEW,
    }),
    hit: figure({
      path: `${path}.hit`,
      value: found?.hit ?? Number.NaN,
      unit: 'fraction',
      of: { formula: 'haven-hit-rate', series, params },
      ...(found ? { band: { ...endsOf(found.hitBand), level: LEVEL, how: 'Wilson' } } : {}),
      why: FEW,
    }),
  };
}

function endsOf({ low, high }: { readonly low: number; readonly high: number }) {
  return { low, high };
}

function goldBlock({ dates, equity, of }: HavenReturns, stress: readonly number[], figure: FigureMaker) {
  const gold = of('gold-front');
  const days = stress.filter((t) => !Number.isNaN(gold[t]!)).slice(-LISTED);
  const drawn = (path: string, value: number, series: string) =>
    figure({
      path,
      value,
      unit: 'fraction',
      of: { formula: 'haven-session-return', series: [series] },
      why: FEW,
    });
  return {
    failed: figure({
      path: 'gold.failed',
      value: days.length === LISTED ? days.filter((t) => gold[t]! <= 0).length : Number.NaN,
      unit: 'count',
      of: { formula: 'haven-gold-failures', series: ['gold-front', EQUITY], params: { days: LISTED } },
      why: `fewer than ${LISTED} stress days with a return`,
    }),
    days: days.toReversed().map((t) => {
      const date = formatDay(dates[t]!);
      return {
        date,
        equity: drawn(`gold.${date}.equity`, equity[t]!, EQUITY),
        gold: drawn(`gold.${date}.gold`, gold[t]!, 'gold-front'),
      };
    }),
  };
}
