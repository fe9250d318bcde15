import type { Effects } from '../effects.ts';
import { UserError } from '../errors.ts';
import type { LoadReceipt, Store } from '../store/store.ts';
import { specimenColumns } from './specimen.ts';

/** Changes whenever a value of the specimen does: a home made by another version is made anew. */
export const SPECIMEN_VERSION = 2;

/** Label of the load that holds the specimen. */
export const SPECIMEN_LABEL = `specimen ${SPECIMEN_VERSION}`;

const isSpecimen = (label: string) => /^specimen \d+$/.test(label);

/**
 * Loads the specimen into its own home as one load. Nothing happens when it is there; one of another version is forgotten first.
 * @returns the receipt, or undefined when it was there already.
 * @throws UserError when the home holds other data: real and simulated values never stand together.
 */
export async function writeSpecimen(store: Store, effects: Effects): Promise<LoadReceipt | undefined> {
  if (!(await store.isEmpty())) {
    const loads = (await store.health()).loads.filter((load) => !load.forgotten);
    const other = loads.find((load) => !isSpecimen(load.label));
    if (other) {
      throw new UserError(
        `${store.home} holds real data (${other.label}); the specimen is simulated and is not written beside it`,
        'use --specimen, which keeps it in a home of its own, or name an empty folder with --home',
      );
    }
    if (loads.some((load) => load.label === SPECIMEN_LABEL)) return undefined;
    for (const load of loads) await store.forget(load.load);
  }
  return load(store, effects);
}

async function load(store: Store, effects: Effects): Promise<LoadReceipt> {
  const columns = specimenColumns();
  const progress = effects.progress('Making the specimen (SIMULATED)', columns.length);
  const target = await store.beginLoad(SPECIMEN_LABEL);
  try {
    let done = 0;
    for (const column of columns) {
      await target.add(column);
      progress.update(++done, column.series);
    }
    return await target.commit();
  } catch (error) {
    await target.abandon();
    throw error;
  } finally {
    progress.end();
  }
}
