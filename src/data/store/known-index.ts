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
  const { slots, high, low } = sumByInstant(runs);
  // In seconds, so that most keys are small integers, which a Map finds fastest.
  const instants = Float64Array.from(slots.keys(), (seconds) => seconds * 1000).sort();
  const index = { instants, high: new Uint32Array(slots.size), low: new Uint32Array(slots.size) };
  const total = hashSum();
  for (let i = 0; i < instants.length; i++) {
    const slot = slots.get((instants[i] as number) / 1000) as number;
    addHash(total, high[slot] as number, low[slot] as number);
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

function sumByInstant(runs: readonly Run[]): {
  readonly slots: ReadonlyMap<number, number>;
  readonly high: readonly number[];
  readonly low: readonly number[];
} {
  const slots = new Map<number, number>();
  const [high, low]: [number[], number[]] = [[], []];
  for (const run of runs) {
    const hashes = rowHashes(run);
    for (let i = 0; i < run.knownAt.length; i++) {
      const key = (run.knownAt[i] as number) / 1000;
      let slot = slots.get(key);
      if (slot === undefined) {
        slot = high.push(0) - 1;
        low.push(0);
        slots.set(key, slot);
      }
      const carried = (low[slot] as number) + (hashes.low[i] as number);
      low[slot] = carried >>> 0;
      high[slot] =
        ((high[slot] as number) + (hashes.high[i] as number) + (carried > 0xffffffff ? 1 : 0)) >>> 0;
    }
  }
  return { slots, high, low };
}
