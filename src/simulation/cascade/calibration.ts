import { UserError } from '../../data/errors.ts';
import { OCTOBER_2025 } from '../calibrations/2025-10.ts';
import type { Calibration } from '../calibrations/calibration.ts';

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
