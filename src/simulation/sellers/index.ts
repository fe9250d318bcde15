import { perpetuals } from './perpetuals.ts';
import type { Seller } from './seller.ts';

/** Every kind of forced seller and buyer, in the order in which they are asked and told. */
export const SELLERS: readonly Seller[] = [perpetuals];
