import { UserError } from '../data/errors.ts';
import type { Store } from '../data/store/store.ts';

/** Nothing to answer from: exit code 3, with the two ways out. */
export function emptyHome(home: string): UserError {
  return new UserError(
    `no data in ${home}`,
    'bring data with `tidemark data import DIR`, or look at a simulated market with --specimen',
    3,
  );
}

/**
 * The store itself when it holds anything.
 * @throws UserError with exit code 3 when it is empty
 */
export async function filled(store: Store): Promise<Store> {
  if (await store.isEmpty()) throw emptyHome(store.home);
  return store;
}

/**
 * The store itself when anything was ever loaded into it, forgotten or not.
 * @throws UserError with exit code 3 otherwise
 */
export async function used(store: Store): Promise<Store> {
  if ((await store.health()).loads.length === 0) throw emptyHome(store.home);
  return store;
}
