import { z } from 'zod';
import type { FigureMaker } from '../../../data/figure.ts';
import { formatDay } from '../../../data/time.ts';
import { blockLength } from '../../../math/block-length.ts';
import { type PercentileBand, percentileBand, stationaryBootstrapIndices } from '../../../math/bootstrap.ts';
import { quantile } from '../../../math/quantile.ts';
import { stream } from '../../../math/random.ts';
import { valuesAt } from '../../../math/values-at.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { formula } from '../../formula.ts';
import { drawing } from '../drawing.ts';
import { explainPart } from '../part.ts';
import { rowOn } from './liquidity-changes.ts';
import { DEFINITIONS, type Definition, type DefinitionId, type Sum, sumBy } from './liquidity-definitions.ts';

const WEEKS = 13;
/** Changes needed for a scale: three years. */
const LEAST = 156;
/** Below half its usual size a change is flat. */
export const FLAT = 0.5;
const LEVEL = 0.8;
const DRAWS = 499;
const SEED = 20_250_301;

const STATES = ['expanding', 'flat', 'shrinking'] as const;
export type LiquidityState = (typeof STATES)[number];

const IDS = DEFINITIONS.map(({ id }) => id) as [DefinitionId, ...DefinitionId[]];

const row = z.object({
  id: z.enum(IDS),
  date: isoDay.nullable(),
  state: z.enum(STATES).nullable(),
  change: figureSchema,
  /** The change in its own usual sizes. */
  size: figureSchema,
});

const schema = z.object({
  /** The state of net liquidity; null: not measured. */
  state: z.enum(STATES).nullable(),
  /** Whether the band of its size stays within the state. */
  sure: z.boolean().nullable(),
  definitions: z.array(row),
  counts: z.object({ expanding: z.number().int(), flat: z.number().int(), shrinking: z.number().int() }),
});

/** Whether liquidity expands, shrinks or does neither, by its change over a quarter against the usual size of one, and whether definitions agree. */
export const liquidityState = explainPart({
  id: 'liquidity-state',
  title: { 'zh-Hans': '流动性的状态', 'zh-Hant': '流動性的狀態', en: 'State of liquidity' },
  series: [...new Set(DEFINITIONS.flatMap(({ series }) => series))],
  schema,
  formulas: [
    formula(
      'liquidity-state-change',
      '十三周变化率',
      '十三週變化率',
      'Relative change over 13 weeks',
      'c_t = L_t / L_{t−13} − 1; L liquidity by the definition, on Wednesdays',
    ),
    formula(
      'liquidity-state-size',
      '变化相对于自身尺度',
      '變化相對於自身尺度',
      'Change against its own scale',
      `c_t / median of |c_s|, s ≤ t, at least ${LEAST} changes; expanding at ${FLAT} or more, shrinking at −${FLAT} or less, else flat; band: 10 % and 90 % of the same with the median of ${DRAWS} stationary bootstraps of the changes, for net liquidity`,
      'Politis & Romano (1994), J. American Statistical Association 89(428) (band); else definition',
    ),
  ],
  async compute({ view, figure }) {
    const all = await view.seriesMany(liquidityState.series);
    const definitions = DEFINITIONS.map((definition) =>
      definitionFigures(definition, sumBy(definition, all), figure),
    );
    const net = definitions.find(({ id }) => id === 'net')!;
    const counted = (state: LiquidityState) => definitions.filter((one) => one.state === state).length;
    const { band } = net.size;
    return {
      state: net.state,
      sure: net.state && band ? stateOf(band.low) === stateOf(band.high) : null,
      definitions,
      counts: { expanding: counted('expanding'), flat: counted('flat'), shrinking: counted('shrinking') },
    };
  },
});

export function stateOf(size: number): LiquidityState {
  if (size >= FLAT) return 'expanding';
  return size <= -FLAT ? 'shrinking' : 'flat';
}

function definitionFigures({ id, series }: Definition, sum: Sum, figure: FigureMaker) {
  const draw = drawing(figure, series);
  const changes = relativeChanges(sum);
  const last = sum.dates.length - 1;
  const change = changes.at(-1) ?? Number.NaN;
  const known = changes.filter((value) => !Number.isNaN(value));
  const size = known.length < LEAST ? Number.NaN : change / usualSize(known);
  const measured = Number.isFinite(size);
  const params = { definition: id, weeks: WEEKS };
  return {
    id,
    date: last < 0 ? null : formatDay(sum.dates[last]!),
    state: measured ? stateOf(size) : null,
    change: draw(`${id}.change`, change, 'fraction', 'liquidity-state-change', {
      params,
      ...(Number.isNaN(change)
        ? { why: `no ${id} ${WEEKS} weeks before its latest` }
        : {
            window: {
              from: formatDay(sum.dates[last]! - 7 * WEEKS),
              to: formatDay(sum.dates[last]!),
              n: WEEKS,
            },
          }),
    }),
    size: draw(`${id}.size`, size, 'ratio', 'liquidity-state-size', {
      params: { ...params, changes: known.length },
      ...(measured && id === 'net' ? { band: bandOf(change, known) } : {}),
      why: `fewer than ${LEAST} changes of ${id} over ${WEEKS} weeks`,
    }),
  };
}

/** L_t / L_{t−13} − 1; NaN without a row exactly 13 weeks before. */
function relativeChanges({ dates, values }: Sum): Float64Array {
  return values.map((value, t) => {
    const before = rowOn(dates, dates[t]! - 7 * WEEKS);
    return before < 0 || !(values[before]! > 0) ? Number.NaN : value / values[before]! - 1;
  });
}

/** Median of |c|: what a crisis did to the changes does not make all others small. */
function usualSize(changes: Float64Array): number {
  return quantile(changes.map(Math.abs), 0.5);
}

function bandOf(change: number, changes: Float64Array) {
  const { stationary } = blockLength(changes);
  const random = stream(SEED);
  const indices = new Int32Array(changes.length);
  const sizes = Float64Array.from({ length: DRAWS }, () => {
    stationaryBootstrapIndices(changes.length, Number.isNaN(stationary) ? 1 : stationary, random, indices);
    return change / usualSize(valuesAt(changes, indices));
  });
  const { low, high }: PercentileBand = percentileBand(sizes, LEVEL);
  return { low, high, level: LEVEL, how: `stationary bootstrap of the scale, ${DRAWS} draws` };
}
