import { z } from 'zod';
import { sampleCovariance } from '../math/covariance.ts';
import { rollingCovariance } from '../math/kernels/rolling-covariance.ts';
import { symmetricEigenvalues } from '../math/kernels/symmetric-eigenvalues.ts';
import { fromColumns } from '../math/matrix.ts';
import { correlationMatrix } from '../math/rolling-correlation.ts';
import type { Moments } from '../math/rolling-covariance.ts';
import { correlate, varies } from '../math/rolling-covariance.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { windowParam } from './params.ts';
import { type Absence, completeRowsOf, variesIn } from './windows.ts';

/** Which matrix the eigenvectors are of, and with which weights. */
export type AbsorptionMatrix = 'correlation' | 'covariance' | 'exponential-covariance';

export interface AbsorptionOptions {
  readonly window: number;
  readonly matrix: AbsorptionMatrix;
  /** Eigenvectors counted, k; absent: a fifth of the columns, rounded half up, at least 1. */
  readonly leading?: number;
  /** Rows after which a weight is halved, for `exponential-covariance`; absent: half the window. */
  readonly halfLife?: number;
}

/** k = N/5, rounded half away from zero, at least 1. */
export function leadingVectors(n: number): number {
  return Math.max(1, Math.floor(n / 5 + 0.5));
}

/**
 * Share of the total variance that the k leading eigenvectors of a matrix absorb.
 *
 * AR = Σ_{i≤k} λ_i / tr A
 *
 * `matrix` A N×N row-major, symmetric, positive semidefinite: a covariance or a correlation matrix; k `leading` 1 … N. k/N nothing shared,
 * 1 everything. NaN when A holds a NaN or its trace is 0.
 * @throws RangeError when k is no whole number in 1 … N.
 * @see Kritzman, Li, Page & Rigobon (2011), J. Portfolio Management 37(4), equation 1.
 */
export function absorptionRatio(matrix: Float64Array, n: number, leading: number): number {
  if (!Number.isInteger(leading) || leading < 1 || leading > n) {
    throw new RangeError(`leading eigenvectors must be 1 to ${n}, came ${leading}`);
  }
  const values = symmetricEigenvalues(matrix, n);
  let [sum, trace] = [0, 0];
  for (let i = 0; i < n; i++) trace += matrix[i * n + i]!;
  for (let i = 0; i < leading; i++) sum += values[i]!;
  return trace > 0 ? Math.min(1, sum / trace) : Number.NaN;
}

/**
 * Rolling `absorptionRatio`.
 *
 * `columns` N of n changes each. `exponential-covariance` is the published form: weights 0.5^(age/half-life), weighted mean removed.
 * NaN on the first w−1 rows, where the row has a hole, where a window with holes keeps fewer than max(30, 2N) complete rows, and where a
 * column does not vary. With w ≤ N it is biased up.
 * @throws RangeError on columns of different lengths, a window below 2, or a `leading` outside 1 … N.
 * @see Kritzman, Li, Page & Rigobon (2011), J. Portfolio Management 37(4), equation 1.
 */
export function absorptionRatioPath(
  columns: readonly Float64Array[],
  options: AbsorptionOptions,
): Float64Array {
  const n = columns.length;
  const { window, matrix, leading = leadingVectors(n), halfLife = window / 2 } = options;
  if (window < 2) throw new RangeError(`window must be at least 2 rows, came ${window}`);
  const out = new Float64Array(columns[0]?.length ?? 0).fill(Number.NaN);
  const buffer = new Float64Array(n * n);
  const moments = matrix === 'exponential-covariance' ? { window, halfLife } : { window };
  rollingCovariance(columns, moments, (t, found) => {
    if (!found) return;
    const whole = matrix === 'correlation' ? correlate(found, n, buffer) : allVary(found, n);
    if (whole) out[t] = absorptionRatio(matrix === 'correlation' ? buffer : found.covariance, n, leading);
  });
  return out;
}

function allVary({ covariance, mean, rows }: Moments, n: number): boolean {
  for (let i = 0; i < n; i++) {
    if (!varies((covariance[i * n + i]! * rows) / (rows - 1), mean[i]!)) return false;
  }
  return true;
}

/** An absorption ratio over one stretch, with what was used. */
export interface AbsorptionDetail {
  readonly ratio: number;
  readonly leading: number;
  /** Columns that vary, by index. */
  readonly used: readonly number[];
  readonly rows: number;
  /** Eigenvalues above 1e-12 of the largest. */
  readonly positive: number;
  /** T ≤ N: the ratio is biased up. */
  readonly rankDeficient: boolean;
}

/**
 * Absorption ratio of all complete rows of `columns`, equally weighted. Columns that do not vary are left out of N. An `Absence` when
 * fewer than two rows or no column remain. `leading` absent: `leadingVectors` of the columns that remain; more than remain counts all.
 */
export function absorptionRatioDetail(
  columns: readonly Float64Array[],
  matrix: 'correlation' | 'covariance',
  leading?: number,
): AbsorptionDetail | Absence {
  const complete = completeRowsOf(columns);
  const rows = complete[0]?.length ?? 0;
  if (rows < 2) return 'insufficient_data';
  const used = Array.from(complete.keys()).filter((k) => variesIn(complete[k]!));
  const n = used.length;
  if (n === 0) return 'constant_series';
  const kept = used.map((k) => complete[k]!);
  const a =
    matrix === 'correlation'
      ? correlationMatrix(kept, 0, rows)
      : sampleCovariance(fromColumns(kept, 0, rows), rows, n);
  const values = symmetricEigenvalues(a, n);
  const counted = Math.min(leading ?? leadingVectors(n), n);
  return {
    ratio: absorptionRatio(a, n, counted),
    leading: counted,
    used,
    rows,
    positive: values.filter((value) => value > 1e-12 * values[0]!).length,
    rankDeficient: rows <= n,
  };
}

const params = z.object({
  window: windowParam(500, [60, 2520], 'rows in the window; 500 in the paper'),
  leading: z.number().int().min(0).max(200).default(0).meta({
    unit: 'count',
    description: 'eigenvectors counted; 0 means a fifth of the columns, rounded, as in the paper',
  }),
});
const shared = {
  group: 'dependence',
  unit: 'fraction',
  range: [0, 1],
  input: 'changes',
  columns: [2, 200],
  params,
  warmUp: ({ window }: z.infer<typeof params>) => window - 1,
} as const;
const source = {
  citation:
    'Kritzman, Li, Page & Rigobon (2011), Principal components as a measure of systemic risk, J. Portfolio Management 37(4)',
  doi: '10.3905/jpm.2011.37.4.112',
} as const;

function counted(leading: number, n: number): number {
  return leading === 0 ? leadingVectors(n) : Math.min(leading, n);
}

/** Rolling absorption ratio of the correlation matrix: `absorptionRatioPath`. */
export const absorptionRatioMeasure: Measure<typeof params> = {
  ...shared,
  id: 'absorption-ratio',
  title: { 'zh-Hans': '吸收比率', 'zh-Hant': '吸收比率', en: 'Absorption ratio' },
  formula: 'AR_t = Σ_{i≤k} λ_i / N; λ the eigenvalues of the correlation matrix of rows t−w+1 … t, k = N/5',
  reading:
    'Share of all standardised movement that a fifth of the directions explains: k/N nothing shared, 1 one market. High means that a shock spreads widely; it says nothing of when.',
  source: {
    ...source,
    equation: '1, on the correlation matrix, so that the most volatile class does not fill it',
  },
  compute(panel, { window, leading }) {
    const columns = columnsOf(panel, this);
    return absorptionRatioPath(columns, {
      window,
      matrix: 'correlation',
      leading: counted(leading, columns.length),
    });
  },
};

/** Rolling absorption ratio as published, of the exponentially weighted covariance: `absorptionRatioPath`. */
export const absorptionRatioPublished: Measure<typeof params> = {
  ...shared,
  id: 'absorption-ratio-covariance',
  title: {
    'zh-Hans': '吸收比率（原文协方差）',
    'zh-Hant': '吸收比率（原文協方差）',
    en: 'Absorption ratio, as published',
  },
  formula:
    'AR_t = Σ_{i≤k} λ_i / Σ_j σ_j²; λ the eigenvalues of the covariance of rows t−w+1 … t with weights 0.5^(age / (w/2)), k = N/5',
  reading:
    'As the absorption ratio, of the covariance: right for a panel of like assets such as sectors. Among mixed classes the most volatile one fills it.',
  source: { ...source, equation: '1' },
  compute(panel, { window, leading }) {
    const columns = columnsOf(panel, this);
    return absorptionRatioPath(columns, {
      window,
      matrix: 'exponential-covariance',
      leading: counted(leading, columns.length),
    });
  },
};
