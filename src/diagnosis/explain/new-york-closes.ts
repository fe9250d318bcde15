import { calendar } from '../../data/calendar.ts';
import type { Series } from '../../data/observation.ts';
import type { SeriesEntry } from '../../data/series/entry.ts';
import { dayOf, type EpochDay } from '../../data/time.ts';
import { countAtMost } from '../../math/sorted.ts';
import { valuesAt } from '../../math/values-at.ts';

const MS_PER_HOUR = 3_600_000;

/** The bar that stands for a New York close may end at most this long before it. */
const LONGEST_GAP = 4 * MS_PER_HOUR;

/**
 * Prices of a coin at the New York closes up to a session: of each the close of the last bar that ended by it, and at most four hours
 * before. Dates are New York sessions, times the ends of the bars; a session without such a bar is not in it.
 * @param bars bars shorter than a day, with the instants of their closes as times.
 * @param entry of the coin that the rows are to stand for.
 */
export function atNewYorkCloses(bars: Series, entry: SeriesEntry, to: EpochDay): Series {
  const market = calendar('new-york');
  const [first] = bars.times;
  const sessions = first === undefined || dayOf(first) > to ? [] : market.sessions(dayOf(first), to);
  const dates: EpochDay[] = [];
  const rows: number[] = [];
  for (const day of sessions) {
    const close = market.closeOf(day);
    const row = countAtMost(bars.times, close) - 1;
    if (row < 0 || close - bars.times[row]! > LONGEST_GAP) continue;
    dates.push(day);
    rows.push(row);
  }
  const pick = (from: Float64Array) => valuesAt(from, rows);
  return {
    entry,
    dates: Int32Array.from(dates),
    times: pick(bars.times),
    values: pick(bars.values),
    knownAt: pick(bars.knownAt),
    flags: Uint16Array.from(rows, (row) => bars.flags[row]!),
    source: Uint8Array.from(rows, (row) => bars.source[row]!),
    sources: bars.sources,
  };
}
