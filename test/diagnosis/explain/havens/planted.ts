import type { Role } from '../../../../src/diagnosis/explain/havens/role.ts';
import { quantile } from '../../../../src/math/quantile.ts';
import { type RandomStream, stream } from '../../../../src/math/random.ts';

/** Beta on ordinary days and in the worst twentieth of the market's days. */
export const BETAS: Readonly<Record<Role, { readonly calm: number; readonly stress: number }>> = {
  hedge: { calm: -0.5, stress: -0.5 },
  'safe-haven': { calm: 0.1, stress: -0.7 },
  diversifier: { calm: 0.2, stress: 0.2 },
  'risk-asset': { calm: 1.2, stress: 1.2 },
};

const DAILY = 0.01;

/** Student's t with 5 degrees of freedom and variance 1. */
function fatTailed(random: RandomStream): number {
  const chi = 2 * random.gamma(2.5);
  return (random.normal() / Math.sqrt(chi / 5)) * Math.sqrt(3 / 5);
}

/**
 * A market with GARCH(1,1) volatility (α 0.08, β 0.9) and fat tails about 1 % a day, and an asset with the betas of each role in turn: role k
 * from row `changes[k − 1]` on. Own noise of the asset: t(5), `noise` times the mean volatility of the market.
 */
export function planted(
  roles: readonly Role[],
  changes: readonly number[],
  n: number,
  seed: number,
  noise = 0.8,
  ownSeed = seed,
): { readonly asset: Float64Array; readonly market: Float64Array } {
  const random = stream(20260205, seed);
  const own = stream(20260206, ownSeed);
  const market = new Float64Array(n);
  const asset = new Float64Array(n);
  let variance = 1;
  for (let t = 0; t < n; t++) {
    const shock = Math.sqrt(variance) * fatTailed(random);
    variance = 0.02 + 0.08 * shock * shock + 0.9 * variance;
    market[t] = DAILY * shock;
  }
  const line = quantile(market, 0.05);
  for (let t = 0; t < n; t++) {
    const { calm, stress } = BETAS[roles[changes.filter((change) => change <= t).length]!];
    asset[t] = (market[t]! < line ? stress : calm) * market[t]! + noise * DAILY * fatTailed(own);
  }
  return { asset, market };
}
