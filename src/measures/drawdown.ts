import { z } from 'zod';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';

/**
 * Loss from the highest value so far.
 *
 * d_t = P_t / max(P_0 … P_t) − 1
 *
 * `prices` P (n rows, positive, any unit); result a fraction. 0 at a high, −1 when all is lost.
 * NaN where the price is NaN or negative (oil in April 2020), which no share of a high can be; such rows do not move the high.
 * @see Magdon-Ismail & Atiya (2004), Maximum drawdown, Risk 17(10).
 */
export function drawdownPath(prices: Float64Array): Float64Array {
  let peak = Number.NEGATIVE_INFINITY;
  return prices.map((price) => {
    if (!(price >= 0)) return Number.NaN;
    if (price > peak) peak = price;
    return price / peak - 1;
  });
}

const params = z.object({});

export const drawdown: Measure<typeof params> = {
  id: 'drawdown',
  title: { 'zh-Hans': '回撤', 'zh-Hant': '回撤', en: 'Drawdown' },
  group: 'trend',
  unit: 'fraction',
  range: [-1, 0],
  input: 'levels',
  columns: [1, 1],
  formula: 'd_t = P_t / max(P_0 … P_t) − 1',
  reading: '0 at a high, −0.2 a fifth below it. It never says how long: see the ulcer index.',
  params,
  source: { citation: 'Magdon-Ismail & Atiya (2004), Maximum drawdown, Risk 17(10)' },
  warmUp: () => 0,
  compute(panel) {
    return drawdownPath(columnsOf(panel, this)[0]!);
  },
};

/** Rows since the last row at the highest value so far; 0 at a high. NaN where `drawdown` is NaN. */
export const timeUnderWater: Measure<typeof params> = {
  id: 'time-under-water',
  title: { 'zh-Hans': '距前高的行数', 'zh-Hant': '距前高的列數', en: 'Time under water' },
  group: 'trend',
  unit: 'count',
  range: [0, Number.POSITIVE_INFINITY],
  input: 'levels',
  columns: [1, 1],
  formula: 't − max{s ≤ t: P_s = max(P_0 … P_s)}',
  reading: '0 at a high, 250 a year of sessions below it. It never says how deep: see drawdown.',
  params,
  source: {
    citation:
      'Bailey & López de Prado (2015), Stop-outs under serial correlation and the triple penance rule, J. Risk 18(2)',
  },
  warmUp: () => 0,
  compute(panel) {
    let high = 0;
    return drawdownPath(columnsOf(panel, this)[0]!).map((d, t) => {
      if (d === 0) high = t;
      return Number.isNaN(d) ? Number.NaN : t - high;
    });
  },
};
