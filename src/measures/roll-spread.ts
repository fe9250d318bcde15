import { z } from 'zod';
import { mean } from '../math/moments.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { windowParam } from './params.ts';
import { logReturns } from './realised-volatility.ts';

/**
 * Effective bid–ask spread from the bounce of prices between bid and ask.
 *
 * s = 2 sqrt(−cov(r_t, r_{t−1})), and −2 sqrt(cov) where the autocovariance is positive
 *
 * `returns` n log returns; a fraction of the price. The covariance is of the n − 1 neighbours, divisor n − 2. A negative value keeps the
 * size of an autocovariance that the model does not allow: no estimate, not a negative spread. NaN when n < 3 or a return is NaN.
 * @see Roll (1984), A simple implicit measure of the effective bid-ask spread in an efficient market, J. Finance 39(4), equation 5.
 */
export function rollSpread(returns: Float64Array): number {
  const pairs = returns.length - 1;
  if (pairs < 2) return Number.NaN;
  const [before, after] = [mean(returns, 0, pairs), mean(returns, 1, pairs + 1)];
  let product = 0;
  for (let t = 1; t <= pairs; t++) product += (returns[t - 1]! - before) * (returns[t]! - after);
  const covariance = product / (pairs - 1);
  return -2 * Math.sign(covariance) * Math.sqrt(Math.abs(covariance)) + 0;
}

const params = z.object({ window: windowParam(63, [10, 504], 'returns in the window') });

/** Rolling `rollSpread`. NaN on the first w rows and where the window holds a NaN. */
export const rollSpreadMeasure: Measure<typeof params> = {
  id: 'roll-spread',
  title: { 'zh-Hans': 'Roll 隐含价差', 'zh-Hant': 'Roll 隱含價差', en: 'Roll effective spread' },
  group: 'liquidity',
  unit: 'fraction',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  input: 'levels',
  columns: [1, 1],
  formula: 's_t = 2 sqrt(−c), c = cov(r_s, r_{s−1}) over the returns t−w+1 … t; −2 sqrt(c) for c > 0',
  reading:
    'Spread that a buyer who sells at once would pay, as a fraction of the price. Below 0: prices trended and the method says nothing. With daily data rough.',
  params,
  source: {
    citation:
      'Roll (1984), A simple implicit measure of the effective bid-ask spread in an efficient market, J. Finance 39(4)',
    doi: '10.1111/j.1540-6261.1984.tb03897.x',
    equation: '5, the sign of the autocovariance kept',
  },
  warmUp: ({ window }) => window,
  compute(panel, { window }) {
    const returns = logReturns(columnsOf(panel, this)[0]!);
    return returns.map((_, t) =>
      t < window ? Number.NaN : rollSpread(returns.subarray(t - window + 1, t + 1)),
    );
  },
};
