import { z } from 'zod';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { windowParam } from './params.ts';
import { isRefused } from './refused.ts';
import { safeHaven } from './safe-haven.ts';
import { overWindows } from './windows.ts';

const params = z.object({
  window: windowParam(500, [120, 2520], 'rows in the window'),
  tail: z.number().min(0.01).max(1).default(0.05).meta({
    unit: 'fraction',
    description: 'share of the market’s worst rows in which the beta is read; 1 for all rows (the hedge)',
  }),
});

/**
 * Beta of the asset in the worst rows of the market, the first column the market, the second the asset: b_0 + … + b_i of `safeHaven` on a
 * rolling window, with terms at `tail` and, above it, at 10 %. Thresholds are quantiles of the window, known at its end.
 * NaN on the first w − 1 rows, where the row has a hole, where a window with holes keeps fewer than 30 complete rows, and where a column
 * does not vary in it.
 */
export const safeHavenBeta: Measure<typeof params> = {
  id: 'safe-haven-beta',
  title: { 'zh-Hans': '避险贝塔', 'zh-Hant': '避險貝塔', en: 'Safe-haven beta' },
  group: 'dependence',
  unit: 'ratio',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  input: 'changes',
  columns: [2, 2],
  formula:
    'b_0 + b_1 + b_2 in r = a + b_0 m + b_1 m·1[m < q_10%] + b_2 m·1[m < q_tail] + e over rows t−w+1 … t; m the first column, r the second; q quantiles of m in the window',
  reading:
    'At or below 0 the asset was a safe haven in the market’s worst rows, above 0 it fell with it; at 1 as much as the market. A point estimate from few rows: read it with its standard error before calling it a haven.',
  params,
  source: {
    citation: 'Baur & Lucey (2010), Is gold a hedge or a safe haven?, The Financial Review 45(2)',
    doi: '10.1111/j.1540-6288.2010.00244.x',
    equation: '1',
  },
  warmUp: ({ window }) => window - 1,
  compute(panel, { window, tail }) {
    const tails = tail >= 1 ? [] : tail < 0.1 ? [0.1, tail] : [tail];
    return overWindows(columnsOf(panel, this), window, ([market, asset]) => {
      const found = safeHaven(asset!, market!, { tails, lag: 0 });
      return isRefused(found) ? Number.NaN : found.cumulative.at(-1)!.beta;
    });
  },
};
