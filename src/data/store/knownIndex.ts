import type { Instant } from '../time.ts';
import { addHash, type HashSum, hashSum, rowHashes } from './rowHash.ts';
import type { Run } from './run.ts';

/** For each instant at which anything of a segment became known, ascending: the sum of the hashes of all rows known by then. */
export interface KnownIndex {
  readonly instants: Float64Array;
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

export function indexKnown(runs: readonly Run[]): KnownIndex {
  const sums = sumByInstant(runs);
  // In seconds, so that most keys are small integers, which a Map finds fastest.
  const instants = Float64Array.from(sums.keys(), (seconds) => seconds * 1000).sort();
  const [high, low] = [new Uint32Array(instants.length), new Uint32Array(instants.length)];
  const total = hashSum();
  for (let i = 0; i < instants.length; i++) {
    const sum = sums.get((instants[i] as number) / 1000) as HashSum;
    addHash(total, sum.high, sum.low);
    high[i] = total.high;
    low[i] = total.low;
  }
  return { instants, high, low };
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

function sumByInstant(runs: readonly Run[]): Map<number, HashSum> {
  const sums = new Map<number, HashSum>();
  for (const run of runs) {
    const { high, low } = rowHashes(run);
    for (let i = 0; i < run.knownAt.length; i++) {
      const key = (run.knownAt[i] as number) / 1000;
      let sum = sums.get(key);
      if (!sum) {
        sum = hashSum();
        sums.set(key, sum);
      }
      addHash(sum, high[i] as number, low[i] as number);
    }
  }
  return sums;
}
