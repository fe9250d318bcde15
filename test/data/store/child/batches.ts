import { SILENT_PROGRESS } from '../../../../src/data/effects.ts';
import { openHome } from '../../../../src/data/store/home.ts';
import type { Store } from '../../../../src/data/store/store.ts';
import { columnsOf, entryFor } from '../rows.ts';

export const IDS = ['a', 'b', 'c'];
export const ROWS_A_BATCH = 50;

/** A store that cuts small segments and compacts often, so that a kill meets every stage. */
export function openSmall(home: string): Promise<Store> {
  const effects = { now: () => 0, log: () => undefined, progress: () => SILENT_PROGRESS };
  return openHome({ home, effects, entry: (id) => entryFor(id) }, { segmentRows: 60, maxSegments: 6 });
}

/** Batch n: for every series ROWS_A_BATCH dates with the value n. */
export async function loadBatch(store: Store, n: number): Promise<void> {
  const load = await store.beginLoad(`batch ${n}`);
  for (const id of IDS) {
    const rows = Array.from({ length: ROWS_A_BATCH }, (_, i) => ({ date: n * ROWS_A_BATCH + i, value: n }));
    await load.add(columnsOf(id, rows));
  }
  await load.commit();
}

/** Numbers of the batches in the store, ascending. Throws when one is there in part. */
export async function batchesIn(store: Store): Promise<number[]> {
  const view = await store.asOf(Number.MAX_SAFE_INTEGER);
  const counts = new Map<number, number>();
  for (const [, series] of await view.seriesMany(IDS)) {
    for (const value of series.values) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  for (const [batch, rows] of counts) {
    if (rows !== IDS.length * ROWS_A_BATCH) throw new Error(`batch ${batch} has ${rows} rows`);
  }
  return [...counts.keys()].sort((a, b) => a - b);
}
