import { randomUUID } from 'node:crypto';
import { mkdtemp, open, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Panel } from '../panel.ts';
import { formatDay } from '../time.ts';
import { csvLine, plainCsvLine } from './csv-line.ts';
import { EXPORT_COLUMNS, type ExportRow } from './rows.ts';

export const EXPORT_FORMATS = ['csv', 'json', 'parquet'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

type Rows = AsyncIterable<ExportRow>;

/** CSV or JSON as pieces of text; both are read back by `tidemark data import` (CSV) and by anything else. */
export async function* textOf(rows: Rows, format: 'csv' | 'json'): AsyncGenerator<string> {
  if (format === 'csv') return yield* csvOf(rows, csvLine);
  yield '[';
  let first = true;
  for await (const row of rows) {
    yield `${first ? '' : ','}\n  ${JSON.stringify(row)}`;
    first = false;
  }
  yield first ? ']\n' : '\n]\n';
}

async function* csvOf(rows: Rows, line: typeof csvLine): AsyncGenerator<string> {
  yield line(EXPORT_COLUMNS);
  for await (const row of rows) yield line(EXPORT_COLUMNS.map((column) => row[column]));
}

/** Writes the rows into a file that is whole or not there; gives how many they were. */
export async function writeExport(rows: Rows, format: ExportFormat, path: string): Promise<number> {
  const counted = counter(rows);
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    if (format === 'parquet') await writeParquet(counted, temporary);
    else await writeText(textOf(counted, format), temporary);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw Object.assign(error as Error, { path });
  }
  return counted.count();
}

/** The rows as the bytes of a Parquet file. */
export function parquetOf(rows: Rows): Promise<Uint8Array<ArrayBuffer>> {
  return bytesOf((path) => writeParquet(rows, path));
}

/** A panel as the bytes of a Parquet file: a row a date, a column a series; null where there is no value. */
export function panelParquetOf(panel: Panel): Promise<Uint8Array<ArrayBuffer>> {
  const ids = panel.columns.map(({ id }) => id);
  const table: Table = {
    columns: [['date', 'DATE'], ...ids.map((id) => [id, 'DOUBLE'] as const)],
    select: '*',
  };
  return bytesOf((path) => parquetThroughCsv(panelCsv(panel, plainCsvLine), table, path));
}

/** A panel as CSV: a line a date, a column a series; an empty cell where there is no value. */
export async function* panelCsv(panel: Panel, line: typeof csvLine = csvLine): AsyncGenerator<string> {
  yield line(['date', ...panel.columns.map(({ id }) => id)]);
  for (const [row, date] of panel.dates.entries()) {
    yield line([formatDay(date), ...panel.columns.map(({ values }) => values[row] as number)]);
  }
}

async function bytesOf(write: (path: string) => Promise<void>): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'tidemark-export-'));
  try {
    const path = join(folder, 'rows.parquet');
    await write(path);
    return Uint8Array.from(await readFile(path));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function counter(rows: Rows): Rows & { count(): number } {
  let n = 0;
  return {
    count: () => n,
    async *[Symbol.asyncIterator]() {
      for await (const row of rows) {
        n++;
        yield row;
      }
    },
  };
}

const PIECE = 1 << 16;

async function writeText(pieces: AsyncIterable<string>, path: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    let waiting = '';
    for await (const piece of pieces) {
      waiting += piece;
      if (waiting.length < PIECE) continue;
      await file.write(waiting);
      waiting = '';
    }
    await file.write(waiting);
  } finally {
    await file.close();
  }
}

/** What is read from the CSV file, with its types, and how it is written. */
interface Table {
  readonly columns: readonly (readonly [name: string, type: 'VARCHAR' | 'DATE' | 'DOUBLE'])[];
  readonly select: string;
}

const INSTANTS = "['%Y-%m-%dT%H:%M', '%Y-%m-%dT%H:%M:%S', '%Y-%m-%dT%H:%M:%S.%g']";

const ROWS: Table = {
  columns: [
    ['series', 'VARCHAR'],
    ['date', 'DATE'],
    ['time', 'VARCHAR'],
    ['value', 'DOUBLE'],
    ['unit', 'VARCHAR'],
    ['knownAt', 'VARCHAR'],
    ['source', 'VARCHAR'],
    ['flags', 'VARCHAR'],
  ],
  select: `series, date, strptime(replace("time", 'Z', ''), ${INSTANTS}) AS "time", value, unit, strptime(replace("knownAt", 'Z', ''), ${INSTANTS}) AS "knownAt", source, flags`,
};

function writeParquet(rows: Rows, path: string): Promise<void> {
  return parquetThroughCsv(csvOf(rows, plainCsvLine), ROWS, path);
}

/** Through a CSV file beside it, whose types are stated: the rows of an export are few, and one writer of text is enough. */
async function parquetThroughCsv(
  pieces: AsyncIterable<string>,
  { columns, select }: Table,
  path: string,
): Promise<void> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const folder = await mkdtemp(join(tmpdir(), 'tidemark-export-'));
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    threads: '2',
  });
  const connection = await instance.connect();
  try {
    const csv = join(folder, 'rows.csv');
    await writeText(pieces, csv);
    const types = columns.map(([name, type]) => `${quoted(name)}: '${type}'`).join(', ');
    await connection.run(
      `COPY (SELECT ${select} FROM read_csv(${quoted(csv)}, header = true, columns = {${types}})) TO ${quoted(path)} (FORMAT parquet)`,
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true, force: true });
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
