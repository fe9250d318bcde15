import { bankruptcyPrice, liquidationPrice, type Side } from '../formulas/linear-perpetual.ts';
import type { MarginTier } from '../formulas/margin-tiers.ts';
import type { PerpetualVenue } from './perpetual-params.ts';

/** Positions alike in side, leverage, size and time of entry, that are still open. */
export interface PositionGroup {
  readonly side: Side;
  /** Units of the asset, all of them together. */
  readonly units: number;
  readonly leverage: number;
  /** US dollars a unit. */
  readonly entry: number;
  readonly ageDays: number;
  readonly liquidation: number;
  readonly bankruptcy: number;
}

type Tiers = readonly (MarginTier & { maxLeverage: number })[];

/**
 * Groups of one side of a venue that are open at the start. Shares are those of the open interest now, so what was liquidated since its
 * entry leaves its share to the others; without any that is left there is nothing to liquidate.
 */
export function openPositions(
  venue: PerpetualVenue,
  side: Side,
  price: number,
  tiers: Tiers,
): readonly PositionGroup[] {
  const { hedged, leverage: bands } = side === 1 ? venue.long : venue.short;
  const groups: (PositionGroup & { share: number })[] = [];
  for (const band of bands) {
    for (const size of venue.sizes) {
      const leverage = Math.min(band.leverage, allowed(size.usd, tiers));
      for (const entry of venue.entries) {
        const share = band.share * size.share * entry.share;
        if (share === 0) continue;
        const group = groupAt(side, leverage, size.usd, price * Math.exp(entry.at), tiers);
        if (!group || closedSince(side, group.liquidation, price, entry)) continue;
        groups.push({ ...group, ageDays: entry.ageDays, units: 0, share });
      }
    }
  }
  const alive = groups.reduce((sum, { share }) => sum + share, 0);
  const units = (venue.openInterest * (1 - hedged)) / price;
  return groups.map(({ share, ...group }) => ({ ...group, units: (units * share) / alive }));
}

/** Highest leverage that the venue allows for a notional. */
function allowed(notional: number, tiers: Tiers): number {
  const tier = tiers.find(({ cap }) => notional <= cap) ?? tiers.at(-1)!;
  return tier.maxLeverage;
}

/** Undefined when no price liquidates it. */
function groupAt(side: Side, leverage: number, notional: number, entry: number, tiers: Tiers) {
  const quantity = notional / entry;
  const wallet = notional / leverage;
  const found = liquidationPrice({ side, quantity, entry }, wallet, tiers);
  if (!found) return undefined;
  const bankruptcy = bankruptcyPrice({ side, quantity, entry }, wallet);
  return { side, leverage, entry, liquidation: found.price, bankruptcy };
}

function closedSince(
  side: Side,
  liquidation: number,
  price: number,
  { lowSince, highSince }: { lowSince: number; highSince: number },
): boolean {
  const at = Math.log(liquidation / price);
  return side === 1 ? at >= Math.min(lowSince, 0) : at <= Math.max(highSince, 0);
}
