import type { Language } from '../data/series/entry.ts';
import { parseDay } from '../data/time.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function partsOf(iso: string): DayParts {
  if (Number.isNaN(parseDay(iso)))
    throw new RangeError(`not a date: "${iso}"; allowed: YYYY-MM-DD that exists`);
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  return { year, month, day };
}

/** A date in a sentence: "5 Feb 2026", "2026年2月5日". */
export function dayInWords(iso: string, language: Language): string {
  const { year, month, day } = partsOf(iso);
  return language === 'en' ? `${day} ${MONTHS[month - 1]} ${year}` : `${year}年${month}月${day}日`;
}

/** A date without its year, where the year has just been said: "5 Feb", "2月5日". */
export function shortDay(iso: string, language: Language): string {
  const { month, day } = partsOf(iso);
  return language === 'en' ? `${day} ${MONTHS[month - 1]}` : `${month}月${day}日`;
}

/** A date in a table: "5 Feb 2026" in English, ISO in Chinese. */
export function dayInTable(iso: string, language: Language): string {
  return language === 'en' ? dayInWords(iso, language) : iso;
}

/** An instant, always with its zone: "2026-02-06 01:00 UTC". */
export function instantInWords(iso: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)Z$/.exec(iso);
  if (!match) throw new RangeError(`not a UTC instant: "${iso}"; allowed: YYYY-MM-DDTHH:MM[:SS]Z`);
  const clock = match[2] as string;
  const shown = clock.length > 5 ? clock.replace(/:00(\.0+)?$/, '') : clock;
  return `${match[1]} ${shown} UTC`;
}

/** Year of an ISO date. */
export function yearOf(iso: string): number {
  return partsOf(iso).year;
}
