import { z } from 'zod';
import type { FigureMaker } from '../../../data/figure.ts';
import type { View } from '../../../data/view.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { formula } from '../../formula.ts';
import { type Rows, rowsOf, rowsWindow } from '../../scan/rows.ts';
import { explainPart } from '../part.ts';
import { FLOOR_FORMULAS, FLOOR_SERIES, floorSchema, fundingFloor } from './funding-floor.ts';
import {
  type Banded,
  LEAST,
  LEVEL,
  RESPONSE,
  SAMPLE,
  type YieldSpillover,
  yieldSpillover,
} from './yield-model.ts';

const PAIRS = [
  ['japan-30y', 'us-30y'],
  ['japan-10y', 'us-10y'],
] as const;

/** Sessions besides the window over which the change is split. */
const SPANS = [60, 250] as const;

/**
 * What Goldman Sachs is quoted to have said, in yields a year: how much Japan added to the long yields of the Treasury and of the G4, and per
 * unit of a Japanese shock. Not measured here.
 */
const STATED = { low: 0.006, high: 0.008, perUnitLow: 0.2, perUnitHigh: 0.3 } as const;

const SHOCKS =
  'y the daily changes of both yields on common dates, Japan first since Tokyo closes before New York; vector autoregression, lags by Schwarz of 1 to 5, on the last 750 sessions';
const KILIAN = 'Kilian & Lütkepohl (2017), Structural Vector Autoregressive Analysis, section 4.3';

const schema = z.object({
  pairs: z.array(
    z.object({
      from: z.enum(PAIRS.map(([from]) => from) as [(typeof PAIRS)[number][0]]),
      to: z.enum(PAIRS.map(([, to]) => to) as [(typeof PAIRS)[number][1]]),
      date: isoDay.nullable(),
      passThrough: figureSchema,
      spans: z.array(
        z.object({
          sessions: z.number().int(),
          total: figureSchema,
          sent: figureSchema,
          own: figureSchema,
          /** Constant and first rows, by subtraction. */
          base: figureSchema,
        }),
      ),
    }),
  ),
  /** External figures, for comparison; not measured here. */
  stated: z.object({ low: z.number(), high: z.number(), perUnitLow: z.number(), perUnitHigh: z.number() }),
  floor: floorSchema,
});

/** How much of the change of Treasury yields came from Japan's. */
export const yieldSpillovers = explainPart({
  id: 'yield-spillover',
  title: {
    'zh-Hans': '日本国债收益率对美债的传导',
    'zh-Hant': '日本公債殖利率對美債的傳導',
    en: 'From Japanese to Treasury yields',
  },
  series: [...new Set([...PAIRS.flat(), ...FLOOR_SERIES])],
  schema,
  formulas: [
    formula(
      'yield-change',
      '收益率变动',
      '殖利率變動',
      'Change of the yield',
      'Σ of the daily changes on the dates that both yields have',
    ),
    formula(
      'yield-sent',
      '由日本传来的部分',
      '由日本傳來的部分',
      'Part sent by Japan',
      `Σ over the span of h_t, the part of the Treasury’s daily change made by shocks to Japan’s yield up to that day; ${SHOCKS}`,
      KILIAN,
    ),
    formula(
      'yield-own',
      '美债自身的部分',
      '美債自身的部分',
      'Part of the Treasury’s own',
      `Σ over the span of the part of the daily change made by shocks to the Treasury’s yield itself; ${SHOCKS}`,
      KILIAN,
    ),
    formula(
      'yield-base',
      '趋势与起点的部分',
      '趨勢與起點的部分',
      'Trend and first days',
      'change of the yield less the parts of both shocks',
    ),
    formula(
      'yield-pass-through',
      '传导系数',
      '傳導係數',
      'Pass-through',
      `Σ_{h<10} (Ψ_h P)_21 / P_11: change of the Treasury yield over ten sessions for each unit by which a shock moves Japan’s yield on its day; ${SHOCKS}, Σ = P P′`,
      KILIAN,
    ),
    ...FLOOR_FORMULAS,
  ],
  async compute({ view, figure, window }) {
    const read = await view.seriesMany(yieldSpillovers.series);
    const pairs = PAIRS.map(([from, to]) => {
      const rows = rowsOf(read, [from, to], rangeOf(read, [from, to]));
      return pairFigures(rows, { from, to, window }, figure);
    });
    return { pairs, stated: { ...STATED }, floor: fundingFloor(read, figure) };
  },
});

/** To the last date that both have, since one of them comes a day later. */
function rangeOf(read: Awaited<ReturnType<View['seriesMany']>>, ids: readonly string[]) {
  const [a, b] = ids.map((id) => read.get(id)!.dates) as [Int32Array, Int32Array];
  const there = new Set(b);
  const to = a.findLast((date) => there.has(date)) ?? 0;
  return { from: to - 3 * SAMPLE, to, least: 2 };
}

type Asked = {
  readonly from: (typeof PAIRS)[number][0];
  readonly to: (typeof PAIRS)[number][1];
  readonly window: number;
};

function pairFigures(all: Rows, { from, to, window }: Asked, figure: FigureMaker) {
  const first = Math.max(0, all.dates.length - SAMPLE);
  const columns = all.columns.map((column) => column.subarray(first));
  const found = all.ids.length === 2 ? yieldSpillover(columns) : undefined;
  const rows = { ...all, dates: all.dates.subarray(first), columns };
  const n = rows.dates.length;
  const series = [from, to];
  const why = `fewer than ${LEAST} common days of ${from} and ${to}`;
  const how = '199 stationary bootstrap draws of the errors, percentile';
  const band = ({ low, high }: Banded) =>
    Number.isFinite(low) ? { band: { low, high, level: LEVEL, how } } : {};
  const span = (sessions: number) => {
    const { total, sent, own, base } = splitOf(found, columns, sessions);
    const path = `${to}.${sessions}d`;
    const make = (name: string, part: Banded) =>
      figure({
        path: name === 'change' ? path : `${path}.${name}`,
        value: part.value,
        unit: 'fraction-per-year',
        of: { formula: `yield-${name}`, series, params: { sessions, ...(found ? { lag: found.lag } : {}) } },
        ...(found && n >= sessions ? { window: rowsWindow(rows, n - sessions, n) } : {}),
        ...band(part),
        why: found ? `fewer than ${sessions} days in the sample` : why,
      });
    return {
      sessions,
      total: make('change', total),
      sent: make('sent', sent),
      own: make('own', own),
      base: make('base', base),
    };
  };
  const spans = [...new Set([window, ...SPANS])].sort((a, b) => a - b);
  return {
    from,
    to,
    date: found ? rowsWindow(rows, 0, n).to : null,
    passThrough: figure({
      path: `${to}.pass-through`,
      value: found?.passThrough.value ?? Number.NaN,
      unit: 'ratio',
      of: {
        formula: 'yield-pass-through',
        series,
        params: { sessions: RESPONSE, ...(found ? { lag: found.lag } : {}) },
      },
      ...(found ? { window: rowsWindow(rows, 0, n), ...band(found.passThrough) } : {}),
      why,
    }),
    spans: spans.map(span),
  };
}

const NOTHING: Banded = { value: Number.NaN, low: Number.NaN, high: Number.NaN };

/** The change and its parts, which add to it: the base comes by subtraction. */
function splitOf(found: YieldSpillover | undefined, columns: readonly Float64Array[], sessions: number) {
  const column = columns[1];
  if (!found || !column || column.length < sessions) {
    return { total: NOTHING, sent: NOTHING, own: NOTHING, base: NOTHING };
  }
  const total = column.subarray(column.length - sessions).reduce((sum, value) => sum + value, 0);
  const { sent, own } = found.over(sessions);
  const base = total - (sent.value + own.value);
  return { total: { ...NOTHING, value: total }, sent, own, base: { ...NOTHING, value: base } };
}
