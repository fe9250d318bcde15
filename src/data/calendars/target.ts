import { type EpochDay, epochDay } from '../time.ts';
import { easterSunday, oneOffs } from './dates.ts';
import type { MarketRules } from './market.ts';

const YEAR_ENDS = oneOffs(['1999-12-31', '2001-12-31']);

function closures(year: number): readonly EpochDay[] {
  const easter = easterSunday(year);
  const always = [epochDay(year, 1, 1), epochDay(year, 12, 25), ...YEAR_ENDS(year)];
  if (year < 2000) return always;
  return [...always, easter - 2, easter + 1, epochDay(year, 5, 1), epochDay(year, 12, 26)];
}

/**
 * Business days of the European payment system, which close at 18:00; Euronext keeps the same days.
 * @see ECB press release of 14 December 2000, TARGET closing days
 */
export const TARGET: MarketRules = {
  zone: 'Europe/Berlin',
  complete: true,
  closures,
  closeMinute: () => 18 * 60,
};
