import { z } from 'zod';
import type { FigureFlag, FigureMaker } from '../../../data/figure.ts';
import type { Series } from '../../../data/observation.ts';
import { formatDay } from '../../../data/time.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { formula } from '../../formula.ts';
import { explainPart } from '../part.ts';
import { changeOf, monthlyPace, weeksSpan } from './paces.ts';
import { type Dated, latestOf, valueOn } from './usd-liquidity.ts';

const ZONES = ['scarce', 'ample', 'abundant'] as const;

/** What reserves are measured against, with the share below which they are scarce and from which on they are abundant. */
const GAUGES = [
  { id: 'bank-assets', oldest: 28, scarce: 0.1, abundant: 0.13 },
  { id: 'gdp', oldest: 400, scarce: 0.08, abundant: 0.11 },
  { id: 'bank-credit', oldest: 28 },
] as const;
type Gauge = (typeof GAUGES)[number];

/** Paces a month for which the runway is given beside the measured one; US dollars. */
const PACES = [25e9, 40e9, 60e9] as const;
const PACE_WEEKS = 13;
/** Weeks over which the change is told, as for net liquidity. */
const HORIZONS = [4, 13, 52] as const;

/** Reverse repo below this share of its record holds no cash that could still flow out of it. */
const EXHAUSTED = 0.05;

const schema = z.object({
  /** Wednesday that ends the week of the average. */
  date: isoDay.nullable(),
  level: figureSchema,
  changes: z.array(z.object({ weeks: z.number().int(), from: isoDay.nullable(), change: figureSchema })),
  gauges: z.array(
    z.object({
      id: z.enum(['bank-assets', 'gdp', 'bank-credit']),
      share: figureSchema,
      /** Null: not measured, or no published line for this denominator. */
      zone: z.enum(ZONES).nullable(),
      scarceBelow: z.number().nullable(),
      abundantFrom: z.number().nullable(),
    }),
  ),
  /** Months until reserves are scarce by the first gauge that has lines and a value. */
  runway: z.object({
    gauge: z.enum(['bank-assets', 'gdp']).nullable(),
    monthly: figureSchema,
    paces: z.array(z.object({ pace: z.number().nullable(), months: figureSchema })),
  }),
  reverseRepo: z.object({ level: figureSchema, ofRecord: figureSchema, exhausted: z.boolean().nullable() }),
});

const NO_RESERVES = 'reserve balances have no value';

/** How near reserves are to being scarce, and how long they last at a pace. */
export const reserves = explainPart({
  id: 'reserves',
  title: { 'zh-Hans': '准备金充裕度', 'zh-Hant': '準備金充裕度', en: 'How ample reserves are' },
  series: ['fed-reserves', 'bank-assets', 'gdp', 'bank-credit', 'fed-rrp'],
  schema,
  formulas: [
    formula(
      'reserves-level',
      '准备金余额',
      '準備金餘額',
      'Reserve balances',
      'average of the week to Wednesday t, US dollars',
    ),
    formula(
      'reserves-change',
      '准备金余额的变化',
      '準備金餘額的變化',
      'Change of reserve balances',
      'W_t − W_{t−h}, h weeks',
    ),
    formula(
      'reserves-of-bank-assets',
      '准备金占银行资产',
      '準備金占銀行資產',
      'Reserves over bank assets',
      'W_t / B_s; W reserve balances, B assets of all commercial banks of the last week s ≤ t; abundant from 13 %, scarce below 10 %',
      'Afonso, Giannone, La Spada & Williams (2022), Scarce, Abundant, or Ample?, New York Fed Staff Report 1019: the demand curve bends at 12–13 % and steepens at 8–10 %; of each range the end that warns earlier',
    ),
    formula(
      'reserves-of-gdp',
      '准备金占GDP',
      '準備金占GDP',
      'Reserves over GDP',
      'W_t / G_q; G nominal GDP at an annual rate of the last quarter known; abundant from 11 %, scarce below 8 %',
      'C. Waller, Council on Foreign Relations, 20 January 2023: runoff slows at 10–11 % of GDP; 8–9 % in January 2019 still worked',
    ),
    formula(
      'reserves-of-bank-credit',
      '准备金占银行信贷（代理）',
      '準備金占銀行信貸（代理）',
      'Reserves over bank credit, a proxy',
      'W_t / C_s; C bank credit (loans and securities), which leaves out cash and other assets: larger than the share of assets, and without a published line',
    ),
    formula(
      'reserves-pace',
      '准备金月均变化',
      '準備金月均變化',
      'Pace of reserves a month',
      '(W_t − W_{t−13}) · 30.4375 / 91',
    ),
    formula(
      'reserves-runway',
      '到稀缺线的月数',
      '到稀缺線的月數',
      'Months until reserves are scarce',
      'max(0, W_t − s · D) / p; s the line of scarcity, D bank assets or GDP, held constant, p the fall a month',
    ),
    formula(
      'reverse-repo-of-record',
      '逆回购占历史最高',
      '逆回購占歷史最高',
      'Reverse repo against its record',
      'R_t / max_{s ≤ t} R_s; below 5 % it is called exhausted: it can no longer absorb a fall of the balance sheet in place of reserves',
    ),
  ],
  async compute({ view, figure }) {
    const all = await view.seriesMany(reserves.series);
    const balance = latestOf(all.get('fed-reserves'));
    const gauges = GAUGES.map((gauge) => gaugeFigures(gauge, balance, all.get(gauge.id), figure));
    return {
      date: balance ? formatDay(balance.date) : null,
      level: figure({
        path: 'level',
        value: balance?.value ?? Number.NaN,
        unit: 'usd',
        of: {
          formula: 'reserves-level',
          series: ['fed-reserves'],
          ...inputs(balance, ['W_t', 'fed-reserves']),
        },
        why: NO_RESERVES,
      }),
      changes: HORIZONS.map((weeks) => changeFigure(all.get('fed-reserves'), weeks, figure)),
      gauges,
      runway: runwayFigures(all, balance, figure),
      reverseRepo: reverseRepoFigures(all.get('fed-rrp'), figure),
    };
  },
});

function inputs(found: Dated | undefined, [symbol, series]: readonly [string, string]) {
  return found ? { inputs: [{ symbol, series, date: formatDay(found.date) }] } : {};
}

function changeFigure(series: Series | undefined, weeks: number, figure: FigureMaker) {
  const span = weeksSpan(series, weeks);
  return {
    weeks,
    from: span ? formatDay(span.from.date) : null,
    change: figure({
      path: `change-${weeks}w`,
      value: span ? changeOf(span) : Number.NaN,
      unit: 'usd',
      of: { formula: 'reserves-change', series: ['fed-reserves'], params: { weeks } },
      ...(span
        ? { window: { from: formatDay(span.from.date), to: formatDay(span.to.date), n: weeks } }
        : { why: `no reserves ${weeks} weeks before the latest` }),
    }),
  };
}

function denominatorOf(gauge: Gauge, balance: Dated | undefined, series: Series | undefined) {
  return balance && valueOn(series, balance.date, gauge.oldest);
}

/** Zone of a share by its lines; null where there are none, or no share. */
function zoneOf(gauge: Gauge, share: number): (typeof ZONES)[number] | null {
  if (!('scarce' in gauge) || Number.isNaN(share)) return null;
  if (share < gauge.scarce) return 'scarce';
  return share < gauge.abundant ? 'ample' : 'abundant';
}

function gaugeFigures(
  gauge: Gauge,
  balance: Dated | undefined,
  series: Series | undefined,
  figure: FigureMaker,
) {
  const denominator = denominatorOf(gauge, balance, series);
  const value = balance && denominator ? balance.value / denominator.value : Number.NaN;
  const { id } = gauge;
  const flags: FigureFlag[] = id === 'bank-credit' ? ['proxy'] : [];
  return {
    id,
    share: figure({
      path: `of-${id}`,
      value,
      unit: 'fraction',
      of: {
        formula: `reserves-of-${id}`,
        series: ['fed-reserves', id],
        ...(balance && denominator
          ? {
              inputs: [
                { symbol: 'W_t', series: 'fed-reserves', date: formatDay(balance.date) },
                { symbol: 'D', series: id, date: formatDay(denominator.date) },
              ],
            }
          : {}),
      },
      flags,
      why: balance ? `no value of ${id} near the latest reserves` : NO_RESERVES,
    }),
    zone: zoneOf(gauge, value),
    scarceBelow: 'scarce' in gauge ? gauge.scarce : null,
    abundantFrom: 'abundant' in gauge ? gauge.abundant : null,
  };
}

function runwayFigures(all: ReadonlyMap<string, Series>, balance: Dated | undefined, figure: FigureMaker) {
  const span = weeksSpan(all.get('fed-reserves'), PACE_WEEKS);
  const pace = span ? monthlyPace(span) : Number.NaN;
  const used = GAUGES.flatMap((gauge) => {
    const denominator = denominatorOf(gauge, balance, all.get(gauge.id));
    return 'scarce' in gauge && denominator ? [{ gauge, denominator }] : [];
  })[0];
  const room =
    used && balance ? Math.max(0, balance.value - used.gauge.scarce * used.denominator.value) : Number.NaN;
  const months = (path: string, fall: number, params: Readonly<Record<string, number>>) =>
    figure({
      path: `runway.${path}`,
      value: fall > 0 ? room / fall : Number.NaN,
      unit: 'count',
      of: {
        formula: 'reserves-runway',
        series: ['fed-reserves', ...(used ? [used.gauge.id] : [])],
        params: { ...params, ...(used ? { line: used.gauge.scarce } : {}) },
      },
      flags: ['extrapolated', 'unproven'],
      why: runwayWhy(Number.isNaN(room), fall),
    });
  return {
    gauge: used?.gauge.id ?? null,
    monthly: figure({
      path: 'runway.pace',
      value: pace,
      unit: 'usd',
      of: { formula: 'reserves-pace', series: ['fed-reserves'] },
      ...(span
        ? { window: { from: formatDay(span.from.date), to: formatDay(span.to.date), n: PACE_WEEKS } }
        : { why: `no reserves ${PACE_WEEKS} weeks before the latest` }),
    }),
    paces: [
      { pace: null, months: months('measured', -pace, { weeks: PACE_WEEKS }) },
      ...PACES.map((fall) => ({ pace: fall, months: months(`${fall / 1e9}bn`, fall, { monthlyUsd: fall }) })),
    ],
  };
}

function runwayWhy(noRoom: boolean, fall: number): string {
  if (noRoom) return 'neither bank assets nor GDP is known';
  return Number.isNaN(fall)
    ? `no reserves ${PACE_WEEKS} weeks before the latest`
    : 'reserves are not falling';
}

function reverseRepoFigures(repo: Series | undefined, figure: FigureMaker) {
  const latest = latestOf(repo);
  let record = 0;
  for (const value of repo?.values ?? []) record = Math.max(record, value);
  const share = latest && record > 0 ? latest.value / record : Number.NaN;
  const why = 'reverse repo has no value';
  return {
    level: figure({
      path: 'reverse-repo.level',
      value: latest?.value ?? Number.NaN,
      unit: 'usd',
      of: { formula: 'net-liquidity-part', series: ['fed-rrp'], ...inputs(latest, ['R_t', 'fed-rrp']) },
      why,
    }),
    ofRecord: figure({
      path: 'reverse-repo.of-record',
      value: share,
      unit: 'fraction',
      of: { formula: 'reverse-repo-of-record', series: ['fed-rrp'], ...inputs(latest, ['R_t', 'fed-rrp']) },
      why,
    }),
    exhausted: Number.isNaN(share) ? null : share < EXHAUSTED,
  };
}
