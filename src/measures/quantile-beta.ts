import { quantileRegression } from '../math/quantile-regression.ts';
import { isConstant, type Refused } from './refused.ts';
import { tailDesign } from './safe-haven.ts';

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
