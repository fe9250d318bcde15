import type { DuckDBConnection, DuckDBDataChunk, DuckDBType } from '@duckdb/node-api';

type Api = typeof import('@duckdb/node-api');

/** A DuckDB in memory; the module is loaded only when one is opened, since that takes longer than reading the store. */
export interface Duck {
  readonly api: Api;
  readonly connection: DuckDBConnection;
  close(): void;
}

export async function openDuck(workFolder: string): Promise<Duck> {
  const api = await import('@duckdb/node-api');
  const instance = await api.DuckDBInstance.create(':memory:', {
    threads: '2',
    memory_limit: '256MB',
    temp_directory: workFolder,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  return {
    api,
    connection,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

export type ColumnArray = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** Appends columns of equal length to a table, by typed array: value by value takes four times as long. */
export function appendColumns(
  chunk: DuckDBDataChunk,
  columns: readonly ColumnArray[],
  append: (chunk: DuckDBDataChunk) => void,
): void {
  const n = columns[0]?.length ?? 0;
  // A chunk keeps the vectors of its first use, as long as it was then: the first use must be a full one.
  chunk.rowCount = CHUNK_ROWS;
  for (const c of columns.keys()) chunk.getColumnVector(c);
  for (let from = 0; from < n; from += CHUNK_ROWS) {
    const rows = Math.min(CHUNK_ROWS, n - from);
    chunk.reset();
    chunk.rowCount = rows;
    for (const [c, column] of columns.entries()) {
      const vector = chunk.getColumnVector(c);
      itemsOf(vector).set(column.subarray(from, from + rows) as never);
      vector.flush();
    }
    append(chunk);
  }
}

/** Copies a column of a chunk that came from a query into `out`, from row `at` on. */
export function readColumn(chunk: DuckDBDataChunk, column: number, out: ColumnArray, at: number): void {
  out.set(itemsOf(chunk.getColumnVector(column)) as never, at);
}

/** Rows of a full chunk. */
export const CHUNK_ROWS = 2048;

/** The typed array behind a vector, which the declarations keep private. */
function itemsOf(vector: object): ColumnArray {
  const items: unknown = 'items' in vector ? vector.items : undefined;
  if (!ArrayBuffer.isView(items)) throw new Error('a DuckDB vector without a typed array');
  return items as ColumnArray;
}

/** Logical type for an ENUM and the typed array that holds its codes. */
export function enumOf(
  api: Api,
  names: readonly string[],
): { readonly type: DuckDBType; readonly codes: (n: number) => Uint8Array | Uint16Array | Uint32Array } {
  return {
    type: api.ENUM([...names]),
    codes: (n) =>
      names.length <= 0xff
        ? new Uint8Array(n)
        : names.length <= 0xffff
          ? new Uint16Array(n)
          : new Uint32Array(n),
  };
}

export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
