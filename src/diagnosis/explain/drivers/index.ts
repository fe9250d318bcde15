import { causalOrder } from './causal-order.ts';
import { channels } from './channels.ts';
import { driverSplit } from './driver-split.ts';
import { quietFundamentals } from './quiet-fundamentals.ts';
import { yieldExposure } from './yield-exposure.ts';

/** Parts of the section `drivers`, in the order in which they are told. */
export const DRIVERS_PARTS = {
  driverSplit,
  yieldExposure,
  causalOrder,
  channels,
  quietFundamentals,
} as const;
