import type { Balance } from '../seller.ts';

/** What somebody holds in each book, in units, and the cash of its trades: the balance of a seller from its own positions. */
export class Holdings {
  readonly #start: Float64Array;
  readonly #held: Float64Array;
  readonly #sold: Float64Array;
  #cash = 0;

  constructor(books: number) {
    this.#start = new Float64Array(books);
    this.#held = new Float64Array(books);
    this.#sold = new Float64Array(books);
  }

  /** Adds to what is held before a path; below 0 short. */
  hold(book: number, units: number): void {
    this.#start[book] = this.#start[book]! + units;
  }

  reset(): void {
    this.#held.set(this.#start);
    this.#cash = 0;
  }

  filled(book: number, units: number, price: number): void {
    this.#held[book] = this.#held[book]! - units;
    this.#cash += units * price;
  }

  balance(): Balance {
    for (let b = 0; b < this.#sold.length; b++) this.#sold[b] = this.#start[b]! - this.#held[b]!;
    return { cash: this.#cash, sold: this.#sold };
  }
}
