import { spillovers } from './spillovers.ts';
import { yieldSpillovers } from './yield-spillover.ts';

/** Parts of the section `network`, in the order in which they are told. */
export const NETWORK = {
  spillovers,
  yieldSpillovers,
} as const;
