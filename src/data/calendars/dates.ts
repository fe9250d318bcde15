import { type EpochDay, epochDay, MS_PER_DAY, weekdayOf } from '../time.ts';

export const SUNDAY = 0;
export const MONDAY = 1;
export const TUESDAY = 2;
export const WEDNESDAY = 3;
export const THURSDAY = 4;
export const FRIDAY = 5;
export const SATURDAY = 6;

/** Year, month (1–12) and day of the month of an epoch day. */
export function civil(day: EpochDay): readonly [year: number, month: number, day: number] {
  const date = new Date(day * MS_PER_DAY);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

export function yearOf(day: EpochDay): number {
  return new Date(day * MS_PER_DAY).getUTCFullYear();
}

/** First day of a month; months outside 1–12 run into the years before and after. */
export function monthStart(year: number, month: number): EpochDay {
  return Date.UTC(year, month - 1, 1) / MS_PER_DAY;
}

/** First `weekday` (0 = Sunday) on or after a day. */
export function onOrAfter(day: EpochDay, weekday: number): EpochDay {
  return day + ((weekday - weekdayOf(day) + 7) % 7);
}

/** Last `weekday` on or before a day. */
export function onOrBefore(day: EpochDay, weekday: number): EpochDay {
  return day - ((weekdayOf(day) - weekday + 7) % 7);
}

export function nthWeekday(year: number, month: number, weekday: number, n: number): EpochDay {
  return onOrAfter(monthStart(year, month), weekday) + 7 * (n - 1);
}

export function lastWeekday(year: number, month: number, weekday: number): EpochDay {
  return onOrBefore(monthStart(year, month + 1) - 1, weekday);
}

export function isWeekend(day: EpochDay): boolean {
  const weekday = weekdayOf(day);
  return weekday === SUNDAY || weekday === SATURDAY;
}

/** A holiday on Sunday is kept on Monday. */
export function sundayToMonday(day: EpochDay): EpochDay {
  return weekdayOf(day) === SUNDAY ? day + 1 : day;
}

/** A holiday on Saturday is kept on Friday, one on Sunday on Monday. */
export function nearestWeekday(day: EpochDay): EpochDay {
  return weekdayOf(day) === SATURDAY ? day - 1 : sundayToMonday(day);
}

/** Epoch days of one-off dates written `YYYY-MM-DD`, split by year. */
export function oneOffs(dates: readonly string[]): (year: number) => readonly EpochDay[] {
  const byYear = new Map<number, EpochDay[]>();
  for (const text of dates) {
    const year = Number(text.slice(0, 4));
    const day = epochDay(year, Number(text.slice(5, 7)), Number(text.slice(8, 10)));
    byYear.set(year, [...(byYear.get(year) ?? []), day]);
  }
  return (year) => byYear.get(year) ?? [];
}

/**
 * Easter Sunday of the Gregorian calendar.
 * @see Meeus, Astronomical Algorithms (1998), chapter 8: the anonymous algorithm of Nature, 1876.
 */
export function easterSunday(year: number): EpochDay {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return epochDay(year, Math.floor(n / 31), (n % 31) + 1);
}
