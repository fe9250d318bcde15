import { type EpochDay, epochDay, weekdayOf } from '../time.ts';
import { civil, MONDAY, nthWeekday, oneOffs, SATURDAY, SUNDAY } from './dates.ts';
import type { MarketRules } from './market.ts';

/**
 * Day of March or September of the equinox, by the approximation that the Japanese law itself does not fix but which holds for 1900–2099.
 * March: ⌊20.8431 + 0.242194·(y − 1980)⌋ − ⌊(y − 1980)/4⌋; September with 23.2488; both with ⌊(y − 1983)/4⌋ and 20.8357, 23.2588 before 1980.
 * @see Nautical Almanac Office (海上保安庁水路部), 新しい暦の計算
 */
function equinox(year: number, month: 3 | 9): EpochDay {
  const [before, since] = month === 3 ? [20.8357, 20.8431] : [23.2588, 23.2488];
  const constant = year < 1980 ? before : since;
  const leap = Math.trunc((year - (year < 1980 ? 1983 : 1980)) / 4);
  return epochDay(year, month, Math.floor(constant + 0.242194 * (year - 1980)) - leap);
}

const OLYMPIC: Readonly<Record<number, readonly string[]>> = {
  2020: ['2020-07-23', '2020-07-24', '2020-08-10'],
  2021: ['2021-07-22', '2021-07-23', '2021-08-08'],
};
const OLYMPIC_DAYS = oneOffs(Object.values(OLYMPIC).flat());

const IMPERIAL = oneOffs([
  '1959-04-10',
  '1989-02-24',
  '1990-11-12',
  '1993-06-09',
  '2019-05-01',
  '2019-10-22',
]);

function emperorsBirthday(year: number): readonly EpochDay[] {
  if (year <= 1988) return [];
  if (year <= 2018) return [epochDay(year, 12, 23)];
  return year >= 2020 ? [epochDay(year, 2, 23)] : [];
}

/** Marine, Mountain and Sports Day, which the Olympic years moved. */
function summerDays(year: number): readonly EpochDay[] {
  if (OLYMPIC[year]) return OLYMPIC_DAYS(year);
  const marine =
    year >= 2003 ? [nthWeekday(year, 7, MONDAY, 3)] : year >= 1996 ? [epochDay(year, 7, 20)] : [];
  const mountain = year >= 2016 ? [epochDay(year, 8, 11)] : [];
  const sports =
    year >= 2000 ? [nthWeekday(year, 10, MONDAY, 2)] : year >= 1966 ? [epochDay(year, 10, 10)] : [];
  return [...marine, ...mountain, ...sports];
}

function agedDay(year: number): readonly EpochDay[] {
  if (year < 1966) return [];
  return [year >= 2003 ? nthWeekday(year, 9, MONDAY, 3) : epochDay(year, 9, 15)];
}

function namedHolidays(year: number): readonly EpochDay[] {
  return [
    epochDay(year, 1, 1),
    year >= 2000 ? nthWeekday(year, 1, MONDAY, 2) : epochDay(year, 1, 15),
    ...(year >= 1967 ? [epochDay(year, 2, 11)] : []),
    equinox(year, 3),
    epochDay(year, 4, 29),
    epochDay(year, 5, 3),
    ...(year >= 2007 ? [epochDay(year, 5, 4)] : []),
    epochDay(year, 5, 5),
    ...agedDay(year),
    equinox(year, 9),
    epochDay(year, 11, 3),
    epochDay(year, 11, 23),
    ...summerDays(year),
    ...emperorsBirthday(year),
    ...IMPERIAL(year),
  ];
}

const SUBSTITUTES_SINCE = epochDay(1973, 4, 12);
const BETWEEN_SINCE = 1986;

/** A holiday on Sunday is given back on the next day that is none; before 2007 on the Monday only. */
function substitutes(year: number, named: ReadonlySet<EpochDay>): readonly EpochDay[] {
  const given: EpochDay[] = [];
  for (const day of named) {
    if (weekdayOf(day) !== SUNDAY || day < SUBSTITUTES_SINCE) continue;
    let next = day + 1;
    while (year >= 2007 && named.has(next)) next++;
    if (!named.has(next)) given.push(next);
  }
  return given;
}

/** Citizens' holidays: a weekday between two holidays. */
function between(year: number, named: ReadonlySet<EpochDay>): readonly EpochDay[] {
  if (year < BETWEEN_SINCE) return [];
  return [...named]
    .filter((day) => named.has(day + 2) && !named.has(day + 1))
    .map((day) => day + 1)
    .filter((day) => weekdayOf(day) !== SUNDAY);
}

/** National holidays of Japan by the law of 1948 and its amendments. */
export function japaneseHolidays(year: number): readonly EpochDay[] {
  const named = new Set(namedHolidays(year));
  return [...named, ...between(year, named), ...substitutes(year, named)];
}

function closures(year: number): readonly EpochDay[] {
  return [
    ...japaneseHolidays(year),
    epochDay(year, 1, 2),
    epochDay(year, 1, 3),
    ...(year <= 1988 ? [epochDay(year, 12, 29), epochDay(year, 12, 30)] : []),
    epochDay(year, 12, 31),
  ];
}

const LAST_SATURDAY = epochDay(1989, 1, 28);

function opens(day: EpochDay): boolean {
  const weekday = weekdayOf(day);
  if (weekday === SUNDAY) return false;
  return weekday !== SATURDAY || (day <= LAST_SATURDAY && isTradingSaturday(day));
}

const SECOND_SINCE = epochDay(1983, 8, 1);
const THIRD_AGAIN_SINCE = epochDay(1986, 8, 1);

/** Closed was the third Saturday of a month, since August 1983 the second, since August 1986 both. */
function isTradingSaturday(day: EpochDay): boolean {
  const nth = Math.floor((civil(day)[2] - 1) / 7) + 1;
  if (nth === 3) return day >= SECOND_SINCE && day < THIRD_AGAIN_SINCE;
  return nth !== 2 || day < SECOND_SINCE;
}

const HALF_PAST_THREE = epochDay(2024, 11, 5);

function closeMinute(day: EpochDay): number {
  if (weekdayOf(day) === SATURDAY) return 11 * 60;
  return day >= HALF_PAST_THREE ? 15 * 60 + 30 : 15 * 60;
}

/**
 * Tokyo Stock Exchange: to 15:00, since 5 November 2024 to 15:30; on the Saturdays before February 1989 to 11:00.
 * @see https://www.jpx.co.jp/english/corporate/about-jpx/calendar/
 */
export const TOKYO: MarketRules = { zone: 'Asia/Tokyo', complete: true, closures, opens, closeMinute };
