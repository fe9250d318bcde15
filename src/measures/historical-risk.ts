import { z } from 'zod';
import { quantileOfSorted } from '../math/quantile.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { numberParam, windowParam } from './params.ts';
import { overWindows } from './windows.ts';

/** Losses are positive numbers, in units of the returns. */
export interface HistoricalRisk {
  /** Value at risk: minus the type 7 α-quantile of the returns. */
  readonly var: number;
  /** Expected shortfall: minus the mean of the returns at or below that quantile. */
  readonly es: number;
  /** Expected shortfall of Rockafellar & Uryasev: the worst nα rows, the last of them in part. */
  readonly esFractional: number;
  /** Rows at or below the quantile. */
  readonly tailRows: number;
  /** True when nα < 1: the shortfall is the single worst row. */
  readonly singleWorst: boolean;
}

/**
 * Historical simulation: VaR and ES of the empirical distribution.
 *
 * VaR = −q_α(r); ES = −mean(r | r ≤ q_α); fractional ES = −(Σ_{i≤⌊k⌋} r_(i) + (k − ⌊k⌋) r_(⌊k⌋+1)) / k, k = nα
 *
 * `returns` n rows, `alpha` the tail probability (0.025, 0.01).
 * NaN policy: rows with NaN are left out; all NaN when none is left.
 * @throws RangeError when α is outside (0, 1).
 * @see Rockafellar & Uryasev (2002), Conditional value-at-risk for general loss distributions, J. Banking & Finance 26(7), prop. 8
 */
export function historicalRisk(returns: Float64Array, alpha: number): HistoricalRisk {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha must lie in (0, 1), came ${alpha}`);
  const sorted = returns.filter((r) => !Number.isNaN(r)).sort();
  const n = sorted.length;
  const none = Number.NaN;
  if (n === 0) return { var: none, es: none, esFractional: none, tailRows: 0, singleWorst: false };
  const q = quantileOfSorted(sorted, alpha);
  let sum = 0;
  let tailRows = 0;
  while (tailRows < n && sorted[tailRows]! <= q) sum += sorted[tailRows++]!;
  return {
    var: -q,
    es: -sum / tailRows,
    esFractional: fractionalShortfall(sorted, n * alpha),
    tailRows,
    singleWorst: n * alpha < 1,
  };
}

function fractionalShortfall(sorted: Float64Array, k: number): number {
  // nα is meant to be whole when it is so but for rounding.
  const whole = Math.floor(k + 1e-9);
  let sum = Math.max(0, k - whole) * (sorted[whole] ?? 0);
  for (let i = 0; i < whole; i++) sum += sorted[i]!;
  return -sum / k;
}

/** α of a risk figure: the share of rows that are worse. */
export const tailParam = numberParam(
  0.025,
  [0.005, 0.2],
  'fraction',
  'tail probability: 0.025 is that of the Basel shortfall, 0.01 that of its VaR',
);

const params = z.object({
  window: windowParam(250, [60, 2520], 'rows in the window'),
  alpha: tailParam,
});

const shared = {
  group: 'volatility',
  unit: 'fraction',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  input: 'changes',
  columns: [1, 1],
  params,
  source: {
    citation:
      'Rockafellar & Uryasev (2002), Conditional value-at-risk for general loss distributions, J. Banking & Finance 26(7)',
    doi: '10.1016/S0378-4266(02)00271-6',
  },
  warmUp: ({ window }: z.infer<typeof params>) => window - 1,
} as const;

/** Rolling `historicalRisk().var`. NaN on the first w − 1 rows, where the row has a hole and where a window with holes keeps fewer than 30 rows. */
export const historicalVar: Measure<typeof params> = {
  ...shared,
  id: 'historical-var',
  title: { 'zh-Hans': '历史风险价值', 'zh-Hant': '歷史風險價值', en: 'Historical value at risk' },
  formula: 'VaR_t = −q_α(r_{t−w+1} … r_t), type 7 quantile; positive = loss',
  reading:
    'Loss that only a share α of the last rows exceeded. It does not know how much worse those were, and forgets a crash the day it leaves the window.',
  compute(panel, { window, alpha }) {
    return overWindows(columnsOf(panel, this), window, ([r]) => historicalRisk(r!, alpha).var);
  },
};

/** Rolling `historicalRisk().es`. NaN as `historicalVar`. */
export const historicalShortfall: Measure<typeof params> = {
  ...shared,
  id: 'historical-shortfall',
  title: { 'zh-Hans': '历史预期损失', 'zh-Hant': '歷史預期損失', en: 'Historical expected shortfall' },
  formula: 'ES_t = −mean(r_s | r_s ≤ q_α(r_{t−w+1} … r_t)); positive = loss',
  reading:
    'Mean loss of the worst rows of the window, at least the value at risk. With w·α below 1 it is the single worst row.',
  compute(panel, { window, alpha }) {
    return overWindows(columnsOf(panel, this), window, ([r]) => historicalRisk(r!, alpha).es);
  },
};
