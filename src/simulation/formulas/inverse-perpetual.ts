import { checkNotNegative, checkPositive, checkWithin } from '../../math/arguments.ts';
import type { Side } from './linear-perpetual.ts';

/** A position in a contract of fixed US-dollar size, margined and settled in coins. */
export interface InversePosition {
  readonly side: Side;
  /** US dollars of the contracts, above 0. */
  readonly notional: number;
  /** Entry price, US dollars a coin, above 0. */
  readonly entry: number;
  /** Wallet balance, coins, at least 0. */
  readonly wallet: number;
}

/** Unrealised profit, coins: side·Q·(1/EP − 1/P). @throws RangeError on a position or price out of range. */
export function inverseProfit(position: InversePosition, price: number): number {
  checkInverse(position);
  checkPositive('price', price);
  return position.side * position.notional * (1 / position.entry - 1 / price);
}

/**
 * Mark price at which a coin-margined position is liquidated, US dollars a coin.
 * WB + side·Q·(1/EP − 1/P) = MMR·Q/P, so P = Q·(side + MMR) / (side·Q/EP + WB)
 *
 * Symbols: Q notional US dollars, WB wallet coins, EP entry price, MMR maintenance margin rate. Null for a short whose wallet holds
 * the coins that are owed (WB ≥ Q/EP): no rise liquidates it.
 * @throws RangeError on a position out of range or a rate outside [0, 1).
 */
export function inverseLiquidationPrice(position: InversePosition, rate: number): number | null {
  checkInverse(position);
  if (rate === 1) throw new RangeError('maintenance margin rate must be below 1, came 1');
  checkWithin('maintenance margin rate', rate, 0, 1);
  return priceAt(position, rate);
}

/** Price at which the wallet is exhausted: side·Q / (side·Q/EP + WB). Null for a short with WB ≥ Q/EP. Errors as above. */
export function inverseBankruptcyPrice(position: InversePosition): number | null {
  checkInverse(position);
  return priceAt(position, 0);
}

/** Balance left over maintenance at a price, coins: WB + side·Q·(1/EP − 1/P) − MMR·Q/P. */
export function inverseExcessMargin(position: InversePosition, rate: number, price: number): number {
  return position.wallet + inverseProfit(position, price) - (rate * position.notional) / price;
}

function priceAt({ side, notional, entry, wallet }: InversePosition, rate: number): number | null {
  const price = (notional * (side + rate)) / ((side * notional) / entry + wallet);
  return price > 0 && price < Number.POSITIVE_INFINITY ? price : null;
}

function checkInverse({ side, notional, entry, wallet }: InversePosition): void {
  if (side !== 1 && side !== -1) throw new RangeError(`side must be 1 (long) or -1 (short), came ${side}`);
  checkPositive('notional', notional);
  checkPositive('entry price', entry);
  checkNotNegative('wallet balance', wallet);
}
