import type { BarField, SeriesEntry, SourceRef, Transform } from '../series/entry.ts';
import { baseUnit, conversion, isUnit, type Unit } from '../unit.ts';
import { type Columns, unitCandidates } from './columns.ts';
import type { CsvFile } from './csv.ts';
import type { Lookups } from './lookups.ts';
import type { PackFile } from './manifest.ts';
import { barMinutesOf, safeId, uncataloguedEntry } from './uncatalogued.ts';
import { statedUnits } from './unit-text.ts';

/** One column on its way into one series. */
export interface Target {
  readonly series: string;
  readonly column: number;
  /** A value of the file times this is in the base unit of the series. */
  readonly factor: number;
}

/** Columns that stand in one row and are judged together: a value alone, or a bar. */
export interface Group {
  /** Entry of the main value; its calendar and release rule label the rows. */
  readonly entry: SeriesEntry;
  readonly source: string;
  /** Rows of the file, when key columns choose among them. */
  readonly rows: Int32Array | undefined;
  readonly shiftDays: number;
  readonly main: Target;
  readonly fields: Readonly<Partial<Record<BarField, Target>>>;
  readonly catalogued: boolean;
}

/** A column that is not stored, and why: its unit. */
export interface RefusedColumn {
  readonly series: string;
  readonly column: string;
  readonly why: string;
}

export interface Plan {
  readonly groups: readonly Group[];
  readonly refused: readonly RefusedColumn[];
}

/** What a series of the catalogue takes from this file. */
export type Mapping = ReturnType<Lookups['byPack']>[number];

const FIELDS: readonly BarField[] = ['open', 'high', 'low', 'volume'];

/**
 * Which columns of a file go into which series: first those the catalogue names, then, when `keepRest`, every other numeric column under
 * the file's own id. A column whose unit is unknown, or is not what the catalogue says, is refused alone.
 */
export function planFile(
  file: CsvFile,
  meta: PackFile,
  columns: Columns,
  mappings: readonly Mapping[],
  keepRest: boolean,
): Plan {
  const groups: Group[] = [];
  const refused: RefusedColumn[] = [];
  for (const part of partsOf(file, columns)) {
    const context = { file, meta, columns, part, groups, refused };
    const mine = mappings.filter(({ source }) => matches(source, part.keys));
    const taken = new Set(mine.flatMap((mapping) => planMapping(mapping, context)));
    if (mine.length > 0 && columns.isBar) for (const field of FIELDS) taken.add(columnNamed(file, field));
    if (keepRest) planRest(taken, mine[0]?.source.shiftDays, context);
  }
  return { groups, refused };
}

interface Part {
  readonly keys: Readonly<Record<string, string>>;
  readonly rows: Int32Array | undefined;
}

interface Context {
  readonly file: CsvFile;
  readonly meta: PackFile;
  readonly columns: Columns;
  readonly part: Part;
  readonly groups: Group[];
  readonly refused: RefusedColumn[];
}

/** The whole file, or one part for each combination of its key columns. */
function partsOf(file: CsvFile, columns: Columns): readonly Part[] {
  if (columns.keys.length === 0) return [{ keys: {}, rows: undefined }];
  const rows = new Map<string, number[]>();
  for (let row = 0; row < file.rows; row++) {
    const combination = columns.keys.map((column) => file.cell(row, column)).join('\u0000');
    const known = rows.get(combination);
    if (known) known.push(row);
    else rows.set(combination, [row]);
  }
  return [...rows].map(([combination, list]) => {
    const values = combination.split('\u0000');
    const names = columns.keys.map((column) => file.header[column] as string);
    return {
      keys: Object.fromEntries(names.map((name, k) => [name.toLowerCase(), values[k] as string])),
      rows: Int32Array.from(list),
    };
  });
}

function matches(source: SourceRef, keys: Part['keys']): boolean {
  const wanted = Object.entries(source.pack?.keys ?? {});
  return wanted.every(([key, value]) => keys[key.toLowerCase()]?.toLowerCase() === value.toLowerCase());
}

/** Plans one series of the catalogue; gives the columns it took. */
function planMapping({ entry, source }: Mapping, context: Context): number[] {
  const { file, meta, groups, refused, part } = context;
  const name = source.pack?.column ?? 'value';
  const column = columnNamed(file, name);
  const why = column < 0 ? `no column "${name}" in the file` : unitProblem(source, entry.unit, name, meta);
  if (why !== undefined) {
    refused.push({ series: entry.id, column: name, why });
    return column < 0 ? [] : [column];
  }
  const taken = [column];
  const factor = conversion(source.treatAs ?? source.unit, entry.unit);
  const fields: Partial<Record<BarField, Target>> = {};
  for (const field of source.fields ?? []) {
    const at = columnNamed(file, field);
    if (at < 0) continue;
    taken.push(at);
    const series = `${entry.id}.${field}`;
    const volumeProblem = field === 'volume' ? volumeUnitProblem(entry, meta) : undefined;
    if (volumeProblem !== undefined) refused.push({ series, column: field, why: volumeProblem });
    else fields[field] = { series, column: at, factor: field === 'volume' ? 1 : factor };
  }
  groups.push({
    entry,
    source: `${source.provider}:${source.symbol}`,
    rows: part.rows,
    shiftDays: source.shiftDays ?? 0,
    main: { series: entry.id, column, factor },
    fields,
    catalogued: true,
  });
  return taken;
}

function unitProblem(source: SourceRef, unit: Unit, column: string, meta: PackFile): string | undefined {
  const stated = unitCandidates(meta.id, column, statedUnits(meta.unit));
  if (stated.length === 0) return `unit "${meta.unit}" is not in the table of units`;
  if (!stated.includes(source.unit)) {
    return `the file says "${meta.unit}" (${stated.join(' or ')}), the catalogue says ${source.unit}`;
  }
  return convertible(source.treatAs ?? source.unit, unit);
}

function volumeUnitProblem(entry: SeriesEntry, meta: PackFile): string | undefined {
  const stated = statedUnits(meta.unit).volume;
  const unit = entry.volumeUnit;
  if (unit === undefined) return 'the catalogue gives no unit for the volume';
  if (stated.length === 0 || stated.some((candidate) => baseUnit(candidate) === baseUnit(unit)))
    return undefined;
  return `the file says volume in ${stated.join(' or ')}, the catalogue says ${unit}`;
}

function convertible(from: Unit, to: Unit): string | undefined {
  try {
    conversion(from, to);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Plans the columns that no series of the catalogue took, under the id of the file and the values of its keys. */
function planRest(taken: ReadonlySet<number>, shift: number | undefined, context: Context): void {
  const { columns, meta, file } = context;
  const rest = columns.numbers.filter((column) => !taken.has(column));
  const bar = columns.isBar && columns.main !== undefined && rest.includes(columns.main);
  const shiftDays = shift ?? (meta.frequency.includes('00:00 UTC snapshot') ? -1 : 0);
  for (const column of rest) {
    const name = (file.header[column] as string).toLowerCase();
    if (bar && FIELDS.some((field) => field === name)) continue;
    planOwn(
      column,
      column === columns.main ? undefined : name,
      bar && column === columns.main,
      shiftDays,
      context,
    );
  }
}

function planOwn(
  column: number,
  suffix: string | undefined,
  bar: boolean,
  shiftDays: number,
  context: Context,
): void {
  const { file, meta, groups, refused, part } = context;
  const whole = safeId(meta.id, ...Object.values(part.keys));
  const id = suffix === undefined ? whole : `${whole}.${safeId(suffix)}`;
  const unit = ownUnit(meta, file.header[column] as string);
  if (unit === undefined) {
    refused.push({ series: id, column: file.header[column] as string, why: unknownUnit(meta) });
    return;
  }
  const fields: Partial<Record<BarField, Target>> = {};
  for (const field of bar ? FIELDS : []) {
    const at = columnNamed(file, field);
    const fieldUnit = field === 'volume' ? ownUnit(meta, field) : unit;
    if (at < 0) continue;
    if (fieldUnit === undefined)
      refused.push({ series: `${id}.${field}`, column: field, why: 'the volume has no stated unit' });
    else
      fields[field] = {
        series: `${id}.${field}`,
        column: at,
        factor: conversion(fieldUnit, baseUnit(fieldUnit)),
      };
  }
  groups.push({
    entry: ownEntry(
      id,
      unit,
      bar || (suffix === undefined && isPriceUnit(unit)) ? 'price' : 'level',
      context,
    ),
    source: `pack:${meta.id}`,
    rows: part.rows,
    shiftDays,
    main: { series: id, column, factor: conversion(unit, baseUnit(unit)) },
    fields,
    catalogued: false,
  });
}

function isPriceUnit(unit: Unit): boolean {
  return /^(usd|usdt|eur|jpy)$|-per-(oz|bbl|lb|mmbtu|usd|eur|aud|mxn|chf)$/.test(unit);
}

/** The plainest of the units that a column may be in. */
function ownUnit(meta: PackFile, column: string): Unit | undefined {
  return unitCandidates(meta.id, column, statedUnits(meta.unit))[0];
}

function unknownUnit(meta: PackFile): string {
  return meta.unit === '' || isUnit(meta.unit)
    ? 'the column has no stated unit'
    : `unit "${meta.unit}" is not in the table of units`;
}

function ownEntry(
  id: string,
  unit: Unit,
  transform: Transform,
  context: Pick<Context, 'meta' | 'columns'>,
): SeriesEntry {
  const { meta, columns } = context;
  const file = {
    title: meta.title,
    frequency: meta.frequency,
    provider: 'pack',
    symbol: meta.id,
    licence: meta.license,
    assetClass: meta.file.startsWith('crypto/') ? ('crypto' as const) : ('macro' as const),
    transform,
  };
  return uncataloguedEntry(
    id,
    unit,
    file,
    columns.label.kind === 'time' ? barMinutesOf(meta.frequency) : undefined,
  );
}

function columnNamed(file: CsvFile, name: string): number {
  return file.header.findIndex((head) => head.toLowerCase() === name.toLowerCase());
}
