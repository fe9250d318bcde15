import { checkWhole } from '../../math/arguments.ts';
import { mean, standardDeviation } from '../../math/moments.ts';
import { type Absence, isAbsent } from './absence.ts';
import { type CompleteRows, completeRows, type GapRule } from './complete-rows.ts';
import { forecastErrorShares, sharesRoom } from './simd-forecast-error-shares.ts';
import { type Forgetting, TvpVar } from './tvp-var.ts';
import { startOf, type TvpPriorChoice } from './tvp-var-start.ts';
import { type UsableSeries, usableSeries } from './usable-series.ts';

export interface TvpConnectednessOptions extends Forgetting, TvpPriorChoice {
  readonly lag: number;
  readonly horizon: number;
  /** Complete rows at the start that set means, scales and the prior, and get no value. */
  readonly training: number;
  readonly gap?: GapRule;
}

/** Gets row-normalised shares θ̃ (N×N row-major, one buffer reused, a series left out NaN), or why there are none. */
export type VisitTvpShares = (t: number, shares: Float64Array | Absence) => void;

/**
 * Connectedness of a time-varying vector autoregression as it was known at every row: no window, and nothing later than the row.
 *
 * The first `training` complete rows give each series its mean and standard deviation (every row is then (y − m)/s), the prior and Q_0; they get no
 * value. `TvpVar` runs from the row after them, and θ̃ of its A_t and Q_t is the value. (The published package takes means and prior from the
 * whole sample, which is a look ahead; `fullSampleTvpVar` does so to reproduce it.)
 *
 * `columns` N series of T values. 'insufficient_data' during training, where row t is missing, and on the p rows after a hole that `gap` does not
 * let lags cross; the state waits meanwhile. Series constant or collinear in training are left out for good.
 * @returns the series used and left out, or why there is no value at all.
 * @throws RangeError when lag, horizon or training is no whole number ≥ 1, a forgetting factor is outside (0, 1], or lengths differ.
 * @see Antonakakis, Chatziantoniou & Gabauer (2020), J. Risk and Financial Management 13(4), 84.
 */
export function tvpVarConnectedness(
  columns: readonly Float64Array[],
  options: TvpConnectednessOptions,
  visit: VisitTvpShares,
): UsableSeries | Absence {
  checkOptions(columns, options);
  const rows = completeRows(columns, options.gap);
  const begun = begin(columns, rows, options);
  const T = columns[0]!.length;
  if (isAbsent(begun)) {
    for (let t = 0; t < T; t++) visit(t, begun);
    return begun;
  }
  const { used, series, filter } = begun;
  const shares = sharesOf(filter, options.horizon, used.kept, columns.length);
  const y = new Float64Array(filter.n);
  const lags = new Float64Array(filter.n * options.lag);
  for (let t = 0, k = 0; t < T; t++) {
    if (rows.at[k] !== t) {
      visit(t, 'insufficient_data');
      continue;
    }
    const ready = k >= options.training && rows.run[k]! >= options.lag;
    if (ready) gather(series, k, y, lags);
    k++;
    visit(t, ready && filter.observe(y, lags) ? shares() : 'insufficient_data');
  }
  return used;
}

/** y ← row k, lags ← rows k − 1, …, k − p of standardised series. */
export function gather(
  series: readonly Float64Array[],
  k: number,
  y: Float64Array,
  lags: Float64Array,
): void {
  const n = series.length;
  for (let i = 0; i < n; i++) {
    y[i] = series[i]![k]!;
    for (let l = 1; l * n <= lags.length; l++) lags[(l - 1) * n + i] = series[i]![k - l]!;
  }
}

/** The shares of a filter's present coefficients and Q, over all series. */
export function sharesOf(
  filter: TvpVar,
  horizon: number,
  kept: readonly number[],
  all: number,
): () => Float64Array | Absence {
  const { n, lag } = filter;
  const room = sharesRoom(n, lag, horizon);
  const blocks = new Float64Array(n * n * lag);
  const inner = new Float64Array(n * n);
  const out = new Float64Array(all * all).fill(Number.NaN);
  return () => {
    if (!forecastErrorShares(room, filter.blocks(blocks), filter.sigma, inner)) return 'singular_covariance';
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) out[kept[i]! * all + kept[j]!] = inner[i * n + j]!;
    }
    return out;
  };
}

function begin(
  columns: readonly Float64Array[],
  rows: CompleteRows,
  options: TvpConnectednessOptions,
): { used: UsableSeries; series: Float64Array[]; filter: TvpVar } | Absence {
  const { training, lag } = options;
  if (rows.at.length < training) return 'insufficient_data';
  const first = { at: rows.at.subarray(0, training), run: rows.run.subarray(0, training) };
  const used = usableSeries(columns, first);
  if (used.kept.length === 0) return 'constant_series';
  const series = used.kept.map((k) => standardised(columns[k]!, rows.at, training));
  const start = startOf(series, { lag, rows: training, run: first.run, choice: options });
  if (isAbsent(start)) return start;
  return { used, series, filter: new TvpVar(start.prior, start.sigma, options) };
}

/** The complete rows of a series less the mean of the first `training` of them, over their standard deviation. */
function standardised(column: Float64Array, at: Int32Array, training: number): Float64Array {
  const values = new Float64Array(at.length);
  for (let k = 0; k < at.length; k++) values[k] = column[at[k]!]!;
  const centre = mean(values, 0, training);
  const scale = standardDeviation(values, 0, training);
  for (let k = 0; k < values.length; k++) values[k] = (values[k]! - centre) / scale;
  return values;
}

function checkOptions(columns: readonly Float64Array[], options: TvpConnectednessOptions): void {
  checkWhole('lag', options.lag, 1);
  checkWhole('horizon', options.horizon, 1);
  checkWhole('training', options.training, 2);
  if (columns.length === 0) throw new RangeError('connectedness needs at least 1 series, came none');
}
