import type { MarketSpec } from '../../market/spec.ts';
import type { Balance, Desk } from '../seller.ts';
import type { Outlet } from './outlet.ts';

/** What a seller has given up of its position in each book, as it ordered, and the cash that its fills brought. */
export class Account {
  readonly #given: Float64Array;
  #cash = 0;

  constructor(market: MarketSpec) {
    this.#given = new Float64Array(market.assets.reduce((sum, { books }) => sum + books.length, 0));
  }

  reset(): void {
    this.#given.fill(0);
    this.#cash = 0;
  }

  /** Sells units of a position through the books of an outlet by their shares; below 0 buys. */
  sell(desk: Desk, { books, shares }: Outlet, units: number): void {
    for (let b = 0; b < books.length; b++) {
      const part = units * shares[b]!;
      const book = books[b]!;
      this.#given[book] = this.#given[book]! + part;
      desk.sell(book, part);
    }
  }

  filled(units: number, price: number): void {
    this.#cash += units * price;
  }

  balance(): Balance {
    return { cash: this.#cash, sold: this.#given };
  }
}
