import { z } from 'zod';
import type { Panel } from '../data/panel.ts';
import { ewmaCovariance, ewmaWarmUp } from '../math/covariance.ts';
import { fromColumns } from '../math/matrix.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { decayParam } from './params.ts';
import { firstVaried, isComplete } from './windows.ts';

const params = z.object({ decay: decayParam });

const source = {
  citation: 'J.P. Morgan/Reuters (1996), RiskMetrics Technical Document, 4th ed.',
  equation: 'chapter 5',
} as const;

/**
 * Exponentially weighted covariance of two columns about zero.
 *
 * S_t = λ S_{t−1} + (1 − λ) x_t x_tᵀ, S_1 = x_1 x_1ᵀ; S_t includes row t and is the forecast for t + 1
 *
 * In the product of the units of the two. NaN before the start weighs 5 % (row ⌈ln 0.05 / ln λ⌉) and where the row has a hole; such rows
 * leave S as it was.
 * @see J.P. Morgan/Reuters (1996), RiskMetrics Technical Document, 4th ed., chapter 5.
 */
export const ewmaCovarianceOfPair: Measure<typeof params> = {
  id: 'ewma-covariance',
  title: {
    'zh-Hans': '指数加权协方差',
    'zh-Hant': '指數加權協方差',
    en: 'Exponentially weighted covariance',
  },
  group: 'dependence',
  unit: 'ratio',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  input: 'changes',
  columns: [2, 2],
  formula: 'S_t = λ S_{t−1} + (1 − λ) x_t x_tᵀ, S_1 = x_1 x_1ᵀ, zero mean; the value is S_xy',
  reading: 'Covariance that forgets: half of its weight lies on the last ln 0.5 / ln λ rows (11 for 0.94).',
  params,
  source,
  warmUp: ({ decay }) => ewmaWarmUp(decay),
  compute(panel, { decay }) {
    return ewmaPath(panel, columnsOf(panel, this), decay, (s) => s[1]!);
  },
};

/** Correlation from `ewma-covariance`: S_xy / sqrt(S_xx S_yy). NaN like it, and until both columns have held two different values. */
export const ewmaCorrelation: Measure<typeof params> = {
  id: 'ewma-correlation',
  title: {
    'zh-Hans': '指数加权相关系数',
    'zh-Hant': '指數加權相關係數',
    en: 'Exponentially weighted correlation',
  },
  group: 'dependence',
  unit: 'ratio',
  range: [-1, 1],
  input: 'changes',
  columns: [2, 2],
  formula: 'r_t = S_xy / sqrt(S_xx S_yy); S_t = λ S_{t−1} + (1 − λ) x_t x_tᵀ, zero mean',
  reading:
    'Like correlation, but the newest days count most, so that it turns within days; it is noisier for the same reason.',
  params,
  source,
  warmUp: ({ decay }) => ewmaWarmUp(decay),
  compute(panel, { decay }) {
    const columns = columnsOf(panel, this);
    return ewmaPath(panel, columns, decay, ewmaCorrelationOf).fill(Number.NaN, 0, firstVaried(columns));
  },
};

/** S_xy / sqrt(S_xx S_yy) of a 2×2 covariance, in [−1, 1]; NaN when a variance is 0. */
function ewmaCorrelationOf(s: Float64Array): number {
  const r = s[1]! / (Math.sqrt(s[0]!) * Math.sqrt(s[3]!));
  return Math.min(1, Math.max(-1, r));
}

function ewmaPath(
  panel: Panel,
  columns: readonly Float64Array[],
  decay: number,
  of: (covariance: Float64Array) => number,
): Float64Array {
  const rows = panel.dates.length;
  const out = new Float64Array(rows).fill(Number.NaN);
  if (rows === 0) return out;
  const from = ewmaWarmUp(decay);
  let counted = 0;
  ewmaCovariance(fromColumns(columns, 0, rows), rows, columns.length, decay, (t, s) => {
    if (!isComplete(columns, t)) return;
    if (++counted > from) out[t] = of(s);
  });
  return out;
}
