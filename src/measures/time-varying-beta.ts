import { z } from 'zod';
import { columnsOf } from './columns.ts';
import { type BetaNoiseFit, type BetaStart, betaStart, fitBetaNoise, kalmanBeta } from './kalman-beta.ts';
import type { Measure } from './measure.ts';
import { type RefitSpan, refitParam, refitSpans, trainParam } from './refits.ts';
import { isRefused } from './refused.ts';

/** What was known of the noise at row `row`. */
export interface BetaEstimate extends RefitSpan {
  readonly start: BetaStart;
  readonly fit: BetaNoiseFit;
}

export interface BetaPathOptions {
  /** Rows of the OLS start. */
  readonly startRows: number;
  readonly train: number;
  readonly refit: number;
}

export interface BetaPath {
  /** b_t, n values; NaN before the first estimate and where y or x is missing. */
  readonly beta: Float64Array;
  /** Var b_t. */
  readonly variance: Float64Array;
  readonly estimates: readonly BetaEstimate[];
}

/**
 * Filtered beta whose noise variances are estimated on an expanding window: at row s = train − 1, train − 1 + refit, … on rows ≤ s, then
 * the filter runs forward to the next. A refused or unconverged estimate leaves the one before it in place.
 *
 * `y`, `x` n returns. Row t uses rows ≤ t only, in the state and in the noise.
 * NaN policy: NaN where y or x is missing and before the first estimate.
 * @throws RangeError as `kalmanBeta`.
 */
export function betaPath(y: Float64Array, x: Float64Array, options: BetaPathOptions): BetaPath {
  const { startRows, train, refit } = options;
  const beta = new Float64Array(y.length).fill(Number.NaN);
  const variance = beta.slice();
  const estimates: BetaEstimate[] = [];
  if (y.length < train) return { beta, variance, estimates };
  const start = betaStart(y, x, startRows);
  if (isRefused(start)) return { beta, variance, estimates };
  let fit: BetaNoiseFit | undefined;
  for (const span of refitSpans(y.length, train - 1, refit)) {
    const known = span.row + 1;
    const found = fitBetaNoise(y.subarray(0, known), x.subarray(0, known), startRows, start);
    if (!isRefused(found) && found.converged) fit = found;
    if (fit === undefined) continue;
    estimates.push({ ...span, start, fit });
    const { row, until } = span;
    const path = kalmanBeta(y.subarray(0, until), x.subarray(0, until), startRows, start, fit.noise);
    beta.set(path.beta.subarray(row), row);
    variance.set(path.variance.subarray(row), row);
  }
  return { beta, variance, estimates };
}

const params = z.object({
  startRows: z.number().int().min(30).max(500).default(60).meta({
    unit: 'rows',
    description: 'rows of the least-squares fit at which the filter starts',
  }),
  train: trainParam(250, 120),
  refit: refitParam,
});

/** Kalman-filtered beta, the first column the market, the second the asset; see `betaPath`. Never smoothed. */
export const timeVaryingBeta: Measure<typeof params> = {
  id: 'time-varying-beta',
  title: {
    'zh-Hans': '时变贝塔（卡尔曼滤波）',
    'zh-Hant': '時變貝塔（卡爾曼濾波）',
    en: 'Time-varying beta (Kalman filter)',
  },
  group: 'dependence',
  unit: 'ratio',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  input: 'changes',
  columns: [2, 2],
  formula:
    'y_t = a_t + b_t x_t + e_t, (a, b)_t = (a, b)_{t−1} + w_t; b_t | rows ≤ t; x the first column, y the second; variances by maximum likelihood on rows up to the last estimation',
  reading:
    'How much the asset moves with the market now: 0 not at all, 1 one for one, below 0 against it. It learns at the speed that the past suggests, so a change of identity shows with a lag.',
  params,
  source: {
    citation:
      'Harvey (1989), Forecasting, Structural Time Series Models and the Kalman Filter, Cambridge University Press',
    equation: '§ 3.2 and 7.4',
  },
  warmUp: ({ train }) => train - 1,
  compute(panel, options) {
    const [x, y] = columnsOf(panel, this) as [Float64Array, Float64Array];
    return betaPath(y, x, options).beta;
  },
};
