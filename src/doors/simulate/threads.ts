import { availableParallelism } from 'node:os';

const MOST_THREADS = 64;

/** One less than the machine has, which is left to everything else. */
export function defaultThreads(): number {
  return Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1));
}

/** @throws RangeError when it is not a whole number from 1 to 64. */
export function checkThreads(threads: number): void {
  if (Number.isInteger(threads) && threads >= 1 && threads <= MOST_THREADS) return;
  throw new RangeError(`not a number of threads: ${threads}; allowed: 1 to ${MOST_THREADS}`);
}
