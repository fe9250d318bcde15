/**
 * Share of something spread evenly over some minutes that is done by a minute, 0 … 1; over 0 minutes: all of it once the minute lies after `at`.
 */
export function progress(minute: number, at: number, over: number): number {
  if (over === 0) return minute > at ? 1 : 0;
  return Math.min(1, Math.max(0, (minute - at) / over));
}
