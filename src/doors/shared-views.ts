import type { Store } from '../data/store/store.ts';
import type { View } from '../data/view.ts';

/**
 * The store of a server: readers who ask for the same instant in the same turn of the event loop see through one view. A view is
 * read-only, and the turn is over before anyone could tell.
 */
export function withSharedViews(store: Store): Store {
  const views = new Map<number, Promise<View>>();
  return {
    ...store,
    asOf(instant) {
      const open = views.get(instant) ?? store.asOf(instant);
      if (!views.has(instant)) {
        views.set(instant, open);
        const over = () => void setImmediate(() => views.delete(instant));
        open.then(over, over);
      }
      return open;
    },
  };
}
