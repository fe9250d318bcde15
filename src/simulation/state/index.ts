import { readBargainHunters } from './bargain-hunters.ts';
import { readCollateralLoans } from './collateral-loans.ts';
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
  'stop-orders': readStopOrders,
  'collateral-loans': readCollateralLoans,
  'leveraged-funds': readLeveragedFunds,
  'volatility-target': readVolatilityTarget,
  'trend-followers': readTrendFollowers,
  'margin-hike': readMarginHike,
  'scheduled-flow': readScheduledFlow,
  'bargain-hunters': readBargainHunters,
  'short-covering': readShortCovering,
};
