import { calendar } from '../../../data/calendar.ts';
import { entryOf } from '../../../data/series/index.ts';
import { releaseOf } from '../../../data/series/release.ts';
import { formatInstant, parseDay } from '../../../data/time.ts';

const WEEK = 7;

/** When the value after the one dated `date` is due, by the rule of the series; none where its dates follow no rule. */
export function nextRelease(series: string, date: string): string | undefined {
  const entry = entryOf(series);
  if (!entry || entry.sources.length === 0) return undefined;
  const day = parseDay(date);
  if (entry.frequency !== 'daily' && entry.frequency !== 'weekly') return undefined;
  const following = entry.frequency === 'weekly' ? day + WEEK : calendar(entry.calendar).offset(day, 1);
  const due = releaseOf(entry, following);
  return Number.isNaN(due) ? undefined : formatInstant(due);
}
