import type { SeriesEntry } from '../../data/series/entry.ts';
import { type Compiled, compile, type SeriesWorld } from './compile.ts';
import type { DerivedEntry } from './entry.ts';
import { seriesEntryOf } from './series-entry.ts';

/** A derived series ready to be evaluated. */
export interface DerivedSeries {
  readonly compiled: Compiled;
  readonly entry: SeriesEntry;
}

/** An entry that is refused, and why. */
export interface RefusedEntry {
  readonly id: string;
  readonly error: RangeError;
}

export interface DerivedCatalogue {
  /** By id; an entry stands after those that it is made of. */
  readonly series: ReadonlyMap<string, DerivedSeries>;
  readonly refused: readonly RefusedEntry[];
}

/**
 * Compiles entries in the order in which they need one another; what is refused is left out with its reason, and so is what is made of it.
 * `world` knows the series that are not derived; of two with one id the derived one stands.
 */
export function derivedCatalogue(entries: readonly DerivedEntry[], world: SeriesWorld): DerivedCatalogue {
  const series = new Map<string, DerivedSeries>();
  const refused = new Map<string, RangeError>();
  const byId = new Map<string, DerivedEntry>();
  const twice: RefusedEntry[] = [];
  for (const entry of entries) {
    const { id } = entry;
    if (!byId.has(id)) byId.set(id, entry);
    else twice.push({ id, error: new RangeError(`there is a derived series ${id} already; rename one`) });
  }
  const all: SeriesWorld = {
    ids: [...world.ids, ...byId.keys()],
    entry: (id) => series.get(id)?.entry ?? (byId.has(id) ? undefined : world.entry(id)),
  };
  const under: string[] = [];
  const build = (entry: DerivedEntry): void => {
    if (series.has(entry.id) || refused.has(entry.id)) return;
    under.push(entry.id);
    const needed = Object.values(entry.of).filter((id) => byId.has(id));
    const circle = needed.find((id) => under.includes(id));
    if (circle === undefined) for (const id of needed) build(byId.get(id)!);
    under.pop();
    try {
      if (circle !== undefined) throw circular([...under.slice(under.indexOf(circle)), entry.id]);
      const broken = needed.find((id) => refused.has(id));
      if (broken !== undefined)
        throw new RangeError(`made of ${broken}, which is refused: ${refused.get(broken)!.message}`);
      const compiled = compile(entry, all);
      series.set(entry.id, { compiled, entry: seriesEntryOf(compiled) });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      refused.set(entry.id, error);
    }
  };
  for (const entry of byId.values()) build(entry);
  return { series, refused: [...[...refused].map(([id, error]) => ({ id, error })), ...twice] };
}

function circular(path: readonly string[]): RangeError {
  return new RangeError(`made of itself: ${[...path, path[0]].join(' → ')}; break the circle`);
}
