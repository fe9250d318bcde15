import { balanceSheet } from './balance-sheet.ts';
import { fundingSpread } from './funding-spread.ts';
import { netLiquidity } from './net-liquidity.ts';

/** Parts of the section `liquidity`, in the order in which they are told. */
export const LIQUIDITY = {
  netLiquidity,
  fundingSpread,
  balanceSheet,
} as const;
