import { type Calendar, calendar } from '../calendar.ts';
import { rememberByDay } from '../calendars/by-day.ts';
import { civil, FRIDAY, monthStart, nthWeekday, onOrAfter, SATURDAY } from '../calendars/dates.ts';
import { instantAt, minuteOf } from '../calendars/zone.ts';
import { type EpochDay, endOfDay, type Instant, parseDay } from '../time.ts';
import type { ReleaseRule, SeriesEntry } from './entry.ts';

type DatedRule = Exclude<ReleaseRule, { readonly kind: 'at-close' }>;

const MS_PER_MINUTE = 60_000;

/** Last day of the month in which a day lies, or of the quarter. */
function endOfPeriod(date: EpochDay, months: 1 | 3): EpochDay {
  const [year, month] = civil(date);
  return monthStart(year, Math.ceil(month / months) * months + 1) - 1;
}

function onOrAfterSession(days: Calendar, day: EpochDay): EpochDay {
  return days.isSession(day) ? day : days.offset(day, 1);
}

function onOrBeforeSession(days: Calendar, day: EpochDay): EpochDay {
  return days.isSession(day) ? day : days.offset(day, -1);
}

function reportFriday(date: EpochDay): EpochDay {
  const [year, month] = civil(date);
  const friday = onOrAfter(monthStart(year, month) + 11, SATURDAY) + 20;
  const fourthOfJanuary = monthStart(year + 1, 1) + 3;
  return month === 12 ? onOrAfter(Math.max(friday, fourthOfJanuary), FRIDAY) : friday;
}

function releaseDay(rule: DatedRule, date: EpochDay): EpochDay {
  const days = calendar(rule.calendar);
  switch (rule.kind) {
    case 'business-days':
      return rule.days === 0 ? onOrAfterSession(days, date) : days.offset(date, rule.days);
    case 'weekday': {
      const day = onOrAfter(date + 1, rule.weekday) + 7 * (rule.weeks ?? 0);
      return rule.early ? onOrBeforeSession(days, day) : onOrAfterSession(days, day);
    }
    case 'month-lag':
      return onOrAfterSession(days, endOfPeriod(date, rule.months) + rule.days);
    case 'nth-weekday': {
      const [year, month] = civil(date);
      return onOrAfterSession(days, nthWeekday(year, month + rule.monthsAfter, rule.weekday, rule.n));
    }
    case 'reference-week':
      return onOrBeforeSession(days, reportFriday(date));
  }
}

type InstantOfDay = (date: EpochDay) => Instant;

/** Instants of the exceptions by day; NaN for what was never published. */
function exceptionsOf(rule: ReleaseRule): ReadonlyMap<EpochDay, Instant> {
  const entries = Object.entries(rule.exceptions ?? {});
  return new Map(
    entries.map(([date, instant]) => [parseDay(date), instant === null ? Number.NaN : Date.parse(instant)]),
  );
}

function withExceptions(rule: ReleaseRule, regular: InstantOfDay): InstantOfDay {
  const exceptions = exceptionsOf(rule);
  if (exceptions.size === 0) return regular;
  return (date) => exceptions.get(date) ?? regular(date);
}

const DATED = new WeakMap<ReleaseRule, InstantOfDay>();

function datedRelease(rule: DatedRule): InstantOfDay {
  const known = DATED.get(rule);
  if (known) return known;
  const minute = minuteOf(rule.at);
  const made = withExceptions(
    rule,
    rememberByDay((date) => instantAt(rule.zone, releaseDay(rule, date), minute)),
  );
  DATED.set(rule, made);
  return made;
}

/** `releaseOf` of one entry, for the rows of a file. */
export function releaser(entry: SeriesEntry): InstantOfDay {
  const rule = entry.release;
  if (rule.kind !== 'at-close') return datedRelease(rule);
  const days = calendar(entry.calendar);
  const delay = (rule.minutes ?? 0) * MS_PER_MINUTE;
  return withExceptions(rule, delay === 0 ? days.closeOf : (date) => days.closeOf(date) + delay);
}

/**
 * Instant from which anyone can know the first print of the value dated `date`, by the release rule; NaN when it was never published.
 * @throws RangeError for a date that is no whole day.
 */
export function releaseOf(entry: SeriesEntry, date: EpochDay): Instant {
  return releaser(entry)(date);
}

function endOfLabel(entry: SeriesEntry, date: EpochDay): Instant {
  if (entry.frequency === 'monthly') return endOfDay(endOfPeriod(date, 1));
  if (entry.frequency === 'quarterly') return endOfDay(endOfPeriod(date, 3));
  return endOfDay(date);
}

/**
 * Instant at which the value dated `date` is true: the session's close where the value is known at the close; for offices and periods
 * the end of the UTC day, month or quarter, or the release where that comes first.
 */
export function timeOf(entry: SeriesEntry, date: EpochDay): Instant {
  if (entry.release.kind === 'at-close') return calendar(entry.calendar).closeOf(date);
  const end = endOfLabel(entry, date);
  const release = releaseOf(entry, date);
  return release < end ? release : end;
}

/**
 * Close of the intraday bar that a source labels with its opening, from which on the bar is also known; a stamp of a series without bars
 * is returned as it is.
 */
export function timeOfBar(entry: SeriesEntry, opening: Instant): Instant {
  return opening + (entry.barMinutes ?? 0) * MS_PER_MINUTE;
}
