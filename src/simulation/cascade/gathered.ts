import { quantile } from '../../math/quantile.ts';
import type { JobResult } from '../engine/job.ts';
import type { Records } from '../engine/recorder.ts';

/** Records of one run of every draw, path after path. */
export class Gathered {
  readonly paths: number;
  readonly #records: readonly Records[];

  constructor(results: readonly JobResult[], run: number) {
    this.#records = results.map(({ records }) => records[run]!);
    this.paths = this.#records.reduce((sum, { paths }) => sum + paths, 0);
  }

  get records(): readonly Records[] {
    return this.#records;
  }

  /** One value a path: `of(records, path of the records)`. */
  each(of: (records: Records, path: number) => number): Float64Array {
    const values = new Float64Array(this.paths);
    let at = 0;
    for (const records of this.#records)
      for (let path = 0; path < records.paths; path++) values[at++] = of(records, path);
    return values;
  }

  /** One value a draw: the mean of a value over its paths; NaN for a draw without a path. */
  byDraw(of: (records: Records, path: number) => number): Float64Array {
    return Float64Array.from(this.#records, (records) => {
      let sum = 0;
      for (let path = 0; path < records.paths; path++) sum += of(records, path);
      return sum / records.paths;
    });
  }

  /** Sum over all paths of what records keep as a sum. */
  sum(of: (records: Records) => number): number {
    return this.#records.reduce((sum, records) => sum + of(records), 0);
  }
}

export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** Median with the ends of the middle 90 %; missing values are left out; NaN without any. */
export function spreadOf(values: Float64Array): Spread {
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length === 0) return { median: Number.NaN, low: Number.NaN, high: Number.NaN };
  const sorted = known.sort();
  const at = (p: number) => quantile(sorted, p);
  return { median: at(0.5), low: at(0.05), high: at(0.95) };
}
