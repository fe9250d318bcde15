import { workerData } from 'piscina';
import {
  EPISODE_START,
  type Episode,
  type EpisodePath,
  pathOfEpisode,
  readEpisode,
} from '../../src/simulation/calibration/episode.ts';
import { homeStore } from '../pack-store.ts';
import type { Work } from './pool.ts';

let episode: Promise<Episode> | undefined;

/** Runs in a thread: the store is read once. */
export async function episodePaths({ thetas, first, seed }: Work): Promise<EpisodePath[]> {
  episode ??= open();
  const ready = await episode;
  return thetas.map((theta, i) => pathOfEpisode(ready, theta, seed, first + i));
}

async function open(): Promise<Episode> {
  const { home } = workerData as unknown as { home: string };
  const store = await homeStore(home);
  try {
    return await readEpisode(await store.asOf(EPISODE_START));
  } finally {
    await store.close();
  }
}
