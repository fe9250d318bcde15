import type { Series } from '../../../data/observation.ts';
import { type EpochDay, endOfDay } from '../../../data/time.ts';
import { valuesAt } from '../../../math/values-at.ts';
import { USD_LIQUIDITY, valueOn, weeklyLiquidity } from './usd-liquidity.ts';

/** A sum of money by one definition, on Wednesdays; US dollars. */
export interface Sum {
  readonly dates: Int32Array;
  readonly values: Float64Array;
}

/** What is called liquidity: net liquidity, alone or with something added to it, and central banks' assets together. */
export const DEFINITIONS = [
  { id: 'net', series: USD_LIQUIDITY },
  { id: 'net-average', series: ['fed-assets', 'tga-week-average', 'fed-rrp'] },
  { id: 'net-deposits', series: [...USD_LIQUIDITY, 'bank-deposits'], adds: 'bank-deposits' },
  { id: 'net-credit', series: [...USD_LIQUIDITY, 'bank-credit'], adds: 'bank-credit' },
  { id: 'net-stablecoins', series: [...USD_LIQUIDITY, 'stablecoin-supply'], adds: 'stablecoin-supply' },
  { id: 'reserves', series: ['fed-reserves'] },
  { id: 'three-central-banks', series: ['fed-assets', 'ecb-assets', 'boj-assets', 'eur-usd', 'usd-jpy'] },
] as const;
export type Definition = (typeof DEFINITIONS)[number];
export type DefinitionId = Definition['id'];

const WEEK = 7;

/** The sum by one definition on every Wednesday on which all it needs is known; no part is carried further than its frequency. */
export function sumBy(definition: Definition, all: ReadonlyMap<string, Series>): Sum {
  if (definition.id === 'reserves') {
    const { dates, values } = all.get('fed-reserves')!;
    return { dates, values };
  }
  if (definition.id === 'three-central-banks') return centralBanks(all);
  const { dates, net } = weeklyLiquidity(all, definition.id === 'net-average' ? 'tga-week-average' : 'tga');
  if (!('adds' in definition)) return { dates, values: net };
  const added = all.get(definition.adds);
  return rowsOf(dates, (date, row) => net[row]! + (valueOn(added, date, WEEK - 1)?.value ?? Number.NaN));
}

/** Fed, ECB and Bank of Japan in dollars of the day: A + E · (USD per EUR) + J / (JPY per USD). */
function centralBanks(all: ReadonlyMap<string, Series>): Sum {
  const euro = (date: EpochDay) =>
    within(all.get('ecb-assets'), date, 2 * WEEK) * within(all.get('eur-usd'), date, WEEK);
  const yen = (date: EpochDay) =>
    monthEnd(all.get('boj-assets'), date) / within(all.get('usd-jpy'), date, WEEK);
  const { dates, values } = all.get('fed-assets')!;
  return rowsOf(dates, (date, row) => values[row]! + euro(date) + yen(date));
}

function within(series: Series | undefined, date: EpochDay, oldest: number): number {
  return valueOn(series, date, oldest)?.value ?? Number.NaN;
}

const TWO_MONTHS = 62;

/** Value of the last month that had ended by a day: the label of a month is its first day. */
function monthEnd(series: Series | undefined, date: EpochDay): number {
  if (!series) return Number.NaN;
  let row = series.dates.length - 1;
  while (row >= 0 && series.times[row]! > endOfDay(date)) row--;
  return row >= 0 && series.dates[row]! >= date - TWO_MONTHS ? series.values[row]! : Number.NaN;
}

function rowsOf(dates: Int32Array, sumOn: (date: EpochDay, row: number) => number): Sum {
  const values = Float64Array.from(dates, sumOn);
  const rows = [...dates.keys()].filter((row) => !Number.isNaN(values[row]!));
  return {
    dates: Int32Array.from(rows, (row) => dates[row]!),
    values: valuesAt(values, rows),
  };
}
