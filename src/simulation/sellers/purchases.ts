import { DepthLaws } from '../market/depth.ts';
import type { Market } from '../market/market.ts';
import type { MarketSpec } from '../market/spec.ts';
import type { Balance, Desk } from './seller.ts';

/** What buyer k wants to have bought in all when the log price of its book is `last`; falls as the price rises. US dollars at the price of the start. */
export type Demand = (k: number, last: number) => number;

/**
 * Share of what a buyer may buy in all below which it leaves no order: arbitrage between books, and what a rebound sets off, would otherwise
 * come to rest only after hundreds of rounds.
 */
const LEAST = 1e-3;
const BISECTIONS = 20;

/**
 * Buyers of one book each, who pay no more than they want to: an order is as large as leaves the demand at the price to which it drives its
 * own book, H + x = demand(price after x). Rounded down, so that nobody ever bids a price above his own.
 */
export class Purchases {
  readonly #books: readonly number[];
  readonly #most: Float64Array;
  readonly #laws: DepthLaws;
  /** Bought in all, US dollars at the price of the start. */
  readonly held: Float64Array;
  readonly #unitPrice: Float64Array;
  /** Log price at which a buyer has ordered last in the step; NaN before. */
  readonly #answered: Float64Array;
  readonly #sold: Float64Array;
  #cash = 0;

  /** Book of each buyer, and what it may buy in all, US dollars at the price of the start. */
  constructor(market: MarketSpec, books: readonly number[], most: readonly number[]) {
    const all = market.assets.flatMap((asset) => asset.books.map(({ depth }) => ({ depth, asset })));
    this.#books = books;
    this.#most = Float64Array.from(most);
    this.#laws = new DepthLaws(all.map(({ depth }) => depth));
    this.held = new Float64Array(books.length);
    this.#unitPrice = Float64Array.from(books, (book) => all[book]!.asset.price);
    this.#answered = new Float64Array(books.length);
    this.#sold = new Float64Array(all.length);
  }

  reset(): void {
    this.held.fill(0);
    this.#answered.fill(Number.NaN);
    this.#cash = 0;
  }

  endStep(): void {
    this.#answered.fill(Number.NaN);
  }

  /** Buys what is still wanted, in the order book as it stands. */
  limit(k: number, demand: Demand, market: Market, desk: Desk): void {
    const book = this.#books[k]!;
    const last = market.last[book]!;
    if (last === this.#answered[k]) return;
    const held = this.held[k]!;
    const wanted = Math.min(this.#most[k]!, demand(k, last)) - held;
    if (wanted <= LEAST * this.#most[k]!) return;
    this.#answered[k] = last;
    let low = 0;
    let high = wanted;
    let bid = wanted;
    for (let i = 0; i < BISECTIONS && low < high; i++) {
      if (demand(k, this.#after(book, bid, market)) - held >= bid) low = bid;
      else high = bid;
      bid = (low + high) / 2;
    }
    this.#order(k, low, desk);
  }

  /** Buys at any price, as far as there is anything left to be bought; false when that is too little for an order. */
  atMarket(k: number, usd: number, desk: Desk): boolean {
    const bought = Math.min(usd, this.#most[k]! - this.held[k]!);
    if (bought <= LEAST * this.#most[k]!) return false;
    this.#order(k, bought, desk);
    return true;
  }

  filled(units: number, price: number): void {
    this.#cash += units * price;
  }

  balance(): Balance {
    this.#sold.fill(0);
    for (const [k, book] of this.#books.entries()) {
      this.#sold[book] = this.#sold[book]! - this.held[k]! / this.#unitPrice[k]!;
    }
    return { cash: this.#cash, sold: this.#sold };
  }

  #order(k: number, usd: number, desk: Desk): void {
    if (usd === 0) return;
    this.held[k] = this.held[k]! + usd;
    desk.sell(this.#books[k]!, -usd / this.#unitPrice[k]!);
  }

  /** Log price of a book once so much has been bought from it. */
  #after(book: number, usd: number, market: Market): number {
    const consumed = market.consumed[book]! - usd;
    const impact = this.#laws.impact(book, Math.abs(consumed) / market.depth[book]!);
    return market.outer[market.assetOf[book]!]! + (consumed < 0 ? impact : -impact);
  }
}
