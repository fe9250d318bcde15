import { setImmediate as turn } from 'node:timers/promises';
import type { Effects, Progress } from '../../data/effects.ts';
import type { RunJobs } from '../../simulation/cascade/cascade.ts';
import { type Job, type JobResult, runJob } from '../../simulation/engine/job.ts';
import { Cancelled, goOn } from '../how.ts';
import { type JobThreads, jobThreads } from './job-threads.ts';
import { checkThreads, defaultThreads } from './threads.ts';

/** Below so many jobs a thread costs more to start than it saves. */
const FEWEST_JOBS = 4;
/** Steps of all paths of a job, above which it keeps a thread from hearing anything for seconds. */
const MOST_STEPS_HERE = 200_000;

export interface SimulateOptions {
  /** From 1, which means in this thread while no job is long. Undefined: one less than the machine has. */
  readonly threads?: number | undefined;
  /** Leave this thread free whatever the number: a server answers meanwhile. */
  readonly apart?: boolean;
  /** Threads that stay for the next question; nothing said: threads of this one alone. */
  readonly kept?: JobThreads | undefined;
  /** Ends the simulation, and its threads where they are not kept. */
  readonly signal?: AbortSignal | undefined;
  readonly effects: Pick<Effects, 'progress'>;
}

/**
 * Runs jobs in threads of this process, which end with it, or in this one; the results stand in the order of the jobs, so that they are the
 * same for any number of threads. The first error ends the rest.
 * @throws RangeError when the number of threads is not a whole number from 1 to 64; Cancelled when it is ended.
 */
export function runJobs({
  threads = defaultThreads(),
  apart = false,
  kept,
  signal,
  effects,
}: SimulateOptions): RunJobs {
  checkThreads(threads);
  return async (jobs) => {
    const progress = effects.progress('simulating', jobs.length);
    try {
      const here = !apart && (threads === 1 || jobs.length < FEWEST_JOBS) && jobs.every(isBrief);
      return await (here
        ? inTurn(jobs, progress, signal)
        : inThreads(jobs, { progress, threads, signal, kept }));
    } finally {
      progress.end();
    }
  };
}

function isBrief({ state, runs }: Job): boolean {
  const paths = runs.reduce((sum, { from, to }) => sum + to - from, 0);
  return paths * state.market.steps <= MOST_STEPS_HERE;
}

/** One after the other, with a turn of the event loop between them, in which signals are heard. */
async function inTurn(
  jobs: readonly Job[],
  progress: Progress,
  signal: AbortSignal | undefined,
): Promise<JobResult[]> {
  const results: JobResult[] = [];
  for (const job of jobs) {
    await turn();
    goOn(signal);
    results.push(runJob(job));
    progress.update(results.length, countText(results.length, jobs.length));
  }
  return results;
}

async function inThreads(
  jobs: readonly Job[],
  {
    progress,
    threads,
    signal,
    kept,
  }: Pick<SimulateOptions, 'signal' | 'kept'> & { readonly progress: Progress; readonly threads: number },
): Promise<JobResult[]> {
  goOn(signal);
  const own = kept ?? jobThreads();
  let done = 0;
  const told = () => {
    done += 1;
    progress.update(done, countText(done, jobs.length));
  };
  try {
    return await own.run(jobs, { threads: kept ? threads : Math.min(threads, jobs.length), signal, told });
  } catch (error) {
    throw signal?.aborted ? new Cancelled() : error;
  } finally {
    if (!kept) await own.close();
  }
}

function countText(done: number, of: number): string {
  return `${done}/${of}`;
}
