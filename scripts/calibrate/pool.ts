import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { EpisodePath } from '../../src/simulation/calibration/episode.ts';
import type { Theta } from '../../src/simulation/state/unknown.ts';

/** Paths of the episode of October 2025, one a draw, numbered from `first`. */
export interface Work {
  readonly thetas: readonly Theta[];
  readonly first: number;
  readonly seed: number;
}

/** Draws that a thread takes at once. */
const CHUNK = 5;

/** Threads that read the episode from the store of a home and share its paths; these come in the order of the draws, whatever the number. */
export class Pool {
  readonly #threads: Piscina<Work, EpisodePath[]>;

  constructor(threads: number, home: string) {
    this.#threads = new Piscina({
      filename: fileURLToPath(new URL('./worker.ts', import.meta.url)),
      name: 'episodePaths',
      minThreads: threads,
      maxThreads: threads,
      workerData: { home },
    });
  }

  async episode(thetas: readonly Theta[], first: number, seed: number): Promise<EpisodePath[]> {
    const chunks = Array.from({ length: Math.ceil(thetas.length / CHUNK) }, (_, c) => c * CHUNK);
    const done = await Promise.all(
      chunks.map((from) =>
        this.#threads.run({ thetas: thetas.slice(from, from + CHUNK), first: first + from, seed }),
      ),
    );
    return done.flat();
  }

  async end(): Promise<void> {
    await this.#threads.destroy();
  }
}
