import { DepthLaws } from '../../market/depth.ts';
import type { BookSpec, MarketSpec } from '../../market/spec.ts';
import { assetIndex, firstBookOf } from '../books.ts';

/** Distance within which the depths of books are compared, fraction. */
const NEAR = 0.01;

/** The books of an asset through which somebody trades, and the share of an order that each takes. */
export interface Outlet {
  readonly asset: number;
  readonly books: Int32Array;
  /** Sum to 1. */
  readonly shares: Float64Array;
}

/**
 * Books of an asset of some kinds, or all of its books when it has none of them, with their shares of the depth within one percent of the mid.
 * @throws RangeError when the market has no such asset.
 */
export function outletOf(market: MarketSpec, asset: string, kinds: readonly BookSpec['kind'][] = []): Outlet {
  const index = assetIndex(market, asset);
  const first = firstBookOf(market, index);
  const all = market.assets[index]!.books.map((book, b) => ({ book, at: first + b }));
  const wanted = all.filter(({ book }) => kinds.includes(book.kind));
  const taken = wanted.length > 0 ? wanted : all;
  const laws = new DepthLaws(taken.map(({ book }) => book.depth));
  const depth = Float64Array.from(taken, (_, b) => laws.quantity(b, NEAR));
  const sum = depth.reduce((total, usd) => total + usd, 0);
  return {
    asset: index,
    books: Int32Array.from(taken, ({ at }) => at),
    shares: depth.map((usd) => usd / sum),
  };
}
