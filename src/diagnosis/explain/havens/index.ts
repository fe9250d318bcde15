import { havenLeague } from './haven-league.ts';
import { hedgeFailure } from './hedge-failure.ts';
import { roles } from './roles.ts';

/** Parts of the section `havens`, in the order in which they are told. */
export const HAVENS = {
  roles,
  havenLeague,
  hedgeFailure,
} as const;
