import { civil, monthStart } from '../../../../data/calendars/dates.ts';
import type { EpochDay } from '../../../../data/time.ts';
import type { FundSessions } from './sessions.ts';

export interface YearToDate {
  /** First and last row; from > to when there is none. */
  readonly from: number;
  readonly to: number;
  readonly usd: number;
  /** Σ F_t / P_t; NaN when a price is missing. */
  readonly coins: number;
}

/** The same day one year earlier; 29 February becomes the 28th. */
export function yearBefore(day: EpochDay): EpochDay {
  const [year, month, date] = civil(day);
  return Math.min(monthStart(year - 1, month) + date, monthStart(year - 1, month + 1)) - 1;
}

/** Flows from 1 January of the year of `day` up to it, in dollars and in coins. */
export function yearToDate({ dates, total, price }: FundSessions, day: EpochDay): YearToDate {
  const start = monthStart(civil(day)[0], 1);
  const from = firstAtOrAfter(dates, start);
  const to = firstAtOrAfter(dates, day + 1) - 1;
  let [usd, coins] = [0, 0];
  for (let row = from; row <= to; row++) {
    usd += total[row]!;
    coins += total[row]! / price[row]!;
  }
  return from > to ? { from, to, usd: Number.NaN, coins: Number.NaN } : { from, to, usd, coins };
}

function firstAtOrAfter(dates: Int32Array, day: EpochDay): number {
  const at = dates.findIndex((date) => date >= day);
  return at < 0 ? dates.length : at;
}

/** Coins taken in since 1 January at each session of the year of the last one, and up to the same day of the year before. */
export function yearLines(sessions: FundSessions) {
  const last = sessions.dates.at(-1);
  if (last === undefined) return { dates: [], thisYear: [], lastYear: [] };
  const { from } = yearToDate(sessions, last);
  const days = sessions.dates.subarray(from);
  return {
    dates: [...days],
    thisYear: Array.from(days, (day) => yearToDate(sessions, day).coins),
    lastYear: Array.from(days, (day) => yearToDate(sessions, yearBefore(day)).coins),
  };
}
