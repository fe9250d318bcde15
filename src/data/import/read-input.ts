import { UserError } from '../errors.ts';
import type { Quarantined, TableRows } from '../observation.ts';
import type { Instant } from '../time.ts';
import { collect, type GroupArrivals, type ReadNumbers } from './arrivals.ts';
import { type Columns, columnsOf } from './columns.ts';
import type { CsvFile, NumberColumn } from './csv.ts';
import { frozenOf } from './frozen.ts';
import type { InputFile } from './input.ts';
import { type DateLimits, labelRows, stampsOf } from './labels.ts';
import type { Lookups } from './lookups.ts';
import { type Group, planFile, type RefusedColumn } from './plan.ts';
import type { VintageRow } from './settle.ts';
import { tableRows } from './table-rows.ts';
import { TABLES, type TableSpec } from './tables.ts';
import { readVintages } from './vintages.ts';

/** A file read and its rows tested, not yet compared with anything else. */
export interface ReadFile {
  readonly name: string;
  readonly seen: Instant | undefined;
  readonly arrivals: readonly GroupArrivals[];
  readonly vintages: ReadonlyMap<string, readonly VintageRow[]>;
  readonly table: TableRows | undefined;
  readonly refused: readonly RefusedColumn[];
}

/**
 * Reads one file: its columns, the series they feed, the tests of each row.
 * @throws UserError when the bytes are no CSV or no column holds dates.
 */
export async function readInput(
  input: InputFile,
  limits: DateLimits,
  lookups: Lookups,
  quarantine: (row: Quarantined) => void,
): Promise<ReadFile> {
  const file = await input.open();
  const columns = columnsOf(file, keyNames(input));
  const table = tableSpec(input, columns);
  if (!columns && table?.at === undefined) throw noDates(file);
  quarantineRagged(file, input.meta.id, quarantine);
  const plan = columns
    ? planFile(file, input.meta, columns, input.mappings, input.keepRest && !table)
    : { groups: [], refused: [] };
  const frozen = frozenOf(input.meta.known_problems);
  return {
    name: input.name,
    seen: input.seen,
    arrivals: columns ? collectAll(plan.groups, file, columns, limits, lookups, frozen, quarantine) : [],
    vintages: await vintagesOf(input, plan.groups, limits, lookups, quarantine),
    table:
      table &&
      tableRows(file, input.meta.id, `pack:${input.meta.id}`, table, columns, frozen, limits, quarantine),
    refused: plan.refused,
  };
}

function keyNames(input: InputFile): ReadonlySet<string> {
  return new Set(
    input.mappings.flatMap(({ source }) =>
      Object.keys(source.pack?.keys ?? {}).map((key) => key.toLowerCase()),
    ),
  );
}

/** A listed table, or a file with a column of words that is no key and of which the catalogue knows no series. */
function tableSpec(input: InputFile, columns: Columns | undefined): TableSpec | undefined {
  return (
    TABLES[input.meta.id] ??
    (columns && columns.words.length > 0 && input.mappings.length === 0 ? {} : undefined)
  );
}

function collectAll(
  groups: readonly Group[],
  file: CsvFile,
  columns: Columns,
  limits: DateLimits,
  lookups: Lookups,
  frozen: ReturnType<typeof frozenOf>,
  quarantine: (row: Quarantined) => void,
): GroupArrivals[] {
  const stamps = stampsOf(file, columns.label);
  const context = {
    file,
    stamps,
    read: readOnce(file),
    frozen,
    allZero: file.header.some((name) => name.toLowerCase() === 'total') ? columns.numbers : [],
    quarantine: oncePerRow(quarantine),
  };
  return groups.map((group) =>
    collect(group, labelRows(stamps, group.rows, group.shiftDays, group.entry, limits, lookups), context),
  );
}

function readOnce(file: CsvFile): ReadNumbers {
  const columns = new Map<number, NumberColumn>();
  return (column) => {
    const known = columns.get(column) ?? file.numbers(column);
    columns.set(column, known);
    return known;
  };
}

const WHOLE_ROW: ReadonlySet<string> = new Set([
  'unparseable-date',
  'future-date',
  'not-a-session',
  'duplicate-date',
]);

/** A row refused whole is one row, however many series it would have fed. */
function oncePerRow(quarantine: (row: Quarantined) => void): (row: Quarantined) => void {
  const seen = new Set<string>();
  return (row) => {
    const key = `${row.line} ${row.reason}`;
    if (WHOLE_ROW.has(row.reason) && seen.has(key)) return;
    seen.add(key);
    quarantine(row);
  };
}

async function vintagesOf(
  input: InputFile,
  groups: readonly Group[],
  limits: DateLimits,
  lookups: Lookups,
  quarantine: (row: Quarantined) => void,
): Promise<ReadonlyMap<string, readonly VintageRow[]>> {
  const [group] = groups;
  if (!input.openVintages || !group) return new Map();
  const file = await input.openVintages();
  quarantineRagged(file, group.main.series, quarantine);
  return new Map([[group.main.series, readVintages(file, group, limits, lookups, quarantine)]]);
}

function quarantineRagged(file: CsvFile, series: string, quarantine: (row: Quarantined) => void): void {
  for (const { line, text } of file.ragged) {
    quarantine({
      series,
      file: file.name,
      line,
      date: '',
      text: text.slice(0, 200),
      reason: 'wrong-column-count',
    });
  }
}

function noDates(file: CsvFile): UserError {
  return new UserError(
    `cannot read ${file.name}: no column of dates among "${file.header.join(',')}" (line 1)`,
    'Name the column of dates "date" (YYYY-MM-DD) or "time" (ISO with a zone, 2026-02-06T01:00Z).',
  );
}
