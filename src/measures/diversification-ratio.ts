import { z } from 'zod';
import { rollingCovariance } from '../math/kernels/rolling-covariance.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { windowParam } from './params.ts';
import { portfolioWeights, weightingParam } from './portfolio-weights.ts';

/**
 * Volatility that a portfolio would have without diversification, over the one it has.
 *
 * DR = Σ w_i σ_i / sqrt(wᵀ Σ w)
 *
 * `covariance` Σ N×N row-major; `weights` w N values ≥ 0. 1 no diversification; DR² is the number of independent bets it is worth. NaN when
 * the portfolio has no variance or Σ holds a NaN.
 * @throws RangeError when the sizes disagree.
 * @see Choueifaty & Coignard (2008), Toward maximum diversification, J. Portfolio Management 35(1), equation 1.
 */
export function diversificationRatio(covariance: Float64Array, weights: Float64Array): number {
  const n = weights.length;
  if (covariance.length !== n * n)
    throw new RangeError(`covariance must have ${n * n} values, came ${covariance.length}`);
  let [apart, variance] = [0, 0];
  for (let i = 0; i < n; i++) {
    apart += weights[i]! * Math.sqrt(covariance[i * n + i]!);
    for (let j = 0; j < n; j++) variance += weights[i]! * weights[j]! * covariance[i * n + j]!;
  }
  return variance > 0 ? apart / Math.sqrt(variance) : Number.NaN;
}

const params = z.object({
  window: windowParam(252, [20, 2520], 'rows in the window'),
  weights: weightingParam('equal'),
});

/** Rolling `diversificationRatio`. NaN on the first w−1 rows, where the row has a hole, where a window with holes keeps fewer than max(30, 2N) complete rows, and where a column does not vary. */
export const diversificationRatioMeasure: Measure<typeof params> = {
  id: 'diversification-ratio',
  title: { 'zh-Hans': '分散化比率', 'zh-Hant': '分散化比率', en: 'Diversification ratio' },
  group: 'dependence',
  unit: 'ratio',
  range: [1, Number.POSITIVE_INFINITY],
  input: 'changes',
  columns: [2, 200],
  formula:
    'DR_t = Σ w_i σ_i / sqrt(wᵀ Σ w); Σ the covariance of rows t−w+1 … t; w = 1/N, or proportional to 1/σ_i',
  reading:
    '1: the positions move as one and diversification does nothing. Its square is how many independent positions it is worth.',
  params,
  source: {
    citation: 'Choueifaty & Coignard (2008), Toward maximum diversification, J. Portfolio Management 35(1)',
    doi: '10.3905/JPM.2008.35.1.40',
    equation: '1',
  },
  warmUp: ({ window }) => window - 1,
  compute(panel, { window, weights }) {
    const columns = columnsOf(panel, this);
    const n = columns.length;
    const out = new Float64Array(panel.dates.length).fill(Number.NaN);
    rollingCovariance(columns, { window }, (t, moments) => {
      if (!moments) return;
      const w = portfolioWeights(moments, n, weights);
      if (!w) return;
      out[t] = Math.max(1, diversificationRatio(moments.covariance, w));
    });
    return out;
  },
};
