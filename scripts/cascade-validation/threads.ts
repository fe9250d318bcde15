import { availableParallelism } from 'node:os';
import { SILENT_PROGRESS } from '../../src/data/effects.ts';
import { runJobs } from '../../src/doors/simulate/run-jobs.ts';

/** Runs jobs on all cores; results in their order. */
export const inThreads = runJobs({
  threads: availableParallelism(),
  effects: { progress: () => SILENT_PROGRESS },
});
