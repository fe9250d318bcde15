import type { Series } from '../../data/observation.ts';
import { alignSeries } from '../../data/panel.ts';
import type { SeriesEntry } from '../../data/series/entry.ts';
import { CATALOGUE } from '../../data/series/index.ts';
import type { EpochDay } from '../../data/time.ts';
import { flagNames, type ObservationRecord, type View } from '../../data/view.ts';
import { type DerivedSeries, derivedCatalogue, type RefusedEntry } from './catalogue.ts';
import type { SeriesWorld } from './compile.ts';
import { derivationOf } from './derivation.ts';
import type { DerivedEntry } from './entry.ts';
import { evaluate } from './evaluate.ts';

export interface WithDerivedOptions {
  /** What becomes of the data version where entries are not those of the program. */
  readonly versionOf?: (dataVersion: string) => string;
  /** Told of entries that are refused, which are then left out; without it the first of them is thrown. */
  readonly refused?: (entry: RefusedEntry) => void;
}

/** Series that a formula over this view can name, besides derived ones. */
export function worldOf(view: View): SeriesWorld {
  return {
    entry: (id) => view.entry(id),
    ids: [...new Set([...CATALOGUE.map(({ id }) => id), ...view.ids()])],
  };
}

/**
 * A view that knows derived series besides its own. Each is evaluated when it is first asked for, from what the view knows, and kept.
 * `ids()` lists a derived series when all that it is made from has a value. Where the store has a series with the id of a derived one, the
 * derived one stands.
 * @throws RangeError for an entry that is refused, unless `refused` is told.
 */
export function withDerived(
  view: View,
  entries: readonly DerivedEntry[],
  { versionOf = (version) => version, refused = refuse }: WithDerivedOptions = {},
): View {
  const catalogue = derivedCatalogue(entries, worldOf(view));
  const derived = catalogue.series;
  catalogue.refused.forEach(refused);
  const kept = new Map<string, Promise<Series>>();
  const visible = visibleIds(view, derived);

  const entry = (id: string): SeriesEntry | undefined => derived.get(id)?.entry ?? view.entry(id);
  const requireKnown = (id: string): void => {
    if (!entry(id)) throw new RangeError(`unknown series: "${id}"`);
  };
  const resolve = (id: string): Promise<Series> => {
    const made = derived.get(id);
    if (!made) return view.series(id);
    const had = kept.get(id);
    if (had) return had;
    const fresh = inputsOf(made).then((inputs) => evaluate(made.compiled, made.entry, inputs));
    fresh.catch(() => kept.delete(id));
    kept.set(id, fresh);
    return fresh;
  };
  const inputsOf = async ({ compiled }: DerivedSeries): Promise<Series[]> => {
    const ids = compiled.columns.map((column) => column.entry.id);
    const found = await many(ids);
    return ids.map((id) => found.get(id)!);
  };
  const many = async (ids: readonly string[]): Promise<ReadonlyMap<string, Series>> => {
    for (const id of ids) requireKnown(id);
    const own = await view.seriesMany(ids.filter((id) => !derived.has(id)));
    const made = await Promise.all(
      ids.filter((id) => derived.has(id)).map(async (id) => [id, await resolve(id)] as const),
    );
    const all = new Map([...own, ...made]);
    return new Map(ids.map((id) => [id, all.get(id)!]));
  };

  return Object.freeze({
    instant: view.instant,
    dataVersion: versionOf(view.dataVersion),
    simulated: view.simulated,
    ids: () => visible,
    entry,
    series: async (id: string) => {
      requireKnown(id);
      return copied(await resolve(id));
    },
    seriesMany: async (ids: readonly string[]) =>
      new Map([...(await many(ids))].map(([id, one]) => [id, derived.has(id) ? copied(one) : one])),
    panel: async (request) => {
      if (!request.ids.some((id) => derived.has(id))) return view.panel(request);
      const found = await many(request.ids);
      return alignSeries(
        request.ids.map((id) => found.get(id)!),
        request,
      );
    },
    table: (id: string) => view.table(id),
    history: async (id: string, date: EpochDay) =>
      derived.has(id) ? printsOf(await resolve(id), date) : view.history(id, date),
    derivation: async (id: string, date: EpochDay) => {
      const made = derived.get(id);
      return made && derivationOf(made.compiled, await inputsOf(made), date);
    },
  } satisfies View);
}

function refuse({ id, error }: RefusedEntry): never {
  throw new RangeError(`${id}: ${error.message}`);
}

function visibleIds(view: View, derived: ReadonlyMap<string, DerivedSeries>): readonly string[] {
  const visible = new Set(view.ids());
  for (const [id, { compiled }] of derived) {
    if (compiled.columns.every((column) => visible.has(column.entry.id))) visible.add(id);
  }
  return Object.freeze([...visible].sort());
}

/** The value as it stands: what it was before a revision of an input is asked of an earlier view. */
function printsOf(series: Series, date: EpochDay): readonly ObservationRecord[] {
  const row = series.dates.indexOf(date);
  if (row < 0) return [];
  return [
    {
      series: series.entry.id,
      date,
      time: series.times[row]!,
      value: series.values[row]!,
      knownAt: series.knownAt[row]!,
      rule: 'derived',
      flags: flagNames(series.flags[row]!),
      source: series.sources[series.source[row]!]!,
      load: '',
    },
  ];
}

/** A reader may write into what it gets: everyone gets arrays of their own. */
function copied(series: Series): Series {
  return Object.freeze({
    ...series,
    dates: series.dates.slice(),
    times: series.times.slice(),
    values: series.values.slice(),
    knownAt: series.knownAt.slice(),
    flags: series.flags.slice(),
    source: series.source.slice(),
    sources: Object.freeze(series.sources.slice()),
  });
}
