import type { SeriesEntry } from '../series/entry.ts';

/** Sources in the order in which they are believed: those the entry names, as it names them, then the others by name. */
export function preferredFirst(entry: SeriesEntry, sources: Iterable<string>): string[] {
  const named = entry.sources.map((source) => `${source.provider}:${source.symbol}`);
  const rank = (source: string): number => {
    const at = named.indexOf(source);
    return at < 0 ? named.length : at;
  };
  return [...new Set(sources)].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0));
}
