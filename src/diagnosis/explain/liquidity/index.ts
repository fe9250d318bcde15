import { balanceSheet } from './balance-sheet.ts';
import { cashRegime } from './cash-regime.ts';
import { centralBanks } from './central-banks.ts';
import { commonTrough } from './common-trough.ts';
import { conformity } from './conformity.ts';
import { creditImpulse } from './credit-impulse.ts';
import { divergence } from './divergence.ts';
import { fundingSpread } from './funding-spread.ts';
import { liquidityState } from './liquidity-state.ts';
import { liquidityValuation } from './liquidity-valuation.ts';
import { liquidityVariants } from './liquidity-variants.ts';
import { netLiquidity } from './net-liquidity.ts';
import { policyTable } from './policy-table.ts';
import { projection } from './projection.ts';
import { reserves } from './reserves.ts';

/** Parts of the section `liquidity`, in the order in which they are told. */
export const LIQUIDITY = {
  liquidityState,
  netLiquidity,
  liquidityVariants,
  fundingSpread,
  reserves,
  balanceSheet,
  creditImpulse,
  projection,
  cashRegime,
  conformity,
  divergence,
  commonTrough,
  liquidityValuation,
  policyTable,
  centralBanks,
} as const;
