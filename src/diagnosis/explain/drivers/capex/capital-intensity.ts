import { z } from 'zod';
import { entryOf } from '../../../../data/series/index.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { formula } from '../../../formula.ts';
import { type Draw, dayAt, drawing } from '../../drawing.ts';
import { explainPart } from '../../part.ts';
import { priceReturns } from '../sectors/price-returns.ts';
import { readSessions, type Sessions } from '../sessions.ts';
import { FIRM_SERIES } from './firms.ts';
import { crossSection, LEAST_FIRMS, STRESS_SAMPLE, stressRows } from './intensity-cross.ts';
import { slug } from './slug.ts';
import {
  FILED_SERIES,
  filedStatements,
  STATEMENTS_TABLE,
  type Statement,
  statementsIn,
} from './statements.ts';

const MARKET = 'qqq';
/** Periods of a firm that are told, latest last. */
const MOST_PERIODS = 4;

const period = z.object({
  period: z.string(),
  intensity: figureSchema,
  freeCash: figureSchema,
  depreciation: figureSchema,
  /** Above 1 depreciation is still to come. */
  building: figureSchema,
});

const schema = z.object({
  refused: z.number().int(),
  firms: z.array(
    z.object({
      firm: z.string(),
      series: z.string().nullable(),
      periods: z.array(period),
      /** Of the intensity, from the first period told to the last. */
      change: figureSchema,
      heavier: z.boolean().nullable(),
      /** Mean return on the worst sessions of the Nasdaq-100 fund, and how many of them it rose on. */
      stress: figureSchema,
      rose: figureSchema,
    }),
  ),
  /** Intensity against return on the worst sessions, across firms. */
  cross: z.object({
    firms: z.number().int(),
    sessions: z.number().int(),
    tau: figureSchema,
    p: figureSchema,
  }),
  from: isoDay.nullable(),
  date: isoDay.nullable(),
});

/** Whether firms turn from light to heavy in capital, and whether the light ones held up better on bad days. */
export const capitalIntensity = explainPart({
  id: 'capital-intensity',
  title: { 'zh-Hans': '资本密集度', 'zh-Hant': '資本密集度', en: 'Capital intensity' },
  series: [MARKET, ...FIRM_SERIES, ...FILED_SERIES],
  schema,
  formulas: [
    formula(
      'intensity-capex',
      '资本开支占收入',
      '資本支出占營收',
      'Capital expenditure over sales',
      'C / R of a period as filed, or of four quarters; finance leases are not in C',
    ),
    formula(
      'intensity-free-cash',
      '自由现金流率',
      '自由現金流率',
      'Free cash flow over sales',
      '(O − C) / R; O cash from operations',
    ),
    formula('intensity-depreciation', '折旧占收入', '折舊占營收', 'Depreciation over sales', 'D / R'),
    formula(
      'intensity-building',
      '资本开支对折旧',
      '資本支出對折舊',
      'Capital expenditure over depreciation',
      'C / D; were outlays to stay as they are, depreciation would come to C, so that above 1 it is still to rise by C − D a year',
    ),
    formula(
      'intensity-change',
      '资本密集度的变化',
      '資本密集度的變化',
      'Change of the intensity',
      'C / R of the last period told less that of the first',
    ),
    formula(
      'intensity-stress',
      '最差交易日的平均收益',
      '最差交易日的平均報酬',
      'Mean return on the worst sessions',
      `mean of r over the worst 5 % of the last ${STRESS_SAMPLE} sessions of the Nasdaq-100 fund; at least 120 sessions`,
    ),
    formula(
      'intensity-rose',
      '最差交易日里上涨的比例',
      '最差交易日裡上漲的比例',
      'Share of the worst sessions with a rise',
      'share of those sessions with r above 0',
    ),
    formula(
      'intensity-tau',
      '密集度与收益的秩相关',
      '密集度與報酬的等級相關',
      'Intensity against return',
      `Kendall’s τ_b across firms of C / R and the mean return on the worst sessions, at least ${LEAST_FIRMS} firms; below 0: the light ones held up better`,
      'Kendall (1945), Biometrika 33(3)',
    ),
    formula(
      'intensity-p',
      '秩相关的p值',
      '等級相關的p值',
      'p of the rank correlation',
      'share of 2000 shuffles with a τ_b at least as far from 0, (1 + k)/(1 + 2000); few firms cannot give a small one',
    ),
  ],
  covers: (asset) => [MARKET, 'nasdaq-100', ...FIRM_SERIES].includes(asset),
  async compute({ view, figure }) {
    const table = statementsIn(await view.table(STATEMENTS_TABLE));
    const filed = await view.seriesMany(FILED_SERIES.filter((id) => view.entry(id)));
    const supplied = new Set(table.all.map(({ series }) => series));
    const other = filedStatements(filed, (share) => entryOf(share)?.title.en ?? share);
    const all = [...table.all, ...other.filter(({ series }) => !supplied.has(series))];
    const ids = [...new Set(all.flatMap(({ series }) => (series && view.entry(series) ? [series] : [])))];
    const sessions = await readSessions(view, ids.length === 0 ? [] : [MARKET, ...ids], 1);
    const stress = stressRows(priceReturns(sessions.get(MARKET), sessions.dates.length));
    const draw = drawing(figure, [MARKET, ...ids]);
    const firms = [...new Set(all.map(({ firm }) => slug(firm)))].sort().map((firm) =>
      firmFigures(
        all.filter((one) => slug(one.firm) === firm),
        sessions,
        stress,
        draw,
      ),
    );
    return {
      refused: table.refused,
      firms,
      cross: crossFigures(firms, stress.length, draw),
      from: dayAt(sessions.dates, stress[0] ?? -1),
      date: dayAt(sessions.dates, stress.at(-1) ?? -1),
    };
  },
});

const NOT_STATED = 'it is not stated';
const ONE = 'one period alone';
const NO_STRESS = 'the share has no return on the worst sessions';
const FEW_FIRMS = `fewer than ${LEAST_FIRMS} firms with statements and returns, or all alike`;

function firmFigures(
  statements: readonly Statement[],
  sessions: Sessions,
  stress: readonly number[],
  draw: Draw,
) {
  const told = statements.slice(-MOST_PERIODS);
  const { firm, series } = told.at(-1)!;
  const path = slug(firm);
  const intensity = ({ capex, revenue }: Statement) => capex / revenue;
  const change = told.length > 1 ? intensity(told.at(-1)!) - intensity(told[0]!) : Number.NaN;
  const returns = series ? priceReturns(sessions.get(series), sessions.dates.length) : new Float64Array(0);
  const bad = stress.map((row) => returns[row] ?? Number.NaN).filter(Number.isFinite);
  const mean = (values: readonly number[]) =>
    values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
  const stressed = { params: { sessions: bad.length }, why: NO_STRESS };
  return {
    firm,
    series: series ?? null,
    periods: told.map((one) => {
      const at = `${path}.${slug(one.period)}`;
      const ratio = (name: string, value: number, of: string) =>
        draw(`${at}.${name}`, value, name === 'building' ? 'ratio' : 'fraction', of, { why: NOT_STATED });
      return {
        period: one.period,
        intensity: ratio('intensity', intensity(one), 'intensity-capex'),
        freeCash: ratio('free-cash', (one.operating - one.capex) / one.revenue, 'intensity-free-cash'),
        depreciation: ratio('depreciation', one.depreciation / one.revenue, 'intensity-depreciation'),
        building: ratio('building', one.capex / one.depreciation, 'intensity-building'),
      };
    }),
    change: draw(`${path}.change`, change, 'fraction', 'intensity-change', { why: ONE }),
    heavier: Number.isNaN(change) ? null : change > 0,
    stress: draw(`${path}.stress`, mean(bad), 'fraction', 'intensity-stress', stressed),
    rose: draw(`${path}.rose`, mean(bad.map((r) => (r > 0 ? 1 : 0))), 'fraction', 'intensity-rose', stressed),
  };
}

function crossFigures(firms: readonly ReturnType<typeof firmFigures>[], sessions: number, draw: Draw) {
  const pairs = firms.flatMap(({ periods, stress }) => {
    const intensity = periods.at(-1)!.intensity.value;
    return intensity === null || stress.value === null ? [] : [[intensity, stress.value] as const];
  });
  const test = crossSection(
    Float64Array.from(pairs, ([intensity]) => intensity),
    Float64Array.from(pairs, ([, value]) => value),
  );
  const rest = { params: { firms: pairs.length, sessions }, why: FEW_FIRMS };
  return {
    firms: pairs.length,
    sessions,
    tau: draw('cross.tau', test?.tau ?? Number.NaN, 'ratio', 'intensity-tau', {
      ...rest,
      flags: ['unproven'],
    }),
    p: draw('cross.p', test?.p ?? Number.NaN, 'fraction', 'intensity-p', rest),
  };
}
