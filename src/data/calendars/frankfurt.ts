import { type EpochDay, epochDay } from '../time.ts';
import { easterSunday, oneOffs } from './dates.ts';
import type { MarketRules } from './market.ts';

const ONE_OFF = oneOffs(['1999-05-13', '1999-05-24', '1999-06-03', '2000-10-03', '2007-05-28', '2017-10-31']);

/** Whit Monday was a holiday of the exchange in 2015 to 2021, German Unity Day in 2014 to 2020. */
function nationalDays(year: number): readonly EpochDay[] {
  return [
    ...(year >= 2015 && year <= 2021 ? [easterSunday(year) + 50] : []),
    ...(year >= 2014 && year <= 2020 ? [epochDay(year, 10, 3)] : []),
  ];
}

function closures(year: number): readonly EpochDay[] {
  const easter = easterSunday(year);
  return [
    epochDay(year, 1, 1),
    easter - 2,
    easter + 1,
    epochDay(year, 5, 1),
    epochDay(year, 12, 24),
    epochDay(year, 12, 25),
    epochDay(year, 12, 26),
    epochDay(year, 12, 31),
    ...nationalDays(year),
    ...ONE_OFF(year),
  ];
}

const EVENING_FROM = epochDay(2000, 6, 2);
const EVENING_TO = epochDay(2003, 10, 31);

/**
 * Xetra, to 17:30; from June 2000 to October 2003 to 20:00.
 * @see https://www.xetra.com/xetra-en/trading/trading-calendar-and-trading-hours
 */
export const FRANKFURT: MarketRules = {
  zone: 'Europe/Berlin',
  complete: true,
  closures,
  closeMinute: (day) => (day >= EVENING_FROM && day <= EVENING_TO ? 20 * 60 : 17 * 60 + 30),
};
