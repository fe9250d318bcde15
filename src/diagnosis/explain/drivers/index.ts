import { yenCarry } from './carry/yen-carry.ts';

/** Parts of the section `drivers`, in the order in which they are told. */
export const DRIVERS = {
  yenCarry,
} as const;
