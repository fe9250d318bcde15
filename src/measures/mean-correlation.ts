import { z } from 'zod';
import { rollingCorrelation } from '../math/kernels/rolling-correlation.ts';
import { meanPairwise } from '../math/rolling-correlation.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { windowParam } from './params.ts';

const params = z.object({ window: windowParam(60, [20, 2520], 'rows in the window') });

/**
 * Mean correlation of all pairs in a rolling window.
 *
 * r̄_t = (Σ_ij R_ij − N) / (N(N − 1)), R the Pearson correlation matrix of the last w rows
 *
 * 1 all move as one, 0 no common movement, −1/(N−1) the lowest possible.
 * NaN on the first w−1 rows, where the window holds a NaN, and where a column does not vary.
 * @see Pollet & Wilson (2010), Average correlation and stock market returns, J. Financial Economics 96(3).
 */
export const meanCorrelation: Measure<typeof params> = {
  id: 'mean-correlation',
  title: { 'zh-Hans': '平均两两相关', 'zh-Hant': '平均兩兩相關', en: 'Mean pairwise correlation' },
  group: 'dependence',
  unit: 'ratio',
  range: [-1, 1],
  input: 'changes',
  columns: [2, 200],
  formula: 'r̄_t = (Σ_ij R_ij − N) / (N(N − 1)); R = correlation of rows t−w+1 … t',
  reading:
    '1 all move as one, 0 no common movement. It rises with volatility: look at the volatility beside it.',
  params,
  source: {
    citation:
      'Pollet & Wilson (2010), Average correlation and stock market returns, J. Financial Economics 96(3)',
    doi: '10.1016/j.jfineco.2010.02.011',
  },
  warmUp: ({ window }) => window - 1,
  compute(panel, { window }) {
    const columns = columnsOf(panel, this);
    const out = new Float64Array(panel.dates.length).fill(Number.NaN);
    rollingCorrelation(columns, window, (t, correlation) => {
      if (correlation) out[t] = meanPairwise(correlation, columns.length);
    });
    return out;
  },
};
