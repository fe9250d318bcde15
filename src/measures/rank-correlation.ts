import { z } from 'zod';
import { midRanks } from '../math/mid-ranks.ts';
import { columnsOf } from './columns.ts';
import { checkPair, pearson } from './correlation.ts';
import type { Measure } from './measure.ts';
import { windowParam } from './params.ts';
import { overWindows } from './windows.ts';

/**
 * Spearman's rank correlation: Pearson's of the mid-ranks.
 *
 * ρ_S = r(rank x, rank y), ties sharing the mean of their ranks
 *
 * `x`, `y` n values each. NaN when n < 2, a value is NaN, or all values of a series are tied.
 * @throws RangeError when the lengths differ.
 * @see Spearman (1904), The proof and measurement of association between two things, American Journal of Psychology 15(1).
 */
export function spearman(x: Float64Array, y: Float64Array): number {
  checkPair(x, y);
  return pearson(midRanks(x), midRanks(y));
}

const params = z.object({ window: windowParam(60, [20, 2520], 'rows in the window') });

/** Rolling `spearman`. NaN on the first w−1 rows, where the row has a hole, where a window with holes keeps fewer than 30 complete rows, and where a column does not vary. */
export const rankCorrelation: Measure<typeof params> = {
  id: 'rank-correlation',
  title: { 'zh-Hans': '斯皮尔曼秩相关', 'zh-Hant': '斯皮爾曼等級相關', en: 'Spearman rank correlation' },
  group: 'dependence',
  unit: 'ratio',
  range: [-1, 1],
  input: 'changes',
  columns: [2, 2],
  formula: 'ρ_S = r(rank x, rank y) over rows t−w+1 … t, ties at mid-rank',
  reading:
    '1 the order of the days is the same in both, −1 reversed. One extreme day moves it no more than any other day does.',
  params,
  source: {
    citation:
      'Spearman (1904), The proof and measurement of association between two things, American Journal of Psychology 15(1)',
    doi: '10.2307/1412159',
  },
  warmUp: ({ window }) => window - 1,
  compute(panel, { window }) {
    return overWindows(columnsOf(panel, this), window, ([x, y]) => spearman(x!, y!));
  },
};
