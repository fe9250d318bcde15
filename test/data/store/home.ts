import { afterEach } from 'vitest';
import { type Effects, SILENT_PROGRESS } from '../../../src/data/effects.ts';
import type { ObservationColumns } from '../../../src/data/observation.ts';
import { type HomeTuning, openHome } from '../../../src/data/store/home.ts';
import type { LoadReceipt, Store } from '../../../src/data/store/store.ts';
import { tempFolder } from '../../temp-folder.ts';
import { entryFor } from './rows.ts';

const stores: Store[] = [];

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

/** A folder of its own that goes with the test. */
export function newFolder(): string {
  return tempFolder();
}

/** Effects of a test: a clock that stands still, lines kept. */
export function testEffects(lines: string[] = []): Effects {
  return {
    now: () => Date.UTC(2026, 1, 6),
    log: (line) => void lines.push(line),
    progress: () => SILENT_PROGRESS,
  };
}

/** Opens the store of a home; every id but those that begin with `unknown` is in the catalogue. */
export async function openTest(home: string, tuning: HomeTuning & { lines?: string[] } = {}): Promise<Store> {
  const store = await openHome(
    {
      home,
      effects: testEffects(tuning.lines),
      entry: (id) => (id.startsWith('unknown') ? undefined : entryFor(id)),
    },
    tuning,
  );
  stores.push(store);
  return store;
}

/** One load of the columns given. */
export async function loadAll(
  store: Store,
  columns: readonly ObservationColumns[],
  label = 'test',
): Promise<LoadReceipt> {
  const load = await store.beginLoad(label);
  for (const one of columns) await load.add(one);
  return await load.commit();
}
