import { type EpochDay, epochDay, weekdayOf } from '../time.ts';
import {
  easterSunday,
  FRIDAY,
  lastWeekday,
  MONDAY,
  nearestWeekday,
  nthWeekday,
  oneOffs,
  sundayToMonday,
  THURSDAY,
} from './dates.ts';
import type { MarketRules } from './market.ts';

/** Days on which the exchange stayed shut: presidential elections until 1980, mourning, attack, storm. */
const SHUT = oneOffs([
  '1972-11-07',
  '1976-11-02',
  '1977-07-14',
  '1980-11-04',
  '1985-09-27',
  '1994-04-27',
  '2001-09-11',
  '2001-09-12',
  '2001-09-13',
  '2001-09-14',
  '2004-06-11',
  '2007-01-02',
  '2012-10-29',
  '2012-10-30',
  '2018-12-05',
  '2025-01-09',
]);

const ONE_OFF_EARLY = oneOffs(['1997-12-26', '1999-12-31', '2003-12-26']);

function thanksgiving(year: number): EpochDay {
  return nthWeekday(year, 11, THURSDAY, 4);
}

/** Holidays by rule. New Year's Day on a Saturday is not moved: Friday is the last session of the accounting year. */
export function exchangeHolidays(year: number): readonly EpochDay[] {
  return [
    sundayToMonday(epochDay(year, 1, 1)),
    ...(year >= 1998 ? [nthWeekday(year, 1, MONDAY, 3)] : []),
    nthWeekday(year, 2, MONDAY, 3),
    easterSunday(year) - 2,
    lastWeekday(year, 5, MONDAY),
    ...(year >= 2022 ? [nearestWeekday(epochDay(year, 6, 19))] : []),
    nearestWeekday(epochDay(year, 7, 4)),
    nthWeekday(year, 9, MONDAY, 1),
    thanksgiving(year),
    nearestWeekday(epochDay(year, 12, 25)),
  ];
}

/** Until 2012 a Thursday Fourth gave its early close to the Friday after it, since 2013 to the Wednesday before. */
function aroundTheFourth(year: number): readonly EpochDay[] {
  const fourth = epochDay(year, 7, 4);
  const weekday = weekdayOf(fourth);
  if (weekday === THURSDAY && year < 2013) return [fourth + 1];
  return weekday > MONDAY && weekday <= FRIDAY ? [fourth - 1] : [];
}

function christmasEve(year: number): readonly EpochDay[] {
  const eve = epochDay(year, 12, 24);
  return weekdayOf(eve) >= MONDAY && weekdayOf(eve) < FRIDAY ? [eve] : [];
}

function earlyCloses(year: number): readonly EpochDay[] {
  if (year < 1993) return [];
  return [
    ...(year >= 1995 ? aroundTheFourth(year) : []),
    thanksgiving(year) + 1,
    ...christmasEve(year),
    ...ONE_OFF_EARLY(year),
  ];
}

/**
 * NYSE cash session, 09:30 to 16:00, early closes at 13:00. True from 1990; earlier years lack the closures of their time.
 * @see https://www.nyse.com/markets/hours-calendars
 */
export const NEW_YORK: MarketRules = {
  zone: 'America/New_York',
  complete: true,
  closures: (year) => [...exchangeHolidays(year), ...SHUT(year)],
  closeMinute: () => 16 * 60,
  earlyCloses,
  earlyMinute: 13 * 60,
};
