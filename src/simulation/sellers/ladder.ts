import { checkFinite, checkPositive } from '../../math/arguments.ts';

/**
 * Orders that wait at prices on one side of the start: for each of a few quantities its sum over all orders whose distance has been reached.
 * Bin j holds the orders at log distances in (j − 1, j]·width and is reached once the price is j·width away: never early, late by less than a
 * width. Sums over bins are differences of prefix sums, so that a fall through a thousand bins costs as much as one through two.
 */
export class Ladder {
  readonly width: number;
  readonly bins: number;
  /** By column: bins + 1 values, what waits within j bins. */
  readonly #sums: readonly Float64Array[];
  #sealed = false;

  /** `columns` quantities kept apart. @throws RangeError unless the width is above 0 and there is at least one bin. */
  constructor(width: number, bins: number, columns: number) {
    checkPositive('width of a bin', width);
    checkPositive('number of bins', bins);
    this.width = width;
    this.bins = bins;
    this.#sums = Array.from({ length: columns }, () => new Float64Array(bins + 1));
  }

  /** Adds an order at a log distance of at least 0, one value a column; beyond the last bin it is never reached and is left out. */
  add(distance: number, ...values: readonly number[]): void {
    if (this.#sealed) throw new Error('a ladder takes no order once it has been read');
    checkFinite('distance of an order', distance);
    const bin = Math.max(1, Math.ceil(distance / this.width - 1e-9));
    if (bin > this.bins) return;
    for (const [c, value] of values.entries()) this.#sums[c]![bin] = this.#sums[c]![bin]! + value;
  }

  /** Sum of a column over bins from + 1 … to. */
  sum(column: number, from: number, to: number): number {
    this.#seal();
    const sums = this.#sums[column]!;
    return sums[to]! - sums[from]!;
  }

  /** Bins reached by a price this log distance away; 0 when it has gone the other way. */
  reached(distance: number): number {
    return distance <= 0 ? 0 : Math.min(this.bins, Math.floor(distance / this.width + 1e-9));
  }

  /** Prefix sums of a column, for whoever reads the whole ladder. */
  prefix(column: number): Float64Array {
    this.#seal();
    return this.#sums[column]!.slice();
  }

  #seal(): void {
    if (this.#sealed) return;
    this.#sealed = true;
    for (const sums of this.#sums) for (let j = 1; j < sums.length; j++) sums[j] = sums[j]! + sums[j - 1]!;
  }
}
