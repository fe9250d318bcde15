import { z } from 'zod';
import { rollingStandardDeviation } from '../math/rolling.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { windowParam } from './params.ts';

/**
 * A day's change in units of the volatility known before that day.
 *
 * z_t = c_t / s_{t−1}, s_{t−1} = sqrt(Σ(c_s − c̄)² / (w − 1)), s = t−w … t−1
 *
 * `changes` c (n rows, any unit); result in sigma (n rows). 0 no change, −1 a fall of one standard deviation.
 * NaN on the first w rows, where the window or the row holds a NaN, and where the window does not vary.
 * @throws RangeError when the window is not a whole number ≥ 1.
 * @see J.P. Morgan/Reuters (1996), RiskMetrics Technical Document, 4th ed., part II (returns standardised by the volatility forecast).
 */
export function standardiseMove(changes: Float64Array, window: number): Float64Array {
  const before = rollingStandardDeviation(changes, window);
  return changes.map((change, t) => {
    const sigma = t > 0 ? before[t - 1]! : Number.NaN;
    return sigma > 0 ? change / sigma : Number.NaN;
  });
}

const params = z.object({
  window: windowParam(252, [20, 2520], 'rows before the day over which volatility is measured'),
});

export const standardisedMove: Measure<typeof params> = {
  id: 'standardised-move',
  title: { 'zh-Hans': '标准化涨跌', 'zh-Hant': '標準化漲跌', en: 'Standardised move' },
  group: 'move',
  unit: 'sigma',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  input: 'changes',
  columns: [1, 1],
  formula: 'z_t = c_t / s_{t−1}; s_{t−1} = sd(c_{t−w} … c_{t−1}), ddof 1',
  reading:
    '−3: a fall three times as large as usual. With fat tails such days come far more often than the normal law says.',
  params,
  source: {
    citation: 'J.P. Morgan/Reuters (1996), RiskMetrics Technical Document, 4th ed.',
    equation: 'part II (returns standardised by the volatility forecast)',
  },
  warmUp: ({ window }) => window,
  compute(panel, { window }) {
    return standardiseMove(columnsOf(panel, this)[0]!, window);
  },
};
