import { LIQUIDITY } from './catalogue/liquidity.ts';
import { RATIOS } from './catalogue/ratios.ts';
import type { DerivedEntry } from './entry.ts';

export { derivedCatalogue, type RefusedEntry } from './catalogue.ts';
export { compile, SPECIAL } from './compile.ts';
export type { DerivedEntry } from './entry.ts';
export { FormulaError } from './formula-error.ts';
export { FUNCTIONS, signatureOf } from './functions.ts';
export { definitionText, readEntries } from './read-entries.ts';
export { withDerived, worldOf } from './with-derived.ts';

/** Series made by formula that the program knows by name. */
export const DERIVED: readonly DerivedEntry[] = [...LIQUIDITY, ...RATIOS];
