import { Worker } from 'node:worker_threads';
import type { EpisodePath } from '../../src/simulation/calibration/episode.ts';
import type { Job, JobResult } from '../../src/simulation/engine/job.ts';
import type { Theta } from '../../src/simulation/state/unknown.ts';

/** Paths of the episode of October 2025, one a draw, numbered from `first`; or jobs of any state. */
export type Work =
  | { readonly thetas: readonly Theta[]; readonly first: number; readonly seed: number }
  | { readonly job: Job };

export type Done = { readonly paths: readonly EpisodePath[] } | { readonly result: JobResult };

/** Draws that a thread takes at once. */
const CHUNK = 8;

/** Threads that share work; results come in the order of the work, whatever their number. */
export class Pool {
  readonly #workers: readonly Worker[];
  readonly #idle: Worker[];
  readonly #waiting: { work: Work; done(result: Done): void; failed(error: Error): void }[] = [];

  /** `home`: of the store that each of them reads the episode from. */
  constructor(threads: number, home: string, stepMinutes: number) {
    this.#workers = Array.from(
      { length: threads },
      () =>
        new Worker(new URL('./worker.mjs', import.meta.url), {
          workerData: { home, stepMinutes },
        }),
    );
    this.#idle = [...this.#workers];
  }

  /** Paths of the episode; path numbers from `first`. */
  async episode(thetas: readonly Theta[], first: number, seed: number): Promise<EpisodePath[]> {
    const chunks = Array.from({ length: Math.ceil(thetas.length / CHUNK) }, (_, c) => c * CHUNK);
    const done = await Promise.all(
      chunks.map((from) =>
        this.#ask({ thetas: thetas.slice(from, from + CHUNK), first: first + from, seed }),
      ),
    );
    return done.flatMap((one) => ('paths' in one ? [...one.paths] : []));
  }

  async jobs(jobs: readonly Job[]): Promise<readonly JobResult[]> {
    const done = await Promise.all(jobs.map((job) => this.#ask({ job })));
    return done.flatMap((one) => ('result' in one ? [one.result] : []));
  }

  async end(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #ask(work: Work): Promise<Done> {
    return new Promise((done, failed) => {
      this.#waiting.push({ work, done, failed });
      this.#give();
    });
  }

  #give(): void {
    while (this.#idle.length > 0 && this.#waiting.length > 0) {
      const worker = this.#idle.pop()!;
      const { work, done, failed } = this.#waiting.shift()!;
      const finish = (then: () => void) => {
        worker.removeAllListeners('message').removeAllListeners('error');
        this.#idle.push(worker);
        then();
        this.#give();
      };
      worker.once('message', (result: Done) => finish(() => done(result)));
      worker.once('error', (error) => finish(() => failed(error)));
      worker.postMessage(work);
    }
  }
}
