import { z } from 'zod';
import type { FigureMaker } from '../../../data/figure.ts';
import type { Series } from '../../../data/observation.ts';
import { formatDay } from '../../../data/time.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { formula } from '../../formula.ts';
import { explainPart } from '../part.ts';
import { latestOf, valueOn } from './usd-liquidity.ts';

const YEAR = 250;
const RECENT = 60;
const LINES = [
  ['above-zero', 0],
  ['above-10bp', 0.001],
] as const;
const TAILS = ['tgcr', 'sofr-99'] as const;
const FACILITIES = ['fed-srf', 'fed-primary-credit', 'fed-swap-lines'] as const;
/** Days over which the most that a facility lent is told. */
const FACILITY_DAYS = 91;

const schema = z.object({
  /** Date of the two rates; null when they have none in common. */
  date: isoDay.nullable(),
  spread: figureSchema,
  /** Share of the last year's days with a spread at or below this one. */
  percentile: figureSchema,
  /** Of the last 60 common days, those with a spread above the line. */
  days: z.array(z.object({ line: z.number(), count: figureSchema })),
  /** Other rates less the interest on reserves: tri-party, and the 99th percentile of what SOFR is made of. */
  tails: z.array(z.object({ series: z.enum(TAILS), date: isoDay.nullable(), spread: figureSchema })),
  /** What the Fed lends through its facilities: standing repo (daily), discount window and swap lines (Wednesdays). */
  facilities: z.array(
    z.object({
      series: z.enum(FACILITIES),
      date: isoDay.nullable(),
      level: figureSchema,
      most: figureSchema,
      mostDate: isoDay.nullable(),
    }),
  ),
});

/** SOFR less the interest on reserve balances: above zero, cash in the repo market costs more than the Fed pays for it. */
export const fundingSpread = explainPart({
  id: 'funding-spread',
  title: {
    'zh-Hans': '回购利率减准备金利率',
    'zh-Hant': '附買回利率減準備金利率',
    en: 'Repo rate less interest on reserves',
  },
  series: ['sofr', 'iorb', ...TAILS, ...FACILITIES],
  schema,
  formulas: [
    formula(
      'funding-spread',
      '资金利差',
      '資金利差',
      'Funding spread',
      'S_t − I_t; S SOFR, I interest on reserve balances',
    ),
    formula(
      'funding-spread-percentile',
      '资金利差的历史分位',
      '資金利差的歷史分位',
      'Percentile of the funding spread',
      'share of the spreads of the last 250 days that are ≤ the latest, which is one of them',
    ),
    formula(
      'funding-spread-days',
      '资金利差超过界线的天数',
      '資金利差超過界線的天數',
      'Days with a funding spread above a line',
      'number of the last 60 days with S_t − I_t > line',
    ),
    formula(
      'funding-tail',
      '其他回购利率减准备金利率',
      '其他附買回利率減準備金利率',
      'Other repo rates less interest on reserves',
      'X_t − I_t; X the tri-party general collateral rate, or the 99th percentile of the trades in SOFR',
    ),
    formula(
      'facility-use',
      '美联储工具使用额',
      '聯準會工具使用額',
      'Use of a Fed facility',
      'L_t: repo accepted on day t, or loans and swaps outstanding on Wednesday t, US dollars',
    ),
    formula(
      'facility-use-most',
      '美联储工具近期最高使用额',
      '聯準會工具近期最高使用額',
      'Most that a Fed facility lent lately',
      'max L_s over the 91 days to the latest',
    ),
  ],
  async compute({ view, figure }) {
    const all = await view.seriesMany(fundingSpread.series);
    const panel = await view.panel({ ids: ['sofr', 'iorb'], join: 'intersection' });
    const [sofr, iorb] = panel.columns.map(({ values }) => values) as [Float64Array, Float64Array];
    const last = panel.dates.length - 1;
    const date = last < 0 ? null : formatDay(panel.dates[last]!);
    const from = Math.max(0, last - YEAR + 1);
    const spreads = sofr.map((rate, t) => exactly(rate - iorb[t]!)).subarray(from);
    const latest = spreads.at(-1) ?? Number.NaN;
    const enough = last - from + 1 >= YEAR;
    const at = (symbol: string, series: string) => ({ symbol, series, date: date! });
    const why = 'SOFR and the interest on reserves have no day in common';
    return {
      date,
      spread: figure({
        path: 'spread',
        value: latest,
        unit: 'fraction-per-year',
        of: {
          formula: 'funding-spread',
          series: ['sofr', 'iorb'],
          ...(date ? { inputs: [at('S_t', 'sofr'), at('I_t', 'iorb')] } : {}),
        },
        why,
      }),
      percentile: figure({
        path: 'percentile',
        value: enough ? spreads.filter((spread) => spread <= latest).length / YEAR : Number.NaN,
        unit: 'fraction',
        of: { formula: 'funding-spread-percentile', series: ['sofr', 'iorb'] },
        ...(enough
          ? { window: { from: formatDay(panel.dates[from]!), to: date!, n: YEAR } }
          : { why: date ? `fewer than ${YEAR} days with both rates` : why }),
      }),
      days: daysFigures(spreads, figure),
      tails: TAILS.map((id) => tailFigure(id, all, figure)),
      facilities: FACILITIES.map((id) => facilityFigures(id, all.get(id), figure)),
    };
  },
});

/** Rates come in whole basis points; a difference of ten of them must not be more than ten by its rounding error. */
function exactly(spread: number): number {
  return Math.round(spread * 1e9) / 1e9;
}

function daysFigures(spreads: Float64Array, figure: FigureMaker) {
  const recent = spreads.subarray(Math.max(0, spreads.length - RECENT));
  const enough = recent.length === RECENT;
  return LINES.map(([path, line]) => ({
    line,
    count: figure({
      path: `days.${path}`,
      value: enough ? recent.filter((spread) => spread > line).length : Number.NaN,
      unit: 'count',
      of: { formula: 'funding-spread-days', series: ['sofr', 'iorb'], params: { days: RECENT, line } },
      why: `fewer than ${RECENT} days with both rates`,
    }),
  }));
}

function tailFigure(id: (typeof TAILS)[number], all: ReadonlyMap<string, Series>, figure: FigureMaker) {
  const rate = latestOf(all.get(id));
  const interest = rate && valueOn(all.get('iorb'), rate.date, 0);
  const date = rate && interest ? formatDay(rate.date) : null;
  return {
    series: id,
    date,
    spread: figure({
      path: `tail.${id}`,
      value: rate && interest ? exactly(rate.value - interest.value) : Number.NaN,
      unit: 'fraction-per-year',
      of: {
        formula: 'funding-tail',
        series: [id, 'iorb'],
        ...(date
          ? {
              inputs: [
                { symbol: 'X_t', series: id, date },
                { symbol: 'I_t', series: 'iorb', date },
              ],
            }
          : {}),
      },
      why: `${id} and the interest on reserves have no day in common`,
    }),
  };
}

function facilityFigures(id: (typeof FACILITIES)[number], series: Series | undefined, figure: FigureMaker) {
  const latest = latestOf(series);
  const most = latest && largestSince(series!, latest.date - FACILITY_DAYS);
  const why = `${id} has no value`;
  const input = (found: typeof latest) =>
    found ? { inputs: [{ symbol: 'L_t', series: id, date: formatDay(found.date) }] } : {};
  return {
    series: id,
    date: latest ? formatDay(latest.date) : null,
    level: figure({
      path: `facility.${id}`,
      value: latest?.value ?? Number.NaN,
      unit: 'usd',
      of: { formula: 'facility-use', series: [id], ...input(latest) },
      why,
    }),
    most: figure({
      path: `facility.${id}.most`,
      value: most?.value ?? Number.NaN,
      unit: 'usd',
      of: { formula: 'facility-use-most', series: [id], params: { days: FACILITY_DAYS }, ...input(most) },
      why,
    }),
    mostDate: most ? formatDay(most.date) : null,
  };
}

/** Largest value after a day; of equal ones the latest. */
function largestSince({ dates, values }: Series, day: number) {
  let found = values.length - 1;
  for (let row = found; row >= 0 && dates[row]! > day; row--) if (values[row]! > values[found]!) found = row;
  return { date: dates[found]!, value: values[found]! };
}
