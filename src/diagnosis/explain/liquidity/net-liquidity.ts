import { z } from 'zod';
import type { FigureMaker } from '../../../data/figure.ts';
import type { Series } from '../../../data/observation.ts';
import { entryOf } from '../../../data/series/index.ts';
import { releaseOf } from '../../../data/series/release.ts';
import { formatDay, formatInstant } from '../../../data/time.ts';
import { empiricalCdf } from '../../../math/rank.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { formula } from '../../formula.ts';
import { explainPart } from '../part.ts';
import { changeOver, changesOver, latestRecord } from './liquidity-changes.ts';
import { latestOf, USD_LIQUIDITY, valueOn, type WeeklyLiquidity, weeklyLiquidity } from './usd-liquidity.ts';

const HORIZONS = [1, 4, 13, 52] as const;
const RANKED = 13;
/** Changes of 13 weeks needed before one of them is ranked: three years of them. */
const RANKED_FROM = 156;
/** Five years and the Wednesday before them. */
const CHART_WEEKS = 262;

const contribution = z.object({ series: z.enum(USD_LIQUIDITY), value: figureSchema });
const numbers = z.array(z.number().nullable());

const schema = z.object({
  /** The Wednesday; null when the three have none in common. */
  date: isoDay.nullable(),
  level: figureSchema,
  previous: figureSchema,
  parts: z.array(contribution),
  changes: z.array(
    z.object({
      weeks: z.number().int(),
      from: isoDay.nullable(),
      total: figureSchema,
      /** What each part adds to the change, signed; they sum to it. */
      contributions: z.array(contribution),
      impulse: figureSchema,
    }),
  ),
  /** Share of all 13-week changes known that are at or below the latest. */
  percentile: figureSchema,
  /** Last Wednesday whose 13-week change was as low (a fall) or as high (a rise); null: none since the first. */
  record: z.object({ kind: z.enum(['low', 'high']), since: isoDay.nullable(), from: isoDay }).nullable(),
  /** The same sum on the latest day of the Treasury's daily statement, the other parts at their latest value by that day. */
  daily: z.object({
    date: isoDay.nullable(),
    level: figureSchema,
    parts: z.array(
      z.object({ series: z.string(), date: isoDay, ageDays: z.number().int(), value: figureSchema }),
    ),
  }),
  /** From when the latest balance sheet could be read, and when the next one is due; null when there is none. */
  published: z.object({ at: z.string(), next: z.string() }).nullable(),
  /** Five years of Wednesdays, US dollars. */
  history: z.object({
    dates: z.array(isoDay),
    net: numbers,
    assets: numbers,
    treasury: numbers,
    reverseRepo: numbers,
  }),
});

const WEEKLY = [...USD_LIQUIDITY];
const NO_DAY = 'Fed assets, the Treasury account and reverse repo have no Wednesday in common';

const SYMBOL = { 'fed-assets': 'A_t', tga: 'T_t', 'fed-rrp': 'R_t' } as const;

/** Dollars the Fed has put out and that neither the Treasury's account nor the reverse repo facility holds back. */
export const netLiquidity = explainPart({
  id: 'net-liquidity',
  title: { 'zh-Hans': '美元净流动性', 'zh-Hant': '美元淨流動性', en: 'Net USD liquidity' },
  series: [...USD_LIQUIDITY, 'tga-daily'],
  schema,
  formulas: [
    formula(
      'net-liquidity',
      '美元净流动性',
      '美元淨流動性',
      'Net USD liquidity',
      'N_t = A_t − T_t − R_t, US dollars; A total assets of the Fed, T Treasury General Account, R overnight reverse repo accepted, all of Wednesday t (R of the last operation at most 4 days before, where t has none)',
    ),
    formula(
      'net-liquidity-part',
      '净流动性的组成',
      '淨流動性的組成',
      'Part of net liquidity',
      'A_t, T_t or R_t of Wednesday t, without its sign',
    ),
    formula(
      'net-liquidity-change',
      '净流动性的变化',
      '淨流動性的變化',
      'Change of net liquidity',
      'Δ_h N_t = N_t − N_{t−h}, h weeks',
    ),
    formula(
      'net-liquidity-contribution',
      '对净流动性变化的贡献',
      '對淨流動性變化的貢獻',
      'Contribution to the change of net liquidity',
      'A_t − A_{t−h}, −(T_t − T_{t−h}), and for reverse repo Δ_h N_t less the two others, so that they sum to Δ_h N_t',
    ),
    formula(
      'net-liquidity-impulse',
      '净流动性脉冲',
      '淨流動性脈衝',
      'Impulse of net liquidity',
      '(Δ_h N_t − Δ_h N_{t−h}) / N_{t−h}; Δ_h the change over h weeks',
    ),
    formula(
      'net-liquidity-percentile',
      '十三周变化的历史分位',
      '十三週變化的歷史分位',
      'Percentile of the 13-week change',
      'share of all Δ_13 N_s, s ≤ t, that are ≤ Δ_13 N_t, which is one of them; Wednesdays since 2013-09-23, from which on reverse repo is offered daily',
    ),
    formula(
      'net-liquidity-daily',
      '美元净流动性（日）',
      '美元淨流動性（日）',
      'Net USD liquidity, daily',
      'A_u − T_d − R_r; T the Treasury account at the end of day d, A and R their latest values at or before d (u the last Wednesday published), which carries them: an extrapolation between balance sheets',
    ),
  ],
  async compute({ view, figure }) {
    const all = await view.seriesMany(netLiquidity.series);
    const weekly = weeklyLiquidity(all);
    const last = weekly.dates.length - 1;
    const date = last < 0 ? null : formatDay(weekly.dates[last]!);
    const level = (path: string, row: number, why: string) =>
      figure({
        path,
        value: weekly.net[row] ?? Number.NaN,
        unit: 'usd',
        of: { formula: 'net-liquidity', series: WEEKLY, ...inputsAt(weekly, row) },
        why,
      });
    return {
      date,
      level: level('level', last, NO_DAY),
      previous: level('previous', last - 1, last < 0 ? NO_DAY : 'only one Wednesday is known'),
      parts: USD_LIQUIDITY.map((series) => ({
        series,
        value: figure({
          path: `part.${series}`,
          value: weekly.parts[series][last] ?? Number.NaN,
          unit: 'usd',
          of: { formula: 'net-liquidity-part', series: [series], ...inputsAt(weekly, last, series) },
          why: NO_DAY,
        }),
      })),
      changes: HORIZONS.map((weeks) => changeFigures(weekly, weeks, figure)),
      ...rankFigures(weekly, figure),
      daily: dailyFigures(all, figure),
      published: publishedOf(all.get('fed-assets')),
      history: historyOf(weekly),
    };
  },
});

function inputsAt(weekly: WeeklyLiquidity, row: number, only?: (typeof USD_LIQUIDITY)[number]) {
  if (!(row >= 0)) return {};
  const dateOf = (series: string) =>
    formatDay((series === 'fed-rrp' ? weekly.reverseRepoDates : weekly.dates)[row]!);
  return {
    inputs: USD_LIQUIDITY.filter((series) => only === undefined || series === only).map((series) => ({
      symbol: SYMBOL[series],
      series,
      date: dateOf(series),
    })),
  };
}

function changeFigures(weekly: WeeklyLiquidity, weeks: number, figure: FigureMaker) {
  const change = changeOver(weekly, weeks);
  const last = weekly.dates.at(-1);
  const why = last === undefined ? NO_DAY : `no balance sheet ${weeks} weeks before the latest`;
  const from = last === undefined || !change ? null : formatDay(last - 7 * weeks);
  const window = from ? { window: { from, to: formatDay(last!), n: weeks } } : {};
  const params = { weeks };
  return {
    weeks,
    from,
    total: figure({
      path: `change-${weeks}w`,
      value: change?.total ?? Number.NaN,
      unit: 'usd',
      of: { formula: 'net-liquidity-change', series: WEEKLY, params },
      ...window,
      why,
    }),
    contributions: USD_LIQUIDITY.map((series) => ({
      series,
      value: figure({
        path: `change-${weeks}w.${series}`,
        value: change?.contributions[series] ?? Number.NaN,
        unit: 'usd' as const,
        of: { formula: 'net-liquidity-contribution', series: [series], params },
        ...window,
        why,
      }),
    })),
    impulse: figure({
      path: `impulse-${weeks}w`,
      value: change?.impulse ?? Number.NaN,
      unit: 'fraction',
      of: { formula: 'net-liquidity-impulse', series: WEEKLY, params },
      ...window,
      why: last === undefined ? NO_DAY : `no balance sheet ${2 * weeks} weeks before the latest`,
    }),
  };
}

function rankFigures(weekly: WeeklyLiquidity, figure: FigureMaker) {
  const { dates, values } = changesOver(weekly.dates, weekly.net, RANKED);
  const latest = values.at(-1) ?? Number.NaN;
  const enough = values.length >= RANKED_FROM && dates.at(-1) === weekly.dates.at(-1);
  const record = enough ? latestRecord(dates, values) : undefined;
  return {
    percentile: figure({
      path: 'percentile',
      value: enough ? empiricalCdf(values, latest) : Number.NaN,
      unit: 'fraction',
      of: { formula: 'net-liquidity-percentile', series: WEEKLY, params: { weeks: RANKED } },
      ...(enough
        ? { window: { from: formatDay(dates[0]!), to: formatDay(dates.at(-1)!), n: values.length } }
        : { why: `fewer than ${RANKED_FROM} changes over ${RANKED} weeks` }),
    }),
    record: record
      ? {
          kind: record.kind,
          since: record.since === null ? null : formatDay(record.since),
          from: formatDay(dates[0]!),
        }
      : null,
  };
}

const MOST_CARRIED = 14;

function dailyFigures(all: ReadonlyMap<string, Series>, figure: FigureMaker) {
  const account = latestOf(all.get('tga-daily'));
  const day = account?.date ?? Number.NaN;
  const found = (['fed-assets', 'tga-daily', 'fed-rrp'] as const).flatMap((series) => {
    const value = account && valueOn(all.get(series), day, MOST_CARRIED);
    return value ? [{ series, ...value }] : [];
  });
  const [assets, treasury, repo] = found.length === 3 ? found : [];
  const carried = found.some(({ date }) => date !== day);
  return {
    date: account ? formatDay(day) : null,
    level: figure({
      path: 'daily.level',
      value: assets && treasury && repo ? assets.value - treasury.value - repo.value : Number.NaN,
      unit: 'usd',
      of: {
        formula: 'net-liquidity-daily',
        series: ['fed-assets', 'tga-daily', 'fed-rrp'],
        inputs: found.map(({ series, date }) => ({
          symbol: series === 'fed-assets' ? 'A_u' : series === 'fed-rrp' ? 'R_r' : 'T_d',
          series,
          date: formatDay(date),
        })),
      },
      flags: carried ? ['extrapolated'] : [],
      why: 'one of the three parts has no value in the last 14 days of the daily account',
    }),
    parts: found.map(({ series, date, value }) => ({
      series,
      date: formatDay(date),
      ageDays: day - date,
      value: figure({
        path: `daily.${series}`,
        value,
        unit: 'usd',
        of: {
          formula: 'net-liquidity-part',
          series: [series],
          inputs: [{ symbol: 'x', series, date: formatDay(date) }],
        },
        flags: date === day ? [] : ['extrapolated'],
      }),
    })),
  };
}

/** By the row that is known, and by the release rule for the week after it. */
function publishedOf(assets: Series | undefined) {
  const [day, at] = [assets?.dates.at(-1), assets?.knownAt.at(-1)];
  if (day === undefined || at === undefined) return null;
  return { at: formatInstant(at), next: formatInstant(releaseOf(entryOf('fed-assets')!, day + 7)) };
}

function historyOf({ dates, parts, net }: WeeklyLiquidity) {
  const from = Math.max(0, dates.length - CHART_WEEKS);
  const shown = (values: Float64Array) => [...values.subarray(from)];
  return {
    dates: [...dates.subarray(from)].map(formatDay),
    net: shown(net),
    assets: shown(parts['fed-assets']),
    treasury: shown(parts.tga),
    reverseRepo: shown(parts['fed-rrp']),
  };
}
