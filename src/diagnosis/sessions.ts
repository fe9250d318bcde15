import { CALENDAR_IDS, type CalendarId, calendar } from '../data/calendar.ts';
import type { Frequency, SeriesEntry } from '../data/series/entry.ts';
import { releaseOf } from '../data/series/release.ts';
import { dayOf, type EpochDay, formatDay, formatInstant, type Instant } from '../data/time.ts';
import type { Session } from './answer.ts';

/** Longest run of days without a session on any calendar, with room to spare. */
const LONGEST_GAP = 40;

/** Days a market whose holidays are not modelled may stay closed before its value counts as old. */
const UNMODELLED_HOLIDAY = 12;

/** Days after which the latest value of a series that has no sessions is old. */
const ALLOWED_AGE: Record<Exclude<Frequency, 'daily' | 'intraday'>, number> = {
  weekly: 21,
  monthly: 80,
  quarterly: 200,
  irregular: Number.POSITIVE_INFINITY,
};

/** Label of the latest session of a calendar that had closed by the instant. */
export function latestSession(id: CalendarId, instant: Instant): EpochDay {
  const market = calendar(id);
  const start = dayOf(instant) + 1;
  for (let day = start; day > start - LONGEST_GAP; day--) {
    if (market.isSession(day) && market.closeOf(day) <= instant) return day;
  }
  throw new Error(
    `calendar ${id} has no session in the ${LONGEST_GAP} days before ${formatInstant(instant)}`,
  );
}

/** Where each market stood, in the order of the calendar list. */
export function sessionsOf(ids: Iterable<CalendarId>, instant: Instant): Session[] {
  const wanted = new Set(ids);
  return CALENDAR_IDS.filter((id) => wanted.has(id)).map((id) => {
    const day = latestSession(id, instant);
    return { calendar: id, date: formatDay(day), closedAt: formatInstant(calendar(id).closeOf(day)) };
  });
}

/**
 * How the latest value stands to its market's latest session. `current`: it is of that session · `pending`: the session's value is
 * released later, at `due` · `closed`: a market without modelled holidays had no session lately · `stale`: a value was due and is not there.
 */
export interface Standing {
  readonly state: 'current' | 'pending' | 'closed' | 'stale';
  readonly due?: Instant;
}

export function standingOf(entry: SeriesEntry, latest: EpochDay, instant: Instant): Standing {
  if (entry.frequency !== 'daily') return slowStanding(entry, latest, instant);
  const session = latestSession(entry.calendar, instant);
  if (latest >= session) return { state: 'current' };
  const market = calendar(entry.calendar);
  const due = releaseOf(entry, market.offset(latest, 1));
  if (due > instant) return { state: 'pending', due };
  if (!market.complete && session - latest <= UNMODELLED_HOLIDAY) return { state: 'closed' };
  return { state: 'stale', due };
}

function slowStanding(entry: SeriesEntry, latest: EpochDay, instant: Instant): Standing {
  const allowed = entry.frequency === 'intraday' ? 2 : ALLOWED_AGE[entry.frequency as 'weekly'];
  return { state: dayOf(instant) - latest <= allowed ? 'current' : 'stale' };
}
