import { z } from 'zod';
import { figureSchema, isoDay } from '../../../answer.ts';
import { type Draw, dayAt, drawing, spanOf } from '../../drawing.ts';
import { explainPart } from '../../part.ts';
import { type DriverPath, logOf, moveOver, toldMove } from '../factors.ts';
import { readSessions, type Sessions } from '../sessions.ts';
import {
  type DemandPart,
  type DemandSplit,
  demandSplit,
  FEWEST_WEEKS,
  LEVEL,
  residualScale,
} from './demand-fit.ts';
import { OIL_FORMULAS } from './oil-formulas.ts';

const OIL = 'brent-front';
export const SIGNALS = ['copper', 'yield', 'dollar'] as const;
const SERIES = { copper: 'copper-front', yield: 'us-10y-market', dollar: 'dollar-index' } as const;
const READINGS = { copper: 'log', yield: 'difference', dollar: 'log' } as const;
/** Signs of slopes on signals of demand: a rise of demand lifts copper and yields, and goes with a weaker dollar. */
const EXPECTED = { copper: 1, yield: 1, dollar: -1 } as const;
const ALL = [OIL, ...Object.values(SERIES)];
/** Sessions that a value may stand for: New York is open on days on which others are not. */
const CARRY = 2;

export const OIL_KINDS = ['demand', 'not-demand', 'undetermined'] as const;

const schema = z.object({
  from: isoDay.nullable(),
  date: isoDay.nullable(),
  move: figureSchema,
  signals: z.array(
    z.object({
      signal: z.enum(SIGNALS),
      series: z.string(),
      moved: figureSchema,
      contribution: figureSchema,
      /** Whether its slope has the sign of a signal of demand; null: not measured. */
      expected: z.boolean().nullable(),
    }),
  ),
  demand: figureSchema,
  /** Supply, inventories, forced trades: what the signals of demand leave. */
  residual: figureSchema,
  score: figureSchema,
  r2: figureSchema,
  /** Null: not measured. */
  kind: z.enum(OIL_KINDS).nullable(),
  standing: z.literal('unproven'),
});

/** Whether a move of Brent goes with what copper, yields and the dollar say of demand, or is left to supply and the rest. */
export const oilShock = explainPart({
  id: 'oil-shock',
  title: { 'zh-Hans': '油价冲击的类型', 'zh-Hant': '油價衝擊的類型', en: 'Type of the oil move' },
  series: ALL,
  schema,
  formulas: OIL_FORMULAS,
  covers: (asset) => asset === OIL,
  async compute({ view, figure, window }) {
    const sessions = await readSessions(view, ALL, window);
    const split = splitOf(sessions, window);
    const { first, last, move, moves, fit, terms, demand } = split;
    const span = first < 0 ? {} : spanOf(sessions.dates, first, last, window);
    const draw = drawing(figure, ALL);
    const parts = partsOf(draw, split, span);
    return {
      from: dayAt(sessions.dates, first),
      date: dayAt(sessions.dates, last),
      move: drawing(figure, [OIL])('move', move, 'fraction', 'oil-move', { ...span, why: NO_MOVE }),
      signals: SIGNALS.map((signal, j) => {
        const told = toldMove({ reading: READINGS[signal] }, moves[j]!);
        const one = drawing(figure, [SERIES[signal]]);
        return {
          signal,
          series: SERIES[signal],
          moved: one(`${signal}.moved`, told.value, told.unit, 'oil-signal-move', {
            ...span,
            why: NO_SIGNAL,
          }),
          contribution: parts(`${signal}.contribution`, terms[j] ?? Number.NaN, fit?.terms[j], 'oil-signal'),
          expected: fit ? isExpected(split, j) : null,
        };
      }),
      demand: parts('demand', demand, fit?.demand, 'oil-demand'),
      residual: parts('residual', move - demand, fit?.demand, 'oil-residual'),
      score: draw('score', scoreOf(split, window), 'sigma', 'oil-score', {
        ...span,
        flags: ['unproven'],
        why: FEW,
      }),
      r2: draw('r2', fit?.r2 ?? Number.NaN, 'fraction', 'oil-r2', { why: FEW }),
      kind: kindOf(split, window),
      standing: 'unproven' as const,
    };
  },
});

const NO_MOVE = 'Brent is not measured at both ends of the window';
const NO_SIGNAL = 'the signal is not measured at both ends of the window';
const FEW = `fewer than ${FEWEST_WEEKS} weeks before the window, or a signal without a move`;

interface OilSplit {
  readonly first: number;
  readonly last: number;
  readonly move: number;
  /** R / ln(1 + R): logs to simple returns. */
  readonly factor: number;
  readonly moves: readonly number[];
  readonly fit: DemandSplit | undefined;
  /** Contributions in simple return. */
  readonly terms: readonly number[];
  readonly demand: number;
}

function splitOf(sessions: Sessions, window: number): OilSplit {
  const oil = pathOf(sessions, OIL, 'log');
  const paths = SIGNALS.map((signal) => pathOf(sessions, SERIES[signal], READINGS[signal]));
  const last = oil.level.findLastIndex(Number.isFinite);
  const first = last < window ? -1 : last - window;
  const over = (path: OilPath) => (first < 0 ? Number.NaN : moveOver(path, first, last));
  const [log, moves] = [over(oil), paths.map(over)];
  const move = Math.expm1(log);
  const factor = log === 0 ? 1 : move / log;
  const levels = paths.map(({ level }) => level);
  const fit = Number.isFinite(log) ? demandSplit(levels, oil.level, first, moves) : undefined;
  const terms = fit?.terms.map(({ value }) => factor * value) ?? [];
  const demand = fit ? terms.reduce((sum, term) => sum + term, 0) : Number.NaN;
  return { first, last, move, factor, moves, fit, terms, demand };
}

type OilPath = Pick<DriverPath, 'level' | 'source' | 'carry'>;

function pathOf({ dates, get }: Sessions, id: string, reading: 'log' | 'difference'): OilPath {
  const column = get(id);
  const values = column?.values ?? new Float64Array(dates.length).fill(Number.NaN);
  return {
    level: reading === 'log' ? values.map(logOf) : values,
    source: column?.source ?? new Uint8Array(dates.length),
    carry: CARRY,
  };
}

/** Maker of the parts of the move, all with the sample and the width of the fit. */
function partsOf(draw: Draw, { fit, factor }: OilSplit, span: Partial<ReturnType<typeof spanOf>>) {
  return (path: string, value: number, of: DemandPart | undefined, formula: string) => {
    const reach = Math.abs(factor) * (of?.reach ?? Number.NaN);
    return draw(path, value, 'fraction', formula, {
      ...span,
      ...(fit
        ? {
            params: { weeks: fit.weeks, lag: fit.lag },
            band: { low: value - reach, high: value + reach, level: LEVEL, how: 'Newey–West' },
          }
        : {}),
      flags: ['unproven'],
      why: FEW,
    });
  };
}

function scoreOf({ fit, move, demand, factor }: OilSplit, window: number): number {
  return fit ? (move - demand) / factor / residualScale(fit, window) : Number.NaN;
}

/**
 * Demand when the residual is with its whole band less than half of the move, not demand when it is more. Undetermined in between, for a move
 * within one standard deviation of the residual, and when a slope has not the sign that a signal of demand has.
 */
function kindOf(split: OilSplit, window: number): (typeof OIL_KINDS)[number] | null {
  const { fit, move, demand, factor } = split;
  if (!fit) return null;
  const ordinary = Math.abs(move / factor) < residualScale(fit, window);
  if (ordinary || !SIGNALS.every((_, j) => isExpected(split, j))) return 'undetermined';
  const [left, reach] = [Math.abs(move - demand), Math.abs(factor) * fit.demand.reach];
  if (left + reach < Math.abs(move) / 2) return 'demand';
  return left - reach > Math.abs(move) / 2 ? 'not-demand' : 'undetermined';
}

function isExpected({ fit }: OilSplit, j: number): boolean {
  return Math.sign(fit!.slopes[j]!) === EXPECTED[SIGNALS[j]!];
}
