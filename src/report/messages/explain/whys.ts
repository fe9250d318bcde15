import { BALANCE_SHEET_WHYS } from './balance-sheet.ts';
import { FUNDING_SPREAD_WHYS } from './funding-spread.ts';
import { NET_LIQUIDITY_WHYS } from './net-liquidity.ts';
import { RESERVES_WHYS } from './reserves.ts';

/** Reasons the parts of an explanation give in place of values, in zh-Hans and zh-Hant. */
export const EXPLAIN_WHYS: readonly (readonly [pattern: RegExp, hans: string, hant: string])[] = [
  ...NET_LIQUIDITY_WHYS,
  ...BALANCE_SHEET_WHYS,
  ...RESERVES_WHYS,
  ...FUNDING_SPREAD_WHYS,
];
