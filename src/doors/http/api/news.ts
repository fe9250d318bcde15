import { setTimeout as wait } from 'node:timers/promises';
import { formatInstant } from '../../../data/time.ts';
import type { DataQuestions } from '../../data-questions.ts';

/** What is in the store now. */
export interface Fresh {
  readonly latestClose: string | null;
  readonly dataVersion: string | null;
}

type Tell = (fresh: Fresh) => void;

/** Tells those who listen what is in the store, at once and after each commit, of whatever process. */
export interface News {
  readonly listen: (tell: Tell) => () => void;
}

const EVERY_MS = 2000;

/** The disk is asked for the last commit every two seconds, while anyone listens. */
export function newsOf(data: DataQuestions, log: (line: string) => void, everyMs = EVERY_MS): News {
  const listeners = new Set<Tell>();
  let isWatching = false;

  async function watch(): Promise<void> {
    let commit: string | undefined;
    while (listeners.size > 0) {
      try {
        const now = await data.latestCommit();
        if (commit !== undefined && now !== commit) await tellAll();
        commit = now;
      } catch (error) {
        log(`the store cannot be watched: ${error instanceof Error ? error.message : error}`);
      }
      await wait(everyMs, undefined, { ref: false });
    }
    isWatching = false;
  }

  async function tellAll(): Promise<void> {
    const fresh = await freshIn(data);
    for (const tell of listeners) tell(fresh);
  }

  return {
    listen(tell) {
      const one: Tell = (fresh) => tell(fresh);
      freshIn(data).then(
        (fresh) => {
          if (listeners.has(one)) tell(fresh);
        },
        (error: Error) => log(`the store cannot be read: ${error.message}`),
      );
      listeners.add(one);
      if (!isWatching) {
        isWatching = true;
        void watch();
      }
      return () => void listeners.delete(one);
    },
  };
}

async function freshIn(data: DataQuestions): Promise<Fresh> {
  const latest = await data.latestClose();
  if (latest === undefined) return { latestClose: null, dataVersion: null };
  return { latestClose: formatInstant(latest), dataVersion: (await data.seen(latest)).dataVersion };
}
