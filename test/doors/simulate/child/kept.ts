import { ENGINE_VERSION } from '../../../../src/diagnosis/answer.ts';
import { jobThreads } from '../../../../src/doors/simulate/job-threads.ts';
import { runJobs } from '../../../../src/doors/simulate/run-jobs.ts';
import { type Job, runJob } from '../../../../src/simulation/engine/job.ts';
import { marketOf } from '../../../simulation/market-example.ts';

/**
 * Asks the same threads again and again: a question, the same once more, one that is given up, one that fails, and the first again. Writes how
 * they ended, and never closes the threads: a process that has nothing else to do ends all the same.
 */
function jobOf(draw: number, paths: number, netAssets = 1e9): Job {
  const fund = { name: 'A', asset: 'coin', leverage: 3, netAssets: netAssets * (draw + 1), creations: 0 };
  return {
    engine: ENGINE_VERSION,
    state: {
      market: marketOf(),
      sellers: { 'leveraged-funds': { funds: [fund], earlyShare: 0, earlyMinutes: 0 } },
    },
    seed: 1,
    runs: [{ sellers: ['leveraged-funds'], shock: [-0.05], over: 10, from: 0, to: paths, keep: [0, 5] }],
    ladder: true,
  };
}
const jobs = (paths: number, netAssets?: number) =>
  Array.from({ length: 5 }, (_, draw) => jobOf(draw, paths, netAssets));

const kept = jobThreads();
const SILENT = { progress: () => ({ update() {}, end() {} }) };

async function ask(asked: readonly Job[], signal?: AbortSignal): Promise<string> {
  try {
    const run = runJobs({ threads: 2, apart: true, kept, signal, effects: SILENT });
    const results = await run(asked);
    const same = JSON.stringify(results) === JSON.stringify(asked.map((job) => runJob(job)));
    return same ? 'the same' : 'another';
  } catch (error) {
    return (error as Error).name;
  }
}

const leaver = new AbortController();
setTimeout(() => leaver.abort(), 300);
const ended = [
  await ask(jobs(2)),
  await ask(jobs(3)),
  await ask(jobs(10_000_000), leaver.signal),
  await ask(jobs(2, -1)),
  await ask(jobs(2)),
];
process.stdout.write(JSON.stringify(ended));
