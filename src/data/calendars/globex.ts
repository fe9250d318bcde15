import { oneOffs } from './dates.ts';
import type { MarketRules } from './market.ts';
import { exchangeHolidays } from './new-york.ts';

/** The floors of New York were shut; electronic trading began again on 14 September. */
const SHUT = oneOffs(['2001-09-11', '2001-09-12', '2001-09-13', '2004-06-11']);

/**
 * Trading days of US futures on metals and energy, which end at 17:00 New York. On US holidays there is a short session that belongs to
 * the next trading day, so the label skips them; days of mourning of the stock exchange are trading days here.
 * @see https://www.cmegroup.com/trading-hours.html
 */
export const CME: MarketRules = {
  zone: 'America/New_York',
  complete: true,
  closures: (year) => [...exchangeHolidays(year), ...SHUT(year)],
  closeMinute: () => 17 * 60,
};

/** Foreign exchange, around the clock from Monday to Friday; the day ends at 17:00 New York. */
export const FX: MarketRules = {
  zone: 'America/New_York',
  complete: true,
  closures: () => [],
  closeMinute: () => 17 * 60,
};
