import type { EpochDay } from '../time.ts';

const PAGE_BITS = 9;
const PAGE = 1 << PAGE_BITS;

/** A function of the epoch day that computes each day once: an import asks for the same days millions of times. */
export function rememberByDay(compute: (day: EpochDay) => number): (day: EpochDay) => number {
  const pages = new Map<number, Float64Array>();
  let lastKey = Number.NaN;
  let lastPage: Float64Array = new Float64Array(0);
  const turnTo = (key: number): void => {
    let page = pages.get(key);
    if (!page) {
      page = new Float64Array(PAGE).fill(Number.NaN);
      pages.set(key, page);
    }
    lastKey = key;
    lastPage = page;
  };
  return (day) => {
    if (!Number.isSafeInteger(day)) throw new RangeError(`not an epoch day: ${day}; allowed: whole days`);
    const key = Math.floor(day / PAGE);
    if (key !== lastKey) turnTo(key);
    const page = lastPage;
    const at = day - key * PAGE;
    const known = page[at] as number;
    if (!Number.isNaN(known)) return known;
    const value = compute(day);
    page[at] = value;
    return value;
  };
}
