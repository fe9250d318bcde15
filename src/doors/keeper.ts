import type { Effects, Progress } from '../data/effects.ts';
import { Cancelled, type How } from './how.ts';

/** How an answer is made for all who wait for it. */
export interface SharedHow {
  readonly signal: AbortSignal;
  readonly progress: Effects['progress'];
}

/** One computation for all who ask the same while it runs, and for those who ask later while it is kept. */
export type Keep = <T>(
  asked: readonly unknown[],
  answer: (how: SharedHow) => Promise<T>,
  how: How,
) => Promise<T>;

/** Keeps the latest answers by what was asked; one that failed is asked again, one that all have left is ended. */
export function keeper(most: number): Keep {
  const kept = new Map<string, Shared<unknown>>();
  return <T>(asked: readonly unknown[], answer: (how: SharedHow) => Promise<T>, how: How) => {
    if (how.signal?.aborted) return Promise.reject(new Cancelled());
    const key = JSON.stringify(asked);
    const had = kept.get(key) as Shared<T> | undefined;
    if (had) return had.join(how);
    const forget = () => {
      if (kept.get(key) === (shared as Shared<unknown>)) kept.delete(key);
    };
    const shared = new Shared(answer, forget);
    kept.set(key, shared as Shared<unknown>);
    if (kept.size > most) kept.delete(kept.keys().next().value as string);
    return shared.join(how);
  };
}

interface Stage {
  readonly title: string;
  readonly total: number;
  last?: readonly [done: number, detail: string | undefined];
}

/** Work that several wait for: each is told how far it is, and it ends when the last of them has left. */
class Shared<T> {
  readonly #end = new AbortController();
  readonly #tellers = new Map<How, Progress | undefined>();
  readonly #answer: Promise<T>;
  readonly #forget: () => void;
  #stage: Stage | undefined;
  #waiting = 0;
  #isOver = false;

  constructor(answer: (how: SharedHow) => Promise<T>, forget: () => void) {
    this.#forget = forget;
    const over = () => {
      this.#isOver = true;
    };
    this.#answer = answer({
      signal: this.#end.signal,
      progress: (title, total) => this.#begin(title, total),
    });
    this.#answer.then(over, () => {
      over();
      forget();
    });
  }

  join(how: How): Promise<T> {
    const { signal } = how;
    if (this.#isOver) return this.#answer;
    this.#waiting += 1;
    this.#tellers.set(how, this.#stage && this.#opened(how, this.#stage));
    return new Promise<T>((resolve, reject) => {
      const leave = () => {
        this.#leave(how);
        reject(new Cancelled());
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#answer.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave));
    });
  }

  #leave(how: How): void {
    this.#tellers.get(how)?.end();
    this.#tellers.delete(how);
    this.#waiting -= 1;
    if (this.#waiting > 0 || this.#isOver) return;
    this.#forget();
    this.#end.abort();
  }

  #begin(title: string, total: number): Progress {
    const stage: Stage = { title, total };
    this.#stage = stage;
    for (const how of this.#tellers.keys()) this.#tellers.set(how, how.progress?.(title, total));
    return {
      update: (done, detail) => {
        stage.last = [done, detail];
        for (const teller of this.#tellers.values()) teller?.update(done, detail);
      },
      end: () => {
        if (this.#stage === stage) this.#stage = undefined;
        for (const [how, teller] of this.#tellers) {
          teller?.end();
          this.#tellers.set(how, undefined);
        }
      },
    };
  }

  /** A bar for one who comes while the stage runs. */
  #opened({ progress }: How, { title, total, last }: Stage): Progress | undefined {
    const teller = progress?.(title, total);
    if (last) teller?.update(...last);
    return teller;
  }
}
