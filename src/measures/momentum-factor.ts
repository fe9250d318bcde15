import { z } from 'zod';
import { ascendingOrder } from '../math/mid-ranks.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { numberParam, windowParam } from './params.ts';

export interface MomentumOptions {
  /** Rows over which the past return is measured, counted back from the row before. */
  readonly formation: number;
  /** Most recent rows that the past return leaves out. */
  readonly skip: number;
  /** Share of the assets in each leg. */
  readonly share: number;
}

/**
 * Return of past winners less that of past losers, ranked anew each day with what was known the day before.
 *
 * WML_t = mean r_i,t over winners − mean r_i,t over losers; ranked by P_{t−1−skip} / P_{t−1−formation} − 1
 *
 * `prices` N of n rows each, positive; each leg holds max(1, ⌊N · share⌋) assets, equally weighted; of equal past returns the earlier
 * column ranks lower. NaN on the first formation + 1 rows and where a price that it needs is missing or not above 0.
 * @throws RangeError on columns of different lengths, or when 0 ≤ skip < formation or share in (0, 0.5] does not hold.
 * @see Jegadeesh & Titman (1993), J. Finance 48(1); Daniel & Moskowitz (2016), Momentum crashes, J. Financial Economics 122(2), section 2.
 */
export function momentumFactorPath(
  prices: readonly Float64Array[],
  { formation, skip, share }: MomentumOptions,
): Float64Array {
  if (!(skip >= 0 && skip < formation))
    throw new RangeError(`skip must be 0 to ${formation - 1} rows, came ${skip}`);
  if (!(share > 0 && share <= 0.5)) throw new RangeError(`a leg holds a share in (0, 0.5], came ${share}`);
  const n = prices.length;
  const rows = prices[0]?.length ?? 0;
  const leg = Math.max(1, Math.floor(n * share));
  const out = new Float64Array(rows).fill(Number.NaN);
  for (let t = formation + 1; t < rows; t++) {
    const past = prices.map((p) => ratio(p, t - 1 - skip, t - 1 - formation));
    const now = prices.map((p) => ratio(p, t, t - 1));
    if (past.some(Number.isNaN) || now.some(Number.isNaN)) continue;
    const order = ascendingOrder(past);
    let spread = 0;
    for (let k = 0; k < leg; k++) spread += now[order[n - 1 - k]!]! - now[order[k]!]!;
    out[t] = spread / leg;
  }
  return out;
}

function ratio(prices: Float64Array, to: number, from: number): number {
  const [before, after] = [prices[from]!, prices[to]!];
  return before > 0 && after > 0 ? after / before - 1 : Number.NaN;
}

const params = z.object({
  formation: windowParam(252, [20, 504], 'rows over which the past return is measured'),
  skip: windowParam(21, [0, 63], 'most recent rows left out of the past return, against short-term reversal'),
  share: numberParam(1 / 3, [0.05, 0.5], 'fraction', 'share of the assets in each leg'),
});

/** `momentumFactorPath`. */
export const momentumFactor: Measure<typeof params> = {
  id: 'momentum-factor',
  title: { 'zh-Hans': '动量因子日收益', 'zh-Hant': '動能因子日報酬', en: 'Momentum factor return' },
  group: 'move',
  unit: 'fraction',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  input: 'levels',
  columns: [3, 200],
  formula:
    'WML_t = mean r_i,t of the winners − mean r_i,t of the losers; ranked by P_{t−1−skip} / P_{t−1−formation}',
  reading:
    'Below 0 yesterday’s winners fell behind yesterday’s losers. Several standard deviations below, usually in a rebound: a momentum crash.',
  params,
  source: {
    citation:
      'Daniel & Moskowitz (2016), Momentum crashes, J. Financial Economics 122(2); Jegadeesh & Titman (1993), J. Finance 48(1)',
    doi: '10.1016/j.jfineco.2015.12.002',
    equation: 'section 2, equally weighted legs',
  },
  warmUp: ({ formation }) => formation + 1,
  compute(panel, options) {
    return momentumFactorPath(columnsOf(panel, this), options);
  },
};
