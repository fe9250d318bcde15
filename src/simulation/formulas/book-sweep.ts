import { checkNotNegative, checkPositive } from '../../math/arguments.ts';

export interface BookLevel {
  readonly price: number;
  readonly quantity: number;
}

export interface BookSweep {
  /** Quantity filled; below what was asked when the book was exhausted. */
  readonly filled: number;
  /** Quantity for which the book had nothing. */
  readonly unfilled: number;
  /** Mean price of what was filled; null when nothing was. */
  readonly averagePrice: number | null;
  /** Price of the last level touched; null when nothing was filled. */
  readonly lastPrice: number | null;
  /** averagePrice / best − 1: below 0 for a sale, above 0 for a purchase; null when nothing was filled. */
  readonly slippage: number | null;
}

/**
 * A market order that walks one side of an order book from the best level on; nothing is extrapolated beyond the last one.
 * averagePrice = Σ p_i·q_i / Σ q_i over what is taken of each level
 *
 * Levels best first: prices that fall are bids, prices that rise are asks. Quantities in one unit, prices above 0.
 * @throws RangeError when prices neither fall nor rise throughout, a price is not above 0, or a quantity is below 0.
 */
export function sweepBook(levels: readonly BookLevel[], quantity: number): BookSweep {
  checkNotNegative('quantity', quantity);
  checkLevels(levels);
  let filled = 0;
  let paid = 0;
  let lastPrice: number | null = null;
  for (const level of levels) {
    const taken = Math.min(level.quantity, quantity - filled);
    if (taken <= 0) continue;
    filled += taken;
    paid += taken * level.price;
    lastPrice = level.price;
  }
  const averagePrice = filled > 0 ? paid / filled : null;
  const best = levels.find((level) => level.quantity > 0)?.price;
  const slippage = averagePrice === null || best === undefined ? null : averagePrice / best - 1;
  return { filled, unfilled: quantity - filled, averagePrice, lastPrice, slippage };
}

function checkLevels(levels: readonly BookLevel[]): void {
  let direction = 0;
  for (const [k, { price, quantity }] of levels.entries()) {
    checkPositive(`price of level ${k}`, price);
    checkNotNegative(`quantity of level ${k}`, quantity);
    const step = k === 0 ? 0 : Math.sign(price - levels[k - 1]!.price);
    if (k > 0 && (step === 0 || step === -direction)) {
      throw new RangeError(`levels must be best first, came ${price} after ${levels[k - 1]!.price}`);
    }
    if (step !== 0) direction = step;
  }
}
