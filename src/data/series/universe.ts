import { CATALOGUE, entryOf } from './index.ts';

/** Instruments of the default scan: at least one of every class that can fall, and the havens. */
export const CORE_UNIVERSE: readonly string[] = [
  ...['btc-usd', 'eth-usd', 'sol-usd', 'xrp-usd', 'bnb-usd', 'doge-usd'],
  ...['sp500', 'nasdaq-composite', 'nasdaq-100', 'dow-jones', 'russell-2000', 'semiconductors'],
  ...['nikkei-225', 'euro-stoxx-50', 'dax', 'ftse-100', 'hang-seng', 'kospi', 'taiex', 'shanghai-composite'],
  ...['spy', 'qqq', 'iwm', 'eem', 'efa', 'arkk', 'igv', 'smh', 'kre', 'xle', 'xlf', 'xlk', 'xlu', 'xlp'],
  ...['mstr', 'coin', 'nvda', 'metaplanet'],
  ...[
    'gold-front',
    'silver-front',
    'copper-front',
    'platinum-front',
    'palladium-front',
    'gld',
    'slv',
    'gdx',
    'gdxj',
  ],
  ...['wti-front', 'brent-front', 'natgas-front', 'uso'],
  ...['hyg', 'lqd', 'us-hy-oas', 'us-ig-oas'],
  ...['us-2y', 'us-10y', 'us-30y', 'us-10y-real', 'tlt', 'ief', 'shy', 'bil'],
  ...['dollar-index', 'usd-jpy', 'eur-usd', 'aud-jpy'],
  ...['vix', 'vix3m', 'vvix', 'move'],
];

/**
 * Fifteen liquid markets of every class on New York sessions: the panel on which absorption, turbulence and connectedness across classes
 * are quoted.
 */
export const CROSS_CLASS_15: readonly string[] = [
  ...['spy', 'qqq', 'iwm', 'eem', 'efa'],
  ...['tlt', 'lqd'],
  ...['gld', 'slv', 'gdx'],
  ...['uso', 'copper-front'],
  'dollar-index',
  ...['btc-usd', 'eth-usd'],
];

const PRICE_CLASSES = new Set([
  'crypto',
  'equity',
  'metals',
  'energy',
  'credit',
  'rates',
  'fx',
  'volatility',
  'cash',
]);

function repeatsAnother(id: string): boolean {
  const plain = id.replace(/-adjusted$/, '');
  return plain !== id && entryOf(plain) !== undefined;
}

/** Every daily price, yield, spread and volatility index of the catalogue; of a fund with two sets of closes the quoted one. */
export const ALL_UNIVERSE: readonly string[] = CATALOGUE.filter(
  (entry) => entry.frequency === 'daily' && PRICE_CLASSES.has(entry.assetClass) && !repeatsAnother(entry.id),
).map((entry) => entry.id);
