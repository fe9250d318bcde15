import { z } from 'zod';
import { varies } from '../math/rolling-correlation.ts';
import type { Moments } from '../math/rolling-covariance.ts';

export type Weighting = 'equal' | 'inverse-volatility';

/** How the portfolio that a measure looks at is weighted. */
export function weightingParam(byDefault: Weighting) {
  return z.enum(['equal', 'inverse-volatility']).default(byDefault).meta({
    unit: 'choice',
    description: 'weights of the portfolio: the same money in each, or the same volatility in each',
  });
}

/** Weights of N assets: 1/N each, or 1/σ each; undefined when a column does not vary. */
export function portfolioWeights(
  moments: Moments,
  n: number,
  weighting: Weighting,
): Float64Array | undefined {
  const weights = new Float64Array(n);
  const unbiased = moments.rows / (moments.rows - 1);
  for (let i = 0; i < n; i++) {
    const variance = moments.covariance[i * n + i]!;
    if (!varies(variance * unbiased, moments.mean[i]!)) return undefined;
    weights[i] = weighting === 'equal' ? 1 / n : 1 / Math.sqrt(variance);
  }
  return weights;
}
