import { SILENT_PROGRESS } from '../src/data/effects.ts';
import { importPath } from '../src/data/import/import-path.ts';
import { entryOf } from '../src/data/series/index.ts';
import { openStore } from '../src/data/store/open.ts';
import type { Store } from '../src/data/store/store.ts';
import { withDerivedSeries } from '../src/doors/derived-store.ts';

const EFFECTS = { now: () => Date.now(), log: () => {}, progress: () => SILENT_PROGRESS };

/** The store of a home as it is. */
export async function homeStore(home: string): Promise<Store> {
  return withDerivedSeries(await openStore({ home, effects: EFFECTS, entry: entryOf }), EFFECTS);
}

/** The store of a home with a data pack in it: imported when the home is empty, by whoever comes first. */
export async function packStore(pack: string, home: string): Promise<Store> {
  const store = await homeStore(home);
  if (await store.isEmpty()) await importPath(pack, {}, store, EFFECTS);
  return store;
}
