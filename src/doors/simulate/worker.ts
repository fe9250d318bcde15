import { move, transferableSymbol, valueSymbol } from 'piscina';
import { type Job, type JobResult, runJob } from '../../simulation/engine/job.ts';
import { type Fault, faultOf } from './fault.ts';
import { keptByContent } from './kept-by-content.ts';

/** Parts of a state that a thread keeps: more than those of a preview and of a full run together. */
const MOST_KEPT = 1000;

const keep = keptByContent(MOST_KEPT);

/** What a thread is given: a job, and a word of shared memory that is no longer 0 once nobody waits for it. */
export interface Task {
  readonly job: Job;
  readonly left: Int32Array;
}

/** What a thread hands back: errors as plain data, for a clone of an error loses its class and its fields. */
export type Outcome = { readonly result: JobResult } | { readonly fault: Fault };

/** Runs a job in a thread; the arrays of its result are handed over, not copied. */
export function simulate(task: Task): unknown {
  const outcome = outcomeOf(task);
  return move({
    [transferableSymbol]: 'result' in outcome ? buffersOf(outcome.result) : [],
    [valueSymbol]: outcome,
  } as unknown as Parameters<typeof move>[0]);
}

function outcomeOf({ job, left }: Task): Outcome {
  const goOn = () => {
    if (Atomics.load(left, 0) !== 0) throw new Error('nobody waits for this job');
  };
  try {
    return { result: runJob(job, goOn, keep) };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

function buffersOf(value: unknown): ArrayBufferLike[] {
  if (ArrayBuffer.isView(value)) return [value.buffer];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(buffersOf);
}
