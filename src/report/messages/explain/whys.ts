import { BALANCE_SHEET_WHYS } from './balance-sheet.ts';
import { CASH_REGIME_WHYS } from './cash-regime.ts';
import { CAUSAL_ORDER_WHYS } from './causal-order.ts';
import { CENTRAL_BANKS_WHYS } from './central-banks.ts';
import { CREDIT_IMPULSE_WHYS } from './credit-impulse.ts';
import { DRIVER_SPLIT_WHYS } from './driver-split.ts';
import { ETF_FLOWS_WHYS } from './etf-flows.ts';
import { FLOW_ELASTICITY_WHYS } from './flow-elasticity.ts';
import { FLOW_RULES_WHYS } from './flow-rules.ts';
import { FUND_SUMS_WHYS } from './fund-sums.ts';
import { FUNDING_SPREAD_WHYS } from './funding-spread.ts';
import { LIQUIDITY_VARIANTS_WHYS } from './liquidity-variants.ts';
import { NET_LIQUIDITY_WHYS } from './net-liquidity.ts';
import { POLICY_TABLE_WHYS } from './policy-table.ts';
import { QUIET_FUNDAMENTALS_WHYS } from './quiet-fundamentals.ts';
import { RESERVES_WHYS } from './reserves.ts';
import { YIELD_EXPOSURE_WHYS } from './yield-exposure.ts';

/** A reason as a part of an explanation gives it, with its words in Simplified and in Traditional Chinese. */
export type ExplainWhy = readonly [reason: RegExp, zhHans: string, zhHant: string];

const WHYS: readonly ExplainWhy[] = [
  ...BALANCE_SHEET_WHYS,
  ...CASH_REGIME_WHYS,
  ...CAUSAL_ORDER_WHYS,
  ...CENTRAL_BANKS_WHYS,
  ...CREDIT_IMPULSE_WHYS,
  ...DRIVER_SPLIT_WHYS,
  ...ETF_FLOWS_WHYS,
  ...FLOW_ELASTICITY_WHYS,
  ...FLOW_RULES_WHYS,
  ...FUND_SUMS_WHYS,
  ...FUNDING_SPREAD_WHYS,
  ...LIQUIDITY_VARIANTS_WHYS,
  ...NET_LIQUIDITY_WHYS,
  ...POLICY_TABLE_WHYS,
  ...QUIET_FUNDAMENTALS_WHYS,
  ...RESERVES_WHYS,
  ...YIELD_EXPOSURE_WHYS,
];

/** Reasons of every part with their Simplified Chinese words. */
export const EXPLAIN_WHYS_HANS = WHYS.map(([reason, words]) => [reason, words] as const);

/** Reasons of every part with their Traditional Chinese words. */
export const EXPLAIN_WHYS_HANT = WHYS.map(([reason, , words]) => [reason, words] as const);
