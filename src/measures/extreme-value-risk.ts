import { z } from 'zod';
import { columnsOf } from './columns.ts';
import { extremeRisk, fitPeaksOverThreshold } from './extreme-value.ts';
import type { Measure } from './measure.ts';
import { numberParam, windowParam } from './params.ts';
import { isRefused } from './refused.ts';
import { overWindows } from './windows.ts';

const params = z.object({
  window: windowParam(
    500,
    [250, 5040],
    'rows in the window; fewer than 30 losses above the threshold have no value',
  ),
  threshold: numberParam(0.9, [0.8, 0.97], 'fraction', 'quantile of the losses at which the tail begins'),
  alpha: numberParam(0.01, [0.0005, 0.03], 'fraction', 'tail probability, beyond the threshold'),
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
      'McNeil & Frey (2000), Estimation of tail-related risk measures for heteroscedastic financial time series, J. Empirical Finance 7; McNeil, Frey & Embrechts (2015), Quantitative Risk Management',
    doi: '10.1016/S0927-5398(00)00012-8',
    equation: '5.18–5.20 of the book',
  },
  warmUp: ({ window }: z.infer<typeof params>) => window - 1,
} as const;

/**
 * VaR by peaks over threshold on a rolling window; see `fitPeaksOverThreshold` and `extremeRisk`.
 * NaN on the first w − 1 rows, where the row has a hole, and where fewer than 30 losses, or fewer than α of
 * all, lie above the threshold, or do not vary.
 */
export const extremeValueVar: Measure<typeof params> = {
  ...shared,
  id: 'extreme-value-var',
  title: { 'zh-Hans': '极值风险价值', 'zh-Hant': '極值風險價值', en: 'Extreme-value value at risk' },
  formula:
    'VaR_t = u + (β/ξ)((n α / N_u)^−ξ − 1); generalised Pareto (ξ, β) by maximum likelihood on losses above u = q(−r_{t−w+1} … −r_t); positive = loss',
  reading:
    'Loss that a share α exceeds, drawn from the shape of the whole tail instead of one order statistic, so it can lie beyond the worst row seen. Far beyond it the shape is an extrapolation.',
  compute(panel, { window, threshold, alpha }) {
    return overWindows(columnsOf(panel, this), window, ([r]) => riskOf(r!, threshold, alpha).var);
  },
};

/** Expected shortfall by peaks over threshold on a rolling window; NaN also where ξ ≥ 1, which has no mean. */
export const extremeValueShortfall: Measure<typeof params> = {
  ...shared,
  id: 'extreme-value-shortfall',
  title: { 'zh-Hans': '极值预期损失', 'zh-Hant': '極值預期損失', en: 'Extreme-value expected shortfall' },
  formula:
    'ES_t = (VaR_t + β − ξu)/(1 − ξ); generalised Pareto (ξ, β) by maximum likelihood on losses above u = q(−r_{t−w+1} … −r_t); positive = loss',
  reading:
    'Mean loss beyond the value at risk if the tail keeps its shape. A shape near 1 makes it explode: the tail is then too heavy for a mean.',
  compute(panel, { window, threshold, alpha }) {
    return overWindows(columnsOf(panel, this), window, ([r]) => {
      const { es } = riskOf(r!, threshold, alpha);
      return Number.isFinite(es) ? es : Number.NaN;
    });
  },
};

function riskOf(returns: Float64Array, threshold: number, alpha: number) {
  const fit = fitPeaksOverThreshold(
    returns.map((r) => -r),
    threshold,
  );
  const beyond = !isRefused(fit) && fit.exceedances >= alpha * fit.rows;
  if (!beyond || !fit.converged) return { var: Number.NaN, es: Number.NaN };
  return extremeRisk(fit, 1 - alpha);
}
