import { type Effects, SILENT_PROGRESS } from '../data/effects.ts';
import { UserError } from '../data/errors.ts';

/** How a question is answered, beside what is asked: nothing of it changes the answer. */
export interface How {
  /** Aborted when nobody waits any more. */
  readonly signal?: AbortSignal | undefined;
  /** Told of each stage of the work. */
  readonly progress?: Effects['progress'] | undefined;
}

/** A question that was given up before it was answered. */
export class Cancelled extends UserError {
  constructor() {
    super('the question was cancelled', 'ask again', 1);
    this.name = 'Cancelled';
  }
}

/** @throws Cancelled when nobody waits any more */
export function goOn(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Cancelled();
}

export const SILENT: Effects['progress'] = () => SILENT_PROGRESS;
