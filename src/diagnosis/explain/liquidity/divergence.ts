import { z } from 'zod';
import type { FigureMaker } from '../../../data/figure.ts';
import { formatDay } from '../../../data/time.ts';
import { quantile } from '../../../math/quantile.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { formula } from '../../formula.ts';
import { dayAt, drawing, pointsOf } from '../drawing.ts';
import { explainPart } from '../part.ts';
import {
  type DivergencePath,
  divergenceP,
  divergencePath,
  type Episode,
  episodesOf,
  LEAST_CHANGES,
  LEAST_SPREADS,
  OPENS,
  yearlyChanges,
} from './divergence-path.ts';
import { USD_LIQUIDITY } from './usd-liquidity.ts';
import { FOLLOWERS, isPriced, logChanges, type WeeklyGrid, weeklyGrid } from './weekly-assets.ts';

const LIQUIDITY = 'net-liquidity';
const PAIRS = [...FOLLOWERS.map((id) => [id, LIQUIDITY] as const), ['btc-usd', 'nasdaq-100'] as const];
const SHOWN_EPISODES = 4;
const CHART_WEEKS = 105;
const DRAWS = 499;
const SEED = 20_250_316;

const episode = z.object({
  from: isoDay,
  /** Null: not over. */
  to: isoDay.nullable(),
  weeks: z.number().int(),
  widest: figureSchema,
  closedBy: z.enum(['first', 'second', 'both']).nullable(),
});

const pair = z.object({
  first: z.string(),
  /** A series, or `net-liquidity`. */
  second: z.string(),
  date: isoDay.nullable(),
  z: figureSchema,
  p: figureSchema,
  /** |z| at or above 1.5 now. */
  alarm: z.boolean().nullable(),
  /** Weeks since the divergence that is not over began; 0 outside of one. */
  weeks: figureSchema,
  /** Share of all weeks in which the alarm was on. */
  baseRate: figureSchema,
  closed: z.object({
    count: figureSchema,
    medianWeeks: figureSchema,
    byFirst: z.number().int(),
    bySecond: z.number().int(),
    byBoth: z.number().int(),
  }),
  /** The last ones. */
  episodes: z.array(episode),
});

const schema = z.object({
  pairs: z.array(pair),
  /** z over two years of Wednesdays. */
  history: z.object({
    dates: z.array(isoDay),
    lines: z.array(
      z.object({ first: z.string(), second: z.string(), values: z.array(z.number().nullable()) }),
    ),
  }),
});

/** How far prices and liquidity stand apart, how rare that is, and how it ended before. */
export const divergence = explainPart({
  id: 'divergence',
  title: {
    'zh-Hans': '价格与流动性的背离',
    'zh-Hant': '價格與流動性的背離',
    en: 'Divergence of prices and liquidity',
  },
  series: [...USD_LIQUIDITY, ...FOLLOWERS],
  covers: isPriced,
  schema,
  formulas: [
    formula(
      'divergence-z',
      '背离程度',
      '背離程度',
      'Divergence',
      'z_t = (s_t − mean s) / sd s over the weeks up to t (at least 104), s = a − b; a, b = (Δ_52 ln x − mean) / sd of the 52-week changes up to the week (at least 156); both on Wednesdays; a price as it stands, also across a change of source',
    ),
    formula(
      'divergence-p',
      '背离的p值',
      '背離的p值',
      'p of the divergence',
      '(1 + number of 499 resamples, weekly changes of both drawn apart by blocks, that end with |z| as large) / 500',
      'Politis & Romano (1994), J. American Statistical Association 89(428); Politis & White (2004), Econometric Reviews 23(1)',
    ),
    formula(
      'divergence-weeks',
      '背离持续周数',
      '背離持續週數',
      'Weeks in divergence',
      'weeks since |z| ≥ 1.5 began a divergence that is not over; it is over when |z| < 0.5 or z has changed its sign',
    ),
    formula(
      'divergence-base-rate',
      '背离的基准率',
      '背離的基準率',
      'Base rate of the divergence',
      'share of all weeks with a z in which |z| ≥ 1.5',
    ),
    formula(
      'divergence-closed',
      '已结束的背离次数',
      '已結束的背離次數',
      'Divergences that are over',
      'number of stretches from |z| ≥ 1.5 to |z| < 0.5 or another sign; one side closed it when it made at least two thirds of the way from the widest z to the end',
    ),
    formula(
      'divergence-median-weeks',
      '背离历时中位数',
      '背離歷時中位數',
      'Median length of a divergence',
      'median weeks from the first week to the week in which it was over',
    ),
    formula(
      'divergence-widest',
      '最大背离',
      '最大背離',
      'Widest divergence',
      'z of the stretch with the largest |z|',
    ),
  ],
  async compute({ view, asset, figure }) {
    const pairs = asset === undefined ? PAIRS : [[asset, LIQUIDITY] as const];
    const all = await view.seriesMany([
      ...new Set([...USD_LIQUIDITY, ...pairs.flat().filter((id) => id !== LIQUIDITY)]),
    ]);
    const grid = weeklyGrid(all);
    const paths = pairs.map(([first, second]) => ({
      first,
      second,
      path: divergencePath(yearlyChanges(levelsOf(grid, first)), yearlyChanges(levelsOf(grid, second))),
    }));
    const from = Math.max(0, grid.dates.length - CHART_WEEKS);
    return {
      pairs: paths.map(({ first, second, path }) => pairFigures(grid, first, second, path, figure)),
      history: {
        dates: Array.from(grid.dates.subarray(from), formatDay),
        lines: paths.map(({ first, second, path }) => ({
          first,
          second,
          values: pointsOf(path.z.subarray(from)),
        })),
      },
    };
  },
});

function levelsOf(grid: WeeklyGrid, id: string): Float64Array {
  return id === LIQUIDITY ? grid.liquidity : grid.price(id);
}

function changesOf(grid: WeeklyGrid, id: string): Float64Array {
  const changes = id === LIQUIDITY ? logChanges(grid.liquidity) : grid.change(id);
  return changes.filter((change) => !Number.isNaN(change));
}

function pairFigures(
  grid: WeeklyGrid,
  first: string,
  second: string,
  path: DivergencePath,
  figure: FigureMaker,
) {
  const series = [first, ...(second === LIQUIDITY ? USD_LIQUIDITY : [second])];
  const draw = drawing((draft) => figure({ ...draft, path: `${first}.${second}.${draft.path}` }), series);
  const last = path.z.length - 1;
  const value = path.z[last] ?? Number.NaN;
  const known = path.z.filter((one) => !Number.isNaN(one));
  const why = `fewer than ${52 + LEAST_CHANGES + LEAST_SPREADS} weeks with both ${first} and ${second} up to the last Wednesday`;
  const episodes = episodesOf(path);
  const over = episodes.filter((one) => one.end !== undefined);
  const open = episodes.at(-1)?.end === undefined ? episodes.at(-1) : undefined;
  const p = divergenceP(changesOf(grid, first), changesOf(grid, second), value, { draws: DRAWS, seed: SEED });
  const by = (who: Episode['closedBy']) => over.filter(({ closedBy }) => closedBy === who).length;
  const firstKnown = path.z.findIndex((one) => !Number.isNaN(one));
  return {
    first,
    second,
    date: Number.isNaN(value) ? null : dayAt(grid.dates, last),
    z: draw('z', value, 'sigma', 'divergence-z', {
      ...(firstKnown < 0 || Number.isNaN(value)
        ? { why }
        : {
            window: {
              from: formatDay(grid.dates[firstKnown]!),
              to: formatDay(grid.dates[last]!),
              n: known.length,
            },
          }),
    }),
    p: draw('p', p, 'fraction', 'divergence-p', { why }),
    alarm: Number.isNaN(value) ? null : Math.abs(value) >= OPENS,
    weeks: draw(
      'weeks',
      Number.isNaN(value) ? value : open ? last - open.start + 1 : 0,
      'count',
      'divergence-weeks',
      {
        why,
      },
    ),
    baseRate: draw(
      'base-rate',
      known.filter((one) => Math.abs(one) >= OPENS).length / known.length,
      'fraction',
      'divergence-base-rate',
      { params: { weeks: known.length }, why },
    ),
    closed: {
      count: draw('closed', known.length === 0 ? Number.NaN : over.length, 'count', 'divergence-closed', {
        why,
      }),
      medianWeeks: draw(
        'median-weeks',
        over.length === 0
          ? Number.NaN
          : quantile(
              Float64Array.from(over, ({ start, end }) => end! - start),
              0.5,
            ),
        'count',
        'divergence-median-weeks',
        { params: { episodes: over.length }, flags: ['unproven'], why: 'no divergence is over' },
      ),
      byFirst: by('first'),
      bySecond: by('second'),
      byBoth: by('both'),
    },
    episodes: episodes.slice(-SHOWN_EPISODES).map(({ start, widest, end, closedBy }) => ({
      from: formatDay(grid.dates[start]!),
      to: end === undefined ? null : formatDay(grid.dates[end]!),
      weeks: (end ?? last + 1) - start,
      widest: draw(`episode-${formatDay(grid.dates[start]!)}`, path.z[widest]!, 'sigma', 'divergence-widest'),
      closedBy: closedBy ?? null,
    })),
  };
}
