import { z } from 'zod';
import type { FigureMaker } from '../../../data/figure.ts';
import type { Series } from '../../../data/observation.ts';
import { entryOf } from '../../../data/series/index.ts';
import { releaseOf } from '../../../data/series/release.ts';
import { dayOf, formatDay, type Instant } from '../../../data/time.ts';
import { quantiles } from '../../../math/quantile.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { formula } from '../../formula.ts';
import { type Draw, drawing } from '../drawing.ts';
import { explainPart } from '../part.ts';
import { ORDER, PURCHASES } from './balance-sheet.ts';
import { DEFINITIONS, sumBy } from './liquidity-definitions.ts';
import {
  ASKED_FORMULAS,
  type AskedPaces,
  askedFigures,
  askedPace,
  askedPaces,
  askedSchema,
  PILLARS,
  WEEKS_A_MONTH,
  weeklySum,
} from './projection-asked.ts';
import {
  BAND_LEVEL,
  HORIZONS,
  LEAST_FORECASTS,
  meanSize,
  type PaceRange,
  type Projected,
  paceRange,
  pastErrors,
} from './projection-rule.ts';
import { USD_LIQUIDITY, valueOn } from './usd-liquidity.ts';

const DEFINITION = DEFINITIONS.find(({ id }) => id === 'net-credit')!;
const SERIES = [...USD_LIQUIDITY, 'bank-credit'] as const;
const CHART_WEEKS = 52;
/** Months in which the order is carried out: the assumption of the base, of the high, of the low (never). */
const ORDER_MONTHS = { base: 12, high: 6 } as const;

const range = z.object({ low: figureSchema, base: figureSchema, high: figureSchema });

const schema = z.object({
  /** The last Wednesday with all parts; null: there is none. */
  date: isoDay.nullable(),
  level: figureSchema,
  /** What each pillar adds a month. */
  pillars: z.array(
    z.object({
      id: z.enum(PILLARS),
      monthly: range,
      /** As set by the reader; absent where it was not. */
      asked: figureSchema.optional(),
      /** Whether it moves the sum that is projected; the enterprises pay from their own cash. */
      inSum: z.boolean(),
    }),
  ),
  /** Forecasts: the change of the sum from `date` to `target`, settled when bank credit of that week is out. */
  forecasts: z.array(
    z.object({
      weeks: z.number().int(),
      target: isoDay.nullable(),
      settled: isoDay.nullable(),
      change: range,
      /** Of the base change; they sum to it. */
      contributions: z.object({ fed: figureSchema, banks: figureSchema }),
      /** The same change at the paces supposed; absent where none was. */
      asked: askedSchema.optional(),
    }),
  ),
  /** The same rule in the past. */
  scores: z.array(
    z.object({
      weeks: z.number().int(),
      error: figureSchema,
      errorUnchanged: figureSchema,
      skill: figureSchema,
    }),
  ),
  /** A year of the sum and the forecasts after it, US dollars. */
  history: z.object({
    dates: z.array(isoDay),
    actual: z.array(z.number().nullable()),
    low: z.array(z.number().nullable()),
    base: z.array(z.number().nullable()),
    high: z.array(z.number().nullable()),
    asked: z.array(z.number().nullable()).optional(),
  }),
});

/** Where liquidity goes if its pillars keep their pace: a fan with the errors of the same rule in the past. */
export const projection = explainPart({
  id: 'projection',
  title: {
    'zh-Hans': '流动性的三根支柱与推算',
    'zh-Hant': '流動性的三根支柱與推算',
    en: 'Three pillars and a projection',
  },
  series: SERIES,
  assumes: PILLARS,
  schema,
  formulas: [
    formula(
      'projection-level',
      '被推算的合计',
      '被推算的合計',
      'The sum that is projected',
      'Q_t = net liquidity (Fed assets − Treasury account − reverse repo) of Wednesday t + bank credit (H.8, seasonally adjusted) of the same week; US dollars',
    ),
    formula(
      'projection-pace',
      '支柱的月速度',
      '支柱的月速度',
      'Pace of a pillar a month',
      'base: (x_t − x_{t−13}) / 13 · 4.348; x Fed assets, or bank credit. low, high: 10 % and 90 % quantile of that pace over the last 156 weeks, widened to hold the base; the high of the Fed at least the announced 40 bn a month (New York Fed, 10 December 2025). Mortgage: the order of 200 bn (8 January 2026) over 12 months, low none, high over 6: an assumption, beside the sum',
    ),
    formula(
      'projection-change',
      '推算的变化',
      '推算的變化',
      'Projected change',
      'h · (pace of Fed assets + pace of bank credit), h weeks, each in whole dollars, the Treasury account and reverse repo as they are; band: 10 % and 90 % quantile of outcome less forecast of the same rule in all past weeks, around the base',
    ),
    formula(
      'projection-contribution',
      '支柱对推算的贡献',
      '支柱對推算的貢獻',
      'Contribution to the projected change',
      'h · pace of Fed assets; and the projected change less that',
    ),
    formula(
      'projection-error',
      '过去的平均误差',
      '過去的平均誤差',
      'Mean error in the past',
      'mean of |Q_{t+h} − forecast of week t| over all weeks with an outcome, with the values known now (bank credit is revised)',
    ),
    formula(
      'projection-error-unchanged',
      '不变假设的平均误差',
      '不變假設的平均誤差',
      'Mean error of no change',
      'mean of |Q_{t+h} − Q_t| over the same weeks',
    ),
    formula(
      'projection-skill',
      '相对于不变的改善',
      '相對於不變的改善',
      'Gain over no change',
      '1 − mean error / mean error of no change',
    ),
    ...ASKED_FORMULAS,
  ],
  async compute({ view, figure, assume }) {
    const all = await view.seriesMany(SERIES);
    const projected = projectedOf(all);
    const last = projected.dates.length - 1;
    const fed = withAnnounced(paceRange(projected, projected.fed), view.instant);
    const banks = paceRange(projected, projected.banks);
    const draw = drawing(figure, SERIES);
    const asked = last < 0 ? undefined : askedPaces(assume, { fed: fed.base, banks: banks.base });
    const forecasts = HORIZONS.map((weeks) => ({
      ...forecastFigures(weeks, projected, fed, banks, figure),
      ...(asked ? { asked: askedFigures(weeks, asked, assume, draw, NO_PACE) } : {}),
    }));
    return {
      date: last < 0 ? null : formatDay(projected.dates[last]!),
      level: draw('level', projected.total[last] ?? Number.NaN, 'usd', 'projection-level', { why: NO_WEEK }),
      pillars: [
        pillarFigures('fed', fed, drawing(figure, ['fed-assets'])),
        pillarFigures('banks', banks, drawing(figure, ['bank-credit'])),
        mortgageFigures(view.instant, drawing(figure, [])),
      ].map((pillar) => ({ ...pillar, ...askedPace(assume, pillar.id, drawing(figure, [])) })),
      forecasts,
      scores: HORIZONS.map((weeks) => scoreFigures(weeks, projected, draw)),
      history: historyOf(projected, fed, banks, asked),
    };
  },
});

const NO_WEEK = 'net liquidity and bank credit have no week in common';
const NO_PACE = 'no week with net liquidity and bank credit 13 weeks before the latest';

function projectedOf(all: ReadonlyMap<string, Series>): Projected {
  const { dates, values } = sumBy(DEFINITION, all);
  const column = (id: string, oldest: number) =>
    Float64Array.from(dates, (date) => valueOn(all.get(id), date, oldest)!.value);
  return { dates, total: values, fed: column('fed-assets', 0), banks: column('bank-credit', 6) };
}

/** Paces are a week; the announced one a month. */
function withAnnounced(pace: PaceRange, instant: Instant): PaceRange {
  if (instant < PURCHASES.announced || Number.isNaN(pace.base)) return pace;
  return { ...pace, high: Math.max(pace.high, PURCHASES.monthly / WEEKS_A_MONTH) };
}

function pillarFigures(id: 'fed' | 'banks', pace: PaceRange, draw: Draw) {
  const of = (end: 'low' | 'base' | 'high') =>
    draw(`${id}.${end}`, pace[end] * WEEKS_A_MONTH, 'usd', 'projection-pace', {
      params: { end },
      flags: ['unproven'],
      why: NO_PACE,
    });
  return { id, monthly: { low: of('low'), base: of('base'), high: of('high') }, inSum: true };
}

function mortgageFigures(instant: Instant, draw: Draw) {
  const ordered = instant >= ORDER.announced;
  const of = (end: 'low' | 'base' | 'high', monthly: number) =>
    draw(`mortgage.${end}`, ordered ? monthly : Number.NaN, 'usd', 'projection-pace', {
      params: { end, order: ORDER.amount },
      flags: ['unproven', 'proxy'],
      why: 'not announced at this instant',
    });
  return {
    id: 'mortgage' as const,
    monthly: {
      low: of('low', 0),
      base: of('base', ORDER.amount / ORDER_MONTHS.base),
      high: of('high', ORDER.amount / ORDER_MONTHS.high),
    },
    inSum: false,
  };
}

function forecastFigures(
  weeks: number,
  projected: Projected,
  fed: PaceRange,
  banks: PaceRange,
  figure: FigureMaker,
) {
  const draw = drawing(figure, SERIES);
  const last = projected.dates.at(-1);
  const target = last === undefined ? undefined : last + 7 * weeks;
  // Whole dollars add without a rest.
  const fromFed = Math.round(weeks * fed.base);
  const base = fromFed + Math.round(weeks * banks.base);
  const { errors } = pastErrors(projected, weeks);
  const [below, above] = quantiles(errors, [(1 - BAND_LEVEL) / 2, (1 + BAND_LEVEL) / 2]) as unknown as [
    number,
    number,
  ];
  const band =
    errors.length >= LEAST_FORECASTS
      ? {
          band: {
            low: base + below,
            high: base + above,
            level: BAND_LEVEL,
            how: `errors of the same rule in ${errors.length} past weeks`,
          },
        }
      : {};
  const of = (end: 'low' | 'base' | 'high', value: number) =>
    draw(`${weeks}w.${end}`, value, 'usd', 'projection-change', {
      params: { weeks, end },
      flags: ['unproven', 'extrapolated'],
      why: NO_PACE,
      ...(end === 'base' ? band : {}),
    });
  const part = (id: 'fed' | 'banks', value: number) =>
    draw(`${weeks}w.${id}`, value, 'usd', 'projection-contribution', {
      params: { weeks },
      flags: ['unproven', 'extrapolated'],
      why: NO_PACE,
    });
  return {
    weeks,
    target: target === undefined ? null : formatDay(target),
    settled: target === undefined ? null : formatDay(dayOf(releaseOf(entryOf('bank-credit')!, target))),
    change: {
      low: of('low', Math.round(weeks * fed.low) + Math.round(weeks * banks.low)),
      base: of('base', base),
      high: of('high', Math.round(weeks * fed.high) + Math.round(weeks * banks.high)),
    },
    contributions: { fed: part('fed', fromFed), banks: part('banks', base - fromFed) },
  };
}

function scoreFigures(weeks: number, projected: Projected, draw: Draw) {
  const { errors, unchanged } = pastErrors(projected, weeks);
  const enough = errors.length >= LEAST_FORECASTS;
  const [error, still] = [meanSize(errors), meanSize(unchanged)];
  const rest = {
    params: { weeks, forecasts: errors.length },
    why: `fewer than ${LEAST_FORECASTS} past forecasts over ${weeks} weeks with an outcome`,
  };
  return {
    weeks,
    error: draw(`${weeks}w.error`, enough ? error : Number.NaN, 'usd', 'projection-error', rest),
    errorUnchanged: draw(
      `${weeks}w.error-unchanged`,
      enough ? still : Number.NaN,
      'usd',
      'projection-error-unchanged',
      rest,
    ),
    skill: draw(
      `${weeks}w.skill`,
      enough ? 1 - error / still : Number.NaN,
      'fraction',
      'projection-skill',
      rest,
    ),
  };
}

function historyOf(
  { dates, total }: Projected,
  fed: PaceRange,
  banks: PaceRange,
  asked: AskedPaces | undefined,
) {
  const last = dates.length - 1;
  if (last < 0 || Number.isNaN(fed.base + banks.base))
    return { dates: [], actual: [], low: [], base: [], high: [] };
  const from = Math.max(0, last - CHART_WEEKS + 1);
  const known = [...dates.subarray(from)];
  const ahead = Array.from({ length: HORIZONS.at(-1)! }, (_, k) => k + 1);
  const path = (weekly: number) => [
    ...known.map((_, k) => (k === known.length - 1 ? total[last]! : null)),
    ...ahead.map((week) => total[last]! + week * weekly),
  ];
  const fan = (end: 'low' | 'base' | 'high') => path(fed[end] + banks[end]);
  return {
    dates: [...known, ...ahead.map((week) => dates[last]! + 7 * week)].map(formatDay),
    actual: [...total.subarray(from), ...ahead.map(() => null)],
    low: fan('low'),
    base: fan('base'),
    high: fan('high'),
    ...(asked ? { asked: path(weeklySum(asked)) } : {}),
  };
}
