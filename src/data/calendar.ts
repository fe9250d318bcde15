import { rememberByDay } from './calendars/by-day.ts';
import { yearOf } from './calendars/dates.ts';
import { FRANKFURT } from './calendars/frankfurt.ts';
import { CME, FX } from './calendars/globex.ts';
import { LONDON } from './calendars/london.ts';
import { type MarketRules, opensOnWeekdays } from './calendars/market.ts';
import { NEW_YORK } from './calendars/new-york.ts';
import { TARGET } from './calendars/target.ts';
import { TOKYO } from './calendars/tokyo.ts';
import { US_FEDERAL } from './calendars/us-federal.ts';
import { HONG_KONG, SEOUL, SHANGHAI, TAIPEI, UTC } from './calendars/without-holidays.ts';
import { instantAt } from './calendars/zone.ts';
import { type EpochDay, epochDay, type Instant } from './time.ts';

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

const RULES: Record<CalendarId, MarketRules> = {
  utc: UTC,
  'new-york': NEW_YORK,
  cme: CME,
  fx: FX,
  'us-federal': US_FEDERAL,
  target: TARGET,
  london: LONDON,
  frankfurt: FRANKFURT,
  tokyo: TOKYO,
  'hong-kong': HONG_KONG,
  seoul: SEOUL,
  taipei: TAIPEI,
  shanghai: SHANGHAI,
};

const REGULAR = 1;
const EARLY = 2;

/** Kind of every day of a year: 0 no session, REGULAR or EARLY, counted from 1 January. */
function yearOfSessions(rules: MarketRules, year: number): Uint8Array {
  const first = epochDay(year, 1, 1);
  const opens = rules.opens ?? opensOnWeekdays;
  const kinds = new Uint8Array(epochDay(year + 1, 1, 1) - first);
  for (let k = 0; k < kinds.length; k++) kinds[k] = opens(first + k) ? REGULAR : 0;
  for (const day of rules.closures(year)) kinds[day - first] = 0;
  for (const day of rules.earlyCloses?.(year) ?? []) if (kinds[day - first]) kinds[day - first] = EARLY;
  return kinds;
}

function kindByDay(rules: MarketRules): (day: EpochDay) => number {
  const years = new Map<number, Uint8Array>();
  return rememberByDay((day) => {
    const year = yearOf(day);
    let kinds = years.get(year);
    if (!kinds) {
      kinds = yearOfSessions(rules, year);
      years.set(year, kinds);
    }
    return kinds[day - epochDay(year, 1, 1)] as number;
  });
}

/** Longest run of days without a session that any market has had, with room to spare. */
const LONGEST_CLOSURE = 30;

function make(id: CalendarId, rules: MarketRules): Calendar {
  const kind = kindByDay(rules);
  const isSession = (day: EpochDay): boolean => kind(day) !== 0;
  const isEarlyClose = (day: EpochDay): boolean => kind(day) === EARLY;
  const closeOf = rememberByDay((day) =>
    instantAt(rules.zone, day, isEarlyClose(day) ? (rules.earlyMinute ?? 0) : rules.closeMinute(day)),
  );
  const next = (day: EpochDay, step: 1 | -1): EpochDay => {
    for (let k = 1; k <= LONGEST_CLOSURE; k++) if (isSession(day + k * step)) return day + k * step;
    throw new RangeError(`calendar ${id} has no session within ${LONGEST_CLOSURE} days of epoch day ${day}`);
  };
  return {
    id,
    zone: rules.zone,
    complete: rules.complete,
    isSession,
    closeOf,
    isEarlyClose,
    sessions(from, to) {
      const days: number[] = [];
      for (let day = from; day <= to; day++) if (isSession(day)) days.push(day);
      return Int32Array.from(days);
    },
    offset(day, n) {
      if (!Number.isInteger(n) || n === 0) {
        throw new RangeError(`not a number of sessions: ${n}; allowed: whole numbers other than 0`);
      }
      let at = day;
      for (let left = Math.abs(n); left > 0; left--) at = next(at, n > 0 ? 1 : -1);
      return at;
    },
  };
}

const CALENDARS = new Map<CalendarId, Calendar>();

/**
 * The calendar of a market.
 * @throws RangeError for an id that is none.
 */
export function calendar(id: CalendarId): Calendar {
  const known = CALENDARS.get(id);
  if (known) return known;
  const rules = RULES[id];
  if (!rules) throw new RangeError(`no calendar "${id}"; allowed: ${CALENDAR_IDS.join(', ')}`);
  const made = make(id, rules);
  CALENDARS.set(id, made);
  return made;
}
