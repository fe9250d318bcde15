import type { Effects } from '../data/effects.ts';
import type { Store } from '../data/store/store.ts';
import type { View } from '../data/view.ts';
import { DERIVED, withDerived } from '../measures/derived/index.ts';
import {
  type Refusal,
  refusalOf,
  type UserEntries,
  userEntries,
  userEntriesState,
  versionWith,
} from './derived-files.ts';

/**
 * A store whose views know the series made by formula: those of the program and those in the files of the home, which are read anew for each
 * view. A definition that cannot be used is left out and said once.
 */
export function withDerivedSeries(store: Store, effects: Effects): Store {
  const said = new Set<string>();
  const say = ({ message, hint }: Refusal): void => {
    if (said.has(message)) return;
    said.add(message);
    effects.log(`tidemark: left out: ${message}\n  hint: ${hint}`);
  };
  return {
    ...store,
    latestCommit: async () => `${await store.latestCommit()}.${userEntriesState(store.home)}`,
    asOf: async (instant) => derivedView(await store.asOf(instant), userEntries(store.home), say),
  };
}

function derivedView(view: View, { entries, refusals }: UserEntries, say: (refusal: Refusal) => void): View {
  refusals.forEach(say);
  const fresh = entries.filter(({ file, entry: { id } }) => {
    if (view.entry(id) === undefined) return true;
    say(refusalOf({ id, error: new RangeError('there is a series of this id already; rename it') }, file));
    return false;
  });
  const own = fresh.map(({ entry }) => entry);
  const fileOf = new Map(fresh.map(({ file, entry }) => [entry.id, file]));
  return withDerived(view, [...DERIVED, ...own], {
    versionOf: versionWith(own),
    refused: (entry) => say(refusalOf(entry, fileOf.get(entry.id) ?? 'the program')),
  });
}
