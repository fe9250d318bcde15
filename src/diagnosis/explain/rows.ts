import type { EpochDay } from '../../data/time.ts';

/** Row of the latest date at or before `day`; −1 when there is none. `dates` ascending. */
export function rowAtOrBefore(dates: Int32Array, day: EpochDay): number {
  let [low, high] = [0, dates.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle] as number) <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
