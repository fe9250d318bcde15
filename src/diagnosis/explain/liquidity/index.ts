import { fundingSpread } from './funding-spread.ts';

/** Parts of the section `liquidity`, in the order in which they are told. */
export const LIQUIDITY = { fundingSpread } as const;
