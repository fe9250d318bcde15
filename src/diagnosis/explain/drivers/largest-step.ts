import { SAMPLE } from './driver-model.ts';

/** A step and its size in standard deviations of the steps before the window. */
export interface Largest {
  readonly row: number;
  readonly score: number;
}

/** The largest step of the rows after `first` to `last`, in standard deviations of the steps before. */
export function largestStep(steps: Float64Array, first: number, last: number): Largest | undefined {
  const before = steps.subarray(Math.max(0, first + 1 - SAMPLE), first + 1).filter(Number.isFinite);
  const scale = Math.sqrt(before.reduce((sum, step) => sum + step * step, 0) / before.length);
  let best: Largest | undefined;
  for (let row = first + 1; row <= last; row++) {
    const score = steps[row]! / scale;
    if (Number.isFinite(score) && Math.abs(score) > Math.abs(best?.score ?? 0)) best = { row, score };
  }
  return best;
}
