import type { Words } from '../../data/series/entry.ts';

/** What a fit has left of the unknowns: weighted particles, parameters only. */
export interface Calibration {
  readonly id: string;
  readonly title: Words;
  /** Episode it was fitted on, by UTC days. */
  readonly from: string;
  readonly to: string;
  /** Command that made it, and what it was fitted to. */
  readonly madeBy: string;
  readonly names: readonly string[];
  /** Rows of values in the order of the names. */
  readonly particles: readonly (readonly number[])[];
  readonly weights: readonly number[];
  /** What the fit found of its own day, particle by particle: for repeating that day, never for another. */
  readonly day?: { readonly names: readonly string[]; readonly particles: readonly (readonly number[])[] };
}
