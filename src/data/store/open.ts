import { openHome } from './home.ts';
import type { OpenOptions, Store } from './store.ts';

/**
 * Opens the store of a home; a home that does not exist is an empty store.
 * @throws UserError when the home holds a store of another format
 */
export function openStore(options: OpenOptions): Promise<Store> {
  return openHome(options);
}
