import { type Calendar, calendar } from '../calendar.ts';
import type { Series } from '../observation.ts';
import type { Frequency, SeriesEntry } from '../series/entry.ts';
import { entryOf } from '../series/index.ts';
import { dayOf, type EpochDay, formatDay, type Instant } from '../time.ts';
import type { View } from '../view.ts';

/** A series whose last value is older than its frequency allows. `behind` counts sessions for daily series and days for the others. */
export interface StaleSeries {
  readonly id: string;
  readonly last: string;
  readonly behind: number;
  readonly frequency: Frequency;
}

/** Sessions of a daily series, between its first and last value, that have none. */
export interface Gaps {
  readonly id: string;
  readonly missing: number;
  /** The latest of them, newest first. */
  readonly latest: readonly string[];
}

/** Days after the label of the last value until a series counts as stale: its period, its release lag and a week. */
const ALLOWED: Readonly<Record<Exclude<Frequency, 'daily'>, number>> = {
  intraday: 3,
  weekly: 21,
  monthly: 80,
  quarterly: 210,
  irregular: 90,
};
const SESSIONS_ALLOWED = 4;
const SHOWN = 5;

/** Series that have stopped, as seen from an instant; those that never had a value are left out. */
export function staleSeries(series: Iterable<Series>, instant: Instant): StaleSeries[] {
  const today = dayOf(instant - 1);
  const stale: StaleSeries[] = [];
  for (const { entry, dates } of series) {
    const last = dates.at(-1);
    if (last === undefined) continue;
    const behind = behindOf(entry, last, today);
    const allowed = entry.frequency === 'daily' ? SESSIONS_ALLOWED : ALLOWED[entry.frequency];
    if (behind > allowed)
      stale.push({ id: entry.id, last: formatDay(last), behind, frequency: entry.frequency });
  }
  return stale.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function behindOf(entry: SeriesEntry, last: EpochDay, today: EpochDay): number {
  if (entry.frequency !== 'daily') return Math.max(0, today - last);
  return today <= last ? 0 : calendar(entry.calendar).sessions(last + 1, today).length;
}

/** Missing sessions of daily series of the catalogue whose calendar models its holidays; of other series no calendar is known. */
export function gapsOf(series: Iterable<Series>): Gaps[] {
  const gaps: Gaps[] = [];
  for (const { entry, dates } of series) {
    const days = calendar(entry.calendar);
    if (entry.frequency !== 'daily' || !days.complete || dates.length === 0 || !entryOf(entry.id)) continue;
    const missing = missingSessions(dates, days);
    if (missing.length > 0)
      gaps.push({
        id: entry.id,
        missing: missing.length,
        latest: missing.slice(-SHOWN).reverse().map(formatDay),
      });
  }
  return gaps.sort((a, b) => b.missing - a.missing || (a.id < b.id ? -1 : 1));
}

function missingSessions(dates: Int32Array, days: Calendar): EpochDay[] {
  const has = new Set(dates);
  return [...days.sessions(dates[0] as number, dates.at(-1) as number)].filter((day) => !has.has(day));
}

/** Every series of the view that is not a bar column of another. */
export async function mainSeries(view: View): Promise<readonly Series[]> {
  const ids = view.ids();
  const known = new Set(ids);
  const main = ids.filter((id) => !known.has(id.slice(0, Math.max(0, id.lastIndexOf('.')))));
  return [...(await view.seriesMany(main)).values()];
}
