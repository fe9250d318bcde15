import { z } from 'zod';
import { leastComplete } from '../math/rolling-covariance.ts';
import { columnsOf } from './columns.ts';
import { historicalRisk, tailParam } from './historical-risk.ts';
import type { Measure } from './measure.ts';
import { decayParam, windowParam } from './params.ts';
import { checkNotInfinite } from './refused.ts';

export interface FilteredRiskPath {
  /** VaR of row t + 1 from rows ≤ t; n values. */
  readonly var: Float64Array;
  /** Expected shortfall, likewise. */
  readonly es: Float64Array;
  /** σ_{t+1}. */
  readonly sigma: Float64Array;
}

/**
 * Filtered historical simulation: the quantile of past standardised returns times the volatility of now.
 *
 * σ²_1 = mean r² of the first W rows; σ²_{t+1} = λσ²_t + (1 − λ) r_t²; z_t = r_t/σ_t; VaR_{t+1} = −q_α(z_{t−W+1} … z_t) σ_{t+1}
 *
 * `returns` n rows; losses positive. Row t uses rows ≤ t only; the start uses the first W rows, which have no value themselves.
 * NaN policy: a missing row leaves σ as it is and has no value; NaN where the window keeps fewer than 30 rows, and on the first W − 1.
 * @throws RangeError when W is no whole number ≥ 1, λ or α is outside (0, 1) or a return is infinite.
 * @see Barone-Adesi, Giannopoulos & Vosper (1999), VaR without correlations for portfolios of derivative securities, J. Futures Markets 19(5)
 */
export function filteredHistoricalRisk(
  returns: Float64Array,
  window: number,
  lambda: number,
  alpha: number,
): FilteredRiskPath {
  if (!Number.isInteger(window) || window < 1) {
    throw new RangeError(`window must be a whole number of at least 1, came ${window}`);
  }
  if (!(lambda > 0 && lambda < 1)) throw new RangeError(`lambda must lie in (0, 1), came ${lambda}`);
  checkNotInfinite('returns', returns);
  const empty = () => new Float64Array(returns.length).fill(Number.NaN);
  const out = { var: empty(), es: empty(), sigma: empty() };
  if (returns.length < window) return out;
  const z = empty();
  let variance = startOf(returns.subarray(0, window));
  const least = Math.min(window, leastComplete(1));
  for (let t = 0; t < returns.length; t++) {
    const r = returns[t]!;
    if (Number.isNaN(r)) continue;
    z[t] = r / Math.sqrt(variance);
    variance = lambda * variance + (1 - lambda) * r * r;
    if (t < window - 1 || !(variance > 0)) continue;
    const known = z.subarray(t - window + 1, t + 1).filter((value) => !Number.isNaN(value));
    if (known.length < least) continue;
    const sigma = Math.sqrt(variance);
    const risk = historicalRisk(known, alpha);
    out.sigma[t] = sigma;
    out.var[t] = risk.var * sigma;
    out.es[t] = risk.es * sigma;
  }
  return out;
}

/** Mean of the squares that are not NaN. */
function startOf(first: Float64Array): number {
  let [sum, n] = [0, 0];
  for (const r of first) if (!Number.isNaN(r)) [sum, n] = [sum + r * r, n + 1];
  return sum / n;
}

const params = z.object({
  window: windowParam(250, [60, 2520], 'standardised returns in the window'),
  lambda: decayParam,
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
      'Barone-Adesi, Giannopoulos & Vosper (1999), VaR without correlations for portfolios of derivative securities, J. Futures Markets 19(5)',
    doi: '10.1002/(SICI)1096-9934(199908)19:5<583::AID-FUT5>3.0.CO;2-S',
  },
  warmUp: ({ window }: z.infer<typeof params>) => window - 1,
} as const;

/** VaR of the next row; see `filteredHistoricalRisk`. */
export const filteredHistoricalVar: Measure<typeof params> = {
  ...shared,
  id: 'filtered-historical-var',
  title: {
    'zh-Hans': '滤波历史风险价值',
    'zh-Hant': '濾波歷史風險價值',
    en: 'Filtered historical value at risk',
  },
  formula:
    'VaR_{t+1} = −q_α(z_{t−w+1} … z_t) σ_{t+1}; z = r/σ; σ²_{t+1} = λσ²_t + (1 − λ) r_t²; positive = loss',
  reading:
    'Loss of the next row that a share α exceeds, at the volatility of now: it rises at once with a storm and falls with calm, where plain history waits.',
  compute(panel, { window, lambda, alpha }) {
    return filteredHistoricalRisk(columnsOf(panel, this)[0]!, window, lambda, alpha).var;
  },
};

/** Expected shortfall of the next row; see `filteredHistoricalRisk`. */
export const filteredHistoricalShortfall: Measure<typeof params> = {
  ...shared,
  id: 'filtered-historical-shortfall',
  title: {
    'zh-Hans': '滤波历史预期损失',
    'zh-Hant': '濾波歷史預期損失',
    en: 'Filtered historical expected shortfall',
  },
  formula:
    'ES_{t+1} = −mean(z_s | z_s ≤ q_α) σ_{t+1}; z = r/σ over rows t−w+1 … t; σ²_{t+1} = λσ²_t + (1 − λ) r_t²; positive = loss',
  reading:
    'Mean loss of the next row beyond its value at risk, at the volatility of now. Few rows make the tail: a single old shock can carry it.',
  compute(panel, { window, lambda, alpha }) {
    return filteredHistoricalRisk(columnsOf(panel, this)[0]!, window, lambda, alpha).es;
  },
};
