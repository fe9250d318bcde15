import { z } from 'zod';
import type { Panel } from '../../data/panel.ts';
import { columnsOf } from '../columns.ts';
import type { Measure } from '../measure.ts';
import { windowParam } from '../params.ts';
import { isAbsent } from './absence.ts';
import { totalOf } from './connectedness-table.ts';
import { horizonParam, lagParam, maxGapParam } from './params.ts';
import { rollingConnectedness } from './simd-rolling-connectedness.ts';

export const rollingParams = z.object({
  window: windowParam(200, [60, 2520], 'rows in the window; 200 in Diebold & Yilmaz (2012)'),
  lag: lagParam,
  horizon: horizonParam,
  maxGap: maxGapParam,
});

/** A number of the shares θ̃ (N×N) of every row's window; NaN where there are none. */
export function ofWindows(
  panel: Panel,
  columns: readonly Float64Array[],
  { window, lag, horizon, maxGap }: z.infer<typeof rollingParams>,
  number: (shares: Float64Array, n: number) => number,
): Float64Array {
  const out = new Float64Array(panel.dates.length).fill(Number.NaN);
  const gap = { dates: panel.dates, maxGapDays: maxGap };
  rollingConnectedness(columns, { window, lag, horizon, gap }, (t, shares) => {
    if (!isAbsent(shares)) out[t] = number(shares, columns.length);
  });
  return out;
}

/**
 * Rolling total connectedness index: the share of all forecast-error variance that comes from other series.
 *
 * TCI_t = Σ_{i≠j} θ̃_ij / N of rows t − w + 1 … t
 *
 * 0 each series goes its own way, (N − 1)/N nothing is a series' own. It is high in a common fall and in a common rise alike, and biased up
 * when N·p is large beside the window. NaN on the first w − 1 rows, where row t is missing, and where too few complete rows are left
 * (`rollingConnectedness`).
 * @see Diebold & Yilmaz (2012), International Journal of Forecasting 28(1), eq. 4.
 */
export const totalConnectedness: Measure<typeof rollingParams> = {
  id: 'total-connectedness',
  title: { 'zh-Hans': '总溢出指数', 'zh-Hant': '總溢出指數', en: 'Total connectedness' },
  group: 'dependence',
  unit: 'fraction',
  range: [0, 1],
  input: 'changes',
  columns: [2, 60],
  formula:
    'TCI_t = Σ_{i≠j} θ̃_ij / N; θ̃ = row-normalised generalised shares of H-step forecast-error variance of a VAR(p) on rows t−w+1 … t',
  reading:
    'Share of forecast-error variance that comes from other series: 0 each moves alone, (N − 1)/N all move as one. It rises after a shock has spread; it does not say that one will.',
  params: rollingParams,
  source: {
    citation:
      'Diebold & Yilmaz (2012), Better to give than to receive: predictive directional measurement of volatility spillovers, International Journal of Forecasting 28(1)',
    doi: '10.1016/j.ijforecast.2011.02.006',
    equation: '2–4',
  },
  warmUp: ({ window }) => window - 1,
  compute(panel, params) {
    return ofWindows(panel, columnsOf(panel, this), params, totalOf);
  },
};
