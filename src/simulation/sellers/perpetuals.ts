import { assetIndex, bookIndex } from './books.ts';
import { Ladder } from './ladder.ts';
import { type PerpetualVenue, perpetualsParams } from './perpetual-params.ts';
import { openPositions, type PositionGroup } from './perpetual-positions.ts';
import { PerpetualRun } from './perpetual-run.ts';
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
    const parts = params.venues.map((venue) => {
      const price = market.assets[assetIndex(market, venue.asset)]!.price;
      return { venue, price, book: bookIndex(market, venue.asset, venue.venue) };
    });
    const groups = positionsByTerms(params.venues);
    const ladders = parts.map(({ venue, price, book }) => {
      const [longs, shorts] = groups(venue).ladders(params.binWidth, params.bins);
      const { openInterest, insuranceFund, long, short } = venue;
      const units = openInterest / price;
      return {
        book,
        price,
        insuranceFund,
        longs,
        shorts,
        longUnits: units * (1 - long.hedged),
        shortUnits: units * (1 - short.hedged),
      };
    });
    return {
      start: () =>
        new PerpetualRun(
          ladders,
          market.assets.reduce((sum, { books }) => sum + books.length, 0),
        ),
      ladder: () => rungsOf(parts, groups),
    };
  },
});

/** Open positions and their ladders, once for venues that differ in size only. */
function positionsByTerms(venues: readonly PerpetualVenue[]) {
  const found = new Map<string, ReturnType<typeof positions>>();
  const keys = new Map(
    venues.map((venue) => {
      const { venue: _, openInterest: __, insuranceFund: ___, ...terms } = venue;
      return [venue, JSON.stringify(terms)];
    }),
  );
  return (venue: PerpetualVenue) => {
    const key = keys.get(venue)!;
    const ready = found.get(key) ?? positions(venue);
    found.set(key, ready);
    return ready;
  };
}

function positions(venue: PerpetualVenue) {
  const groups = [...openPositions(venue, 1), ...openPositions(venue, -1)];
  let ladders: readonly [Ladder, Ladder] | undefined;
  return {
    groups,
    ladders(width: number, bins: number) {
      ladders ??= laddersOf(groups, width, bins);
      return ladders;
    },
  };
}

/** Longs and shorts. Column 0 the share of the side, column 1 the share times its bankruptcy price over the price of the start. */
function laddersOf(groups: readonly PositionGroup[], width: number, bins: number): readonly [Ladder, Ladder] {
  const [longs, shorts] = [new Ladder(width, bins, 2), new Ladder(width, bins, 2)];
  for (const { side, share, liquidation, bankruptcy } of groups) {
    (side === 1 ? longs : shorts).add(-side * liquidation, share, share * Math.exp(bankruptcy));
  }
  return [longs, shorts];
}

/** Rungs of venues that differ in size only are told once, at the first of their books, with the sizes added up. */
function rungsOf(
  parts: readonly { venue: PerpetualVenue; book: number }[],
  positionsOf: (venue: PerpetualVenue) => { groups: readonly PositionGroup[] },
): readonly LadderRung[] {
  const pooled = new Map<readonly PositionGroup[], { book: number; long: number; short: number }>();
  for (const { venue, book } of parts) {
    const { groups } = positionsOf(venue);
    const sum = pooled.get(groups) ?? { book, long: 0, short: 0 };
    sum.long += venue.openInterest * (1 - venue.long.hedged);
    sum.short += venue.openInterest * (1 - venue.short.hedged);
    pooled.set(groups, sum);
  }
  return [...pooled].flatMap(([groups, { book, long, short }]) =>
    groups.map(({ side, share, liquidation: at, leverage, entry, ageDays }) => {
      const usd = side === 1 ? share * long : -share * short;
      return { book, at, usd, leverage, entry, ageDays };
    }),
  );
}
