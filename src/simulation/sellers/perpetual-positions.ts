import { bankruptcyPrice, liquidationPrice, type Side } from '../formulas/linear-perpetual.ts';
import { type MarginTier, marginTiers } from '../formulas/margin-tiers.ts';
import type { PerpetualVenue } from './perpetual-params.ts';

/** Positions alike in side, leverage, size and time of entry, that are still open. */
export interface PositionGroup {
  readonly side: Side;
  /** Share of the open interest of its side that is not hedged. */
  share: number;
  readonly leverage: number;
  /** Logs relative to the price of the start. */
  readonly entry: number;
  readonly liquidation: number;
  readonly bankruptcy: number;
  readonly ageDays: number;
}

type Tiers = readonly (MarginTier & { maxLeverage: number })[];

/**
 * Groups of one side of a venue that are open at the start. Shares are those of the open interest now, so what was liquidated since its
 * entry leaves its share to the others; without any that is left there is nothing to liquidate.
 *
 * For a notional at entry the prices of liquidation and bankruptcy are fixed multiples of the entry price: they are found once for each
 * leverage and size, at an entry price of 1.
 */
export function openPositions(venue: PerpetualVenue, side: Side): readonly PositionGroup[] {
  const tiers = marginTiers(venue.tiers).map((one, i) => ({
    ...one,
    maxLeverage: venue.tiers[i]!.maxLeverage,
  }));
  const groups: PositionGroup[] = [];
  for (const band of (side === 1 ? venue.long : venue.short).leverage) {
    for (const size of venue.sizes) {
      const leverage = Math.min(band.leverage, allowed(size.usd, tiers));
      const prices = pricesAt(side, leverage, size.usd, tiers);
      const share = band.share * size.share;
      if (!prices || share === 0) continue;
      for (const entry of venue.entries) {
        const liquidation = entry.at + prices.liquidation;
        if (entry.share === 0 || closedSince(side, liquidation, entry)) continue;
        groups.push({
          side,
          share: share * entry.share,
          leverage,
          entry: entry.at,
          liquidation,
          bankruptcy: entry.at + prices.bankruptcy,
          ageDays: entry.ageDays,
        });
      }
    }
  }
  const alive = groups.reduce((sum, { share }) => sum + share, 0);
  for (const group of groups) group.share /= alive;
  return groups;
}

/** Highest leverage that the venue allows for a notional. */
function allowed(notional: number, tiers: Tiers): number {
  const tier = tiers.find(({ cap }) => notional <= cap) ?? tiers.at(-1)!;
  return tier.maxLeverage;
}

/** Logs relative to the entry; undefined when no price liquidates it. */
function pricesAt(side: Side, leverage: number, notional: number, tiers: Tiers) {
  const position = { side, quantity: notional, entry: 1 };
  const wallet = notional / leverage;
  const found = liquidationPrice(position, wallet, tiers);
  if (!found) return undefined;
  return { liquidation: Math.log(found.price), bankruptcy: Math.log(bankruptcyPrice(position, wallet)) };
}

function closedSince(
  side: Side,
  liquidation: number,
  { lowSince, highSince }: { lowSince: number; highSince: number },
): boolean {
  return side === 1 ? liquidation >= Math.min(lowSince, 0) : liquidation <= Math.max(highSince, 0);
}
