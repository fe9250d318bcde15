import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { UserError } from '../errors.ts';
import { type Columns, columnsOf } from '../import/columns.ts';
import { type CsvFile, readCsv } from '../import/csv.ts';
import type { InputFile } from '../import/input.ts';
import type { Lookups } from '../import/lookups.ts';
import type { Mapping } from '../import/plan.ts';
import { safeId } from '../import/uncatalogued.ts';
import type { BarField, SeriesEntry } from '../series/entry.ts';
import { isUnit, UNITS, type Unit } from '../unit.ts';
import { parquetAsCsv } from './parquet.ts';

export interface PlainFileOptions {
  /** Series that the file is of. */
  readonly as?: string;
  /** Column of its values, when not `close`, `value`, `price` or the only one. */
  readonly column?: string;
  /** Unit of its values; the base unit of the series when left out. */
  readonly unit?: string;
}

/** A file that stands alone, and what was taken for granted about it. */
export interface PlainFile {
  readonly file: InputFile;
  readonly notices: readonly string[];
}

/**
 * A CSV or Parquet file outside any pack: `date,value`, a bar file, one column a series, or `series,date,value`.
 * @throws UserError when the file cannot be read, has no dates, or its series or unit is not said and cannot be known.
 */
export async function openPlainFile(
  path: string,
  options: PlainFileOptions,
  lookups: Lookups,
): Promise<PlainFile> {
  const name = basename(path);
  const file = readCsv(await read(path), name);
  const columns = columnsOf(file);
  if (!columns) {
    throw new UserError(
      `cannot read ${name}: no column of dates among "${file.header.join(',')}" (line 1)`,
      'Name the column of dates "date" (YYYY-MM-DD) or "time" (ISO with a zone, 2026-02-06T01:00Z).',
      2,
    );
  }
  const unit = unitOption(options.unit);
  const id = options.as ?? safeId(name.slice(0, name.length - extname(name).length));
  const shape = { file, columns, id, unit, name, options, lookups };
  const mappings = mappingsOf(shape);
  if (mappings.length === 0 && unit === undefined) throw unknownSeries(id, file, options);
  return {
    file: {
      meta: meta(id, name, mappings, unit, frequencyOf(file, columns)),
      name,
      mappings,
      keepRest: mappings.length === 0,
      seen: undefined,
      open: async () => file,
    },
    notices: noticesOf(mappings, unit),
  };
}

interface Shape {
  readonly file: CsvFile;
  readonly columns: Columns;
  readonly id: string;
  readonly unit: Unit | undefined;
  readonly name: string;
  readonly options: PlainFileOptions;
  readonly lookups: Lookups;
}

/** Series of the catalogue that the file feeds; none when it knows none of them. */
function mappingsOf(shape: Shape): readonly Mapping[] {
  const { file, columns, id, lookups, options } = shape;
  const seriesColumn = columns.keys.find((column) => file.header[column]?.toLowerCase() === 'series');
  if (seriesColumn !== undefined) return longMappings(shape, seriesColumn);
  const main = options.column === undefined ? columns.main : requiredColumn(file, options.column);
  const entry = lookups.entryOf(id);
  if (main !== undefined && entry) return [mapping(shape, entry, main)];
  if (main !== undefined && options.as === undefined) {
    const own = fromPack(shape, main);
    if (own) return [own];
  }
  return main === undefined || columns.numbers.length > 1 ? wideMappings(shape) : [];
}

/** A provider's own file by its own name (`WALCL.csv`): the catalogue knows its series and its unit. */
function fromPack({ file, name, columns, lookups, unit }: Shape, main: number): Mapping | undefined {
  const stem = name.slice(0, name.length - extname(name).length);
  const [known, ...more] = lookups.byPack(stem);
  if (!known || more.length > 0 || columns.isBar || !known.source.pack) return undefined;
  const pack = { ...known.source.pack, column: file.header[main] as string };
  return { entry: known.entry, source: { ...known.source, unit: unit ?? known.source.unit, pack } };
}

function wideMappings(shape: Shape): Mapping[] {
  const { file, columns, lookups } = shape;
  return columns.numbers.flatMap((column) => {
    const entry = lookups.entryOf((file.header[column] as string).toLowerCase());
    return entry ? [mapping(shape, entry, column)] : [];
  });
}

function longMappings(shape: Shape, seriesColumn: number): Mapping[] {
  const { file, columns, lookups, options } = shape;
  const main = options.column === undefined ? columns.main : requiredColumn(file, options.column);
  const ids = new Set(Array.from({ length: file.rows }, (_, row) => file.cell(row, seriesColumn)));
  return [...ids].flatMap((id) => {
    const entry = lookups.entryOf(id);
    return entry && main !== undefined ? [mapping(shape, entry, main, { series: id })] : [];
  });
}

function mapping(
  { file, columns, name, unit, id }: Shape,
  entry: SeriesEntry,
  main: number,
  keys?: Record<string, string>,
): Mapping {
  const fields =
    columns.isBar && columns.main === main
      ? (entry.fields ?? (['open', 'high', 'low'] satisfies BarField[]))
      : [];
  return {
    entry,
    source: {
      provider: 'csv',
      symbol: name,
      unit: unit ?? entry.unit,
      pack: { id, column: file.header[main] as string, ...(keys ? { keys } : {}) },
      fields,
      licence: 'as the owner of the file says',
      redistribute: false,
    },
  };
}

function requiredColumn(file: CsvFile, name: string): number {
  const column = file.header.findIndex((head) => head.toLowerCase() === name.toLowerCase());
  if (column >= 0) return column;
  throw new UserError(
    `${file.name} has no column "${name}" (line 1)`,
    `Its columns are ${file.header.join(', ')}.`,
    2,
  );
}

function meta(
  id: string,
  name: string,
  mappings: readonly Mapping[],
  unit: Unit | undefined,
  frequency: string,
): InputFile['meta'] {
  const units = mappings.length > 0 ? [...new Set(mappings.map(({ source }) => source.unit))] : [unit ?? ''];
  return {
    id,
    file: name,
    title: id,
    unit: units.join('; '),
    frequency,
    upstream: name,
    license: 'as the owner of the file says',
    known_problems: '',
  };
}

/** How often the file has values, by the median distance of its dates. */
function frequencyOf(file: CsvFile, columns: Columns): string {
  if (columns.label.kind === 'time') return 'irregular';
  const days = file.days(columns.label.column).filter(Number.isFinite).sort();
  const gaps = days
    .slice(1)
    .map((day, i) => day - (days[i] as number))
    .filter((gap) => gap > 0)
    .sort();
  const median = gaps[Math.floor(gaps.length / 2)] ?? 1;
  return median <= 4 ? 'daily' : median <= 10 ? 'weekly' : median <= 45 ? 'monthly' : 'quarterly';
}

function noticesOf(mappings: readonly Mapping[], unit: Unit | undefined): string[] {
  if (unit !== undefined) return [];
  const units = [...new Set(mappings.map(({ source }) => source.unit))];
  return mappings.length === 0
    ? []
    : [`values taken in ${units.join(', ')}; say --unit when the file is in another`];
}

async function read(path: string): Promise<Uint8Array> {
  try {
    return path.toLowerCase().endsWith('.parquet') ? await parquetAsCsv(path) : await readFile(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      `cannot read ${path}: ${(error as Error).message}`,
      'Check the path and its permissions.',
    );
  }
}

function unitOption(unit: string | undefined): Unit | undefined {
  if (unit === undefined || isUnit(unit)) return unit;
  throw new UserError(`no such unit: "${unit}"`, `Units are ${UNITS.join(', ')}.`, 2);
}

function unknownSeries(id: string, file: CsvFile, options: PlainFileOptions): UserError {
  return options.as === undefined && file.header.length > 0
    ? new UserError(
        `which series is ${file.name}? the catalogue has no "${id}"`,
        'Say --as ID for a series of the catalogue (--as btc-usd), or --unit U to keep it under its own name.',
        2,
      )
    : new UserError(`the catalogue has no series "${id}"`, 'Say --unit U to keep the file under that id.', 2);
}
