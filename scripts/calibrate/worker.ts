import { parentPort, workerData } from 'node:worker_threads';
import {
  EPISODE_START,
  type Episode,
  pathOfEpisode,
  readEpisode,
} from '../../src/simulation/calibration/episode.ts';
import { runJob } from '../../src/simulation/engine/job.ts';
import { homeStore } from '../pack-store.ts';
import type { Work } from './pool.ts';

const { home, stepMinutes } = workerData as { home: string; stepMinutes: number };
let episode: Promise<Episode> | undefined;

async function open(): Promise<Episode> {
  const store = await homeStore(home);
  try {
    return await readEpisode(await store.asOf(EPISODE_START), stepMinutes);
  } finally {
    await store.close();
  }
}

parentPort!.on('message', async (work: Work) => {
  if ('job' in work) {
    parentPort!.postMessage({ result: runJob(work.job) });
    return;
  }
  episode ??= open();
  const ready = await episode;
  const paths = work.thetas.map((theta, i) => pathOfEpisode(ready, theta, work.seed, work.first + i));
  parentPort!.postMessage({ paths });
});
