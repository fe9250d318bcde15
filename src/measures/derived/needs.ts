import type { SeriesEntry } from '../../data/series/entry.ts';
import type { DerivedEntry } from './entry.ts';

/** Series that are not made by formula and to which an entry comes down, through those of `entries`. */
export function rootsOf({ of }: DerivedEntry, entries: readonly DerivedEntry[]): readonly string[] {
  const below = Object.values(of).flatMap((id) => {
    const made = entries.find((one) => one.id === id);
    return made
      ? rootsOf(
          made,
          entries.filter((one) => one !== made),
        )
      : [id];
  });
  return [...new Set(below)];
}

/** Series of the catalogue behind an entry that no data pack offers: without a file of each it yields nothing. */
export function needsOf(
  entry: DerivedEntry,
  entries: readonly DerivedEntry[],
  entryOf: (id: string) => SeriesEntry | undefined,
): readonly SeriesEntry[] {
  return rootsOf(entry, entries).flatMap((id) => {
    const series = entryOf(id);
    return series && !series.sources.some(({ pack }) => pack) ? [series] : [];
  });
}
