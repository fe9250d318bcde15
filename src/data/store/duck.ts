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
    // A second thread waits more than it works: writing a segment takes longer with it.
    threads: '1',
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

export type ColumnArray = Float64Array | BigInt64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/**
 * Appends `rows` rows to a table through one chunk, by typed array: value by value takes four times as long. A column is an array, or a
 * number that stands in each of the rows.
 */
export function columnAppender(
  api: Api,
  appender: DuckDBAppender,
  types: readonly DuckDBType[],
): (columns: readonly (ColumnArray | number)[], rows: number) => void {
  // A vector keeps the length that its chunk has when it is first asked for.
  const chunk = api.DuckDBDataChunk.create(types, CHUNK_ROWS);
  const vectors = types.map((_, c) => chunk.getColumnVector(c));
  const items = vectors.map(itemsOf);
  const put = (c: number, write: (into: ColumnArray) => void): void => {
    write(items[c] as ColumnArray);
    vectors[c]?.flush();
  };
  return (columns, rows) => {
    for (const [c, column] of columns.entries()) {
      if (typeof column === 'number') put(c, (into) => (into as Float64Array).fill(column));
    }
    for (let from = 0; from < rows; from += CHUNK_ROWS) {
      const count = Math.min(CHUNK_ROWS, rows - from);
      for (const [c, column] of columns.entries()) {
        if (typeof column !== 'number') put(c, (into) => copyInto(into, column, from, count));
      }
      chunk.rowCount = count;
      appender.appendDataChunk(chunk);
    }
  };
}

function copyInto(into: ColumnArray, column: ColumnArray, from: number, count: number): void {
  (into as Float64Array).set((column as Float64Array).subarray(from, from + count));
}

/** Whole numbers as 64-bit integers, by their words: a BigInt for each would take ten times as long. */
export function toInt64(numbers: Float64Array): BigInt64Array {
  const out = new BigInt64Array(numbers.length);
  const words = new Int32Array(out.buffer);
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i] as number;
    const high = Math.floor(number / 2 ** 32);
    words[2 * i] = number - high * 2 ** 32;
    words[2 * i + 1] = high;
  }
  return out;
}

/** Copies a column of a chunk that came from a query into `out`, from row `at` on. */
export function readColumn(chunk: DuckDBDataChunk, column: number, out: ColumnArray, at: number): void {
  (out as Float64Array).set(itemsOf(chunk.getColumnVector(column)) as Float64Array, at);
}

/** Rows of a full chunk. */
const CHUNK_ROWS = 2048;

/** The typed array behind a vector, which the declarations keep private. */
function itemsOf(vector: object): ColumnArray {
  const items: unknown = 'items' in vector ? vector.items : undefined;
  if (!ArrayBuffer.isView(items)) throw new Error('a DuckDB vector without a typed array');
  return items as ColumnArray;
}

export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
