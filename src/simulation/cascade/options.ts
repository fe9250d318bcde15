import type { Claim } from './claim.ts';
import { checkShock, type ShockAsked } from './shock.ts';

/** Whether it is told what each seller adds to the fall, for which many sets of sellers have to be run. */
export const CAUSES = ['all', 'none'] as const;

export interface CascadeOptions {
  readonly shock: ShockAsked;
  /** Assets that are not named stay where they are, instead of moving by their expectation. */
  readonly alone: boolean;
  /** Minutes over which the shock comes. */
  readonly over: number;
  /** Undefined: all of the catalogue. */
  readonly sellers: readonly string[] | undefined;
  /** Undefined: all the simulation knows. */
  readonly assets: readonly string[] | undefined;
  readonly paths: number;
  readonly draws: number;
  readonly seed: number;
  readonly stepMinutes: number;
  readonly horizonMinutes: number;
  /** Id of a calibration, or `prior`. */
  readonly calibration: string;
  /** `none`: what each seller adds to the fall is left out; it is most of the work. */
  readonly causes: (typeof CAUSES)[number];
  /** What is said of leveraged funds, to be held against what they have. */
  readonly claim?: Claim | undefined;
}

export const CASCADE_DEFAULTS = {
  alone: false,
  over: 60,
  sellers: undefined,
  assets: undefined,
  paths: 400,
  draws: 40,
  seed: 1,
  stepMinutes: 2.5,
  horizonMinutes: 1440,
  causes: 'all',
} as const;

/** Most paths, draws and steps of one answer. */
export const MOST_PATHS = 100_000;
export const MOST_DRAWS = 1000;

/**
 * Checks the numbers of a question.
 * @throws RangeError that names the field, what came and what is allowed.
 */
export function checkOptions(options: CascadeOptions): void {
  const { shock, paths, draws, seed, stepMinutes, horizonMinutes, over, causes } = options;
  checkShock(shock);
  whole('paths', paths, 1, MOST_PATHS);
  whole('draws', draws, 1, Math.min(MOST_DRAWS, paths));
  whole('seed', seed, 0, 2 ** 53 - 1);
  if (!(stepMinutes >= 1 && stepMinutes <= 1440)) {
    throw new RangeError(`step must be from 1 minute to 1 day, came ${stepMinutes} minutes`);
  }
  if (!(horizonMinutes >= stepMinutes && horizonMinutes <= 30 * 1440)) {
    throw new RangeError(`horizon must be from one step to 30 days, came ${horizonMinutes} minutes`);
  }
  if (!(over >= 0 && over <= horizonMinutes)) {
    throw new RangeError(`the shock must come within the horizon of ${horizonMinutes} minutes, came ${over}`);
  }
  if (!CAUSES.includes(causes)) throw new RangeError(`causes must be ${CAUSES.join(' or ')}, came ${causes}`);
}

function whole(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new RangeError(`${name} must be a whole number from ${least} to ${most}, came ${value}`);
}
