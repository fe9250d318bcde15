import { FRIDAY, nearestWeekday, SATURDAY } from '../calendars/dates.ts';
import { instantAt, minuteOf } from '../calendars/zone.ts';
import { type EpochDay, epochDay, formatDay, parseDay, weekdayOf } from '../time.ts';

type Exceptions = Readonly<Record<string, string | null>>;

/** Exceptions of a release rule from pairs of the date that a value is about and the day on which it appeared, at a New York time. */
export function appeared(at: string, days: Readonly<Record<string, string | null>>): Exceptions {
  const minute = minuteOf(at);
  const instant = (day: string): string =>
    new Date(instantAt('America/New_York', parseDay(day), minute)).toISOString();
  return Object.fromEntries(
    Object.entries(days).map(([date, day]) => [date, day === null ? null : instant(day)]),
  );
}

/** One release of a month's figures: rows of a year, the release days of January's to December's figure in order. */
export function appearedByMonth(
  at: string,
  years: Readonly<Record<number, readonly (string | null)[]>>,
): Exceptions {
  const days: Record<string, string | null> = {};
  for (const [year, releases] of Object.entries(years)) {
    releases.forEach((day, month) => {
      days[`${year}-${String(month + 1).padStart(2, '0')}-01`] = day;
    });
  }
  return appeared(at, days);
}

/** Weekly dates from one to another, all published on one day. */
function weekly(from: string, to: string, published: string): Record<string, string> {
  const days: Record<string, string> = {};
  for (let day = parseDay(from); day <= parseDay(to); day += 7) days[formatDay(day)] = published;
  return days;
}

/** No claims were published between 25 September and 20 November 2025. */
export const CLAIMS_DELAYED = appeared('08:30', {
  '2025-01-04': '2025-01-08',
  ...weekly('2025-09-27', '2025-11-08', '2025-11-20'),
});

export const CONTINUED_CLAIMS_DELAYED = appeared('08:30', {
  '2024-12-28': '2025-01-08',
  ...weekly('2025-09-20', '2025-11-01', '2025-11-20'),
});

const FIRST_YEAR = 1986;
const LAST_YEAR = 2030;

/** Fridays on which the government rests because the holiday is on the Saturday, while the Reserve Banks work. */
function fridaysBeforeHolidays(): readonly EpochDay[] {
  const fridays: EpochDay[] = [];
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    const dates = [
      epochDay(year, 7, 4),
      epochDay(year, 11, 11),
      epochDay(year, 12, 25),
      epochDay(year + 1, 1, 1),
      ...(year >= 2021 ? [epochDay(year, 6, 19)] : []),
    ];
    for (const day of dates) if (weekdayOf(day) === SATURDAY) fridays.push(nearestWeekday(day));
  }
  return fridays.filter((day) => weekdayOf(day) === FRIDAY);
}

/** Positions of the Tuesday before such a Friday appear on the Monday after it. */
function cotAfterRestingFridays(): Record<string, string> {
  return Object.fromEntries(fridaysBeforeHolidays().map((day) => [formatDay(day - 3), formatDay(day + 3)]));
}

/**
 * Two lapses of funding and two days of mourning.
 * @see CFTC release of 18 November 2025 (publication schedule), CFTC announcement of 29 January 2019 (one report each Tuesday and Friday)
 */
export const COT_DELAYED = appeared('15:30', {
  ...cotAfterRestingFridays(),
  '2013-10-01': '2013-11-08',
  '2013-10-08': '2013-11-08',
  '2013-10-15': '2013-11-08',
  '2013-10-22': '2013-11-08',
  '2013-10-29': '2013-11-08',
  '2018-12-04': '2018-12-10',
  '2018-12-24': '2019-02-01',
  '2018-12-31': '2019-02-05',
  '2019-01-08': '2019-02-08',
  '2019-01-15': '2019-02-12',
  '2019-01-22': '2019-02-15',
  '2019-01-29': '2019-02-19',
  '2019-02-05': '2019-02-22',
  '2019-02-12': '2019-02-26',
  '2019-02-19': '2019-03-01',
  '2019-02-26': '2019-03-05',
  '2025-01-07': '2025-01-13',
  '2025-09-30': '2025-11-19',
  '2025-10-07': '2025-11-21',
  '2025-10-14': '2025-11-25',
  '2025-10-21': '2025-12-02',
  '2025-10-28': '2025-12-05',
  '2025-11-04': '2025-12-09',
  '2025-11-10': '2025-12-12',
  '2025-11-18': '2025-12-16',
  '2025-11-25': '2025-12-19',
  '2025-12-02': '2025-12-23',
  '2025-12-09': '2025-12-30',
  '2025-12-16': '2026-01-06',
  '2025-12-23': '2026-01-09',
  '2025-12-30': '2026-01-13',
  '2026-01-06': '2026-01-16',
  '2026-01-13': '2026-01-20',
});
