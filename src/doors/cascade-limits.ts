import { UserError } from '../data/errors.ts';
import type { CascadeOptions } from '../simulation/cascade/options.ts';

/** The most that one question may simulate. */
export interface CascadeLimits {
  readonly paths: number;
  readonly draws: number;
  readonly steps: number;
}

/** What a page may ask for; more is for the command line. */
export const PAGE_LIMITS: CascadeLimits = { paths: 2000, draws: 100, steps: 1440 };

/** @throws UserError (2) that names the field, what came and what is allowed. */
export function refuseBeyond(limits: CascadeLimits, options: CascadeOptions): void {
  const steps = Math.round(options.horizonMinutes / options.stepMinutes);
  const asked: CascadeLimits = { paths: options.paths, draws: options.draws, steps };
  for (const field of ['paths', 'draws', 'steps'] as const) {
    if (asked[field] <= limits[field]) continue;
    const how = field === 'steps' ? ': a longer step or a shorter horizon' : '';
    throw new UserError(
      `${field}: too many here: ${asked[field]}`,
      `allowed: at most ${limits[field]}${how}; more at the command line`,
      2,
    );
  }
}
