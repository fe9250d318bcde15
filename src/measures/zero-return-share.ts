import { z } from 'zod';
import { rollingMean } from '../math/rolling.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { windowParam } from './params.ts';

const params = z.object({ window: windowParam(63, [5, 504], 'days in the window') });

/**
 * Share of days on which the price did not move.
 *
 * #{s: P_s = P_{s−1}} / w, s = t−w+1 … t
 *
 * `prices` n rows. 0 it moved every day, 1 it never did: trading costs more than news is worth, or there is no trading. NaN on the first w
 * rows and where the window or the price before it holds a NaN.
 * @see Lesmond, Ogden & Trzcinka (1999), A new estimate of transaction costs, Review of Financial Studies 12(5).
 */
export const zeroReturnShare: Measure<typeof params> = {
  id: 'zero-return-share',
  title: { 'zh-Hans': '零收益日占比', 'zh-Hant': '零報酬日占比', en: 'Share of zero-return days' },
  group: 'liquidity',
  unit: 'fraction',
  range: [0, 1],
  input: 'levels',
  columns: [1, 1],
  formula: '#{s: P_s = P_{s−1}} / w, s = t−w+1 … t',
  reading:
    '0 it traded at a new price every day, near 1 it is frozen. Prices carried over from an earlier day look like this too.',
  params,
  source: {
    citation:
      'Lesmond, Ogden & Trzcinka (1999), A new estimate of transaction costs, Review of Financial Studies 12(5)',
    doi: '10.1093/rfs/12.5.1113',
  },
  warmUp: ({ window }) => window,
  compute(panel, { window }) {
    const prices = columnsOf(panel, this)[0]!;
    const still = prices.map((price, t) => {
      const before = t > 0 ? prices[t - 1]! : Number.NaN;
      return Number.isNaN(price) || Number.isNaN(before) ? Number.NaN : Number(price === before);
    });
    return rollingMean(still, window).map((share) => Math.min(1, Math.max(0, share)));
  },
};
