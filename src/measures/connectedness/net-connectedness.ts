import { z } from 'zod';
import { columnsOf } from '../columns.ts';
import type { Measure } from '../measure.ts';
import { rollingParams, rollingTable } from './total-connectedness.ts';

const MOST = 60;

const params = rollingParams.extend({
  series: z
    .number()
    .int()
    .min(1)
    .max(MOST)
    .default(1)
    .meta({ unit: 'count', description: 'which column, counted from 1' }),
});

/**
 * Rolling net connectedness of one series: what it sends to all others less what it receives from them.
 *
 * NET_i = TO_i − FROM_i = Σ_{j≠i} θ̃_ji − Σ_{j≠i} θ̃_ij of rows t − w + 1 … t
 *
 * Above 0 a net sender of shocks, below 0 a net receiver; the values of all series sum to 0. NaN where `totalConnectedness` is NaN and where the
 * series was left out of its window (constant, collinear).
 * @throws RangeError when the panel has fewer columns than `series`.
 * @see Diebold & Yilmaz (2012), International Journal of Forecasting 28(1), eq. 5–7.
 */
export const netConnectedness: Measure<typeof params> = {
  id: 'net-connectedness',
  title: { 'zh-Hans': '净溢出', 'zh-Hant': '淨溢出', en: 'Net connectedness of a series' },
  group: 'dependence',
  unit: 'fraction',
  range: [-1, MOST - 1],
  input: 'changes',
  columns: [2, MOST],
  formula: 'NET_i,t = Σ_{j≠i} θ̃_ji − Σ_{j≠i} θ̃_ij; θ̃ as in total-connectedness, i the column `series`',
  params,
  source: {
    citation:
      'Diebold & Yilmaz (2012), Better to give than to receive: predictive directional measurement of volatility spillovers, International Journal of Forecasting 28(1)',
    doi: '10.1016/j.ijforecast.2011.02.006',
    equation: '5–7',
  },
  warmUp: ({ window }) => window - 1,
  compute(panel, { series, ...rolling }) {
    const columns = columnsOf(panel, this);
    if (series > columns.length) {
      throw new RangeError(`${this.id} of series ${series} needs as many columns, came ${columns.length}`);
    }
    return rollingTable(panel, columns, rolling, (table) => table.net[series - 1]!);
  },
};
