<<<<<<< HEAD
import { FUNDING_SPREAD_WHYS } from './funding-spread.ts';
import { NET_LIQUIDITY_WHYS } from './net-liquidity.ts';

/** A reason as a part of an explanation gives it, with its words in Simplified and in Traditional Chinese. */
export type ExplainWhy = readonly [reason: RegExp, zhHans: string, zhHant: string];

const WHYS: readonly ExplainWhy[] = [...FUNDING_SPREAD_WHYS, ...NET_LIQUIDITY_WHYS];

/** Reasons of every part with their Simplified Chinese words. */
export const EXPLAIN_WHYS_HANS = WHYS.map(([reason, words]) => [reason, words] as const);

/** Reasons of every part with their Traditional Chinese words. */
export const EXPLAIN_WHYS_HANT = WHYS.map(([reason, , words]) => [reason, words] as const);
=======
import { BALANCE_SHEET_WHYS } from './balance-sheet.ts';
import { NET_LIQUIDITY_WHYS } from './net-liquidity.ts';

/** Reasons the parts of an explanation give in place of values, in zh-Hans and zh-Hant. */
export const EXPLAIN_WHYS: readonly (readonly [pattern: RegExp, hans: string, hant: string])[] = [
  ...NET_LIQUIDITY_WHYS,
  ...BALANCE_SHEET_WHYS,
];
>>>>>>> cabbb46
