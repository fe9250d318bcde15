import { z } from 'zod';
import { quantileRegression } from '../math/quantile-regression.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { numberParam, windowParam } from './params.ts';
import { isConstant, isRefused, type Refused } from './refused.ts';
import { tailDesign } from './safe-haven.ts';
import { overWindows } from './windows.ts';

export interface QuantileBeta {
  readonly intercept: number;
  /** Slope of the τ-quantile of the asset in the market's return. */
  readonly beta: number;
  /** False when another line fits as well. */
  readonly unique: boolean;
}

/**
 * Beta of an asset in its own worst (τ small) or best (τ near 1) days: the line a + b m that minimises Σ ρ_τ(r − a − b m), the exact optimum
 * of the linear programme.
 *
 * `asset` and `market` n returns each without holes. b ≤ 0 at a small τ: the market's fall does not deepen the asset's own bad days.
 * Refused below 30 rows and when the market does not vary.
 * @throws RangeError when lengths differ or τ is outside (0, 1).
 * @see Koenker & Bassett (1978), Econometrica 46; Baur & Lucey (2010) give the conditional-mean regression beside it
 */
export function quantileBeta(asset: Float64Array, market: Float64Array, tau: number): QuantileBeta | Refused {
  if (asset.length !== market.length) {
    throw new RangeError(
      `asset and market must have the same length, came ${asset.length} and ${market.length}`,
    );
  }
  if (asset.length < 30) return { refused: 'insufficient_data' };
  if (isConstant(market)) return { refused: 'constant_series' };
  const fit = quantileRegression(asset, tailDesign(market, []), asset.length, 2, tau);
  if (fit === undefined) return { refused: 'collinear' };
  return { intercept: fit.beta[0]!, beta: fit.beta[1]!, unique: fit.unique };
}

const params = z.object({
  window: windowParam(250, [60, 2520], 'rows in the window'),
  tau: numberParam(
    0.05,
    [0.01, 0.99],
    'fraction',
    'τ, which quantile of the asset: 0.05 its worst twentieth',
  ),
});

/**
 * Rolling `quantileBeta().beta`, the first column the market, the second the asset. NaN on the first w − 1 rows, where the row has a hole,
 * where a window with holes keeps fewer than 30 complete rows, and where the market does not vary in it.
 */
export const quantileBetaMeasure: Measure<typeof params> = {
  id: 'quantile-beta',
  title: { 'zh-Hans': '分位数贝塔', 'zh-Hant': '分位數貝塔', en: 'Quantile beta' },
  group: 'dependence',
  unit: 'ratio',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  input: 'changes',
  columns: [2, 2],
  formula:
    'b in min_{a,b} Σ ρ_τ(r − a − b m) over rows t−w+1 … t, ρ_τ(e) = e·(τ − 1[e < 0]); m the first column, r the second',
  reading:
    'How far the asset’s own bad days (τ small) move with the market: at or below 0 the market’s fall does not deepen them, at 1 one for one. Few rows decide it, τ times the window; where several lines fit as well, one of them is shown.',
  params,
  source: {
    citation: 'Koenker & Bassett (1978), Regression quantiles, Econometrica 46',
    doi: '10.2307/1913643',
  },
  warmUp: ({ window }) => window - 1,
  compute(panel, { window, tau }) {
    return overWindows(columnsOf(panel, this), window, ([market, asset]) => {
      const found = quantileBeta(asset!, market!, tau);
      return isRefused(found) ? Number.NaN : found.beta;
    });
  },
};
