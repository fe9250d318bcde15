import { UserError } from '../../data/errors.ts';
import { parseMinutes, parseWhole } from '../cascade-options.ts';
import type { CascadeRequest } from '../questions.ts';

/** What a page may ask for; more is for the command line. */
const MOST = { paths: 2000, draws: 100 } as const;
const MOST_STEPS = 1440;
const MINUTES = { step: '5m', horizon: '1d' } as const;

/** @throws UserError (2) that names the parameter, what came and what is allowed. */
export function refuseLarge(request: CascadeRequest): void {
  for (const name of ['paths', 'draws'] as const) {
    const text = request[name];
    if (text === undefined || parseWhole(text, name) <= MOST[name]) continue;
    throw new UserError(`${name}: too many for the page: ${text}`, `allowed: 1 to ${MOST[name]}`, 2);
  }
  const minutes = (name: 'step' | 'horizon') => parseMinutes(request[name] ?? MINUTES[name], name);
  const steps = minutes('horizon') / minutes('step');
  if (steps <= MOST_STEPS || !Number.isFinite(steps)) return;
  throw new UserError(
    `step: ${Math.round(steps)} steps are too many for the page`,
    `allowed: at most ${MOST_STEPS} steps; a longer step or a shorter horizon`,
    2,
  );
}
