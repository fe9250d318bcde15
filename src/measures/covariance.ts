import { z } from 'zod';
import { rollingCovariance } from '../math/kernels/rolling-covariance.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { windowParam } from './params.ts';

const params = z.object({ window: windowParam(60, [20, 2520], 'rows in the window') });

/**
 * Sample covariance of two columns in a rolling window.
 *
 * s_t = Σ(x_s − x̄)(y_s − ȳ) / (w − 1), s = t−w+1 … t
 *
 * In the product of the units of the two. NaN on the first w−1 rows, where the row has a hole, and where a window with holes keeps fewer
 * than 30 complete rows (the divisor is then their number less 1). 0 when a column does not vary.
 * @see Anderson (2003), An Introduction to Multivariate Statistical Analysis, 3rd ed., section 3.2.
 */
export const covariance: Measure<typeof params> = {
  id: 'covariance',
  title: { 'zh-Hans': '协方差', 'zh-Hant': '協方差', en: 'Covariance' },
  group: 'dependence',
  unit: 'ratio',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  input: 'changes',
  columns: [2, 2],
  formula: 's_t = Σ(x_s − x̄)(y_s − ȳ) / (w − 1), s = t−w+1 … t',
  reading:
    'Product of the two volatilities and the correlation, a row: it grows when either moves more, not only when they move together.',
  params,
  source: {
    citation: 'Anderson (2003), An Introduction to Multivariate Statistical Analysis, 3rd ed., Wiley',
    equation: 'section 3.2',
  },
  warmUp: ({ window }) => window - 1,
  compute(panel, { window }) {
    const out = new Float64Array(panel.dates.length).fill(Number.NaN);
    rollingCovariance(columnsOf(panel, this), { window }, (t, moments) => {
      if (moments) out[t] = (moments.covariance[1]! * moments.rows) / (moments.rows - 1);
    });
    return out;
  },
};
