import { z } from 'zod';
import { formatDay } from '../../../../data/time.ts';
import type { View } from '../../../../data/view.ts';
import { quantiles } from '../../../../math/quantile.ts';
import { levelBreaks } from '../../../../measures/level-breaks.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { type Draw, drawing } from '../../drawing.ts';
import { explainPart } from '../../part.ts';
import { LEVEL_FORMULAS } from './formulas.ts';

/** Steps of the grid, and how many of them a price must be high for the grid to be fine enough. */
const GRIDS = [
  { id: 'btc-usd', step: 10_000, least: 3 },
  { id: 'gold-front', step: 100, least: 10 },
] as const;
type Grid = (typeof GRIDS)[number];

const SHIFTS = 199;
const HORIZONS = [1, 5] as const;
const NEXT = 20;
const LAST = 5;
const FEWEST = 10;

const against = z.object({ round: figureSchema, base: figureSchema, p: figureSchema });

const assetSchema = z.object({
  id: z.string(),
  step: z.number(),
  from: isoDay.nullable(),
  to: isoDay.nullable(),
  breaks: z.number().int(),
  below: figureSchema,
  above: figureSchema,
  breakRate: against,
  after: z.array(z.object({ sessions: z.number().int(), ...against.shape })),
  next: against,
  last: z.array(z.object({ date: isoDay, level: z.number(), after: z.array(z.number().nullable()) })),
});

const FEW = `fewer than ${FEWEST} breaks of a round level`;

/** Whether anything is different when a price closes below a round number, against levels that are not round. */
export const roundNumbers = explainPart({
  id: 'round-numbers',
  title: { 'zh-Hans': '整数关口', 'zh-Hant': '整數關口', en: 'Round numbers' },
  series: GRIDS.flatMap(({ id }) => [id, `${id}.low`]),
  covers: (asset) => GRIDS.some(({ id }) => id === asset),
  schema: z.object({ assets: z.array(assetSchema) }),
  formulas: LEVEL_FORMULAS,
  async compute({ view, asset, figure }) {
    const grids = GRIDS.filter(({ id }) => asset === undefined || asset === id);
    const assets = await Promise.all(grids.map((grid) => assetOf(view, drawing(figure, [grid.id]), grid)));
    return { assets };
  },
});

interface Prices {
  readonly dates: Int32Array;
  readonly close: Float64Array;
  readonly low: Float64Array;
}

/** What is measured of one grid, in one order: break rate, mean move after 1 and 5 rows, share that goes on to the next level. */
function statisticsOf({ close, low }: Prices, { step, least }: Grid, shift: number): readonly number[] {
  const { rows, levels, held } = levelBreaks(close, low, step, shift, least * step);
  const means = HORIZONS.map((h) =>
    meanOf(rows.map((t) => close[t + h]! / close[t]! - 1).filter(Number.isFinite)),
  );
  const over = rows.map((t, k) => ({ t, level: levels[k]! })).filter(({ t }) => t + NEXT < close.length);
  const on = over.filter(({ t, level }) =>
    close.subarray(t + 1, t + 1 + NEXT).some((price) => price < level - step),
  );
  return [rows.length / (rows.length + held), ...means, on.length / over.length];
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

async function assetOf(view: View, draw: Draw, grid: Grid): Promise<z.infer<typeof assetSchema>> {
  const { id, step, least } = grid;
  const { dates, columns } = await view.panel({ ids: [id, `${id}.low`], join: 'first' });
  const prices = { dates, close: columns[0]!.values, low: columns[1]!.values };
  const { rows, levels } = levelBreaks(prices.close, prices.low, step, 0, least * step);
  const known = rows.length >= FEWEST;
  const round = statisticsOf(prices, grid, 0);
  const placebo = known
    ? Array.from({ length: SHIFTS }, (_, k) => statisticsOf(prices, grid, (k + 1) / (SHIFTS + 1)))
    : [];
  const first = prices.close.findIndex((price) => price >= least * step);
  const window = known
    ? { window: { from: formatDay(dates[first]!), to: formatDay(dates.at(-1)!), n: rows.length } }
    : {};
  const one = (path: string, k: number, formula: string, params: Record<string, number> = {}) =>
    againstOf(
      draw,
      `${id}.${path}`,
      known ? round[k]! : Number.NaN,
      placebo.map((all) => all[k]!),
      formula,
      {
        params: { step, ...params },
        ...window,
      },
    );
  return {
    id,
    step,
    from: first < 0 ? null : formatDay(dates[first]!),
    to: dates.length > 0 ? formatDay(dates.at(-1)!) : null,
    breaks: rows.length,
    ...distancesOf(draw, id, step, prices.close.at(-1) ?? Number.NaN),
    breakRate: one('break-rate', 0, 'round-break-rate'),
    after: HORIZONS.map((sessions, k) => ({
      sessions,
      ...one(`after-${sessions}`, k + 1, 'round-break-after', { sessions }),
    })),
    next: one('next', HORIZONS.length + 1, 'level-next'),
    last: rows.slice(-LAST).map((t, k) => ({
      date: formatDay(dates[t]!),
      level: levels.slice(-LAST)[k]!,
      after: HORIZONS.map((h) => {
        const move = prices.close[t + h]! / prices.close[t]! - 1;
        return Number.isFinite(move) ? move : null;
      }),
    })),
  };
}

function distancesOf(draw: Draw, id: string, step: number, price: number) {
  const rung = Math.floor(price / step) * step;
  const why = 'the series has no value';
  const one = (side: 'below' | 'above', level: number) =>
    draw(`${id}.${side}`, level / price - 1, 'fraction', 'round-number-distance', {
      ...(Number.isFinite(level) ? { params: { level } } : {}),
      why,
    });
  return { below: one('below', rung), above: one('above', rung + step) };
}

function againstOf(
  draw: Draw,
  path: string,
  round: number,
  placebo: readonly number[],
  formula: string,
  rest: Parameters<Draw>[4] & { params: Record<string, number> },
) {
  const known = Float64Array.from(placebo.filter(Number.isFinite));
  const enough = known.length === SHIFTS && Number.isFinite(round);
  const mean = enough ? meanOf([...known]) : Number.NaN;
  const [low, high] = enough
    ? (quantiles(known, [0.025, 0.975]) as unknown as [number, number])
    : [Number.NaN, Number.NaN];
  const farther = known.filter((value) => Math.abs(value - mean) >= Math.abs(round - mean)).length;
  const all = { ...rest, why: FEW };
  return {
    round: draw(`${path}.round`, enough ? round : Number.NaN, 'fraction', formula, all),
    base: draw(`${path}.base`, mean, 'fraction', 'level-base', {
      ...all,
      ...(enough ? { band: { low, high, level: 0.95, how: `${SHIFTS} shifted grids` } } : {}),
    }),
    p: draw(`${path}.p`, enough ? (1 + farther) / (SHIFTS + 1) : Number.NaN, 'fraction', 'level-p', all),
  };
}
