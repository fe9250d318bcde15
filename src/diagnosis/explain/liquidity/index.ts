import { balanceSheet } from './balance-sheet.ts';
import { cashRegime } from './cash-regime.ts';
import { centralBanks } from './central-banks.ts';
import { conformity } from './conformity.ts';
import { creditImpulse } from './credit-impulse.ts';
import { divergence } from './divergence.ts';
import { fundingSpread } from './funding-spread.ts';
import { liquidityVariants } from './liquidity-variants.ts';
import { netLiquidity } from './net-liquidity.ts';
import { policyTable } from './policy-table.ts';
import { reserves } from './reserves.ts';

/** Parts of the section `liquidity`, in the order in which they are told. */
export const LIQUIDITY = {
  netLiquidity,
  liquidityVariants,
  fundingSpread,
  reserves,
  balanceSheet,
  creditImpulse,
  cashRegime,
  conformity,
  divergence,
  policyTable,
  centralBanks,
} as const;
