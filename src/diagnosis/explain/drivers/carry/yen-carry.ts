import { z } from 'zod';
import type { FigureDraft, FigureMaker } from '../../../../data/figure.ts';
import { formatDay } from '../../../../data/time.ts';
import type { BaseUnit } from '../../../../data/unit.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { explainPart } from '../../part.ts';
import { BETA_ASSETS, BETA_LAGS, type CarryBeta, carryBetas } from './carry-betas.ts';
import { CARRY_FORMULAS } from './carry-formulas.ts';
import { carryGauge, type GaugeRow, LEGS, type Leg, LINES, LINK_SESSIONS, VERDICTS } from './carry-gauge.ts';
import {
  BASKET_SERIES,
  CARRY_SERIES,
  type CarryRows,
  carryRows,
  POSITIONS,
  RATES,
  RISK_ASSETS,
  reportBy,
  YEN,
} from './carry-rows.ts';

/** Sessions of the history that is drawn. */
const SHOWN = 250;
/** Half the width of a 90 % band in standard errors. */
const HALF_BAND = 1.645;

const schema = z.object({
  /** First and last session of the window: moves count from the close of the first. */
  from: isoDay.nullable(),
  date: isoDay.nullable(),
  verdict: z.enum(VERDICTS),
  gauge: figureSchema,
  percentile: figureSchema,
  /** How often the verdict was “supported” so far. */
  baseRate: figureSchema,
  yen: figureSchema,
  basket: figureSchema,
  assets: figureSchema,
  ratio: figureSchema,
  /** Day of the report of positions. */
  reported: isoDay.nullable(),
  /** The yen first: it must rise, or the story is not supported. */
  legs: z.array(
    z.object({
      leg: z.enum(LEGS),
      measure: figureSchema,
      /** What it must reach. */
      line: z.number(),
      score: figureSchema,
      /** Null where it is not measured. */
      passed: z.boolean().nullable(),
    }),
  ),
  betas: z.array(
    z.object({
      asset: z.enum(BETA_ASSETS),
      from: isoDay.nullable(),
      to: isoDay.nullable(),
      beta: figureSchema,
      move: figureSchema,
      explained: figureSchema,
      rest: figureSchema,
    }),
  ),
  history: z.object({ dates: z.array(isoDay), gauge: z.array(z.number().nullable()) }),
});

const NONE = 'the yen, its crosses and the shares have no common session';
const SHORT = 'too few legs are measured';

/** Whether positions funded in yen were unwound: a gauge of six legs, the first of which can sink the story. */
export const yenCarry = explainPart({
  id: 'yen-carry',
  title: { 'zh-Hans': '日元套息平仓', 'zh-Hant': '日圓利差交易平倉', en: 'Unwinding of yen carry' },
  series: [...new Set([...CARRY_SERIES, ...RATES, POSITIONS, ...BETA_ASSETS])],
  schema,
  formulas: CARRY_FORMULAS,
  async compute({ view, figure, window }) {
    const rows = await carryRows(view);
    const at = carryGauge(rows, window);
    const all = Array.from(rows.dates, (_, t) => at(t));
    const last = all.length - 1;
    const now = all[last];
    const start = last - window;
    const day = (t: number) => (t < 0 ? null : formatDay(rows.dates[t]!));
    const span = start >= 0 ? { window: { from: day(start)!, to: day(last)!, n: window } } : {};
    return {
      from: day(start),
      date: day(last),
      verdict: now?.verdict ?? 'not-measured',
      ...gaugeFigures(all, span, figure),
      ...moveFigures(now, span, figure),
      reported: reportDay(rows, start),
      legs: LEGS.map((leg) =>
        legFigures(leg, now, { w: window, span, reported: reportDay(rows, start) }, figure),
      ),
      betas: (last < 0 ? [] : await carryBetas(view, rows.dates[last]!, window)).map((one) =>
        betaFigures(one, window, figure),
      ),
      history: {
        dates: all.slice(-SHOWN).map((_, k) => day(Math.max(0, all.length - SHOWN) + k)!),
        gauge: all.slice(-SHOWN).map(({ gauge }) => (Number.isNaN(gauge) ? null : gauge)),
      },
    };
  },
});

type Span = Pick<FigureDraft, 'window'>;

function reportDay({ dates, positions }: CarryRows, start: number): string | null {
  const row = start < 0 ? -1 : reportBy(positions, dates[start]!);
  return row < 0 ? null : formatDay(positions.dates[row]!);
}

function gaugeFigures(all: readonly GaugeRow[], span: Span, figure: FigureMaker) {
  const series = [...CARRY_SERIES, ...RATES, POSITIONS];
  const gauges = all.map(({ gauge }) => gauge).filter((gauge) => !Number.isNaN(gauge));
  const now = all.at(-1);
  const latest = now?.gauge ?? Number.NaN;
  const judged = all.filter(({ verdict }) => verdict !== 'not-measured');
  const why = now ? SHORT : NONE;
  const share = (path: string, formula: string, value: number) =>
    figure({
      path,
      value: Number.isNaN(latest) ? Number.NaN : value,
      unit: 'fraction',
      of: { formula, series, params: { sessions: judged.length } },
      why,
    });
  return {
    gauge: figure({
      path: 'gauge',
      value: latest,
      unit: 'score',
      of: { formula: 'yen-carry-gauge', series },
      ...span,
      flags: ['unproven'],
      why,
    }),
    percentile: share(
      'percentile',
      'yen-carry-percentile',
      gauges.filter((gauge) => gauge <= latest).length / gauges.length,
    ),
    baseRate: share(
      'base-rate',
      'yen-carry-base-rate',
      judged.filter(({ verdict }) => verdict === 'supported').length / judged.length,
    ),
  };
}

function moveFigures(now: GaugeRow | undefined, span: Span, figure: FigureMaker) {
  const move = (path: 'yen' | 'basket' | 'assets', series: readonly string[]) =>
    figure({
      path,
      value: now?.moves[path] ?? Number.NaN,
      unit: 'fraction',
      of: { formula: 'carry-move', series },
      ...span,
      why: now ? 'a session of the window has no value' : NONE,
    });
  return {
    yen: move('yen', [YEN]),
    basket: move('basket', BASKET_SERIES),
    assets: move('assets', RISK_ASSETS),
    ratio: figure({
      path: 'carry-to-volatility',
      value: now?.ratio ?? Number.NaN,
      unit: 'ratio',
      of: { formula: 'carry-to-volatility', series: [YEN, ...RATES] },
      why: now ? 'an overnight rate or the volatility of the yen is missing' : NONE,
    }),
  };
}

const LEG_OF: Readonly<Record<Leg, { unit: BaseUnit; formula: string; series: readonly string[] }>> = {
  yen: { unit: 'sigma', formula: 'carry-z', series: [YEN] },
  basket: { unit: 'sigma', formula: 'carry-z', series: BASKET_SERIES },
  'carry-to-volatility': { unit: 'fraction', formula: 'carry-to-volatility-rank', series: [YEN, ...RATES] },
  positions: { unit: 'contracts', formula: 'carry-positions', series: [POSITIONS] },
  assets: { unit: 'sigma', formula: 'carry-z', series: RISK_ASSETS },
  link: { unit: 'ratio', formula: 'carry-link', series: [RISK_ASSETS[1], YEN] },
};

function legFigures(
  leg: Leg,
  now: GaugeRow | undefined,
  { w, span, reported }: { readonly w: number; readonly span: Span; readonly reported: string | null },
  figure: FigureMaker,
) {
  const { unit, formula, series } = LEG_OF[leg];
  const why = now ? `too short a history for the leg ${leg}` : NONE;
  const inputs =
    leg === 'positions' && reported ? { inputs: [{ symbol: 'N', series: POSITIONS, date: reported }] } : {};
  return {
    leg,
    measure: figure({
      path: `leg.${leg}`,
      value: now?.measures[leg] ?? Number.NaN,
      unit,
      of: { formula, series, params: { w }, ...inputs },
      ...span,
      why,
    }),
    line: LINES[leg],
    score: figure({
      path: `leg.${leg}.score`,
      value: now?.scores[leg] ?? Number.NaN,
      unit: 'fraction',
      of: { formula: 'carry-score', series },
      why,
    }),
    passed: now?.passed[leg] ?? null,
  };
}

function betaFigures(one: CarryBeta, w: number, figure: FigureMaker) {
  const { asset, from, to, beta, standardError, move, yen } = one;
  const half = HALF_BAND * standardError;
  const why = `fewer than ${LINK_SESSIONS} common sessions of ${asset} and the yen before the window`;
  const window = from && to ? { window: { from, to, n: w } } : {};
  const part = (path: string, formula: string, value: number, series: readonly string[]) =>
    figure({
      path: `beta.${asset}.${path}`,
      value,
      unit: 'fraction',
      of: { formula, series, params: { w } },
      ...window,
      why,
    });
  const explained = beta * yen;
  return {
    asset,
    from,
    to,
    beta: figure({
      path: `beta.${asset}`,
      value: beta,
      unit: 'ratio',
      of: {
        formula: 'carry-beta',
        series: [asset, YEN],
        params: { sessions: LINK_SESSIONS, lags: BETA_LAGS },
      },
      ...(Number.isNaN(half)
        ? {}
        : { band: { low: beta - half, high: beta + half, level: 0.9, how: 'Newey–West, normal' } }),
      why,
    }),
    move: part('move', 'carry-move', move, [asset]),
    explained: part('explained', 'carry-explained', explained, [asset, YEN]),
    rest: part('rest', 'carry-rest', move - explained, [asset, YEN]),
  };
}
