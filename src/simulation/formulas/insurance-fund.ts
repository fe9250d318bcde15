import { checkFinite, checkNotNegative, checkPositive } from '../../math/arguments.ts';
import type { Side } from './linear-perpetual.ts';

/** A liquidated position that was closed in the market. */
export interface LiquidationFill {
  /** Side of the position, 1 long. */
  readonly side: Side;
  /** Coins. */
  readonly quantity: number;
  /** Bankruptcy price of the position, US dollars a coin. */
  readonly bankruptcy: number;
  /** Price at which it was closed, US dollars a coin. */
  readonly fill: number;
}

export interface FundStep {
  /** Into the fund when above 0, asked of it when below, US dollars. */
  readonly transfer: number;
  /** The fund afterwards, never below 0, US dollars. */
  readonly fund: number;
  /** What the fund could not pay and falls on auto-deleveraging, US dollars. */
  readonly uncovered: number;
}

/**
 * The insurance fund through liquidations in the order given; the order matters.
 * transfer = side·(fill − bankruptcy)·q; fund = max(0, fund + transfer); uncovered = max(0, −(fund + transfer))
 * @throws RangeError on a fund below 0 or a fill that is not finite or has no quantity.
 */
export function insuranceFundPath(start: number, fills: readonly LiquidationFill[]): readonly FundStep[] {
  checkNotNegative('insurance fund', start);
  let fund = start;
  return fills.map(({ side, quantity, bankruptcy, fill }) => {
    checkPositive('quantity', quantity);
    checkFinite('bankruptcy price', bankruptcy);
    checkFinite('fill price', fill);
    const transfer = side * (fill - bankruptcy) * quantity;
    const balance = fund + transfer;
    fund = Math.max(0, balance);
    return { transfer, fund, uncovered: Math.max(0, -balance) };
  });
}
