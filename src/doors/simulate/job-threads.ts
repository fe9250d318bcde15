import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Job, JobResult } from '../../simulation/engine/job.ts';
import { errorOf } from './fault.ts';
import type { Outcome, Task } from './worker.ts';

const WORKER = fileURLToPath(new URL(`./worker${extname(import.meta.url)}`, import.meta.url));
/** After so long without work threads beyond the first end. */
const IDLE_MS = 60_000;

/** Threads that run jobs. They start with the first one, and keep no process alive that has nothing else to do. */
export interface JobThreads {
  run(jobs: readonly Job[], more: Running): Promise<JobResult[]>;
  close(): Promise<void>;
}

interface Running {
  /** Most threads; the first question decides. */
  readonly threads: number;
  /** Ends its jobs between two of their paths; the threads go on. */
  readonly signal?: AbortSignal | undefined;
  /** A job is done. */
  readonly told: () => void;
}

/**
 * Threads for one question after the other: what the first one had to compile is there for the next. A question that is given up, or fails,
 * leaves them as they are.
 */
export function jobThreads(): JobThreads {
  let pool: ReturnType<typeof start> | undefined;
  return {
    async run(jobs, { threads, signal, told }) {
      pool ??= start(threads);
      const { run } = await pool;
      const left = new Int32Array(new SharedArrayBuffer(4));
      const one = async (job: Job) => {
        const outcome = await run({ job, left });
        if ('fault' in outcome) throw errorOf(outcome.fault);
        told();
        return outcome.result;
      };
      const given = givenUp(signal);
      try {
        return await Promise.race([Promise.all(jobs.map(one)), given.up]);
      } finally {
        Atomics.store(left, 0, 1);
        given.over();
      }
    },
    async close() {
      await (await pool)?.end();
      pool = undefined;
    },
  };
}

async function start(threads: number) {
  const { Piscina } = await import('piscina');
  const options = { filename: WORKER, name: 'simulate', idleTimeout: IDLE_MS };
  const pool = new Piscina({ ...options, minThreads: 1, maxThreads: threads });
  return {
    run: (task: Task): Promise<Outcome> => pool.run(task),
    end: () => pool.destroy(),
  };
}

/** A promise that fails when the signal does. */
function givenUp(signal: AbortSignal | undefined) {
  let over = () => {};
  const up = new Promise<never>((_, reject) => {
    const leave = () => reject(signal?.reason);
    over = () => signal?.removeEventListener('abort', leave);
    signal?.addEventListener('abort', leave, { once: true });
    if (signal?.aborted) leave();
  });
  return { up, over };
}
