import type { Calendar, CalendarId } from '../calendar.ts';
import type { SeriesEntry, SourceRef } from '../series/entry.ts';
import type { EpochDay, Instant } from '../time.ts';

/** What an import asks of the catalogue and the calendars; the doors hand in the real ones. */
export interface Lookups {
  entryOf(id: string): SeriesEntry | undefined;
  byPack(packId: string): readonly { readonly entry: SeriesEntry; readonly source: SourceRef }[];
  calendar(id: CalendarId): Calendar;
  timeOf(entry: SeriesEntry, date: EpochDay): Instant;
  /** NaN for a value that was never published. */
  releaseOf(entry: SeriesEntry, date: EpochDay): Instant;
}
