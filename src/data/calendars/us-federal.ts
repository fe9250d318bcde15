import { type EpochDay, epochDay } from '../time.ts';
import { lastWeekday, MONDAY, nthWeekday, sundayToMonday, THURSDAY } from './dates.ts';
import type { MarketRules } from './market.ts';

/** The Reserve Banks do not move a holiday that falls on a Saturday. */
function closures(year: number): readonly EpochDay[] {
  return [
    sundayToMonday(epochDay(year, 1, 1)),
    ...(year >= 1986 ? [nthWeekday(year, 1, MONDAY, 3)] : []),
    nthWeekday(year, 2, MONDAY, 3),
    lastWeekday(year, 5, MONDAY),
    ...(year >= 2022 ? [sundayToMonday(epochDay(year, 6, 19))] : []),
    sundayToMonday(epochDay(year, 7, 4)),
    nthWeekday(year, 9, MONDAY, 1),
    nthWeekday(year, 10, MONDAY, 2),
    sundayToMonday(epochDay(year, 11, 11)),
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
