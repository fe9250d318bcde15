import { isUnit, type Unit } from '../unit.ts';

const COINS = ['btc', 'eth', 'sol', 'xrp', 'bnb', 'doge', 'zec'] as const;

/**
 * Words of a manifest and the units they may mean. A word such as `percent` or `index` does not say what it is a percent or an index of;
 * which of its candidates holds is the catalogue's to say, and the two must agree.
 */
const MEANINGS: readonly (readonly [RegExp, readonly Unit[]])[] = [
  [/^usd millions?$/, ['usd-mn']],
  [/^usd billions?$/, ['usd-bn']],
  [/^usd$/, ['usd']],
  [/^usdt$/, ['usdt']],
  [/^2017 usd billions$/, ['usd-2017-bn']],
  [/^eur millions$/, ['eur-mn']],
  [/^100 million jpy$/, ['jpy-100mn']],
  [/^jpy billions?$/, ['jpy-bn']],
  [/^jpy$/, ['jpy']],
  [/^usd\/oz$/, ['usd-per-oz']],
  [/^usd\/bbl$/, ['usd-per-bbl']],
  [/^usd\/lb$/, ['usd-per-lb']],
  [/^usd\/mmbtu$/, ['usd-per-mmbtu']],
  [/^usd per eur$/, ['usd-per-eur']],
  [/^jpy per usd$/, ['jpy-per-usd']],
  [/^jpy per eur$/, ['jpy-per-eur']],
  [/^jpy per aud$/, ['jpy-per-aud']],
  [/^jpy per mxn$/, ['jpy-per-mxn']],
  [/^jpy per chf$/, ['jpy-per-chf']],
  [/^percent$|^percentage points$/, ['percent', 'percent-per-year']],
  [/^annualised volatility, percent$/, ['percent-per-year', 'index']],
  [/^percent per 8h$/, ['percent-per-8h']],
  [/^rate per (8h|funding interval)( equivalent)?$/, ['fraction-per-8h']],
  [/^rate$/, ['fraction']],
  [/^probability 0-1$/, ['fraction']],
  [/^basis points?$|^bp$/, ['bp', 'bp-per-year']],
  [/^index( .*)?$/, ['index', 'score', 'sigma', 'ratio', 'percent-per-year', 'bp-per-year']],
  [/^0-100$/, ['score', 'index']],
  [/^ratio$/, ['ratio', 'fraction']],
  [/^thousands$/, ['persons-k']],
  [/^thousands saar$/, ['housing-units-k']],
  [/^persons$/, ['persons']],
  [/^contracts$/, ['contracts']],
  [/^coin-days$/, ['coin-days']],
  [/^x$/, ['ratio']],
];

/** What a manifest's unit says of the main column, and of the volume where it says that too. */
export interface StatedUnits {
  readonly main: readonly Unit[];
  readonly volume: readonly Unit[];
}

/**
 * Candidates of a unit text: `USDT (volume in BTC)` gives `usdt` and, for the volume, `btc`; `USD million; BTC` gives both for the main.
 * An unknown text gives no candidate.
 */
export function statedUnits(text: string): StatedUnits {
  const volume = /\(volume in ([a-z]+)\)/i.exec(text);
  const [main = ''] = text.split('(');
  return {
    main: [...new Set(main.split(/;| and |, (?!percent)/i).flatMap(meanings))],
    volume: volume ? meanings(volume[1] as string) : [],
  };
}

function meanings(words: string): readonly Unit[] {
  const text = words.trim().toLowerCase();
  const worded = MEANINGS.find(([form]) => form.test(text))?.[1];
  return worded ?? (isUnit(text) ? [text] : []);
}

/** The coin that a pair's file name begins with: `ethusdt_binance_1d` is eth. */
export function coinOfPair(packId: string): Unit | undefined {
  return COINS.find((coin) => new RegExp(`^${coin}(usdt?)?_`).test(packId.toLowerCase()));
}
