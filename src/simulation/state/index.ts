import { readBargainHunters } from './bargain-hunters.ts';
import { readCarryTrades } from './carry-trades.ts';
import { readCollateralLoans } from './collateral-loans.ts';
import { readCommonHolders } from './common-holders.ts';
import { readEtfFlows } from './etf-flows.ts';
import { readFundRedemptions } from './fund-redemptions.ts';
import { readLeveragedFunds } from './leveraged-funds.ts';
import { readMarginHike } from './margin-hike.ts';
import { readPerpetuals } from './perpetuals.ts';
import type { StateReader } from './reading.ts';
import { readScheduledFlow } from './scheduled-flow.ts';
import { readShortCovering } from './short-covering.ts';
import { readStopOrders } from './stop-orders.ts';
import { readTrendFollowers } from './trend-followers.ts';
import { readVolatilityTarget } from './volatility-target.ts';

/** What each seller starts from, by its id. */
export const READERS: Readonly<Record<string, StateReader<unknown>>> = {
  perpetuals: readPerpetuals,
  'leveraged-funds': readLeveragedFunds,
  'volatility-target': readVolatilityTarget,
  'trend-followers': readTrendFollowers,
  'margin-hike': readMarginHike,
  'scheduled-flow': readScheduledFlow,
  'stop-orders': readStopOrders,
  'collateral-loans': readCollateralLoans,
  'carry-trades': readCarryTrades,
  'common-holders': readCommonHolders,
  'fund-redemptions': readFundRedemptions,
  'etf-flows': readEtfFlows,
  'bargain-hunters': readBargainHunters,
  'short-covering': readShortCovering,
};
