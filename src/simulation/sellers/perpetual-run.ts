import type { Market } from '../market/market.ts';
import type { Ladder } from './ladder.ts';
import type { Balance, Desk, SellerRun } from './seller.ts';

/** The positions of one venue in one asset, by the price that liquidates them. Column 0 units, column 1 units times bankruptcy price. */
export interface VenueLadders {
  readonly book: number;
  readonly longs: Ladder;
  readonly shorts: Ladder;
  readonly insuranceFund: number;
  /** US dollars a unit at the start. */
  readonly price: number;
}

/**
 * Notes: `insuranceFund` US dollars left over all venues, `deleveraged` US dollars (at the price of the start) closed against winners,
 * `uncovered` US dollars that the funds could not pay, `emptyFunds` venues whose fund is empty, `longs` and `shorts` US dollars liquidated
 * (at the price of the start).
 */
export class PerpetualRun implements SellerRun {
  readonly #venues: readonly VenueLadders[];
  readonly #longReached: Int32Array;
  readonly #shortReached: Int32Array;
  readonly #fund: Float64Array;
  /** Share of the positions of a side that auto-deleveraging has left. */
  readonly #longLeft: Float64Array;
  readonly #shortLeft: Float64Array;
  /** Of the orders that wait for their fill: units times bankruptcy price, by venue; above 0 for longs. */
  readonly #owed: Float64Array;
  readonly #venueOf: Int32Array;
  readonly #sold: Float64Array;
  #bankruptcies = 0;
  #uncovered = 0;
  #deleveraged = 0;
  #longs = 0;
  #shorts = 0;

  constructor(venues: readonly VenueLadders[], books: number) {
    this.#venues = venues;
    const n = venues.length;
    this.#longReached = new Int32Array(n);
    this.#shortReached = new Int32Array(n);
    this.#fund = new Float64Array(n);
    this.#longLeft = new Float64Array(n);
    this.#shortLeft = new Float64Array(n);
    this.#owed = new Float64Array(n);
    this.#venueOf = new Int32Array(books).fill(-1);
    for (const [v, { book }] of venues.entries()) this.#venueOf[book] = v;
    this.#sold = new Float64Array(books);
  }

  reset(): void {
    this.#longReached.fill(0);
    this.#shortReached.fill(0);
    this.#longLeft.fill(1);
    this.#shortLeft.fill(1);
    this.#owed.fill(0);
    this.#sold.fill(0);
    for (const [v, { insuranceFund }] of this.#venues.entries()) this.#fund[v] = insuranceFund;
    this.#bankruptcies = 0;
    this.#uncovered = 0;
    this.#deleveraged = 0;
    this.#longs = 0;
    this.#shorts = 0;
  }

  trade(market: Market, desk: Desk): void {
    for (let v = 0; v < this.#venues.length; v++) {
      const mark = market.mark[this.#venues[v]!.book]!;
      if (mark < 0) this.#reach(v, 1, -mark, this.#longReached, market, desk);
      else if (mark > 0) this.#reach(v, -1, mark, this.#shortReached, market, desk);
    }
  }

  filled(book: number, units: number, price: number): void {
    const v = this.#venueOf[book]!;
    this.#sold[book] = this.#sold[book]! + units;
    const transfer = units * price - this.#owed[v]!;
    this.#bankruptcies += this.#owed[v]!;
    this.#owed[v] = 0;
    const balance = this.#fund[v]! + transfer;
    this.#fund[v] = Math.max(0, balance);
    this.#uncovered += Math.max(0, -balance);
  }

  /** Cash is what the bankruptcy prices owe, plus what the funds gained, less what they could not pay. */
  balance(): Balance {
    let gained = 0;
    for (const [v, { insuranceFund }] of this.#venues.entries()) gained += this.#fund[v]! - insuranceFund;
    return { cash: this.#bankruptcies + gained - this.#uncovered, sold: this.#sold };
  }

  notes(): Readonly<Record<string, number>> {
    return {
      insuranceFund: this.#fund.reduce((sum, fund) => sum + fund, 0),
      emptyFunds: this.#fund.reduce((sum, fund) => sum + (fund === 0 ? 1 : 0), 0),
      deleveraged: this.#deleveraged,
      uncovered: this.#uncovered,
      longs: this.#longs,
      shorts: this.#shorts,
    };
  }

  #reach(v: number, side: 1 | -1, distance: number, reached: Int32Array, market: Market, desk: Desk): void {
    const venue = this.#venues[v]!;
    const ladder = side === 1 ? venue.longs : venue.shorts;
    const from = reached[v]!;
    const to = ladder.reached(distance);
    if (to <= from) return;
    reached[v] = to;
    const left = side === 1 ? this.#longLeft : this.#shortLeft;
    const units = ladder.sum(0, from, to) * left[v]!;
    if (units === 0) return;
    const owed = ladder.sum(1, from, to) * left[v]!;
    if (side === 1) this.#longs += units * venue.price;
    else this.#shorts += units * venue.price;
    const price = market.price(venue.book);
    const beyond = side === 1 ? price * units < owed : price * units > owed;
    if (beyond && this.#fund[v] === 0) {
      this.#deleverage(v, side, units);
      return;
    }
    this.#owed[v] = this.#owed[v]! + side * owed;
    desk.sell(venue.book, side * units);
  }

  /** Closes positions against the other side at their bankruptcy price: nothing reaches the book, and the winners have less left. */
  #deleverage(v: number, side: 1 | -1, units: number): void {
    const venue = this.#venues[v]!;
    this.#deleveraged += units * venue.price;
    const others = side === 1 ? venue.shorts : venue.longs;
    const left = side === 1 ? this.#shortLeft : this.#longLeft;
    const whole = others.sum(0, 0, others.bins);
    if (whole > 0) left[v] = Math.max(0, left[v]! - units / whole);
  }
}
