import type { DuckDBAppender, DuckDBConnection, DuckDBDataChunk, DuckDBType } from '@duckdb/node-api';

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

/** Appends columns of equal length to a table through one chunk, by typed array: value by value takes four times as long. */
export function columnAppender(
  api: Api,
  appender: DuckDBAppender,
  types: readonly DuckDBType[],
): (columns: readonly ColumnArray[]) => void {
  // A vector keeps the length that its chunk has when it is first asked for.
  const chunk = api.DuckDBDataChunk.create(types, CHUNK_ROWS);
  const vectors = types.map((_, c) => chunk.getColumnVector(c));
  const items = vectors.map(itemsOf);
  return (columns) => {
    const n = columns[0]?.length ?? 0;
    for (let from = 0; from < n; from += CHUNK_ROWS) {
      const rows = Math.min(CHUNK_ROWS, n - from);
      for (const [c, vector] of vectors.entries()) {
        items[c]?.set((columns[c] as ColumnArray).subarray(from, from + rows));
        vector.flush();
      }
      chunk.rowCount = rows;
      appender.appendDataChunk(chunk);
    }
  };
}

/** Copies a column of a chunk that came from a query into `out`, from row `at` on. */
export function readColumn(chunk: DuckDBDataChunk, column: number, out: ColumnArray, at: number): void {
  out.set(itemsOf(chunk.getColumnVector(column)), at);
}

/** Rows of a full chunk. */
const CHUNK_ROWS = 2048;

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
