import type { EpochDay, Instant } from './time.ts';

/**
 * Markets and offices whose days are labelled. `utc` 24/7, day ends 00:00 UTC · `new-york` NYSE cash · `cme` US futures (day ends
 * 17:00 New York) · `fx` 24/5 (17:00 New York) · `us-federal` Federal Reserve and Treasury business days · `target` ECB ·
 * `london` `frankfurt` `tokyo` with their holidays · `hong-kong` `seoul` `taipei` `shanghai` weekdays only: their lunar holidays are
 * not modelled, so `complete` is false and a missing weekday there is not a gap.
 */
export const CALENDAR_IDS = [
  'utc',
  'new-york',
  'cme',
  'fx',
  'us-federal',
  'target',
  'london',
  'frankfurt',
  'tokyo',
  'hong-kong',
  'seoul',
  'taipei',
  'shanghai',
] as const;
export type CalendarId = (typeof CALENDAR_IDS)[number];

export interface Calendar {
  readonly id: CalendarId;
  /** IANA zone in which the close is stated. */
  readonly zone: string;
  /** False where holidays are not modelled. */
  readonly complete: boolean;
  isSession(day: EpochDay): boolean;
  /** UTC instant at which the session labelled `day` ends; for a day that is no session the instant it would have. */
  closeOf(day: EpochDay): Instant;
  isEarlyClose(day: EpochDay): boolean;
  /** Sessions of the closed range, ascending. */
  sessions(from: EpochDay, to: EpochDay): Int32Array;
  /** The n-th session after `day` (n > 0) or before it (n < 0). */
  offset(day: EpochDay, n: number): EpochDay;
}

export function calendar(_id: CalendarId): Calendar {
  throw new Error('replaced by the calendar work');
}
