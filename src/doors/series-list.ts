import { UserError } from '../data/errors.ts';
import type { SeriesEntry } from '../data/series/entry.ts';
import { CATALOGUE, entryOf } from '../data/series/index.ts';
import type { Store } from '../data/store/store.ts';
import { formatDay } from '../data/time.ts';
import type { View } from '../data/view.ts';
import { DERIVED } from '../measures/derived/index.ts';

/** A series as it is listed; dates are null where the store has none of it. */
export interface ListedSeries {
  readonly id: string;
  readonly title: string;
  readonly assetClass: string;
  readonly unit: string;
  readonly frequency: string;
  readonly first: string | null;
  readonly last: string | null;
  readonly sources: readonly string[];
}

/**
 * Series that the store holds, with the catalogue's words for them, by id; with `all` also those of the catalogue that it lacks. `part`
 * keeps the ids, titles and classes that contain it.
 */
export async function listSeries(
  store: Store,
  part: string | undefined,
  all: boolean,
): Promise<readonly ListedSeries[]> {
  const health = await store.health();
  const held = new Map(health.series.map((one) => [one.id, one]));
  const entries = new Map(CATALOGUE.map((entry) => [entry.id, entry]));
  const view = await store.asOf((await store.latestClose()) ?? 0);
  for (const id of held.keys()) {
    const entry = view.entry(id);
    if (entry && !isBar(id)) entries.set(id, entry);
  }
  const made = await madeByFormula(view, all, held);
  for (const { entry } of made.values()) entries.set(entry.id, entry);
  const wanted = part?.toLowerCase() ?? '';
  return [...entries.values()]
    .filter((entry) => all || held.has(entry.id) || made.has(entry.id))
    .filter((entry) => wordsOf(entry).some((text) => text.toLowerCase().includes(wanted)))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((entry) => listed(entry, held.get(entry.id) ?? made.get(entry.id)));
}

interface Span {
  readonly first: number;
  readonly last: number;
  readonly sources: readonly string[];
}

type Made = Partial<Span> & { readonly entry: SeriesEntry };

/** Series made by formula that have a value, by id; with `all` also those that have none. */
async function madeByFormula(
  view: View,
  all: boolean,
  held: ReadonlyMap<string, unknown>,
): Promise<ReadonlyMap<string, Made>> {
  const ids = new Set([...view.ids(), ...(all ? DERIVED.map(({ id }) => id) : [])]);
  const made = new Map<string, Made>();
  for (const id of ids) {
    const entry = view.entry(id);
    if (held.has(id) || !entry) continue;
    const span = await spanOf(view, id);
    if (span || all) made.set(id, { entry, sources: ['derived'], ...span });
  }
  return made;
}

/** First and last date; undefined when there is none, or when what it is made from cannot be read, which `data health` tells. */
async function spanOf(view: View, id: string): Promise<Pick<Span, 'first' | 'last'> | undefined> {
  try {
    const { dates } = await view.series(id);
    return dates.length > 0 ? { first: dates[0]!, last: dates.at(-1)! } : undefined;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** A bar column of a series of the catalogue is listed with its series. */
function isBar(id: string): boolean {
  const dot = id.lastIndexOf('.');
  return dot > 0 && entryOf(id.slice(0, dot)) !== undefined;
}

function wordsOf(entry: SeriesEntry): string[] {
  return [entry.id, entry.assetClass, ...Object.values(entry.title)];
}

function listed(entry: SeriesEntry, held: Partial<Span> | undefined): ListedSeries {
  return {
    id: entry.id,
    title: entry.title.en,
    assetClass: entry.assetClass,
    unit: entry.unit,
    frequency: entry.frequency,
    first: held?.first === undefined ? null : formatDay(held.first),
    last: held?.last === undefined ? null : formatDay(held.last),
    sources: held?.sources ?? entry.sources.map(({ provider, symbol }) => `${provider}:${symbol}`),
  };
}
