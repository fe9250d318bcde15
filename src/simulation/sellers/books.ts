import type { MarketSpec } from '../market/spec.ts';

/** Number of an asset in a market. @throws RangeError with the assets there are. */
export function assetIndex(market: MarketSpec, asset: string): number {
  const index = market.assets.findIndex(({ id }) => id === asset);
  if (index >= 0) return index;
  throw new RangeError(
    `asset: not in the market: "${asset}"; allowed: ${market.assets.map(({ id }) => id).join(', ')}`,
  );
}

/** Number of the first book of an asset. */
export function firstBookOf(market: MarketSpec, asset: number): number {
  return market.assets.slice(0, asset).reduce((sum, { books }) => sum + books.length, 0);
}

/** Number of the book of an asset at a venue. @throws RangeError with the venues there are. */
export function bookIndex(market: MarketSpec, asset: string, venue: string): number {
  const a = assetIndex(market, asset);
  const { books } = market.assets[a]!;
  const at = books.findIndex((book) => book.venue === venue);
  if (at >= 0) return firstBookOf(market, a) + at;
  throw new RangeError(
    `venue: ${asset} has no book at "${venue}"; allowed: ${books.map((book) => book.venue).join(', ')}`,
  );
}

/** Books of all assets. */
export function bookCount(market: MarketSpec): number {
  return firstBookOf(market, market.assets.length);
}
