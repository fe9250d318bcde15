import { checkFinite, checkNotNegative } from '../../math/arguments.ts';
import type { LeveragedFund } from './leveraged-fund.ts';

/**
 * What ΣA·L·(L − 1) must be for leveraged funds to trade so much at the close, US dollars: |D|/|r|.
 * Infinite for a trade without a move, 0 for no trade.
 * @throws RangeError when an argument is not finite.
 * @see Cheng & Madhavan (2009), eq. 5, summed over funds.
 */
export function requiredAssets(trade: number, indexReturn: number): number {
  checkFinite('trade', trade);
  checkFinite('index return', indexReturn);
  return trade === 0 ? 0 : Math.abs(trade / indexReturn);
}

/**
 * ΣA·L·(L − 1), US dollars: what leveraged funds trade at the close for a move of 100 percent; a percent of it for a move of one.
 * @throws RangeError when net assets are below 0 or a leverage is not finite.
 * @see Cheng & Madhavan (2009), eq. 5.
 */
export function rebalancedAssets(funds: readonly LeveragedFund[]): number {
  return funds.reduce((sum, { leverage, netAssets }) => {
    checkFinite('leverage', leverage);
    checkNotNegative('net assets', netAssets);
    return sum + netAssets * leverage * (leverage - 1);
  }, 0);
}

/**
 * Return of a daily leveraged fund on a day, fraction: L·r, never below −1; without fees, and when its benchmark and hour of closing are
 * those of the return.
 * @throws RangeError when an argument is not finite.
 */
export function fundReturn(leverage: number, indexReturn: number): number {
  checkFinite('leverage', leverage);
  checkFinite('index return', indexReturn);
  return Math.max(-1, leverage * indexReturn);
}
