import { z } from 'zod';
import type { Panel } from '../../data/panel.ts';
import { columnsOf } from '../columns.ts';
import type { Measure } from '../measure.ts';
import { connectednessTable } from './connectedness-table.ts';
import { ofWindows, rollingParams } from './total-connectedness.ts';

export const MOST = 60;

export const seriesParams = rollingParams.extend({
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
export const netConnectedness: Measure<typeof seriesParams> = {
  id: 'net-connectedness',
  title: { 'zh-Hans': '净溢出', 'zh-Hant': '淨溢出', en: 'Net connectedness of a series' },
  group: 'dependence',
  unit: 'fraction',
  range: [-1, MOST - 1],
  input: 'changes',
  columns: [2, MOST],
  formula: 'NET_i,t = Σ_{j≠i} θ̃_ji − Σ_{j≠i} θ̃_ij; θ̃ as in total-connectedness, i the column `series`',
  reading:
    'Above 0 the series sends more forecast-error variance than it receives, below 0 it is moved by the others. A predictive share, not a cause.',
  params: seriesParams,
  source: {
    citation:
      'Diebold & Yilmaz (2012), Better to give than to receive: predictive directional measurement of volatility spillovers, International Journal of Forecasting 28(1)',
    doi: '10.1016/j.ijforecast.2011.02.006',
    equation: '5–7',
  },
  warmUp: ({ window }) => window - 1,
  compute(panel, params) {
    return ofSeries(panel, this, params, 'net');
  },
};

/**
 * One entry of every row's connectedness table.
 * @throws RangeError when the panel has fewer columns than `series`.
 */
export function ofSeries(
  panel: Panel,
  measure: Pick<Measure, 'id' | 'columns'>,
  { series, ...rolling }: z.infer<typeof seriesParams>,
  of: 'net' | 'to' | 'from',
): Float64Array {
  const columns = columnsOf(panel, measure);
  if (series > columns.length) {
    throw new RangeError(`${measure.id} of series ${series} needs as many columns, came ${columns.length}`);
  }
  return ofWindows(panel, columns, rolling, (shares, n) => connectednessTable(shares, n)[of][series - 1]!);
}
