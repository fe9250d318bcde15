import type { ExplainWhy } from '../why.ts';
import { AFTER_WHYS } from './after.ts';
import { BALANCE_SHEET_WHYS } from './balance-sheet.ts';
import { CASH_REGIME_WHYS } from './cash-regime.ts';
import { CENTRAL_BANKS_WHYS } from './central-banks.ts';
import { COINBASE_PREMIUM_WHYS } from './coinbase-premium.ts';
import { CREDIT_IMPULSE_WHYS } from './credit-impulse.ts';
import { CRYPTO_FUNDING_WHYS } from './crypto-funding.ts';
import { ETF_FLOWS_WHYS } from './etf-flows.ts';
import { EXCHANGE_RESERVES_WHYS } from './exchange-reserves.ts';
import { FLOW_ELASTICITY_WHYS } from './flow-elasticity.ts';
import { FLOW_RULES_WHYS } from './flow-rules.ts';
import { FUND_SUMS_WHYS } from './fund-sums.ts';
import { FUNDING_SPREAD_WHYS } from './funding-spread.ts';
import { HAVEN_LEAGUE_WHYS } from './haven-league.ts';
import { HEDGE_FAILURE_WHYS } from './hedge-failure.ts';
import { IDENTITY_WHYS } from './identity.ts';
import { LIQUIDATIONS_WHYS } from './liquidations.ts';
import { LIQUIDITY_VARIANTS_WHYS } from './liquidity-variants.ts';
import { MINERS_WHYS } from './miners.ts';
import { NET_LIQUIDITY_WHYS } from './net-liquidity.ts';
import { ORDER_BOOK_WHYS } from './order-book.ts';
import { PECKING_ORDER_WHYS } from './pecking-order.ts';
import { POLICY_TABLE_WHYS } from './policy-table.ts';
import { RESERVES_WHYS } from './reserves.ts';
import { ROLES_WHYS } from './roles.ts';
import { THREE_LAMPS_WHYS } from './three-lamps.ts';

const WHYS: readonly ExplainWhy[] = [
  ...AFTER_WHYS,
  ...BALANCE_SHEET_WHYS,
  ...CASH_REGIME_WHYS,
  ...CENTRAL_BANKS_WHYS,
  ...COINBASE_PREMIUM_WHYS,
  ...CREDIT_IMPULSE_WHYS,
  ...CRYPTO_FUNDING_WHYS,
  ...ETF_FLOWS_WHYS,
  ...EXCHANGE_RESERVES_WHYS,
  ...FLOW_ELASTICITY_WHYS,
  ...FLOW_RULES_WHYS,
  ...FUND_SUMS_WHYS,
  ...FUNDING_SPREAD_WHYS,
  ...HAVEN_LEAGUE_WHYS,
  ...HEDGE_FAILURE_WHYS,
  ...IDENTITY_WHYS,
  ...LIQUIDATIONS_WHYS,
  ...LIQUIDITY_VARIANTS_WHYS,
  ...MINERS_WHYS,
  ...NET_LIQUIDITY_WHYS,
  ...ORDER_BOOK_WHYS,
  ...PECKING_ORDER_WHYS,
  ...POLICY_TABLE_WHYS,
  ...RESERVES_WHYS,
  ...ROLES_WHYS,
  ...THREE_LAMPS_WHYS,
];

/** Reasons of every part with their Simplified Chinese words. */
export const EXPLAIN_WHYS_HANS = WHYS.map(([reason, words]) => [reason, words] as const);

/** Reasons of every part with their Traditional Chinese words. */
export const EXPLAIN_WHYS_HANT = WHYS.map(([reason, , words]) => [reason, words] as const);
