import { bargainHunters } from './bargain-hunters.ts';
import { carryTrades } from './carry-trades.ts';
import { collateralLoans } from './collateral-loans.ts';
import { commonHolders } from './common-holders.ts';
import { etfFlows } from './etf-flows.ts';
import { fundRedemptions } from './fund-redemptions.ts';
import { leveragedFunds } from './leveraged-funds.ts';
import { marginHike } from './margin-hike.ts';
import { perpetuals } from './perpetuals.ts';
import { scheduledFlow } from './scheduled-flow.ts';
import type { Seller } from './seller.ts';
import { shortCovering } from './short-covering.ts';
import { stopOrders } from './stop-orders.ts';
import { trendFollowers } from './trend-followers.ts';
import { volatilityTarget } from './volatility-target.ts';

/** Every kind of forced seller and buyer, in the order in which they are asked and told. */
export const SELLERS: readonly Seller[] = [
  perpetuals,
  leveragedFunds,
  volatilityTarget,
  trendFollowers,
  marginHike,
  scheduledFlow,
  stopOrders,
  collateralLoans,
  carryTrades,
  commonHolders,
  fundRedemptions,
  etfFlows,
  bargainHunters,
  shortCovering,
];
