import { z } from 'zod';
import type { FigureMaker } from '../../../data/figure.ts';
import type { Series } from '../../../data/observation.ts';
import { formatDay } from '../../../data/time.ts';
import { empiricalCdf } from '../../../math/rank.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { formula } from '../../formula.ts';
import { explainPart } from '../part.ts';
import { rowOn } from './liquidity-changes.ts';
import { weeksSpan } from './paces.ts';
import { latestOf, valueOn } from './usd-liquidity.ts';

const GROWTH_WEEKS = 13;
const YEAR_WEEKS = 52;
/** Oldest GDP that a flow is measured against, in days. */
const OLDEST_GDP = 400;
const LEAST_RANKED = 260;

/** Bank credit, loans, deposits; "other deposits" are the H.8 line without large time deposits. */
const LINES = ['bank-credit', 'bank-loans', 'bank-deposits', 'bank-other-deposits'] as const;

const schema = z.object({
  lines: z.array(
    z.object({
      series: z.enum(LINES),
      date: isoDay.nullable(),
      level: figureSchema,
      /** Growth over 13 weeks at an annual rate. */
      growth: figureSchema,
      yearGrowth: figureSchema,
    }),
  ),
  impulse: z.object({
    date: isoDay.nullable(),
    /** New credit of the last 52 weeks, and of the 52 before, over GDP. */
    flow: figureSchema,
    flowBefore: figureSchema,
    value: figureSchema,
    percentile: figureSchema,
  }),
});

/** Whether banks lend more than they did: growth of credit and deposits, and the change of new credit over GDP. */
export const creditImpulse = explainPart({
  id: 'credit-impulse',
  title: { 'zh-Hans': '信贷脉冲', 'zh-Hant': '信貸脈衝', en: 'Credit impulse' },
  series: [...LINES, 'gdp'],
  schema,
  formulas: [
    formula(
      'credit-level',
      '银行信贷与存款',
      '銀行信貸與存款',
      'Bank credit and deposits',
      'H.8, all commercial banks, seasonally adjusted, Wednesday t, as known at the instant; US dollars',
    ),
    formula(
      'credit-growth',
      '十三周年化增长',
      '十三週年化成長',
      'Growth over 13 weeks at an annual rate',
      '(x_t / x_{t−13})^4 − 1; a jump of the level, as when a bank enters the survey, counts as growth',
    ),
    formula(
      'credit-year-growth',
      '五十二周增长',
      '五十二週成長',
      'Growth over 52 weeks',
      'x_t / x_{t−52} − 1',
    ),
    formula(
      'credit-flow',
      '新增信贷占GDP',
      '新增信貸占GDP',
      'New credit over GDP',
      '(C_t − C_{t−52}) / G_t; C bank credit, G nominal GDP at an annual rate of the last quarter that began at least half a year before week t',
    ),
    formula(
      'credit-impulse',
      '信贷脉冲',
      '信貸脈衝',
      'Credit impulse',
      '((C_t − C_{t−52}) − (C_{t−52} − C_{t−104})) / G_t',
      'Biggs, Mayer & Pick (2010), Credit and Economic Recovery: Demystifying Phoenix Miracles, SSRN 1595980',
    ),
    formula(
      'credit-impulse-percentile',
      '信贷脉冲的历史分位',
      '信貸脈衝的歷史分位',
      'Percentile of the credit impulse',
      'share of the impulses of all weeks known that are ≤ the latest, which is one of them; past ones with the values known now',
    ),
  ],
  async compute({ view, figure }) {
    const all = await view.seriesMany(creditImpulse.series);
    return {
      lines: LINES.map((id) => lineFigures(id, all.get(id), figure)),
      impulse: impulseFigures(all.get('bank-credit')!, all.get('gdp')!, figure),
    };
  },
});

function lineFigures(id: (typeof LINES)[number], series: Series | undefined, figure: FigureMaker) {
  const latest = latestOf(series);
  const growth = (path: string, formulaId: string, weeks: number, power: number) => {
    const span = weeksSpan(series, weeks);
    return figure({
      path: `${id}.${path}`,
      value: span ? (span.to.value / span.from.value) ** power - 1 : Number.NaN,
      unit: 'fraction',
      of: { formula: formulaId, series: [id] },
      ...(span
        ? { window: { from: formatDay(span.from.date), to: formatDay(span.to.date), n: weeks } }
        : { why: latest ? `no value of ${id} ${weeks} weeks before its latest` : `${id} has no value` }),
    });
  };
  return {
    series: id,
    date: latest ? formatDay(latest.date) : null,
    level: figure({
      path: `${id}.level`,
      value: latest?.value ?? Number.NaN,
      unit: 'usd',
      of: { formula: 'credit-level', series: [id] },
      why: `${id} has no value`,
    }),
    growth: growth('growth', 'credit-growth', GROWTH_WEEKS, YEAR_WEEKS / GROWTH_WEEKS),
    yearGrowth: growth('year-growth', 'credit-year-growth', YEAR_WEEKS, 1),
  };
}

interface Impulse {
  readonly flow: number;
  readonly before: number;
}

/** New credit over GDP of the year to a row, and of the year before it; undefined without a row that far back or GDP. */
function impulseAt(credit: Series, gdp: Series, row: number): Impulse | undefined {
  const { dates, values } = credit;
  const [year, two] = [1, 2].map((years) => rowOn(dates, dates[row]! - 7 * YEAR_WEEKS * years)) as [
    number,
    number,
  ];
  const product = valueOn(gdp, dates[row]! - HALF_YEAR, OLDEST_GDP);
  if (year < 0 || two < 0 || !product) return undefined;
  return {
    flow: (values[row]! - values[year]!) / product.value,
    before: (values[year]! - values[two]!) / product.value,
  };
}

/** A quarter's GDP is known about four months after it begins; half a year keeps past weeks from using what was not. */
const HALF_YEAR = 183;

function impulseFigures(credit: Series, gdp: Series, figure: FigureMaker) {
  const rows = [...credit.dates.keys()];
  const found = rows.flatMap((row) => {
    const impulse = impulseAt(credit, gdp, row);
    return impulse ? [{ row, ...impulse }] : [];
  });
  const last = found.at(-1);
  const latest = last?.row === credit.dates.length - 1 ? last : undefined;
  const history = Float64Array.from(found, ({ flow, before }) => flow - before);
  const enough = latest !== undefined && history.length >= LEAST_RANKED;
  const why = 'no bank credit two years back, or no GDP';
  const share = (path: string, formulaId: string, value: number | undefined) =>
    figure({
      path,
      value: value ?? Number.NaN,
      unit: 'fraction',
      of: { formula: formulaId, series: ['bank-credit', 'gdp'] },
      why,
    });
  return {
    date: latest ? formatDay(credit.dates[latest.row]!) : null,
    flow: share('flow', 'credit-flow', latest?.flow),
    flowBefore: share('flow-before', 'credit-flow', latest?.before),
    value: share('impulse', 'credit-impulse', latest && latest.flow - latest.before),
    percentile: figure({
      path: 'percentile',
      value: enough ? empiricalCdf(history, history.at(-1)!) : Number.NaN,
      unit: 'fraction',
      of: { formula: 'credit-impulse-percentile', series: ['bank-credit', 'gdp'] },
      ...(enough
        ? {
            window: {
              from: formatDay(credit.dates[found[0]!.row]!),
              to: formatDay(credit.dates[latest.row]!),
              n: history.length,
            },
          }
        : { why: latest ? `fewer than ${LEAST_RANKED} weeks with an impulse` : why }),
    }),
  };
}
