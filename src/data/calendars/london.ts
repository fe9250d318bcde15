import { type EpochDay, epochDay, weekdayOf } from '../time.ts';
import {
  easterSunday,
  isWeekend,
  lastWeekday,
  MONDAY,
  nthWeekday,
  oneOffs,
  SATURDAY,
  sundayToMonday,
} from './dates.ts';
import type { MarketRules } from './market.ts';

const ONE_OFF = oneOffs([
  '1999-12-31',
  '2002-06-03',
  '2011-04-29',
  '2012-06-05',
  '2022-06-03',
  '2022-09-19',
  '2023-05-08',
]);

const EARLY_MAY_MOVED: Readonly<Record<number, number>> = { 1995: 8, 2020: 8 };
const SPRING_MOVED: Readonly<Record<number, number>> = { 2002: 4, 2012: 4, 2022: 2 };

function earlyMay(year: number): EpochDay {
  const moved = EARLY_MAY_MOVED[year];
  return moved ? epochDay(year, 5, moved) : nthWeekday(year, 5, MONDAY, 1);
}

function spring(year: number): EpochDay {
  const moved = SPRING_MOVED[year];
  return moved ? epochDay(year, 6, moved) : lastWeekday(year, 5, MONDAY);
}

/** Christmas and Boxing Day on a weekend are given back on the Monday and Tuesday after it. */
function christmas(year: number): readonly EpochDay[] {
  const day = epochDay(year, 12, 25);
  const weekday = weekdayOf(day);
  if (weekday === SATURDAY) return [day + 2, day + 3];
  if (weekday === 0) return [day + 1, day + 2];
  return weekday === 5 ? [day, day + 3] : [day, day + 1];
}

function newYear(year: number): EpochDay {
  const day = epochDay(year, 1, 1);
  return weekdayOf(day) === SATURDAY ? day + 2 : sundayToMonday(day);
}

function closures(year: number): readonly EpochDay[] {
  const easter = easterSunday(year);
  return [
    newYear(year),
    easter - 2,
    easter + 1,
    ...(year >= 1978 ? [earlyMay(year)] : []),
    spring(year),
    lastWeekday(year, 8, MONDAY),
    ...christmas(year),
    ...ONE_OFF(year),
  ];
}

function lastWeekdayBefore(day: EpochDay): EpochDay {
  let before = day - 1;
  while (isWeekend(before)) before--;
  return before;
}

/** The last sessions before Christmas and before the New Year end at 12:30. */
function earlyCloses(year: number): readonly EpochDay[] {
  return [lastWeekdayBefore(epochDay(year, 12, 25)), lastWeekdayBefore(epochDay(year + 1, 1, 1))];
}

/**
 * London Stock Exchange, continuous trading to 16:30.
 * @see https://www.gov.uk/bank-holidays
 */
export const LONDON: MarketRules = {
  zone: 'Europe/London',
  complete: true,
  closures,
  closeMinute: () => 16 * 60 + 30,
  earlyCloses,
  earlyMinute: 12 * 60 + 30,
};
