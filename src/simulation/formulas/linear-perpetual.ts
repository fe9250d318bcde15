import { checkFinite, checkPositive } from '../../math/arguments.ts';
import { type MarginTier, maintenanceMargin } from './margin-tiers.ts';

/** 1 long, −1 short. */
export type Side = 1 | -1;

/** A position in a contract margined and settled in US dollars. */
export interface LinearPosition {
  readonly side: Side;
  /** Coins, above 0. */
  readonly quantity: number;
  /** Entry price, US dollars a coin, above 0. */
  readonly entry: number;
}

/** What the other positions of a cross-margin account take and bring, US dollars; both 0 for an isolated position. */
export interface OtherPositions {
  /** Σ maintenance margin. */
  readonly maintenance: number;
  /** Σ unrealised profit. */
  readonly unrealised: number;
}

export interface LiquidationPrice {
  /** Mark price, US dollars a coin, at which balance equals maintenance margin. */
  readonly price: number;
  /** Tier of the notional at that price. */
  readonly tier: MarginTier;
}

const ISOLATED: OtherPositions = { maintenance: 0, unrealised: 0 };

/** Unrealised profit, US dollars: side·q·(mark − entry). NaN when the mark is NaN. @throws RangeError on a position out of range. */
export function unrealisedProfit(position: LinearPosition, mark: number): number {
  checkPosition(position);
  return position.side * position.quantity * (mark - position.entry);
}

/**
 * Mark price at which a US-dollar margined position is liquidated.
 * LP = (WB − TMM + UPNL + cum − side·q·EP) / (q·(MMR − side)), MMR and cum of the tier with floor < q·LP ≤ cap
 *
 * Symbols: WB wallet balance, TMM and UPNL maintenance margin and unrealised profit of the account's other positions, US dollars; EP entry
 * price; q coins; MMR fraction. Null when no tier has such a price or it is not above 0: no price liquidates the position.
 * A price beyond the mark (above it for a long) says that the position is below maintenance already. The mark price triggers, never the last.
 * @throws RangeError on a position out of range, a balance that is not finite.
 * @see Binance, How to calculate the liquidation price of USD-M futures, FAQ b3c689c1f50a44cabb3a84e663b81d93.
 */
export function liquidationPrice(
  position: LinearPosition,
  wallet: number,
  tiers: readonly MarginTier[],
  others: OtherPositions = ISOLATED,
): LiquidationPrice | null {
  checkPosition(position);
  checkBalances(wallet, others);
  const { side, quantity, entry } = position;
  const free = wallet - others.maintenance + others.unrealised - side * quantity * entry;
  for (const tier of tiers) {
    const price = (free + tier.deduction) / (quantity * (tier.rate - side));
    const notional = quantity * price;
    if (price > 0 && tier.floor < notional && notional <= tier.cap) return { price, tier };
  }
  return null;
}

/**
 * Price at which the wallet is exhausted, US dollars a coin: EP − side·WB/q, and with a taker fee f on the way out
 * (side·EP·q − WB) / (q·(side − f)). At or below 0 no fall of the price exhausts it.
 * @throws RangeError on a position out of range, a balance that is not finite, a fee outside [0, 1).
 */
export function bankruptcyPrice(position: LinearPosition, wallet: number, takerFee = 0): number {
  checkPosition(position);
  checkFinite('wallet balance', wallet);
  if (!(takerFee >= 0 && takerFee < 1)) throw new RangeError(`taker fee must be in [0, 1), came ${takerFee}`);
  const { side, quantity, entry } = position;
  return (side * entry * quantity - wallet) / (quantity * (side - takerFee));
}

export interface MarginState {
  /** Wallet and unrealised profit, US dollars. */
  readonly balance: number;
  /** Maintenance margin, US dollars; null above the last tier. */
  readonly maintenance: number | null;
  /** maintenance / balance; null when the balance is not above 0 or the maintenance margin is not known. */
  readonly ratio: number | null;
  /** balance ≤ maintenance; null when the maintenance margin is not known. */
  readonly liquidated: boolean | null;
}

export interface MarkedPosition extends LinearPosition {
  /** Mark price, US dollars a coin. */
  readonly mark: number;
  readonly tiers: readonly MarginTier[];
}

/**
 * State of the margin of one isolated position, or of all positions of a cross-margin account that share a wallet.
 * balance = WB + Σ side·q·(mark − EP); maintenance = Σ (q·mark·MMR − cum); liquidated when balance ≤ maintenance
 * @throws RangeError on a position or mark out of range, a balance that is not finite.
 */
export function marginState(wallet: number, positions: readonly MarkedPosition[]): MarginState {
  checkFinite('wallet balance', wallet);
  let balance = wallet;
  let maintenance: number | null = 0;
  for (const position of positions) {
    checkPositive('mark price', position.mark);
    balance += unrealisedProfit(position, position.mark);
    const own = maintenanceMargin(position.quantity * position.mark, position.tiers);
    maintenance = maintenance === null || own === null ? null : maintenance + own;
  }
  return {
    balance,
    maintenance,
    ratio: maintenance !== null && balance > 0 ? maintenance / balance : null,
    // An account without positions has nothing to liquidate.
    liquidated: maintenance === null ? null : positions.length > 0 && balance <= maintenance,
  };
}

function checkPosition({ side, quantity, entry }: LinearPosition): void {
  if (side !== 1 && side !== -1) throw new RangeError(`side must be 1 (long) or -1 (short), came ${side}`);
  checkPositive('quantity', quantity);
  checkPositive('entry price', entry);
}

function checkBalances(wallet: number, others: OtherPositions): void {
  checkFinite('wallet balance', wallet);
  checkFinite('maintenance margin of the other positions', others.maintenance);
  checkFinite('unrealised profit of the other positions', others.unrealised);
}
