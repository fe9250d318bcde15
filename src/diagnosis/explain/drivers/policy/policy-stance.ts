import { z } from 'zod';
import type { Figure, FigureFlag, FigureMaker } from '../../../../data/figure.ts';
import type { Series, TableRow } from '../../../../data/observation.ts';
import { formatDay } from '../../../../data/time.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { drawing } from '../../drawing.ts';
import { latestOf, USD_LIQUIDITY, valueOn, weeklyLiquidity } from '../../liquidity/usd-liquidity.ts';
import { type ExplainContext, explainPart } from '../../part.ts';
import { expectedChange, FUTURES_TABLE } from './first-cut.ts';
import { POLICY_STANCE_FORMULAS } from './policy-stance-formulas.ts';

const YIELD = 'us-2y';
const RATE = 'effr';
const WEEKS = 13;
const MONTHS = 12;
const CUT = 0.0025;
const BASIS_POINT = 1e-4;
/** Change of the policy rate that a US dollar of run-off stands for. */
const PER_DOLLAR = { low: 29e-4 / 2.2e12, middle: 50e-4 / 2.5e12, high: 74e-4 / 2.2e12 } as const;
/** Run-off a month by the caps of past plans: of April 2025, June 2024 and September 2022; and none. */
const CAPS = [0, -40e9, -60e9, -95e9] as const;

export const CUT_SOURCES = ['assumed', 'futures', 'two-year'] as const;

const row = z.object({
  pace: figureSchema,
  equivalent: figureSchema,
  net: figureSchema,
  liquidity: figureSchema,
});

const schema = z.object({
  cuts: z.object({
    source: z.enum(CUT_SOURCES).nullable(),
    date: isoDay.nullable(),
    change: figureSchema,
  }),
  /** Whether the pace of the balance sheet is assumed, or measured up to a day. */
  pace: z.object({ source: z.enum(['assumed', 'measured']), date: isoDay.nullable() }),
  now: row,
  /** The same rate path under the caps of past plans, and none. */
  caps: z.array(row),
  /** Run-off that offsets one cut of a quarter point. */
  offset: figureSchema,
});

/** What cuts and a shrinking balance sheet come to together, in basis points of the policy rate. */
export const policyStance = explainPart({
  id: 'policy-stance',
  title: {
    'zh-Hans': '降息与缩表的净效应',
    'zh-Hant': '降息與縮表的淨效應',
    en: 'Cuts and run-off on balance',
  },
  series: [YIELD, RATE, ...USD_LIQUIDITY],
  schema,
  formulas: POLICY_STANCE_FORMULAS,
  assumes: ['fed', 'cuts'],
  async compute(context) {
    const { view, assume, figure } = context;
    const all = await view.seriesMany([YIELD, RATE, ...USD_LIQUIDITY]);
    const cuts = cutsOf(context, all, await view.table(FUTURES_TABLE));
    const measured = paceOf(all.get('fed-assets'));
    const pace = assume.fed ?? measured?.value ?? Number.NaN;
    const net = weeklyLiquidity(all).net.at(-1) ?? Number.NaN;
    const draw = drawing(figure, ['fed-assets']);
    const told = (path: string, usd: number) =>
      rowFigures(figure, path, usd, cuts.change.value ?? Number.NaN, cuts.series, net);
    return {
      cuts: { source: cuts.source, date: cuts.date, change: cuts.change },
      pace: {
        source: assume.fed === undefined ? ('measured' as const) : ('assumed' as const),
        date: assume.fed === undefined && measured ? formatDay(measured.date) : null,
      },
      now: told('now', pace),
      caps: CAPS.map((cap) => told(`cap.${Math.abs(cap) / 1e9}`, cap)),
      offset: draw('offset', CUT / PER_DOLLAR.middle, 'usd', 'stance-offset', {
        band: published(CUT / PER_DOLLAR.high, CUT / PER_DOLLAR.low),
      }),
    };
  },
});

function published(low: number, high: number) {
  return {
    low: Math.min(low, high),
    high: Math.max(low, high),
    level: 1,
    how: 'range of published estimates',
  };
}

interface Cuts {
  readonly source: (typeof CUT_SOURCES)[number] | null;
  readonly date: string | null;
  readonly change: Figure;
  readonly series: readonly string[];
}

function cutsOf(
  { assume, figure }: ExplainContext,
  all: ReadonlyMap<string, Series>,
  futures: readonly TableRow[],
): Cuts {
  const found = cutsFound(assume.cuts, all, futures);
  const { series, params, flags, value } = found;
  const change = figure({
    path: 'cuts',
    value,
    unit: 'fraction-per-year',
    of: { formula: 'stance-cuts', series, params },
    flags,
    why: 'neither futures nor a 2-year yield with the federal funds rate',
  });
  return { source: found.source, date: found.date, change, series };
}

interface Found extends Pick<Cuts, 'source' | 'date' | 'series'> {
  readonly value: number;
  readonly params: Readonly<Record<string, string | number>>;
  readonly flags: readonly FigureFlag[];
}

function cutsFound(
  assumed: number | undefined,
  all: ReadonlyMap<string, Series>,
  futures: readonly TableRow[],
): Found {
  const own = { series: [], params: {}, flags: [] };
  if (assumed !== undefined) {
    return { ...own, source: 'assumed', date: null, value: -(assumed / 1e9) * BASIS_POINT + 0 };
  }
  const path = expectedChange(futures);
  if (path) {
    const params = { table: FUTURES_TABLE, meeting: path.meeting };
    return { ...own, source: 'futures', date: formatDay(path.day), value: path.change, params };
  }
  const last = latestOf(all.get(YIELD));
  const rate = last && valueOn(all.get(RATE), last.date, 7);
  if (!last || !rate) return { ...own, source: null, date: null, value: Number.NaN, series: [YIELD, RATE] };
  return {
    source: 'two-year',
    date: formatDay(last.date),
    value: last.value - rate.value,
    series: [YIELD, RATE],
    params: {},
    flags: ['proxy'],
  };
}

/** Change of the assets a month over 13 weeks, and the Wednesday to which it is measured. */
function paceOf(assets: Series | undefined) {
  const last = latestOf(assets);
  const before = last && valueOn(assets, last.date - 7 * WEEKS, 6);
  return last && before && { date: last.date, value: (last.value - before.value) / 3 };
}

function rowFigures(
  figure: FigureMaker,
  path: string,
  pace: number,
  cuts: number,
  cutSeries: readonly string[],
  liquidity: number,
) {
  const runOff = -MONTHS * pace;
  const [low, middle, high] = [PER_DOLLAR.low, PER_DOLLAR.middle, PER_DOLLAR.high].map(
    (each) => each * runOff + 0,
  ) as [number, number, number];
  const why = 'too few weeks of the balance sheet';
  const draw = drawing(figure, ['fed-assets']);
  return {
    pace: draw(`${path}.pace`, pace, 'usd', 'stance-pace', { why }),
    equivalent: draw(`${path}.equivalent`, middle, 'fraction-per-year', 'stance-equivalent', {
      band: published(low, high),
      why,
    }),
    net: drawing(figure, [...cutSeries, 'fed-assets'])(
      `${path}.net`,
      cuts + middle,
      'fraction-per-year',
      'stance-net',
      { band: published(cuts + low, cuts + high), why: 'no expected change of the rate, or no pace' },
    ),
    liquidity: drawing(figure, USD_LIQUIDITY)(
      `${path}.liquidity`,
      -runOff / liquidity,
      'fraction',
      'stance-liquidity',
      { why: 'no net liquidity, or no pace' },
    ),
  };
}
