import type { Measure } from '../measure.ts';
import { MOST, ofSeries, seriesParams } from './net-connectedness.ts';

const shared = {
  group: 'dependence',
  unit: 'fraction',
  input: 'changes',
  columns: [2, MOST],
  params: seriesParams,
  source: {
    citation:
      'Diebold & Yilmaz (2012), Better to give than to receive: predictive directional measurement of volatility spillovers, International Journal of Forecasting 28(1)',
    doi: '10.1016/j.ijforecast.2011.02.006',
    equation: '5–6',
  },
  warmUp: ({ window }: { readonly window: number }) => window - 1,
} as const;

/** Rolling TO of one series: what it sends to all others. NaN as `netConnectedness`. */
export const toConnectedness: Measure<typeof seriesParams> = {
  ...shared,
  id: 'to-connectedness',
  title: { 'zh-Hans': '溢出（对外）', 'zh-Hant': '溢出（對外）', en: 'Connectedness to others' },
  range: [0, MOST - 1],
  formula: 'TO_j,t = Σ_{i≠j} θ̃_ij; θ̃ as in total-connectedness, j the column `series`',
  reading:
    'Forecast-error variance of all others that comes from the series, counted in series: 0 none, 1 as much as one of them has. A predictive share, not a cause.',
  compute(panel, params) {
    return ofSeries(panel, this, params, 'to');
  },
};

/** Rolling FROM of one series: what it receives from all others. NaN as `netConnectedness`. */
export const fromConnectedness: Measure<typeof seriesParams> = {
  ...shared,
  id: 'from-connectedness',
  title: { 'zh-Hans': '溢入（来自外部）', 'zh-Hant': '溢入（來自外部）', en: 'Connectedness from others' },
  range: [0, 1],
  formula: 'FROM_i,t = Σ_{j≠i} θ̃_ij = 1 − θ̃_ii; θ̃ as in total-connectedness, i the column `series`',
  reading:
    'Share of the series’ forecast-error variance that comes from all others: 0 it goes its own way, near 1 it only follows. A predictive share, not a cause.',
  compute(panel, params) {
    return ofSeries(panel, this, params, 'from');
  },
};
