import type { DerivedEntry } from './entry.ts';
import { LIQUIDITY } from './liquidity.ts';
import { RATIOS } from './ratios.ts';

export { compile, SPECIAL } from './compile.ts';
export type { DerivedEntry } from './entry.ts';
export { FormulaError } from './formula-error.ts';
export { FUNCTIONS, signatureOf } from './functions.ts';
export { catalogueOver, withDerived } from './with-derived.ts';

/** Series made by formula that the program knows by name. */
export const DERIVED: readonly DerivedEntry[] = [...LIQUIDITY, ...RATIOS];
