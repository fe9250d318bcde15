import { z } from 'zod';
import { cholesky, quadraticForm } from '../math/cholesky.ts';
import { ewmaMahalanobis } from '../math/kernels/ewma-mahalanobis.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { numberParam, windowParam } from './params.ts';
import { isComplete } from './windows.ts';

/**
 * Turbulence against an exponentially weighted covariance about zero, known the row before, by rank-one updates of its Cholesky factor: O(N²) a row.
 *
 * d_t = x_tᵀ S_{t−1}⁻¹ x_t, S_t = λ S_{t−1} + (1 − λ) x_t x_tᵀ
 *
 * `columns` N of n changes each; λ `decay` in (0, 1); S starts from the second moments of the first `start` complete rows. NaN on those
 * rows and where a row has a hole (such rows leave S as it was); all NaN when the starting moments are singular. λ must be long enough to hold N
 * columns: an effective 1/(1 − λ) rows.
 * @throws RangeError when λ is outside (0, 1).
 * @see Kritzman & Li (2010), Financial Analysts Journal 66(5), equation 1; J.P. Morgan (1996), RiskMetrics, chapter 5.
 */
export function ewmaTurbulencePath(
  columns: readonly Float64Array[],
  decay: number,
  start: number,
): Float64Array {
  if (!(decay > 0 && decay < 1)) throw new RangeError(`λ must lie in (0, 1), came ${decay}`);
  const n = columns.length;
  const out = new Float64Array(columns[0]?.length ?? 0).fill(Number.NaN);
  const whole = Array.from(out.keys()).filter((t) => isComplete(columns, t));
  const x = new Float64Array(whole.length * n);
  for (const [k, t] of whole.entries()) for (let i = 0; i < n; i++) x[k * n + i] = columns[i]![t]!;
  if (whole.length <= start) return out;
  const moments = new Float64Array(n * n);
  for (let k = 0; k < start; k++) addOuter(moments, x.subarray(k * n, (k + 1) * n), 1 / start);
  const factor = cholesky(moments, n);
  if (factor === undefined) return out;
  const distances = ewmaMahalanobis(factor, n, x.subarray(start * n), decay);
  for (const [k, distance] of distances.entries()) out[whole[start + k]!] = distance;
  return out;
}

/** The definition, with a factorisation a row: the oracle of `ewmaTurbulencePath`. */
export function ewmaTurbulenceByRefactoring(
  columns: readonly Float64Array[],
  decay: number,
  start: number,
): Float64Array {
  const n = columns.length;
  const rows = columns[0]?.length ?? 0;
  const out = new Float64Array(rows).fill(Number.NaN);
  const moments = new Float64Array(n * n);
  for (let t = 0; t < rows; t++) {
    const row = Float64Array.from(columns, (column) => column[t]!);
    if (t < start) addOuter(moments, row, 1 / start);
    else {
      const factor = cholesky(moments, n);
      if (factor === undefined) return out;
      out[t] = quadraticForm(factor, n, row);
      shrink(moments, decay);
      addOuter(moments, row, 1 - decay);
    }
  }
  return out;
}

function addOuter(matrix: Float64Array, row: Float64Array, weight: number): void {
  const n = row.length;
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) matrix[i * n + j]! += weight * row[i]! * row[j]!;
}

function shrink(matrix: Float64Array, factor: number): void {
  for (let k = 0; k < matrix.length; k++) matrix[k]! *= factor;
}

const params = z.object({
  decay: numberParam(
    0.99,
    [0.9, 0.999],
    'ratio',
    'λ, the share that the covariance keeps each row; 0.99 looks back about 100 rows',
  ),
  start: windowParam(252, [60, 2520], 'rows whose second moments the covariance starts from'),
});

/** `ewmaTurbulencePath`. */
export const ewmaTurbulence: Measure<typeof params> = {
  id: 'ewma-turbulence',
  title: { 'zh-Hans': '指数加权湍流', 'zh-Hant': '指數加權湍流', en: 'Exponentially weighted turbulence' },
  group: 'stress',
  unit: 'score',
  range: [0, Number.POSITIVE_INFINITY],
  input: 'changes',
  columns: [2, 200],
  formula: 'd_t = x_tᵀ S_{t−1}⁻¹ x_t; S_t = λ S_{t−1} + (1 − λ) x_t x_tᵀ, zero mean',
  reading:
    'As turbulence, against a memory that fades: the second day of a storm counts less than the first.',
  params,
  source: {
    citation:
      'Kritzman & Li (2010), Skulls, financial turbulence, and risk management, Financial Analysts Journal 66(5)',
    doi: '10.2469/faj.v66.n5.3',
    equation: '1, with the covariance of RiskMetrics (1996), chapter 5',
  },
  warmUp: ({ start }) => start,
  compute(panel, { decay, start }) {
    return ewmaTurbulencePath(columnsOf(panel, this), decay, start);
  },
};
