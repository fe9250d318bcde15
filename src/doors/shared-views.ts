import type { Store } from '../data/store/store.ts';
import type { Instant } from '../data/time.ts';
import type { View } from '../data/view.ts';

const VIEWS = 4;

/**
 * The store of a server: who asks for the same instant sees through one view until something is committed, and the disk is asked whether
 * something was once in a turn of the event loop, which is over before anyone could tell. A view is read-only.
 */
export function withSharedViews(store: Store): Store {
  const views = new Map<Instant, Promise<View>>();
  let close: Promise<Instant | undefined> | undefined;
  let seen: string | undefined;
  let asked: Promise<string> | undefined;

  function latestCommit(): Promise<string> {
    if (asked === undefined) {
      asked = store.latestCommit();
      const over = () => void setImmediate(() => (asked = undefined));
      asked.then(over, over);
    }
    return asked;
  }

  /** Forgets what was opened before the last commit. */
  async function upToDate(): Promise<void> {
    const commit = await latestCommit();
    if (commit === seen) return;
    seen = commit;
    views.clear();
    close = undefined;
  }

  return {
    ...store,
    latestCommit,
    async latestClose() {
      await upToDate();
      close ??= store.latestClose().catch((error: unknown) => {
        close = undefined;
        throw error;
      });
      return close;
    },
    async asOf(instant) {
      await upToDate();
      const open = views.get(instant) ?? store.asOf(instant);
      views.delete(instant);
      views.set(instant, open);
      open.catch(() => {
        if (views.get(instant) === open) views.delete(instant);
      });
      if (views.size > VIEWS) views.delete(views.keys().next().value as Instant);
      return open;
    },
  };
}
