import { type MarginTier, marginTiers } from '../formulas/margin-tiers.ts';
import type { MarketSpec } from '../market/spec.ts';
import { bookIndex } from './books.ts';
import { Ladder } from './ladder.ts';
import { type PerpetualsParams, type PerpetualVenue, perpetualsParams } from './perpetual-params.ts';
import { openPositions, type PositionGroup } from './perpetual-positions.ts';
import { PerpetualRun, type VenueLadders } from './perpetual-run.ts';
import { type LadderRung, seller } from './seller.ts';

/**
 * Leveraged positions in perpetual contracts, closed by the venue when the mark price takes their margin.
 *
 * The open interest of a venue is spread over leverage, size and time of entry; each group has the liquidation price of its tier
 * (LP = (WB + cum − side·q·EP) / (q·(MMR − side))) and its bankruptcy price. Groups that the price since their entry has already liquidated
 * are gone: the open interest is that of the others. When the mark reaches the price, the quantity goes into the venue's own book at once;
 * what it brings beyond the bankruptcy price goes into the insurance fund, what lacks comes out of it. Once the fund is empty, positions
 * beyond their bankruptcy price are closed against the winners of the other side (auto-deleveraging) and reach no book.
 *
 * @see Binance, FAQ b3c689c1f50a44cabb3a84e663b81d93 (liquidation price, tiers); BitMEX and Binance, auto-deleveraging.
 */
export const perpetuals = seller({
  id: 'perpetuals',
  title: { 'zh-Hans': '永续合约强平', 'zh-Hant': '永續合約強平', en: 'Liquidated perpetual positions' },
  summary: {
    'zh-Hans': '标记价格吃掉保证金时，交易所把杠杆仓位按市价平掉；保险基金用尽后按自动减仓处理。',
    'zh-Hant': '標記價格吃掉保證金時，交易所把槓桿倉位按市價平掉；保險基金用盡後按自動減倉處理。',
    en: 'When the mark price has taken its margin, the venue closes a leveraged position in its book; once the insurance fund is empty, against the winners of the other side.',
  },
  side: 'seller',
  source: 'Binance USD-M futures, liquidation price and tiers; insurance fund and auto-deleveraging',
  params: perpetualsParams,
  plan(params, market) {
    const groups = params.venues.map((venue) => groupsOf(venue, market));
    const ladders = params.venues.map((venue, v) => laddersOf(params, venue, market, groups[v]!));
    return {
      start: () => new PerpetualRun(ladders, booksIn(market)),
      ladder: () => params.venues.flatMap((venue, v) => rungsOf(venue, market, groups[v]!)),
    };
  },
});

function groupsOf(venue: PerpetualVenue, market: MarketSpec): readonly PositionGroup[] {
  const price = startPrice(market, venue.asset);
  const tiers: readonly (MarginTier & { maxLeverage: number })[] = marginTiers(venue.tiers).map((one, i) => ({
    ...one,
    maxLeverage: venue.tiers[i]!.maxLeverage,
  }));
  return [...openPositions(venue, 1, price, tiers), ...openPositions(venue, -1, price, tiers)];
}

function laddersOf(
  { binWidth, bins }: PerpetualsParams,
  venue: PerpetualVenue,
  market: MarketSpec,
  groups: readonly PositionGroup[],
): VenueLadders {
  const price = startPrice(market, venue.asset);
  const [longs, shorts] = [new Ladder(binWidth, bins, 2), new Ladder(binWidth, bins, 2)];
  for (const { side, units, liquidation, bankruptcy } of groups) {
    const distance = -side * Math.log(liquidation / price);
    (side === 1 ? longs : shorts).add(distance, units, units * bankruptcy);
  }
  return {
    book: bookIndex(market, venue.asset, venue.venue),
    longs,
    shorts,
    insuranceFund: venue.insuranceFund,
    price,
  };
}

function rungsOf(venue: PerpetualVenue, market: MarketSpec, groups: readonly PositionGroup[]): LadderRung[] {
  const price = startPrice(market, venue.asset);
  const book = bookIndex(market, venue.asset, venue.venue);
  return groups.map(({ side, units, liquidation, leverage, entry, ageDays }) => ({
    book,
    at: Math.log(liquidation / price),
    usd: side * units * price,
    leverage,
    entry: Math.log(entry / price),
    ageDays,
  }));
}

function startPrice(market: MarketSpec, asset: string): number {
  const found = market.assets.find(({ id }) => id === asset);
  if (!found) throw new RangeError(`perpetuals: not in the market: "${asset}"`);
  return found.price;
}

function booksIn(market: MarketSpec): number {
  return market.assets.reduce((sum, { books }) => sum + books.length, 0);
}
