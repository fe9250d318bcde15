import { roles } from './roles.ts';

/** Parts of the section `havens`, in the order in which they are told. */
export const HAVENS = {
  roles,
} as const;
