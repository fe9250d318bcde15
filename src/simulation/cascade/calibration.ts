import { UserError } from '../../data/errors.ts';
import type { Words } from '../../data/series/entry.ts';
import { OCTOBER_2025 } from '../calibrations/2025-10.ts';

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

/** The prior alone. */
export const PRIOR = 'prior';

/** Calibrations that are shipped, newest first. */
export const CALIBRATIONS: readonly Calibration[] = [OCTOBER_2025];

/** The one to take when none is asked for. */
export const DEFAULT_CALIBRATION = CALIBRATIONS[0]?.id ?? PRIOR;

/** Undefined for the prior. @throws UserError (2) with the ids there are. */
export function calibrationOf(id: string): Calibration | undefined {
  if (id === PRIOR) return undefined;
  const found = CALIBRATIONS.find((one) => one.id === id);
  if (found) return found;
  throw new UserError(
    `--calibration: no such calibration: "${id}"`,
    `allowed: ${[...CALIBRATIONS.map((one) => one.id), PRIOR].join(', ')}`,
    2,
  );
}
