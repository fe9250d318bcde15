import type { Timeline } from '../../../report/page/index.ts';
import { ask } from './address.ts';
import { epochOf } from './instant.ts';

/** Asks every page for an instant; the latest follows the data that come. */
export function goTo(timeline: Timeline, instant: string, how: 'push' | 'replace' = 'push'): void {
  if (epochOf(instant) < epochOf(timeline.latest)) ask({ asof: instant }, how);
  else toLatest(timeline, how);
}

export function toLatest({ opening }: Timeline, how: 'push' | 'replace' = 'push'): void {
  ask({ asof: opening === undefined ? null : 'latest' }, how);
}
