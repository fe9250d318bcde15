import { BALANCE_SHEET_WHYS } from './balance-sheet.ts';
import { BETA_AMPLIFICATION_WHYS } from './beta-amplification.ts';
import { BRENT_CURVE_WHYS } from './brent-curve.ts';
import { ETF_FLOWS_WHYS } from './etf-flows.ts';
import { FLOW_ELASTICITY_WHYS } from './flow-elasticity.ts';
import { FLOW_RULES_WHYS } from './flow-rules.ts';
import { FUND_SUMS_WHYS } from './fund-sums.ts';
import { FUNDING_SPREAD_WHYS } from './funding-spread.ts';
import { LIQUIDATIONS_WHYS } from './liquidations.ts';
import { NET_LIQUIDITY_WHYS } from './net-liquidity.ts';
import { ORDER_BOOK_WHYS } from './order-book.ts';
import { ROUND_NUMBERS_WHYS } from './round-numbers.ts';
import { SELF_FEEDING_WHYS } from './self-feeding.ts';
import { SPREADS_WHYS } from './spreads.ts';
import { TREASURY_COMPANIES_WHYS } from './treasury-companies.ts';

/** A reason as a part of an explanation gives it, with its words in Simplified and in Traditional Chinese. */
export type ExplainWhy = readonly [reason: RegExp, zhHans: string, zhHant: string];

const WHYS: readonly ExplainWhy[] = [
  ...BALANCE_SHEET_WHYS,
  ...ETF_FLOWS_WHYS,
  ...FLOW_ELASTICITY_WHYS,
  ...FLOW_RULES_WHYS,
  ...FUND_SUMS_WHYS,
  ...FUNDING_SPREAD_WHYS,
  ...NET_LIQUIDITY_WHYS,
  ...ORDER_BOOK_WHYS,
  ...LIQUIDATIONS_WHYS,
  ...TREASURY_COMPANIES_WHYS,
  ...SPREADS_WHYS,
  ...SELF_FEEDING_WHYS,
  ...ROUND_NUMBERS_WHYS,
  ...BETA_AMPLIFICATION_WHYS,
  ...BRENT_CURVE_WHYS,
];

/** Reasons of every part with their Simplified Chinese words. */
export const EXPLAIN_WHYS_HANS = WHYS.map(([reason, words]) => [reason, words] as const);

/** Reasons of every part with their Traditional Chinese words. */
export const EXPLAIN_WHYS_HANT = WHYS.map(([reason, , words]) => [reason, words] as const);
