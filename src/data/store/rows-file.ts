import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { UserError } from '../errors.ts';
import type { Quarantined, TableRow } from '../observation.ts';
import { type Disk, remove } from './disk.ts';
import type { Layout } from './layout.ts';
import { type RowsRecord, type StoreState, sha256 } from './log.ts';
import { tableRowKey } from './tables.ts';

/** A row of a table as stored. */
export interface StoredTableRow extends TableRow {
  readonly load: number;
  readonly source: string;
}

/** A quarantined row as stored. */
export interface StoredQuarantine {
  readonly load: number;
  readonly row: Quarantined;
}

/** Writes rows as gzipped JSON lines, durable but named by no record yet. */
export function writeRowsFile(
  layout: Layout,
  disk: Disk,
  file: string,
  rows: readonly (StoredTableRow | StoredQuarantine)[],
  table?: string,
): RowsRecord {
  const bytes = gzipSync(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const temporary = join(layout.work, file);
  try {
    disk.write(temporary, [bytes]);
    disk.publish(temporary, join(layout.rows, file));
  } finally {
    remove(temporary);
  }
  return {
    file,
    bytes: bytes.length,
    sha256: sha256(bytes),
    rows: rows.length,
    loads: [...new Set(rows.map((row) => row.load))].sort((a, b) => a - b),
    ...(table === undefined ? {} : { table }),
  };
}

/** Rows of a table, whenever known. */
export function readTable(layout: Layout, state: StoreState, table: string): StoredTableRow[] {
  return state.rows
    .filter((record) => record.table === table)
    .flatMap((record) => readRowsFile(layout, record) as StoredTableRow[]);
}

export function readQuarantine(layout: Layout, state: StoreState): StoredQuarantine[] {
  return state.rows
    .filter((record) => record.table === undefined)
    .flatMap((record) => readRowsFile(layout, record) as StoredQuarantine[]);
}

/** @throws UserError when the file is missing or not the one that was committed */
export function readRowsFile(layout: Layout, record: RowsRecord): (StoredTableRow | StoredQuarantine)[] {
  const path = join(layout.rows, record.file);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw damaged(path, String(error));
  }
  if (sha256(bytes) !== record.sha256) throw damaged(path, 'its checksum is wrong');
  return gunzipSync(bytes)
    .toString()
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as StoredTableRow | StoredQuarantine);
}

/** What makes two stored rows the same: everything but the load. */
export function storedKey(row: StoredTableRow | StoredQuarantine): string {
  return 'row' in row ? JSON.stringify(row.row) : tableRowKey(row.source, row);
}

function damaged(path: string, how: string): UserError {
  return new UserError(
    `${path} is damaged: ${how}`,
    '"tidemark data health" names its loads: forget them with "tidemark data forget LOAD" and import them again',
  );
}
