import type { ExplainWhy } from '../why.ts';
import { AFTER_WHYS } from './after.ts';
import { AI_BASKETS_WHYS } from './ai-baskets.ts';
import { BALANCE_SHEET_WHYS } from './balance-sheet.ts';
import { BETA_AMPLIFICATION_WHYS } from './beta-amplification.ts';
import { BRENT_CURVE_WHYS } from './brent-curve.ts';
import { CAPEX_EVENTS_WHYS } from './capex-events.ts';
import { CAPEX_PUMP_WHYS } from './capex-pump.ts';
import { CAPITAL_INTENSITY_WHYS } from './capital-intensity.ts';
import { CASH_REGIME_WHYS } from './cash-regime.ts';
import { CAUSAL_ORDER_WHYS } from './causal-order.ts';
import { CENTRAL_BANKS_WHYS } from './central-banks.ts';
import { COINBASE_PREMIUM_WHYS } from './coinbase-premium.ts';
import { COMMON_TROUGH_WHYS } from './common-trough.ts';
import { CONFORMITY_WHYS } from './conformity.ts';
import { CREDIT_IMPULSE_WHYS } from './credit-impulse.ts';
import { CRYPTO_FUNDING_WHYS } from './crypto-funding.ts';
import { CRYPTO_VALUE_WHYS } from './crypto-value.ts';
import { DEFI_WHYS } from './defi.ts';
import { DIVERGENCE_WHYS } from './divergence.ts';
import { DRIVER_SPLIT_WHYS } from './driver-split.ts';
import { DURATION_LADDER_WHYS } from './duration-ladder.ts';
import { ETF_FLOWS_WHYS } from './etf-flows.ts';
import { EXCHANGE_RESERVES_WHYS } from './exchange-reserves.ts';
import { FLOW_ELASTICITY_WHYS } from './flow-elasticity.ts';
import { FLOW_RULES_WHYS } from './flow-rules.ts';
import { FUND_SUMS_WHYS } from './fund-sums.ts';
import { FUNDING_SPREAD_WHYS } from './funding-spread.ts';
import { GROWTH_FEAR_WHYS } from './growth-fear.ts';
import { HAVEN_LEAGUE_WHYS } from './haven-league.ts';
import { HEDGE_FAILURE_WHYS } from './hedge-failure.ts';
import { IDENTITY_WHYS } from './identity.ts';
import { IMPLIED_VOLATILITY_WHYS } from './implied-volatility.ts';
import { LABOUR_BOARD_WHYS } from './labour-board.ts';
import { LIQUIDATIONS_WHYS } from './liquidations.ts';
import { LIQUIDITY_STATE_WHYS } from './liquidity-state.ts';
import { LIQUIDITY_VALUATION_WHYS } from './liquidity-valuation.ts';
import { LIQUIDITY_VARIANTS_WHYS } from './liquidity-variants.ts';
import { MINERS_WHYS } from './miners.ts';
import { MINERS_GROWTH_WHYS } from './miners-growth.ts';
import { NET_LIQUIDITY_WHYS } from './net-liquidity.ts';
import { OIL_SHOCK_WHYS } from './oil-shock.ts';
import { ORDER_BOOK_WHYS } from './order-book.ts';
import { PECKING_ORDER_WHYS } from './pecking-order.ts';
import { POLICY_GAP_WHYS } from './policy-gap.ts';
import { POLICY_PATH_WHYS } from './policy-path.ts';
import { POLICY_REACTION_WHYS } from './policy-reaction.ts';
import { POLICY_STANCE_WHYS } from './policy-stance.ts';
import { POLICY_TABLE_WHYS } from './policy-table.ts';
import { POSITIONING_WHYS } from './positioning.ts';
import { PROJECTION_WHYS } from './projection.ts';
import { QUIET_FUNDAMENTALS_WHYS } from './quiet-fundamentals.ts';
import { RATE_ANCHOR_WHYS } from './rate-anchor.ts';
import { RESERVES_WHYS } from './reserves.ts';
import { RETURN_NEWS_WHYS } from './return-news.ts';
import { ROLES_WHYS } from './roles.ts';
import { ROUND_NUMBERS_WHYS } from './round-numbers.ts';
import { SECTOR_CONTAGION_WHYS } from './sector-contagion.ts';
import { SELF_FEEDING_WHYS } from './self-feeding.ts';
import { SPILLOVERS_WHYS } from './spillovers.ts';
import { SPREADS_WHYS } from './spreads.ts';
import { STABLECOINS_WHYS } from './stablecoins.ts';
import { TECHNOLOGY_CORRELATION_WHYS } from './technology-correlation.ts';
import { TERM_PREMIUM_WHYS } from './term-premium.ts';
import { THREE_LAMPS_WHYS } from './three-lamps.ts';
import { THREE_SHOCKS_WHYS } from './three-shocks.ts';
import { TIGHTENING_WHYS } from './tightening-index.ts';
import { TREASURY_COMPANIES_WHYS } from './treasury-companies.ts';
import { TWO_CAUSES_WHYS } from './two-causes.ts';
import { YEN_CARRY_WHYS } from './yen-carry.ts';
import { YIELD_EXPOSURE_WHYS } from './yield-exposure.ts';
import { YIELD_SPILLOVER_WHYS } from './yield-spillover.ts';

const WHYS: readonly ExplainWhy[] = [
  ...AFTER_WHYS,
  ...AI_BASKETS_WHYS,
  ...BALANCE_SHEET_WHYS,
  ...BETA_AMPLIFICATION_WHYS,
  ...BRENT_CURVE_WHYS,
  ...CAPEX_EVENTS_WHYS,
  ...CAPEX_PUMP_WHYS,
  ...CAPITAL_INTENSITY_WHYS,
  ...CASH_REGIME_WHYS,
  ...CAUSAL_ORDER_WHYS,
  ...CENTRAL_BANKS_WHYS,
  ...COINBASE_PREMIUM_WHYS,
  ...COMMON_TROUGH_WHYS,
  ...CONFORMITY_WHYS,
  ...CREDIT_IMPULSE_WHYS,
  ...CRYPTO_FUNDING_WHYS,
  ...CRYPTO_VALUE_WHYS,
  ...DEFI_WHYS,
  ...DIVERGENCE_WHYS,
  ...DRIVER_SPLIT_WHYS,
  ...DURATION_LADDER_WHYS,
  ...ETF_FLOWS_WHYS,
  ...EXCHANGE_RESERVES_WHYS,
  ...FLOW_ELASTICITY_WHYS,
  ...FLOW_RULES_WHYS,
  ...FUND_SUMS_WHYS,
  ...FUNDING_SPREAD_WHYS,
  ...GROWTH_FEAR_WHYS,
  ...HAVEN_LEAGUE_WHYS,
  ...HEDGE_FAILURE_WHYS,
  ...IDENTITY_WHYS,
  ...IMPLIED_VOLATILITY_WHYS,
  ...LABOUR_BOARD_WHYS,
  ...LIQUIDATIONS_WHYS,
  ...LIQUIDITY_STATE_WHYS,
  ...LIQUIDITY_VALUATION_WHYS,
  ...LIQUIDITY_VARIANTS_WHYS,
  ...MINERS_GROWTH_WHYS,
  ...MINERS_WHYS,
  ...NET_LIQUIDITY_WHYS,
  ...OIL_SHOCK_WHYS,
  ...ORDER_BOOK_WHYS,
  ...PECKING_ORDER_WHYS,
  ...POLICY_GAP_WHYS,
  ...POLICY_PATH_WHYS,
  ...POLICY_REACTION_WHYS,
  ...POLICY_STANCE_WHYS,
  ...POLICY_TABLE_WHYS,
  ...POSITIONING_WHYS,
  ...PROJECTION_WHYS,
  ...QUIET_FUNDAMENTALS_WHYS,
  ...RATE_ANCHOR_WHYS,
  ...RESERVES_WHYS,
  ...RETURN_NEWS_WHYS,
  ...ROLES_WHYS,
  ...ROUND_NUMBERS_WHYS,
  ...SECTOR_CONTAGION_WHYS,
  ...SELF_FEEDING_WHYS,
  ...SPILLOVERS_WHYS,
  ...SPREADS_WHYS,
  ...STABLECOINS_WHYS,
  ...TECHNOLOGY_CORRELATION_WHYS,
  ...TERM_PREMIUM_WHYS,
  ...THREE_LAMPS_WHYS,
  ...THREE_SHOCKS_WHYS,
  ...TIGHTENING_WHYS,
  ...TREASURY_COMPANIES_WHYS,
  ...TWO_CAUSES_WHYS,
  ...YEN_CARRY_WHYS,
  ...YIELD_EXPOSURE_WHYS,
  ...YIELD_SPILLOVER_WHYS,
];

/** Reasons of every part with their Simplified Chinese words. */
export const EXPLAIN_WHYS_HANS = WHYS.map(([reason, words]) => [reason, words] as const);

/** Reasons of every part with their Traditional Chinese words. */
export const EXPLAIN_WHYS_HANT = WHYS.map(([reason, , words]) => [reason, words] as const);
