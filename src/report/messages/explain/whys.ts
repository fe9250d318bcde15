import { FUNDING_SPREAD_WHYS } from './funding-spread.ts';

/** A reason as a part of an explanation gives it, with its words in Simplified and in Traditional Chinese. */
export type ExplainWhy = readonly [reason: RegExp, zhHans: string, zhHant: string];

const WHYS: readonly ExplainWhy[] = [...FUNDING_SPREAD_WHYS];

/** Reasons of every part with their Simplified Chinese words. */
export const EXPLAIN_WHYS_HANS = WHYS.map(([reason, words]) => [reason, words] as const);

/** Reasons of every part with their Traditional Chinese words. */
export const EXPLAIN_WHYS_HANT = WHYS.map(([reason, , words]) => [reason, words] as const);
