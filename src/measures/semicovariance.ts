import { z } from 'zod';
import { columnsOf } from './columns.ts';
import { checkPair } from './correlation.ts';
import type { Measure } from './measure.ts';
import { windowParam } from './params.ts';
import { overWindows } from './windows.ts';

/**
 * Lower semicovariance about 0: how much two series fall together.
 *
 * s⁻ = Σ min(x_i, 0) min(y_i, 0) / n
 *
 * The divisor is all n rows, not the number of bad ones. In the product of the units; 0 when they never fall on the same row.
 * NaN when n = 0 or a value is NaN.
 * @throws RangeError when the lengths differ.
 * @see Estrada (2008), Mean-semivariance optimization: a heuristic approach, J. Applied Finance 18(1), equation 8.
 */
export function semicovariance(x: Float64Array, y: Float64Array): number {
  checkPair(x, y);
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += Math.min(x[i]!, 0) * Math.min(y[i]!, 0);
  return sum / x.length + 0;
}

const params = z.object({ window: windowParam(252, [20, 2520], 'rows in the window') });

/** Rolling `semicovariance`. NaN on the first w−1 rows, where the row has a hole, and where a window with holes keeps fewer than 30 complete rows. */
export const semicovarianceMeasure: Measure<typeof params> = {
  id: 'semicovariance',
  title: { 'zh-Hans': '下行半协方差', 'zh-Hant': '下行半協方差', en: 'Lower semicovariance' },
  group: 'dependence',
  unit: 'ratio',
  range: [0, Number.POSITIVE_INFINITY],
  input: 'changes',
  columns: [2, 2],
  formula: 's⁻_t = Σ min(x_s, 0) min(y_s, 0) / w, s = t−w+1 … t',
  reading:
    '0 the two never fell on the same row; it grows with how often and how far they fall together. Rises do not count.',
  params,
  source: {
    citation:
      'Estrada (2008), Mean-semivariance optimization: a heuristic approach, J. Applied Finance 18(1)',
    equation: '8, benchmark 0',
  },
  warmUp: ({ window }) => window - 1,
  compute(panel, { window }) {
    return overWindows(columnsOf(panel, this), window, ([x, y]) => semicovariance(x!, y!));
  },
};
