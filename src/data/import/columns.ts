import type { Unit } from '../unit.ts';
import type { CsvFile } from './csv.ts';
import { coinOfPair, type StatedUnits } from './unit-text.ts';

const DATE_NAMES = ['date', 'week', 'day', 'observation_date'];
const TIME_NAMES = ['time', 'timestamp', 'datetime', 'date_time'];
const KEY_NAMES = new Set([
  'coin',
  'exchange',
  'ticker',
  'stablecoin',
  'issuer',
  'symbol',
  'venue',
  'series',
]);
const MAIN_NAMES = ['close', 'value', 'price'];
const BAR_NAMES = ['open', 'high', 'low', 'close'];

/** Columns of a file by what they are for; numbers are positions in the header. */
export interface Columns {
  readonly label: { readonly column: number; readonly kind: 'date' | 'time' };
  readonly keys: readonly number[];
  readonly numbers: readonly number[];
  /** Columns of words that are no key: what makes a file a table. */
  readonly words: readonly number[];
  /** The column that is the series itself: close, value or price, or the only one. */
  readonly main: number | undefined;
  readonly isBar: boolean;
}

/** Reads the header, and the first rows for what it does not say; undefined when no column holds dates. */
export function columnsOf(file: CsvFile, keyed: ReadonlySet<string> = new Set()): Columns | undefined {
  const names = file.header.map((name) => name.toLowerCase());
  const label = labelOf(file, names);
  if (!label) return undefined;
  const others = names.map((_, column) => column).filter((column) => column !== label.column);
  const keys = others.filter((column) => keyed.has(names[column] as string) || isKey(file, names, column));
  const words = others.filter((column) => !keys.includes(column) && holdsWords(file, column));
  const numbers = others.filter((column) => !keys.includes(column) && !words.includes(column));
  const named = MAIN_NAMES.map((name) => names.indexOf(name)).find((column) => numbers.includes(column));
  return {
    label,
    keys,
    numbers,
    words,
    main: named ?? (numbers.length === 1 ? numbers[0] : undefined),
    isBar: BAR_NAMES.every((name) => names.includes(name)),
  };
}

function labelOf(file: CsvFile, names: readonly string[]): Columns['label'] | undefined {
  const time = names.findIndex((name) => TIME_NAMES.includes(name));
  const date = names.findIndex((name) => DATE_NAMES.includes(name));
  if (date >= 0 && time >= 0 && !repeats(file, date)) return { column: date, kind: 'date' };
  if (time >= 0) return { column: time, kind: looksLikeDays(file, time) ? 'date' : 'time' };
  if (date >= 0) return { column: date, kind: looksLikeInstants(file, date) ? 'time' : 'date' };
  return undefined;
}

function isKey(file: CsvFile, names: readonly string[], column: number): boolean {
  return KEY_NAMES.has(names[column] as string) && holdsWords(file, column);
}

/** A date on two rows in a row is the day of an intraday stamp that stands beside it. */
function repeats(file: CsvFile, column: number): boolean {
  const cells = sample(file, column);
  return cells.some((cell, i) => i > 0 && cell === cells[i - 1]);
}

const SAMPLE = 50;

function sample(file: CsvFile, column: number): string[] {
  const cells: string[] = [];
  for (let row = 0; row < Math.min(file.rows, SAMPLE); row++) cells.push(file.cell(row, column));
  return cells.filter((cell) => cell !== '');
}

function holdsWords(file: CsvFile, column: number): boolean {
  const cells = sample(file, column);
  return (
    cells.length > 0 &&
    cells.every(
      (cell) => /\p{L}/u.test(cell) && Number.isNaN(Number(cell)) && !/^[+-]?(nan|inf|infinity)$/i.test(cell),
    )
  );
}

function looksLikeDays(file: CsvFile, column: number): boolean {
  const cells = sample(file, column);
  return cells.length > 0 && cells.every((cell) => /^\d{4}-\d{2}-\d{2}([T ]00:00(:00(\.0+)?)?)?$/.test(cell));
}

function looksLikeInstants(file: CsvFile, column: number): boolean {
  const cells = sample(file, column);
  return (
    cells.length > 0 &&
    cells.every((cell) => /T\d{2}:\d{2}.*(Z|[+-]\d{2}:\d{2})$/.test(cell)) &&
    cells.some((cell) => !/T00:00(:00)?Z$/.test(cell))
  );
}

const UNIT_OF_NAME: readonly (readonly [RegExp, Unit])[] = [
  [/_usd$|_price$/, 'usd'],
  [/_usdt$/, 'usdt'],
  [/_bp$/, 'bp'],
  [/^btc_held$/, 'btc'],
  [/^shares$/, 'shares'],
  [/^trades$|^count$/, 'count'],
];

const COIN_VOLUMES = new Set(['volume', 'taker_buy_volume', 'taker_buy_base']);

/**
 * Units that a column may be in: what its own name says, else, for a volume, what the manifest says of volumes or the coin of the pair, else
 * what the manifest says of the file. Empty when nothing says.
 */
export function unitCandidates(packId: string, column: string, stated: StatedUnits): readonly Unit[] {
  const name = column.toLowerCase();
  const own =
    UNIT_OF_NAME.find(([form]) => form.test(name))?.[1] ?? stated.main.find((unit) => unit === name);
  if (own) return [own];
  if (!COIN_VOLUMES.has(name)) return stated.main;
  const coin = coinOfPair(packId);
  return stated.volume.length > 0 ? stated.volume : coin ? [coin] : [];
}
