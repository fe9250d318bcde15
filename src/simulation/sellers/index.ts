import { bargainHunters } from './bargain-hunters.ts';
import { collateralLoans } from './collateral-loans.ts';
import { perpetuals } from './perpetuals.ts';
import type { Seller } from './seller.ts';
import { shortCovering } from './short-covering.ts';
import { stopOrders } from './stop-orders.ts';

/** Every kind of forced seller and buyer, in the order in which they are asked and told. */
export const SELLERS: readonly Seller[] = [
  perpetuals,
  stopOrders,
  collateralLoans,
  bargainHunters,
  shortCovering,
];
