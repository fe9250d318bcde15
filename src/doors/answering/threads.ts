import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Progress } from '../../data/effects.ts';
import { Cancelled, type How } from '../how.ts';
import type { Sent } from '../http/api/sent.ts';
import { type Answering, Refused } from './answering.ts';
import type { Place, Request, Response } from './messages.ts';

const SOURCE = '.ts';
const ENDING = extname(import.meta.url);
const WORKER = `import(${JSON.stringify(new URL(`./worker${ENDING}`, import.meta.url).href)})`;
const MOST_THREADS = 4;

/** Threads that answer, and end with the process or when they are closed. */
export interface AnsweringThreads extends Answering {
  readonly close: () => Promise<void>;
}

/**
 * Answers in threads beside this one, each with the store open for itself: one is started at once, a further one when all have work, at
 * least two in all so that a short question need not wait for a long one.
 * @param log told what the threads would say
 */
export function answeringThreads(place: Place, log: (line: string) => void): AnsweringThreads {
  const most = Math.min(MOST_THREADS, Math.max(2, availableParallelism() - 1));
  const threads: Thread[] = [];
  const grow = (): Thread => {
    const thread = new Thread(place, log, () => threads.splice(threads.indexOf(thread), 1));
    threads.push(thread);
    return thread;
  };
  grow();
  return {
    answer(operation, asked, how) {
      const idle = threads.find(({ load }) => load === 0);
      const chosen = idle ?? (threads.length < most ? grow() : leastOf(threads));
      return chosen.answer(operation, asked, how);
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.end()));
    },
  };
}

function leastOf(threads: readonly Thread[]): Thread {
  return threads.reduce((least, one) => (one.load < least.load ? one : least));
}

/** What a thread runs first: it does not inherit what lets this process read its source, and learns it anew. */
function entry(): string {
  if (ENDING !== SOURCE) return WORKER;
  const reader = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  return `import(${reader}).then(({ register }) => { register(); return ${WORKER}; })`;
}

interface Waiting {
  readonly how: How;
  readonly resolve: (sent: Sent) => void;
  readonly reject: (error: Error) => void;
  bar?: Progress | undefined;
}

class Thread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor(place: Place, log: (line: string) => void, gone: () => void) {
    this.#worker = new Worker(entry(), { eval: true, workerData: place, name: 'answering' });
    this.#worker.on('message', (response: Response) => {
      if ('log' in response) log(response.log);
      else this.#hear(response);
    });
    let why = new Error('a thread that answers has ended');
    this.#worker.on('error', (error: Error) => {
      why = error;
      log(error.stack ?? error.message);
    });
    this.#worker.on('exit', () => {
      gone();
      for (const id of [...this.#waiting.keys()]) this.#taken(id)?.reject(why);
    });
    this.#worker.unref();
  }

  /** Questions that wait for their answers. */
  get load(): number {
    return this.#waiting.size;
  }

  answer(operation: string, asked: Readonly<Record<string, string>>, how: How): Promise<Sent> {
    if (how.signal?.aborted) return Promise.reject(new Cancelled());
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#post({ leave: id });
        this.#taken(id)?.reject(new Cancelled());
      };
      const over = <V>(then: (value: V) => void) => {
        return (value: V) => {
          how.signal?.removeEventListener('abort', leave);
          then(value);
        };
      };
      how.signal?.addEventListener('abort', leave, { once: true });
      this.#waiting.set(id, { how, resolve: over(resolve), reject: over(reject) });
      this.#post({ ask: id, operation, asked });
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #post(request: Request): void {
    this.#worker.postMessage(request);
  }

  #hear(response: Exclude<Response, { log: string }>): void {
    const { id } = response;
    const one = this.#waiting.get(id);
    if (!one) return;
    if ('stage' in response) {
      one.bar?.end();
      one.bar = one.how.progress?.(response.stage.title, response.stage.total);
    } else if ('done' in response) one.bar?.update(response.done, response.detail);
    else if ('sent' in response) this.#taken(id)?.resolve(response.sent);
    else if ('problem' in response) this.#taken(id)?.reject(new Refused(response.problem, response.stack));
    else this.#taken(id)?.reject(new Cancelled());
  }

  #taken(id: number): Waiting | undefined {
    const one = this.#waiting.get(id);
    this.#waiting.delete(id);
    one?.bar?.end();
    return one;
  }
}
