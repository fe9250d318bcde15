import { z } from 'zod';
import { fromColumns } from '../math/matrix.ts';
import { columnsOf } from './columns.ts';
import { hmmFilter } from './gaussian-hmm.ts';
import { fitHmm, type HmmFit } from './hmm-fit.ts';
import type { Measure } from './measure.ts';
import { type RefitSpan, refitParam, refitSpans, trainParam } from './refits.ts';
import { isRefused } from './refused.ts';

/** What was known of the regimes at row `row`. */
export interface RegimeEstimate extends RefitSpan {
  readonly fit: HmmFit;
}

export interface RegimePathOptions {
  readonly regimes: number;
  readonly train: number;
  readonly refit: number;
  readonly seed: number;
}

export interface RegimePath {
  /** Filtered probability of each regime, n×K row-major, regimes in ascending order of variance; NaN before the first estimate. */
  readonly probability: Float64Array;
  readonly estimates: readonly RegimeEstimate[];
}

/**
 * Filtered probabilities of the regimes of a Gaussian hidden Markov model whose parameters are estimated on an expanding window.
 *
 * At row s = train − 1, train − 1 + refit, …: parameters from rows ≤ s (k-means, random starts and the last estimate; the best kept); then
 * Pr(s_t = j | y_1…y_t) for rows s ≤ t < s + refit. A refused or unconverged estimate leaves the one before it in place.
 * `columns` d of n rows. Row t uses rows ≤ t only, in probabilities and in parameters.
 * NaN policy: NaN on rows with a hole and before the first estimate.
 * @throws RangeError as `fitHmm`.
 * @see Hamilton (1989), Econometrica 57
 */
export function regimePath(columns: readonly Float64Array[], options: RegimePathOptions): RegimePath {
  const { regimes: K, train, refit, seed } = options;
  const d = columns.length;
  const rows = columns[0]?.length ?? 0;
  const probability = new Float64Array(rows * K).fill(Number.NaN);
  const estimates: RegimeEstimate[] = [];
  const y = fromRowsOf(columns, rows);
  let fit: HmmFit | undefined;
  for (const span of refitSpans(rows, train - 1, refit)) {
    const starts = fit === undefined ? { starts: 10 } : { starts: 4, from: [fit.model] };
    const known = y.subarray(0, (span.row + 1) * d);
    const found = fitHmm(known, d, K, { seed, tolerance: 1e-6, ...starts });
    if (!isRefused(found) && found.converged) fit = found;
    if (fit === undefined) continue;
    estimates.push({ ...span, fit });
    const { filtered } = hmmFilter(y.subarray(0, span.until * d), fit.model);
    for (let t = span.row; t < span.until; t++) {
      if (columns.some((column) => Number.isNaN(column[t]!))) continue;
      probability.set(filtered.subarray(t * K, t * K + K), t * K);
    }
  }
  return { probability, estimates };
}

function fromRowsOf(columns: readonly Float64Array[], rows: number): Float64Array {
  return rows === 0 ? new Float64Array(0) : fromColumns(columns, 0, rows);
}

const params = z.object({
  regimes: z
    .number()
    .int()
    .min(2)
    .max(3)
    .default(2)
    .meta({ unit: 'regimes', description: 'number of regimes' }),
  train: trainParam(500, 250),
  refit: refitParam,
  seed: z.number().int().min(0).max(4294967295).default(1).meta({
    unit: 'seed',
    description: 'seed of the random starts of the estimation',
  }),
});

/** Filtered probability of the regime with the largest variance; see `regimePath`. Never smoothed. */
export const regimeProbability: Measure<typeof params> = {
  id: 'regime-probability',
  title: {
    'zh-Hans': '高波动状态概率（滤波）',
    'zh-Hant': '高波動狀態概率（濾波）',
    en: 'Probability of the high-volatility regime (filtered)',
  },
  group: 'volatility',
  unit: 'fraction',
  range: [0, 1],
  input: 'changes',
  columns: [1, 10],
  formula:
    'Pr(s_t = K | r_1 … r_t), r_t | s_t = j ~ N(m_j, V_j), s_t a Markov chain, |V_1| ≤ … ≤ |V_K|; parameters by EM on rows up to the last estimation',
  reading:
    'Probability, on what was known that day, that the market is in its regime of largest variance: 0 calm, 1 stormy. Filtered, never smoothed; it does not say which way prices go, and near one half nobody knows.',
  params,
  source: {
    citation:
      'Hamilton (1989), A new approach to the economic analysis of nonstationary time series and the business cycle, Econometrica 57',
    doi: '10.2307/1912559',
  },
  warmUp: ({ train }) => train - 1,
  compute(panel, options) {
    const { probability } = regimePath(columnsOf(panel, this), options);
    const K = options.regimes;
    return Float64Array.from(panel.dates, (_, t) => Math.min(1, probability[t * K + K - 1]!));
  },
};
