import { z } from 'zod';
import { rollingCorrelation } from '../math/kernels/rolling-correlation.ts';
import { symmetricEigenvalues } from '../math/kernels/symmetric-eigenvalues.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { windowParam } from './params.ts';

/**
 * Share of the variance of standardised changes that the `leading` largest eigenvectors carry.
 *
 * a = (λ_1 + … + λ_k) / N, λ eigenvalues of the N×N correlation matrix (trace N)
 *
 * k/N when nothing is shared, 1 when k factors drive everything. NaN when the matrix holds a NaN.
 * @see Kritzman, Li, Page & Rigobon (2011), J. Portfolio Management 37(4), equation 1, on the correlation matrix.
 */
export function shareOfLeading(correlation: Float64Array, n: number, leading: number): number {
  const values = symmetricEigenvalues(correlation, n);
  let sum = 0;
  for (let k = 0; k < leading; k++) sum += values[k]!;
  return Math.min(1, sum / n);
}

const params = z.object({
  window: windowParam(60, [20, 2520], 'rows in the window'),
  leading: z
    .number()
    .int()
    .min(1)
    .max(40)
    .default(1)
    .meta({ unit: 'count', description: 'eigenvectors counted' }),
});

/** Rolling `shareOfLeading`. NaN on the first w−1 rows, where the window holds a NaN, and where a column does not vary. */
export const eigenvectorShare: Measure<typeof params> = {
  id: 'first-eigenvector-share',
  title: { 'zh-Hans': '第一特征向量占比', 'zh-Hant': '第一特徵向量占比', en: 'First-eigenvector share' },
  group: 'dependence',
  unit: 'fraction',
  range: [0, 1],
  input: 'changes',
  columns: [2, 200],
  formula: 'a_t = (λ_1 + … + λ_k) / N; λ = eigenvalues of the correlation matrix of rows t−w+1 … t',
  reading:
    'k/N nothing shared, 1 one factor drives everything. With k = 1 close to the mean correlation when all are positive.',
  params,
  source: {
    citation:
      'Kritzman, Li, Page & Rigobon (2011), Principal components as a measure of systemic risk, J. Portfolio Management 37(4)',
    doi: '10.3905/jpm.2011.37.4.112',
    equation: '1, on the correlation matrix',
  },
  warmUp: ({ window }) => window - 1,
  compute(panel, { window, leading }) {
    const columns = columnsOf(panel, this);
    const out = new Float64Array(panel.dates.length).fill(Number.NaN);
    const counted = Math.min(leading, columns.length);
    rollingCorrelation(columns, window, (t, correlation) => {
      if (correlation) out[t] = shareOfLeading(correlation, columns.length, counted);
    });
    return out;
  },
};
