import { readBargainHunters } from './bargain-hunters.ts';
import { readCollateralLoans } from './collateral-loans.ts';
import { readPerpetuals } from './perpetuals.ts';
import type { StateReader } from './reading.ts';
import { readShortCovering } from './short-covering.ts';
import { readStopOrders } from './stop-orders.ts';

/** What each seller starts from, by its id. */
export const READERS: Readonly<Record<string, StateReader<unknown>>> = {
  perpetuals: readPerpetuals,
  'stop-orders': readStopOrders,
  'collateral-loans': readCollateralLoans,
  'bargain-hunters': readBargainHunters,
  'short-covering': readShortCovering,
};
