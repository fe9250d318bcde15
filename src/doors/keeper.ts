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

/**
 * Keeps the answers asked for last; one that failed is asked again, one that all have left is ended.
 * @param most sum of the weights of what is kept
 * @param weightOf of an answer; nothing said: one each
 */
export function keeper(most: number, weightOf: (answer: unknown) => number = () => 1): Keep {
  const kept = new Map<string, { readonly shared: Shared<unknown>; weight: number }>();

  function makeRoom(): void {
    let sum = 0;
    for (const { weight } of kept.values()) sum += weight;
    for (const [key, { weight }] of kept) {
      if (sum <= most || kept.size === 1) return;
      kept.delete(key);
      sum -= weight;
    }
  }

  function begun<T>(key: string, answer: (how: SharedHow) => Promise<T>): Shared<T> {
    const forget = () => {
      if (kept.get(key)?.shared === shared) kept.delete(key);
    };
    const shared = new Shared(answer, forget);
    const one = { shared: shared as Shared<unknown>, weight: 1 };
    kept.set(key, one);
    shared.whenMade((made) => {
      one.weight = weightOf(made);
      makeRoom();
    });
    makeRoom();
    return shared;
  }

  return <T>(asked: readonly unknown[], answer: (how: SharedHow) => Promise<T>, how: How) => {
    const key = JSON.stringify(asked);
    const had = kept.get(key);
    if (!had?.shared.isOver && how.signal?.aborted) return Promise.reject(new Cancelled());
    if (!had) return begun(key, answer).join(how);
    kept.delete(key);
    kept.set(key, had);
    return (had.shared as Shared<T>).join(how);
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

  get isOver(): boolean {
    return this.#isOver;
  }

  whenMade(tell: (answer: T) => void): void {
    this.#answer.then(tell, () => {});
  }

  join(how: How): Promise<T> {
    if (this.#isOver) return this.#answer;
    const { signal } = how;
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
