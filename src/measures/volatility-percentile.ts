import { z } from 'zod';
import { recursiveRank } from '../math/rank.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { daysPerYearParam, windowParam } from './params.ts';
import { annualVolatility, logReturns } from './realised-volatility.ts';
import { firstVaried } from './windows.ts';

const params = z.object({
  window: windowParam(30, [5, 2520], 'returns in the window of the volatility'),
  atLeast: windowParam(252, [20, 2520], 'volatilities needed before one is ranked'),
  daysPerYear: daysPerYearParam,
});

/**
 * Rank of realised volatility in its own history up to that day.
 *
 * p_t = #{s ≤ t: σ_s ≤ σ_t} / n_t, σ as in `realised-volatility`
 *
 * 1 the highest so far, 1/n the lowest. NaN during the warm-up, where the window of σ_t holds a NaN, and while all σ so far are
 * the same.
 * @see Hyndman & Fan (1996), The American Statistician 50(4), definition 1 (the empirical distribution function).
 */
export const volatilityPercentile: Measure<typeof params> = {
  id: 'volatility-percentile',
  title: { 'zh-Hans': '波动率历史分位', 'zh-Hant': '波動率歷史分位', en: 'Volatility percentile' },
  group: 'volatility',
  unit: 'fraction',
  range: [0, 1],
  input: 'levels',
  columns: [1, 1],
  formula: 'p_t = #{s ≤ t: σ_s ≤ σ_t} / n_t; σ_t = sqrt(A) · sd(r_{t−w+1} … r_t)',
  reading: '1 the highest so far, 0.5 the median of its past.',
  params,
  source: {
    citation:
      'Hyndman & Fan (1996), Sample quantiles in statistical packages, The American Statistician 50(4)',
    doi: '10.1080/00031305.1996.10473566',
    equation: 'definition 1',
  },
  warmUp: ({ window, atLeast }) => window + atLeast - 1,
  compute(panel, { window, atLeast, daysPerYear }) {
    const sigma = annualVolatility(logReturns(columnsOf(panel, this)[0]!), window, daysPerYear);
    return recursiveRank(sigma, atLeast).fill(Number.NaN, 0, firstVaried([sigma]));
  },
};
