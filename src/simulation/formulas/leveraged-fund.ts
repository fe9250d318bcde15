import { checkFinite, checkNotNegative } from '../../math/arguments.ts';

export interface LeveragedFund {
  /** Daily leverage L, negative for an inverse fund. */
  readonly leverage: number;
  /** Net assets before the move, US dollars. */
  readonly netAssets: number;
}

/**
 * What a daily leveraged or inverse fund trades at the close to restore its leverage, US dollars; positive buys.
 * D = L·(A·(1 + L·r)⁺ + c) − L·A·(1 + r), which is L·(L − 1)·A·r + L·c while 1 + L·r > 0
 *
 * A net assets before the move, r return of the index that day (fraction), c creations less redemptions at the close, US dollars.
 * Of the sign of r for every L outside [0, 1]; 0 for L = 0 and 1. A fund with 1 + L·r ≤ 0 is wiped out and closes all its exposure.
 * @throws RangeError when an argument is not finite or net assets are below 0.
 * @see Cheng & Madhavan (2009), The dynamics of leveraged and inverse exchange-traded funds, J. Investment Management 7(4), eq. 5.
 */
export function rebalancingDemand(
  { leverage, netAssets }: LeveragedFund,
  indexReturn: number,
  creations = 0,
): number {
  checkFinite('leverage', leverage);
  checkNotNegative('net assets', netAssets);
  checkFinite('index return', indexReturn);
  checkFinite('creations', creations);
  if (1 + leverage * indexReturn <= 0) return leverage * creations - leverage * netAssets * (1 + indexReturn);
  return leverage * (leverage - 1) * netAssets * indexReturn + leverage * creations;
}

export interface LeveragedFundPath {
  /** Net assets after each day, n values, in units of `start`. */
  readonly netAssets: Float64Array;
  /** Trade at each close, n values, in units of `start`; positive buys. */
  readonly demand: Float64Array;
}

/**
 * Net assets and trades of a fund over n daily returns, without fees, borrowing cost and flows.
 * A_t = A_{t−1}·(1 + L·r_t)⁺; D_t = L·(L − 1)·A_{t−1}·r_t
 * Once wiped out it stays at 0. NaN from the first NaN return on: nothing is filled.
 * @throws RangeError when the leverage is not finite or the start is below 0.
 * @see Cheng & Madhavan (2009), eq. 5 and 9.
 */
export function leveragedFundPath(returns: Float64Array, leverage: number, start = 1): LeveragedFundPath {
  checkFinite('leverage', leverage);
  checkNotNegative('net assets', start);
  const netAssets = new Float64Array(returns.length).fill(Number.NaN);
  const demand = new Float64Array(returns.length).fill(Number.NaN);
  let assets = start;
  for (let t = 0; t < returns.length; t++) {
    const r = returns[t]!;
    if (!Number.isFinite(r)) break;
    demand[t] = rebalancingDemand({ leverage, netAssets: assets }, r);
    assets *= Math.max(0, 1 + leverage * r);
    netAssets[t] = assets;
  }
  return { netAssets, demand };
}

/**
 * Logarithm of a fund's growth in continuous time: ln(A_T/A_0) ≈ L·ln(S_T/S_0) + (L − L²)/2·RV, RV = Σ ln(1 + r_t)².
 * NaN when a return is NaN, −∞ or NaN where the index falls to 0 or below.
 * @throws RangeError when the leverage is not finite.
 * @see Avellaneda & Zhang (2010), Path-dependence of leveraged ETF returns, SIAM J. Financial Mathematics 1, eq. 10; Cheng & Madhavan (2009), eq. 8.
 */
export function approximateLogGrowth(returns: Float64Array, leverage: number): number {
  checkFinite('leverage', leverage);
  const logs = returns.map(Math.log1p);
  const growth = logs.reduce((sum, x) => sum + x, 0);
  const variance = logs.reduce((sum, x) => sum + x * x, 0);
  return leverage * growth + ((leverage - leverage ** 2) / 2) * variance;
}
