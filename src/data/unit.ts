/**
 * Units, typed. Every value is stored and computed in the base unit of its dimension (factor 1):
 * US dollars, coins, ounces, persons, fractions. A source states its own unit and is converted once, at the edge.
 */
const TABLE = {
  usd: ['usd', 1],
  'usd-k': ['usd', 1e3],
  'usd-mn': ['usd', 1e6],
  'usd-bn': ['usd', 1e9],
  'usd-2017': ['usd-2017', 1],
  'usd-2017-bn': ['usd-2017', 1e9],
  usdt: ['usdt', 1],
  eur: ['eur', 1],
  'eur-mn': ['eur', 1e6],
  jpy: ['jpy', 1],
  'jpy-100mn': ['jpy', 1e8],
  'jpy-bn': ['jpy', 1e9],
  btc: ['btc', 1],
  eth: ['eth', 1],
  sol: ['sol', 1],
  xrp: ['xrp', 1],
  bnb: ['bnb', 1],
  doge: ['doge', 1],
  zec: ['zec', 1],
  shares: ['shares', 1],
  contracts: ['contracts', 1],
  oz: ['oz', 1],
  kg: ['oz', 1 / 0.0311034768],
  tonnes: ['oz', 1e3 / 0.0311034768],
  'oz-per-lb': ['oz-per-lb', 1],
  'usd-per-oz': ['usd-per-oz', 1],
  'usd-per-bbl': ['usd-per-bbl', 1],
  'usd-per-lb': ['usd-per-lb', 1],
  'usd-per-mmbtu': ['usd-per-mmbtu', 1],
  'usd-per-eur': ['usd-per-eur', 1],
  'jpy-per-usd': ['jpy-per-usd', 1],
  'jpy-per-eur': ['jpy-per-eur', 1],
  'jpy-per-aud': ['jpy-per-aud', 1],
  'jpy-per-mxn': ['jpy-per-mxn', 1],
  'jpy-per-chf': ['jpy-per-chf', 1],
  'bbl-per-day': ['bbl-per-day', 1],
  'bbl-per-day-k': ['bbl-per-day', 1e3],
  'bbl-per-day-mn': ['bbl-per-day', 1e6],
  fraction: ['fraction', 1],
  percent: ['fraction', 1e-2],
  bp: ['fraction', 1e-4],
  'fraction-per-year': ['fraction-per-year', 1],
  'percent-per-year': ['fraction-per-year', 1e-2],
  'bp-per-year': ['fraction-per-year', 1e-4],
  'fraction-per-8h': ['fraction-per-8h', 1],
  'percent-per-8h': ['fraction-per-8h', 1e-2],
  'fraction-per-1e9-usd': ['fraction-per-1e9-usd', 1],
  'fraction-per-usd': ['fraction-per-1e9-usd', 1e9],
  'fraction-per-usd-mn': ['fraction-per-1e9-usd', 1e3],
  index: ['index', 1],
  ratio: ['ratio', 1],
  persons: ['persons', 1],
  'persons-k': ['persons', 1e3],
  'housing-units': ['housing-units', 1],
  'housing-units-k': ['housing-units', 1e3],
  'coin-days': ['coin-days', 1],
  count: ['count', 1],
  days: ['days', 1],
  sigma: ['sigma', 1],
  score: ['score', 1],
} as const satisfies Record<string, readonly [string, number]>;

/** Every unit the program knows, base or scaled. */
export type Unit = keyof typeof TABLE;

/** What is measured: two units convert only inside one dimension. */
export type Dimension = (typeof TABLE)[Unit][0];

/** A unit in which values are stored (factor 1). */
export type BaseUnit = Dimension & Unit;

export const UNITS = Object.keys(TABLE) as readonly Unit[];

export function isUnit(text: string): text is Unit {
  return Object.hasOwn(TABLE, text);
}

export function baseUnit(unit: Unit): BaseUnit {
  return TABLE[unit][0] as BaseUnit;
}

/**
 * Factor that takes a value from one unit to another.
 * @throws RangeError when the two measure different things.
 */
export function conversion(from: Unit, to: Unit): number {
  const [a, b] = [TABLE[from], TABLE[to]];
  if (a[0] !== b[0]) {
    throw new RangeError(
      `cannot convert ${from} (${a[0]}) to ${to} (${b[0]}): they measure different things`,
    );
  }
  return a[1] / b[1];
}
