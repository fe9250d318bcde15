import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { UserError } from '../errors.ts';

/**
 * The rows of a Parquet file as the bytes of a CSV file, dates and instants in ISO form, so that both are read and tested alike. An instant
 * without a zone is taken as UTC, which is how Parquet stores it.
 * @throws UserError when the file is no Parquet file.
 */
export async function parquetAsCsv(path: string): Promise<Uint8Array> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const folder = await mkdtemp(join(tmpdir(), 'tidemark-parquet-'));
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    threads: '2',
  });
  const connection = await instance.connect();
  try {
    const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM read_parquet(${quoted(path)})`);
    const columns = described.getRows().map((row) => selection(String(row[0]), String(row[1])));
    const out = join(folder, 'rows.csv');
    await connection.run(
      `COPY (SELECT ${columns.join(', ')} FROM read_parquet(${quoted(path)})) TO ${quoted(out)} (FORMAT csv, HEADER)`,
    );
    return await readFile(out);
  } catch (error) {
    throw new UserError(
      `cannot read ${basename(path)}: ${(error as Error).message.split('\n')[0]}`,
      'Give a Parquet file with a column of dates and one or more of numbers.',
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true, force: true });
  }
}

function selection(name: string, type: string): string {
  const column = `"${name.replaceAll('"', '""')}"`;
  if (!type.startsWith('TIMESTAMP')) return column;
  const utc = type.includes('TIME ZONE') ? `${column} AT TIME ZONE 'UTC'` : column;
  return `strftime(${utc}, '%Y-%m-%dT%H:%M:%S.%gZ') AS ${column}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
