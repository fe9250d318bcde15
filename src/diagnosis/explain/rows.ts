import type { EpochDay } from '../../data/time.ts';
import { countAtMost } from '../../math/sorted.ts';

/** Row of the latest date at or before `day`; −1 when there is none. `dates` ascending. */
export function rowAtOrBefore(dates: Int32Array, day: EpochDay): number {
  return countAtMost(dates, day) - 1;
}
