import { type EpochDay, epochDay, weekdayOf } from '../time.ts';
import { easterSunday, SATURDAY, sundayToMonday } from './dates.ts';
import type { MarketRules } from './market.ts';

function newYearAndChristmas(year: number): readonly EpochDay[] {
  return [epochDay(year, 1, 1), epochDay(year, 12, 25)]
    .filter((day) => weekdayOf(day) !== SATURDAY)
    .map(sundayToMonday);
}

/**
 * US futures on metals and energy: the trading day ends at 17:00 New York. Closed on New Year's Day, Good Friday and Christmas; on
 * other US holidays the session is short and often belongs to the next trading day.
 * @see https://www.cmegroup.com/trading-hours.html
 */
export const CME: MarketRules = {
  zone: 'America/New_York',
  complete: true,
  closures: (year) => [...newYearAndChristmas(year), easterSunday(year) - 2],
  closeMinute: () => 17 * 60,
};

/** Foreign exchange, around the clock from Monday to Friday; the day ends at 17:00 New York. */
export const FX: MarketRules = {
  zone: 'America/New_York',
  complete: true,
  closures: () => [],
  closeMinute: () => 17 * 60,
};
