import { COUNTRIES_GROWTH } from './catalogue/countries.ts';
import { EVENTS } from './catalogue/events.ts';
import { GOLD_DRIVERS } from './catalogue/gold-drivers.ts';
import { GOLD_PRICES } from './catalogue/gold-prices.ts';
import { GOLD_TRADE } from './catalogue/gold-trade.ts';
import { JAPAN } from './catalogue/japan.ts';
import { LIQUIDITY } from './catalogue/liquidity.ts';
import { OIL } from './catalogue/oil.ts';
import { RATIOS } from './catalogue/ratios.ts';
import { RESERVES } from './catalogue/reserves.ts';
import { RUN_OFF } from './catalogue/run-off.ts';
import { STYLES } from './catalogue/styles.ts';
import { TECHNOLOGY } from './catalogue/technology.ts';
import type { DerivedEntry } from './entry.ts';

export { derivedCatalogue, type RefusedEntry } from './catalogue.ts';
export { compile, SPECIAL } from './compile.ts';
export type { DerivedEntry } from './entry.ts';
export { FormulaError } from './formula-error.ts';
export { FUNCTIONS, signatureOf } from './functions.ts';
export { needsOf, rootsOf } from './needs.ts';
export { definitionText, readEntries } from './read-entries.ts';
export { withDerived, worldOf } from './with-derived.ts';

/** Series made by formula that the program knows by name, by theme. */
export const DERIVED_THEMES: Readonly<Record<string, readonly DerivedEntry[]>> = {
  'Dollar liquidity': LIQUIDITY,
  'Run-off of the Fed’s assets': RUN_OFF,
  Ratios: RATIOS,
  'Gold against consumer prices': GOLD_PRICES,
  'What moves gold': GOLD_DRIVERS,
  'Gold in official reserves': RESERVES,
  'Gold in foreign trade': GOLD_TRADE,
  Oil: OIL,
  'Outlays on artificial intelligence': TECHNOLOGY,
  'Value of single announcements': EVENTS,
  'Growth and equity returns': COUNTRIES_GROWTH,
  'Styles of shares': STYLES,
  'Bank of Japan': JAPAN,
};

export const DERIVED: readonly DerivedEntry[] = Object.values(DERIVED_THEMES).flat();
