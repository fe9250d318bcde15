import { z } from 'zod';
import type { Panel } from '../data/panel.ts';
import { cholesky, quadraticForm } from '../math/cholesky.ts';
import { rollingCovariance } from '../math/kernels/rolling-covariance.ts';
import { earlierShareBelow } from '../math/rank.ts';
import type { Moments } from '../math/rolling-covariance.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { numberParam, windowParam } from './params.ts';
import { completeRowsOf, isComplete } from './windows.ts';

/** Turbulence of one row against the moments of others. */
export interface Turbulence {
  /** d = (y − μ)ᵀ Σ⁻¹ (y − μ). */
  readonly distance: number;
  /** The same without correlations, a column: Σ_i (y_i − μ_i)² / σ_i² / N. */
  readonly magnitude: number;
  /** d / N / magnitude. */
  readonly correlationSurprise: number;
  /** Σ was singular and (1 − ridge) Σ + ridge · tr Σ / N · I stands in its place. */
  readonly regularised: boolean;
}

/**
 * Mahalanobis distance of one row of changes from its usual mean and covariance.
 *
 * d = (y − μ)ᵀ Σ⁻¹ (y − μ), by Cholesky
 *
 * `row` y and `mean` μ N values; `covariance` Σ N×N row-major (ddof 1); `ridge` δ in [0, 1] is used only when Σ is singular (relative pivot
 * below 1e-12, or `rows`, from which it was measured, at most N). E d = N. NaN where anything is NaN, and where Σ is singular and δ = 0. Correlation surprise is NaN when y = μ, magnitude
 * and surprise when a variance is 0.
 * @throws RangeError when the sizes disagree or δ is outside [0, 1].
 * @see Kritzman & Li (2010), Financial Analysts Journal 66(5), equation 1; Kinlaw & Turkington (2013), J. Asset Management 14(6).
 */
export function turbulenceOf(
  row: Float64Array,
  mean: Float64Array,
  covariance: Float64Array,
  ridge: number,
  rows = Number.POSITIVE_INFINITY,
): Turbulence {
  const n = row.length;
  if (!(ridge >= 0 && ridge <= 1)) throw new RangeError(`ridge must lie in [0, 1], came ${ridge}`);
  const deviation = row.map((y, i) => y - mean[i]!);
  // Rounding can hide from the pivots that so few rows have no inverse.
  let factor = rows > n ? cholesky(covariance, n) : undefined;
  const regularised = factor === undefined && ridge > 0;
  if (regularised) factor = cholesky(ridged(covariance, n, ridge), n);
  const distance = factor === undefined ? Number.NaN : quadraticForm(factor, n, deviation);
  let magnitude = 0;
  for (let i = 0; i < n; i++) magnitude += deviation[i]! ** 2 / covariance[i * n + i]! / n;
  if (!Number.isFinite(magnitude)) magnitude = Number.NaN;
  const surprise = magnitude > 0 ? distance / n / magnitude : Number.NaN;
  return { distance, magnitude, correlationSurprise: surprise, regularised };
}

/** (1 − δ) Σ + δ (tr Σ / N) I. */
export function ridged(covariance: Float64Array, n: number, ridge: number): Float64Array {
  let trace = 0;
  for (let i = 0; i < n; i++) trace += covariance[i * n + i]!;
  const out = covariance.map((s) => (1 - ridge) * s);
  for (let i = 0; i < n; i++) out[i * n + i]! += (ridge * trace) / n;
  return out;
}

export interface TurbulencePath {
  readonly distance: Float64Array;
  readonly magnitude: Float64Array;
  readonly correlationSurprise: Float64Array;
  /** Rows at which Σ was singular and shrunk, 1 each. */
  readonly regularised: Uint8Array;
}

/**
 * Turbulence of every row against the `window` rows before it; the row itself is not among them, for then d could not exceed (w − 1)²/w
 * and a crash would hide itself.
 *
 * d_t = (y_t − μ)ᵀ Σ⁻¹ (y_t − μ); μ, Σ of rows t−w … t−1, ddof 1
 *
 * `columns` N of n changes each. NaN on the first w rows, where row t has a hole, and where the w rows before it have holes and keep
 * fewer than max(30, 2N) complete rows.
 * @throws RangeError on columns of different lengths, a window below 2 or a ridge outside [0, 1].
 * @see Kritzman & Li (2010), Skulls, financial turbulence, and risk management, Financial Analysts Journal 66(5), equation 1.
 */
export function turbulencePath(
  columns: readonly Float64Array[],
  window: number,
  ridge = 0.05,
): TurbulencePath {
  if (window < 2) throw new RangeError(`window must be at least 2 rows, came ${window}`);
  const n = columns.length;
  const rows = columns[0]?.length ?? 0;
  const path = emptyPath(rows);
  const row = new Float64Array(n);
  const covariance = new Float64Array(n * n);
  rollingCovariance(columns, { window, alsoAtHoles: true }, (t, moments) => {
    if (!moments || t + 1 >= rows || !isComplete(columns, t + 1)) return;
    unbiased(moments, covariance);
    for (let i = 0; i < n; i++) row[i] = columns[i]![t + 1]!;
    record(path, t + 1, turbulenceOf(row, moments.mean, covariance, ridge, moments.rows));
  });
  return path;
}

/**
 * Turbulence of every row against all rows: LOOK-AHEAD, for describing a past that is over, never for a signal.
 *
 * d_t = (y_t − μ)ᵀ Σ⁻¹ (y_t − μ); μ, Σ of all complete rows, ddof 1; Σ_t d_t = (T − 1) N
 *
 * NaN on rows with a hole, and everywhere when fewer than two rows are complete.
 * @see Kritzman & Li (2010), Financial Analysts Journal 66(5), equation 1.
 */
export function turbulenceFullSample(columns: readonly Float64Array[], ridge = 0.05): TurbulencePath {
  const rows = columns[0]?.length ?? 0;
  const path = emptyPath(rows);
  const complete = completeRowsOf(columns);
  const T = complete[0]?.length ?? 0;
  const covariance = new Float64Array(columns.length ** 2);
  if (T < 2) return path;
  rollingCovariance(complete, { window: T }, (_t, moments) => {
    if (!moments) return;
    unbiased(moments, covariance);
    for (let t = 0; t < rows; t++) {
      if (!isComplete(columns, t)) continue;
      const row = Float64Array.from(columns, (column) => column[t]!);
      record(path, t, turbulenceOf(row, moments.mean, covariance, ridge, moments.rows));
    }
  });
  return path;
}

function emptyPath(rows: number): TurbulencePath {
  const empty = () => new Float64Array(rows).fill(Number.NaN);
  return {
    distance: empty(),
    magnitude: empty(),
    correlationSurprise: empty(),
    regularised: new Uint8Array(rows),
  };
}

function unbiased({ covariance, rows }: Moments, out: Float64Array): void {
  const factor = rows / (rows - 1);
  for (let k = 0; k < out.length; k++) out[k] = covariance[k]! * factor;
}

function record(path: TurbulencePath, t: number, found: Turbulence): void {
  path.distance[t] = found.distance;
  path.magnitude[t] = found.magnitude;
  path.correlationSurprise[t] = found.correlationSurprise;
  path.regularised[t] = found.regularised ? 1 : 0;
}

const params = z.object({
  window: windowParam(500, [60, 2520], 'rows before the day over which mean and covariance are measured'),
  ridge: numberParam(
    0.05,
    [0, 1],
    'fraction',
    'δ of (1 − δ)Σ + δ tr Σ/N · I, which stands in for a singular Σ (repeated columns, N ≥ w) and for no other',
  ),
});
const shared = {
  group: 'stress',
  input: 'changes',
  columns: [2, 200],
  params,
  warmUp: ({ window }: z.infer<typeof params>) => window,
} as const;
const skulls = {
  citation:
    'Kritzman & Li (2010), Skulls, financial turbulence, and risk management, Financial Analysts Journal 66(5)',
  doi: '10.2469/faj.v66.n5.3',
  equation: '1, with the moments of the rows before the day',
} as const;
const surprise = {
  citation: 'Kinlaw & Turkington (2013), Correlation surprise, J. Asset Management 14(6)',
  doi: '10.1057/jam.2013.27',
} as const;

function pathOf(
  measure: Pick<Measure, 'id' | 'columns'>,
  panel: Panel,
  { window, ridge }: z.infer<typeof params>,
) {
  return turbulencePath(columnsOf(panel, measure), window, ridge);
}

/** `turbulencePath().distance`, as published: not divided by the number of columns. */
export const turbulence: Measure<typeof params> = {
  ...shared,
  id: 'turbulence',
  title: { 'zh-Hans': '金融湍流指数', 'zh-Hant': '金融湍流指數', en: 'Financial turbulence' },
  unit: 'score',
  range: [0, Number.POSITIVE_INFINITY],
  formula: 'd_t = (y_t − μ)ᵀ Σ⁻¹ (y_t − μ); μ, Σ of rows t−w … t−1, ddof 1',
  reading:
    'N, the number of columns, on an average day; large when moves are large or go against the usual correlations. Fat tails exceed the χ² quantiles often: read it by its own percentile.',
  source: skulls,
  compute(panel, options) {
    return pathOf(this, panel, options).distance;
  },
};

/** `turbulencePath().magnitude`: turbulence without the correlations, divided by N. */
export const turbulenceMagnitude: Measure<typeof params> = {
  ...shared,
  id: 'turbulence-magnitude',
  title: { 'zh-Hans': '湍流幅度', 'zh-Hant': '湍流幅度', en: 'Magnitude of turbulence' },
  unit: 'score',
  range: [0, Number.POSITIVE_INFINITY],
  formula: 'Σ_i (y_i,t − μ_i)² / σ_i² / N; μ, σ of rows t−w … t−1, ddof 1',
  reading:
    '1 on an average day, 9 when everything moves three of its usual deviations, in whatever directions.',
  source: surprise,
  compute(panel, options) {
    return pathOf(this, panel, options).magnitude;
  },
};

/** `turbulencePath().correlationSurprise`; also NaN on a row that equals the mean exactly. */
export const correlationSurprise: Measure<typeof params> = {
  ...shared,
  id: 'correlation-surprise',
  title: { 'zh-Hans': '相关性意外', 'zh-Hant': '相關性意外', en: 'Correlation surprise' },
  unit: 'ratio',
  range: [0, Number.POSITIVE_INFINITY],
  formula: '(d_t / N) / magnitude_t; d_t the turbulence, magnitude_t the same without correlations',
  reading:
    'Above 1 the day’s moves went together in an unusual way; below 1 they were of the usual kind, however large.',
  source: surprise,
  compute(panel, options) {
    return pathOf(this, panel, options).correlationSurprise;
  },
};

const percentileParams = params.extend({
  atLeast: windowParam(60, [20, 2520], 'earlier turbulence values needed before one is ranked'),
});

/** Rank of the turbulence among its earlier values: `earlierShareBelow`. NaN on the first w + `atLeast` rows and where the turbulence is. */
export const turbulencePercentile: Measure<typeof percentileParams> = {
  ...shared,
  params: percentileParams,
  id: 'turbulence-percentile',
  title: { 'zh-Hans': '湍流历史分位', 'zh-Hant': '湍流歷史分位', en: 'Turbulence percentile' },
  unit: 'fraction',
  range: [0, 1],
  formula: 'p_t = #{s < t: d_s < d_t} / #{s < t}; d the turbulence',
  reading:
    'Share of all earlier days that were less turbulent. Above 0.75 the paper calls a day turbulent; such days come in runs.',
  source: { ...skulls, equation: '1 and the 75 % threshold' },
  warmUp: ({ window, atLeast }) => window + atLeast,
  compute(panel, { window, ridge, atLeast }) {
    return earlierShareBelow(pathOf(this, panel, { window, ridge }).distance, atLeast);
  },
};
