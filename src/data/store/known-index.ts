import type { Instant } from '../time.ts';
import { addHash, type HashSum, hashSum, rowHashes } from './row-hash.ts';
import type { Run } from './run.ts';

/** For each instant at which anything of a segment became known, ascending: the sum of the hashes of all rows known by then. */
export interface KnownIndex {
  readonly instants: Float64Array;
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

export function indexKnown(runs: readonly Run[]): KnownIndex {
  const sums = sumByInstant(runs);
  const order = sums.places();
  const index = {
    instants: Float64Array.from(order, (place) => sums.instants[place] as number),
    high: new Uint32Array(order.length),
    low: new Uint32Array(order.length),
  };
  const total = hashSum();
  for (const [i, place] of order.entries()) {
    addHash(total, sums.high[place] as number, sums.low[place] as number);
    index.high[i] = total.high;
    index.low[i] = total.low;
  }
  return index;
}

/** Sum of the hashes of all rows known at the instant. */
export function hashKnown(index: KnownIndex, instant: Instant): HashSum {
  let [from, to] = [0, index.instants.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((index.instants[middle] as number) <= instant) from = middle + 1;
    else to = middle;
  }
  return from === 0
    ? hashSum()
    : { high: index.high[from - 1] as number, low: index.low[from - 1] as number };
}

function sumByInstant(runs: readonly Run[]): InstantSums {
  const sums = new InstantSums();
  for (const run of runs) {
    const { high, low } = rowHashes(run);
    let instant = Number.NaN;
    let place = 0;
    for (let i = 0; i < high.length; i++) {
      if (run.knownAt[i] !== instant) {
        instant = run.knownAt[i] as number;
        place = sums.placeOf(instant);
      }
      sums.add(place, high[i] as number, low[i] as number);
    }
  }
  return sums;
}

/** Sums of hashes by instant, in a hash table on typed arrays: a Map takes three times as long, and every row asks it. */
class InstantSums {
  instants = new Float64Array(1024).fill(Number.NaN);
  high = new Uint32Array(1024);
  low = new Uint32Array(1024);
  #used = 0;

  /** Place of an instant, until the next new one is asked for. */
  placeOf(instant: Instant): number {
    const place = this.#find(instant);
    if (!Number.isNaN(this.instants[place] as number)) return place;
    if (2 * ++this.#used > this.instants.length) {
      this.#grow();
      return this.#take(instant);
    }
    this.instants[place] = instant;
    return place;
  }

  add(place: number, high: number, low: number): void {
    const carried = (this.low[place] as number) + low;
    this.low[place] = carried >>> 0;
    this.high[place] = ((this.high[place] as number) + high + (carried > 0xffffffff ? 1 : 0)) >>> 0;
  }

  /** Places of all instants, ascending by instant. */
  places(): Uint32Array {
    const places = new Uint32Array(this.#used);
    let count = 0;
    for (const [place, instant] of this.instants.entries())
      if (!Number.isNaN(instant)) places[count++] = place;
    return places.sort((a, b) => (this.instants[a] as number) - (this.instants[b] as number));
  }

  #take(instant: Instant): number {
    const place = this.#find(instant);
    this.instants[place] = instant;
    return place;
  }

  /** The place of the instant, or the empty one where it belongs. */
  #find(instant: Instant): number {
    const last = this.instants.length - 1;
    // Instants are multiples of round numbers: the product spreads them over the high bits.
    let place = (Math.imul(instant | 0, 0x9e3779b1) >>> 7) & last;
    for (;;) {
      const there = this.instants[place] as number;
      if (there === instant || Number.isNaN(there)) return place;
      place = (place + 1) & last;
    }
  }

  #grow(): void {
    const { instants, high, low } = this;
    const size = 2 * instants.length;
    this.instants = new Float64Array(size).fill(Number.NaN);
    this.high = new Uint32Array(size);
    this.low = new Uint32Array(size);
    for (const [from, instant] of instants.entries()) {
      if (Number.isNaN(instant)) continue;
      const to = this.#take(instant);
      this.high[to] = high[from] as number;
      this.low[to] = low[from] as number;
    }
  }
}
