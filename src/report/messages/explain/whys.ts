import { AFTER_WHYS } from './after.ts';
import { BALANCE_SHEET_WHYS } from './balance-sheet.ts';
import { COINBASE_PREMIUM_WHYS } from './coinbase-premium.ts';
import { CRYPTO_FUNDING_WHYS } from './crypto-funding.ts';
import { DEFI_WHYS } from './defi.ts';
import { EXCHANGE_RESERVES_WHYS } from './exchange-reserves.ts';
import { FLOW_ELASTICITY_WHYS } from './flow-elasticity.ts';
import { FUNDING_SPREAD_WHYS } from './funding-spread.ts';
import { IMPLIED_VOLATILITY_WHYS } from './implied-volatility.ts';
import { NET_LIQUIDITY_WHYS } from './net-liquidity.ts';
import { POSITIONING_WHYS } from './positioning.ts';
import { STABLECOINS_WHYS } from './stablecoins.ts';
import { THREE_LAMPS_WHYS } from './three-lamps.ts';

/** A reason as a part of an explanation gives it, with its words in Simplified and in Traditional Chinese. */
export type ExplainWhy = readonly [reason: RegExp, zhHans: string, zhHant: string];

const WHYS: readonly ExplainWhy[] = [
  ...AFTER_WHYS,
  ...BALANCE_SHEET_WHYS,
  ...COINBASE_PREMIUM_WHYS,
  ...EXCHANGE_RESERVES_WHYS,
  ...FLOW_ELASTICITY_WHYS,
  ...FUNDING_SPREAD_WHYS,
  ...NET_LIQUIDITY_WHYS,
  ...THREE_LAMPS_WHYS,
  ...CRYPTO_FUNDING_WHYS,
  ...POSITIONING_WHYS,
  ...IMPLIED_VOLATILITY_WHYS,
  ...STABLECOINS_WHYS,
  ...DEFI_WHYS,
];

/** Reasons of every part with their Simplified Chinese words. */
export const EXPLAIN_WHYS_HANS = WHYS.map(([reason, words]) => [reason, words] as const);

/** Reasons of every part with their Traditional Chinese words. */
export const EXPLAIN_WHYS_HANT = WHYS.map(([reason, , words]) => [reason, words] as const);
