import { FLOW_ELASTICITY_WHYS } from './flow-elasticity.ts';

/** Reasons of the parts of an explanation: pattern of the English one, zh-Hans, zh-Hant. */
export const EXPLAIN_WHYS: readonly (readonly [RegExp, string, string])[] = [...FLOW_ELASTICITY_WHYS];
