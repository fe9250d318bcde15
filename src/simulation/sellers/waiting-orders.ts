import type { Ladder } from './ladder.ts';
import type { Balance, Desk } from './seller.ts';

/** Orders of one book that wait on a ladder. Column 0: units to be sold. */
export interface WaitingLadder {
  readonly book: number;
  readonly ladder: Ladder;
}

/** Positions that are sold for good as a price goes down their ladders, and what they have brought. */
export class WaitingOrders {
  readonly #ladders: readonly WaitingLadder[];
  readonly #reached: Int32Array;
  readonly #sold: Float64Array;
  #cash = 0;

  constructor(ladders: readonly WaitingLadder[], books: number) {
    this.#ladders = ladders;
    this.#reached = new Int32Array(ladders.length);
    this.#sold = new Float64Array(books);
  }

  reset(): void {
    this.#reached.fill(0);
    this.#cash = 0;
  }

  /** Sells what waits on ladder k down to a log distance; returns the bins reached before, or −1 when there is nothing new. */
  reach(k: number, distance: number, desk: Desk): number {
    if (distance <= 0) return -1;
    const { book, ladder } = this.#ladders[k]!;
    const before = this.#reached[k]!;
    const now = ladder.reached(distance);
    if (now <= before) return -1;
    this.#reached[k] = now;
    desk.sell(book, ladder.sum(0, before, now));
    return before;
  }

  reached(k: number): number {
    return this.#reached[k]!;
  }

  filled(units: number, price: number): void {
    this.#cash += units * price;
  }

  /** What was held at the start less what still waits. */
  balance(): Balance {
    this.#sold.fill(0);
    for (const [k, { book, ladder }] of this.#ladders.entries()) {
      const held = ladder.sum(0, 0, ladder.bins);
      const waits = ladder.sum(0, this.#reached[k]!, ladder.bins);
      this.#sold[book] = this.#sold[book]! + held - waits;
    }
    return { cash: this.#cash, sold: this.#sold };
  }
}
