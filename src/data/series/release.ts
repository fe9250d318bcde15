import type { CalendarId } from '../calendar.ts';
import type { EpochDay, Instant } from '../time.ts';
import type { SeriesEntry } from './entry.ts';

/**
 * When a first value becomes known. `at-close`: when the session ends, plus minutes · `business-days`: n business days of a calendar
 * after the date, at a local time · `weekday`: the first such weekday strictly after the date (plus whole weeks), at a local time,
 * moved to the next business day of the calendar when it is none · `month-lag`: days after the end of the period that the date begins
 * (month or quarter), at a local time · `nth-weekday`: the n-th such weekday of the k-th month after the date's month.
 * `exceptions` maps an ISO date to the ISO instant at which that value really appeared, or null when it was never published.
 */
export type ReleaseRule = { readonly exceptions?: Readonly<Record<string, string | null>> } & (
  | { readonly kind: 'at-close'; readonly minutes?: number }
  | {
      readonly kind: 'business-days';
      readonly days: number;
      readonly at: string;
      readonly zone: string;
      readonly calendar: CalendarId;
    }
  | {
      readonly kind: 'weekday';
      readonly weekday: number;
      readonly weeks?: number;
      readonly at: string;
      readonly zone: string;
      readonly calendar: CalendarId;
    }
  | {
      readonly kind: 'month-lag';
      readonly months: 1 | 3;
      readonly days: number;
      readonly at: string;
      readonly zone: string;
      readonly calendar: CalendarId;
    }
  | {
      readonly kind: 'nth-weekday';
      readonly n: number;
      readonly weekday: number;
      readonly monthsAfter: number;
      readonly at: string;
      readonly zone: string;
      readonly calendar: CalendarId;
    }
);

/** Instant at which the value dated `date` is true: the session's close, or the end of the UTC day for offices and periods. */
export function timeOf(_entry: SeriesEntry, _date: EpochDay): Instant {
  throw new Error('replaced by the calendar work');
}

/** Instant from which anyone can know the first print of the value dated `date`, by the release rule. */
export function releaseOf(_entry: SeriesEntry, _date: EpochDay): Instant {
  throw new Error('replaced by the calendar work');
}
