import { driverSplit } from './driver-split.ts';

/** Parts of the section `drivers`, in the order in which they are told. */
export const DRIVERS_PARTS = {
  driverSplit,
} as const;
