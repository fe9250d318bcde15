import { z } from 'zod';
import { conversion } from '../data/unit.ts';
import { rollingMean } from '../math/rolling.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { windowParam } from './params.ts';

/**
 * Price impact of each day's trading: its absolute return for every unit of money traded.
 *
 * i_t = |P_t / P_{t−1} − 1| / (P_t V_t)
 *
 * `close` P and `volume` V (units traded) n rows each; a fraction for one unit of the price's currency. NaN on the first row, beside a NaN, and
 * where a price or the volume is not above 0.
 * @throws RangeError when the lengths differ.
 * @see Amihud (2002), Illiquidity and stock returns, J. Financial Markets 5(1), equation 1.
 */
export function priceImpact(close: Float64Array, volume: Float64Array): Float64Array {
  if (close.length !== volume.length)
    throw new RangeError(`series must have one length, came ${close.length} and ${volume.length}`);
  return close.map((price, t) => {
    const before = t > 0 ? close[t - 1]! : Number.NaN;
    if (!(before > 0 && price > 0 && volume[t]! > 0)) return Number.NaN;
    return Math.abs(price / before - 1) / (price * volume[t]!);
  });
}

const params = z.object({ window: windowParam(21, [5, 504], 'days in the window') });

/** Rolling mean of `priceImpact` for 10⁹ units of money. NaN on the first w rows and where the window holds a NaN, a price or volume that is not above 0. */
export const amihudIlliquidity: Measure<typeof params> = {
  id: 'amihud-illiquidity',
  title: { 'zh-Hans': 'Amihud 非流动性', 'zh-Hant': 'Amihud 非流動性', en: 'Amihud illiquidity' },
  group: 'liquidity',
  unit: 'fraction-per-1e9-usd',
  range: [0, Number.POSITIVE_INFINITY],
  input: 'close-and-volume',
  columns: [2, 2],
  formula: 'mean(|P_s / P_{s−1} − 1| / (P_s V_s)) × 1e9, s = t−w+1 … t',
  reading:
    'How far the price moves for each billion dollars traded. Compare an asset with its own past: turnover counts shares that change hands many times.',
  params,
  source: {
    citation:
      'Amihud (2002), Illiquidity and stock returns: cross-section and time-series effects, J. Financial Markets 5(1)',
    doi: '10.1016/S1386-4181(01)00024-6',
    equation: '1',
  },
  warmUp: ({ window }) => window,
  compute(panel, { window }) {
    const [close, volume] = columnsOf(panel, this);
    const impact = priceImpact(close!, volume!).map(
      (fraction) => fraction * conversion('fraction-per-usd', this.unit),
    );
    return rollingMean(impact, window);
  },
};
