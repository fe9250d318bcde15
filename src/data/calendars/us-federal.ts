import { type EpochDay, epochDay } from '../time.ts';
import { lastWeekday, MONDAY, nthWeekday, sundayToMonday, THURSDAY } from './dates.ts';
import type { MarketRules } from './market.ts';

const MONDAYS_SINCE = 1971;

/** From 1971 on Veterans Day was the fourth Monday of October; New York went back to 11 November in 1974. */
function veteransDay(year: number): EpochDay {
  const moved = year >= MONDAYS_SINCE && year <= 1973;
  return moved ? nthWeekday(year, 10, MONDAY, 4) : sundayToMonday(epochDay(year, 11, 11));
}

function mondayHolidays(year: number): readonly EpochDay[] {
  if (year < MONDAYS_SINCE)
    return [sundayToMonday(epochDay(year, 2, 22)), sundayToMonday(epochDay(year, 5, 30))];
  return [
    nthWeekday(year, 2, MONDAY, 3),
    lastWeekday(year, 5, MONDAY),
    nthWeekday(year, 10, MONDAY, 2),
    ...(year >= 1986 ? [nthWeekday(year, 1, MONDAY, 3)] : []),
  ];
}

/** The Reserve Banks do not move a holiday that falls on a Saturday. */
function closures(year: number): readonly EpochDay[] {
  return [
    sundayToMonday(epochDay(year, 1, 1)),
    ...mondayHolidays(year),
    ...(year >= 2022 ? [sundayToMonday(epochDay(year, 6, 19))] : []),
    sundayToMonday(epochDay(year, 7, 4)),
    nthWeekday(year, 9, MONDAY, 1),
    veteransDay(year),
    nthWeekday(year, 11, THURSDAY, 4),
    sundayToMonday(epochDay(year, 12, 25)),
  ];
}

/**
 * Business days of the Federal Reserve Banks. Good Friday is one of them (payrolls appear on it) though the bond market is shut, so a
 * Treasury yield is absent on it; Treasury and Labor also close on the Friday before a holiday that falls on a Saturday.
 * @see https://www.frbservices.org/about/holiday-schedules
 */
export const US_FEDERAL: MarketRules = {
  zone: 'America/New_York',
  complete: true,
  closures,
  closeMinute: () => 17 * 60,
};
