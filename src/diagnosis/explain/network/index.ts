import { spillovers } from './spillovers.ts';

/** Parts of the section `network`, in the order in which they are told. */
export const NETWORK = {
  spillovers,
} as const;
