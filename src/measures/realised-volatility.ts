import { z } from 'zod';
import { rollingStandardDeviation } from '../math/rolling.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { daysPerYearParam, windowParam } from './params.ts';

/**
 * Close-to-close volatility of the last `window` changes, a year.
 *
 * σ_t = sqrt(A) · sqrt(Σ(r_s − r̄)² / (w − 1)), s = t−w+1 … t
 *
 * `changes` r (n rows): log returns for prices, differences for yields; A days a year. 0 means that nothing moved.
 * NaN on the first w−1 rows and where the window holds a NaN.
 * @throws RangeError when the window is not a whole number ≥ 1.
 * @see Parkinson (1980), J. Business 53(1), equation 1 (the classical estimator).
 */
export function annualVolatility(changes: Float64Array, window: number, daysPerYear: number): Float64Array {
  const scale = Math.sqrt(daysPerYear);
  return rollingStandardDeviation(changes, window).map((sigma) => sigma * scale);
}

/** r_t = ln(p_t / p_{t−1}); NaN on the first row, beside a NaN, and where a price is not positive. */
export function logReturns(prices: Float64Array): Float64Array {
  return prices.map((price, t) => {
    const before = t > 0 ? prices[t - 1]! : Number.NaN;
    return price > 0 && before > 0 ? Math.log(price / before) : Number.NaN;
  });
}

const params = z.object({
  window: windowParam(30, [5, 2520], 'returns in the window'),
  daysPerYear: daysPerYearParam,
});

export const realisedVolatility: Measure<typeof params> = {
  id: 'realised-volatility',
  title: { 'zh-Hans': '已实现波动率', 'zh-Hant': '已實現波動率', en: 'Realised volatility' },
  group: 'volatility',
  unit: 'fraction-per-year',
  range: [0, Number.POSITIVE_INFINITY],
  input: 'levels',
  columns: [1, 1],
  formula: 'σ_t = sqrt(A) · sd(r_{t−w+1} … r_t), ddof 1; r_t = ln(P_t / P_{t−1})',
  reading:
    '0.16 a year is about 1 % a day. One large move stays in it for the whole window and then leaves at once.',
  params,
  source: {
    citation:
      'Parkinson (1980), The extreme value method for estimating the variance of the rate of return, J. Business 53(1)',
    doi: '10.1086/296071',
    equation: '1 (the classical estimator)',
  },
  warmUp: ({ window }) => window,
  compute(panel, { window, daysPerYear }) {
    return annualVolatility(logReturns(columnsOf(panel, this)[0]!), window, daysPerYear);
  },
};
