import { z } from 'zod';
import { mean } from '../math/moments.ts';
import { valuesAt } from '../math/values-at.ts';
import { columnsOf } from './columns.ts';
import { checkPair, pearson } from './correlation.ts';
import type { Measure } from './measure.ts';
import { windowParam } from './params.ts';
import { overWindows } from './windows.ts';

/**
 * Correlation with a benchmark on its bad days and on its good days.
 *
 * down = r(x, y | x < x̄), up = r(x, y | x ≥ x̄), x̄ the mean of the benchmark
 *
 * `benchmark` x, `other` y n values each. Choosing rows by x lowers both under normality: compare them with one another. NaN for a side
 * with fewer than 3 rows or without variation, and when a value is NaN.
 * @throws RangeError when the lengths differ.
 * @see Ang & Chen (2002), Asymmetric correlations of equity portfolios, J. Financial Economics 63(3), section 2.
 */
export function downUpCorrelation(
  benchmark: Float64Array,
  other: Float64Array,
): { down: number; up: number } {
  checkPair(benchmark, other);
  const centre = mean(benchmark);
  if (Number.isNaN(centre) || other.some(Number.isNaN)) return { down: Number.NaN, up: Number.NaN };
  return {
    down: correlationWhere(benchmark, other, (x) => x < centre),
    up: correlationWhere(benchmark, other, (x) => x >= centre),
  };
}

/** Pearson's correlation of the rows whose pair passes; NaN when fewer than 3 do. */
export function correlationWhere(
  x: Float64Array,
  y: Float64Array,
  passes: (x: number, y: number) => boolean,
): number {
  const kept = Array.from(x.keys()).filter((i) => passes(x[i]!, y[i]!));
  if (kept.length < 3) return Number.NaN;
  const take = (values: Float64Array) => valuesAt(values, kept);
  return pearson(take(x), take(y));
}

const params = z.object({ window: windowParam(252, [60, 2520], 'rows in the window') });
const shared = {
  group: 'dependence',
  unit: 'ratio',
  range: [-1, 1],
  input: 'changes',
  columns: [2, 2],
  params,
  source: {
    citation: 'Ang & Chen (2002), Asymmetric correlations of equity portfolios, J. Financial Economics 63(3)',
    doi: '10.1016/S0304-405X(02)00068-5',
    equation: 'section 2, conditioned on the benchmark alone',
  },
  warmUp: ({ window }: z.infer<typeof params>) => window - 1,
} as const;

/** Rolling `downUpCorrelation().down`, the first column the benchmark. NaN on the first w−1 rows, where the row has a hole, where a window with holes keeps fewer than 30 complete rows, and where a side does not vary. */
export const downsideCorrelation: Measure<typeof params> = {
  ...shared,
  id: 'downside-correlation',
  title: { 'zh-Hans': '下行相关系数', 'zh-Hant': '下行相關係數', en: 'Downside correlation' },
  formula: 'r(x, y | x < x̄) over rows t−w+1 … t; x the first column',
  reading:
    'Above the upside correlation: the two are closer when the benchmark falls, so that the hedge or the diversification is weakest when it is needed.',
  compute(panel, { window }) {
    return overWindows(columnsOf(panel, this), window, ([x, y]) => downUpCorrelation(x!, y!).down);
  },
};

/** Rolling `downUpCorrelation().up`. NaN as in `downside-correlation`. */
export const upsideCorrelation: Measure<typeof params> = {
  ...shared,
  id: 'upside-correlation',
  title: { 'zh-Hans': '上行相关系数', 'zh-Hant': '上行相關係數', en: 'Upside correlation' },
  formula: 'r(x, y | x ≥ x̄) over rows t−w+1 … t; x the first column',
  reading:
    'The counterpart of the downside correlation: correlation on the days on which the benchmark does better than its mean.',
  compute(panel, { window }) {
    return overWindows(columnsOf(panel, this), window, ([x, y]) => downUpCorrelation(x!, y!).up);
  },
};
