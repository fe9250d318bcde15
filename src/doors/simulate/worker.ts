import { move, transferableSymbol, valueSymbol } from 'piscina';
import { type Job, type JobResult, runJob } from '../../simulation/engine/job.ts';
import { type Fault, faultOf } from './fault.ts';

/** What a thread hands back: errors as plain data, for a clone of an error loses its class and its fields. */
export type Outcome = { readonly result: JobResult } | { readonly fault: Fault };

/** Runs a job in a thread; the arrays of its result are handed over, not copied. */
export function simulate(job: Job): unknown {
  const outcome = outcomeOf(job);
  return move({
    [transferableSymbol]: 'result' in outcome ? buffersOf(outcome.result) : [],
    [valueSymbol]: outcome,
  } as unknown as Parameters<typeof move>[0]);
}

function outcomeOf(job: Job): Outcome {
  try {
    return { result: runJob(job) };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

function buffersOf(value: unknown): ArrayBufferLike[] {
  if (ArrayBuffer.isView(value)) return [value.buffer];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(buffersOf);
}
