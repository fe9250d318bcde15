import type { DuckDBType } from '@duckdb/node-api';
import { KNOWN_RULES } from '../observation.ts';
import { type ColumnArray, columnAppender, type Duck, quoted, readColumn, toInt64 } from './duck.ts';
import type { Run } from './run.ts';

/** Rows of a row group: few enough that a reader of one series skips most of a segment. */
const ROW_GROUP_ROWS = 100_000;

/** Larger dictionaries than this make times longer and slower than their differences do. */
const DICTIONARY_VALUES = 1000;

const RULE_TYPE = enumType(KNOWN_RULES);

/**
 * Writes runs, in the order given, as one Parquet file: series, source, rule (text), load, date (days since 1970-01-01), time and
 * known_at (ms since then), value (NULL: withdrawn), flags (bits of OBSERVATION_FLAGS).
 */
export async function writeParquet(duck: Duck, path: string, runs: readonly Run[]): Promise<void> {
  const { api, connection } = duck;
  const columns = columnsFor(api, runs);
  const fixed = columns.map((column) => constantOf(column, runs));
  const stored = columns.filter((_, c) => fixed[c] === undefined);
  await connection.run(
    `create or replace temp table segment(${stored.map(({ name, sql }) => `${name} ${sql}`).join(', ')})`,
  );
  try {
    const appender = await connection.createAppender('segment');
    const append = columnAppender(
      api,
      appender,
      stored.map(({ type }) => type),
    );
    for (const run of runs) {
      append(
        stored.map(({ of }) => of(run)),
        run.times.length,
      );
    }
    appender.closeSync();
    const selected = columns.map((column, c) => selection(column, fixed[c]));
    await connection.run(
      `copy (select ${selected.join(', ')} from segment) to ${quoted(path)}` +
        ` (format parquet, compression zstd, parquet_version v2, row_group_size ${ROW_GROUP_ROWS},` +
        ` dictionary_size_limit ${DICTIONARY_VALUES})`,
    );
  } finally {
    await connection.run('drop table if exists segment');
  }
}

interface Column {
  readonly name: string;
  readonly sql: string;
  readonly type: DuckDBType;
  /** Values of a run, or the one that all its rows have; a text is its place among `names`. */
  readonly of: (run: Run) => ColumnArray | number;
  readonly names?: readonly string[];
}

function columnsFor(api: Duck['api'], runs: readonly Run[]): Column[] {
  const text = (name: string, names: readonly string[], of: Column['of']): Column => ({
    name,
    sql: enumType(names),
    type: api.ENUM([...names]),
    of,
    names,
  });
  const [series, source] = [namesOf(runs, (run) => run.series), namesOf(runs, (run) => run.source)];
  const { INTEGER, BIGINT, DOUBLE, USMALLINT } = api;
  return [
    text('series', series, (run) => series.indexOf(run.series)),
    text('source', source, (run) => source.indexOf(run.source)),
    { name: 'date', sql: 'integer', type: INTEGER, of: (run) => run.dates },
    { name: 'time', sql: 'bigint', type: BIGINT, of: (run) => toInt64(run.times) },
    { name: 'value', sql: 'double', type: DOUBLE, of: (run) => run.values },
    { name: 'known_at', sql: 'bigint', type: BIGINT, of: (run) => toInt64(run.knownAt) },
    text('rule', KNOWN_RULES, (run) => oneOf(run.rules)),
    { name: 'flags', sql: 'usmallint', type: USMALLINT, of: (run) => oneOf(run.flags) },
    { name: 'load', sql: 'integer', type: INTEGER, of: (run) => oneOf(run.loads) },
  ];
}

/** Numbers of a run, as one where all are the same. */
function oneOf<T extends Uint8Array | Uint16Array | Int32Array>(numbers: T): T | number {
  const first = numbers[0] ?? 0;
  for (let i = 1; i < numbers.length; i++) if (numbers[i] !== first) return numbers;
  return first;
}

/** The one number that a column has in all rows of all runs: it need not pass through the table. */
function constantOf({ of }: Column, runs: readonly Run[]): number | undefined {
  const [first, ...others] = runs;
  const constant = first && of(first);
  if (typeof constant !== 'number') return undefined;
  return others.every((run) => of(run) === constant) ? constant : undefined;
}

function selection({ name, sql, names }: Column, fixed: number | undefined): string {
  if (name === 'value') return 'case when isnan(value) then null else value end as value';
  if (fixed === undefined) return name;
  return `${names ? quoted(names[fixed] as string) : fixed}::${sql} as ${name}`;
}

function enumType(names: readonly string[]): string {
  return `enum(${names.map(quoted).join(',')})`;
}

/** All columns of a segment but the two texts, in the order of the file. */
export type SegmentColumns = Omit<Run, 'series' | 'source'>;

/**
 * Reads a segment back.
 * @throws Error when the file does not hold `rows` rows
 */
export async function readParquet(duck: Duck, path: string, rows: number): Promise<SegmentColumns> {
  const out: SegmentColumns = {
    dates: new Int32Array(rows),
    times: new Float64Array(rows),
    values: new Float64Array(rows),
    knownAt: new Float64Array(rows),
    rules: new Uint8Array(rows),
    flags: new Uint16Array(rows),
    loads: new Int32Array(rows),
  };
  const order: readonly ColumnArray[] = [
    out.dates,
    out.times,
    out.values,
    out.knownAt,
    out.rules,
    out.flags,
    out.loads,
  ];
  const result = await duck.connection.stream(
    "select date, time::double, coalesce(value, 'nan'::double), known_at::double," +
      ` enum_code(rule::${RULE_TYPE})::utinyint, flags, load from read_parquet(${quoted(path)})`,
  );
  let at = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    if (at + chunk.rowCount > rows) break;
    for (const [c, column] of order.entries()) readColumn(chunk, c, column, at);
    at += chunk.rowCount;
  }
  if (at !== rows) throw new Error(`${path} holds another number of rows than the ${rows} of its record`);
  return out;
}

function namesOf(runs: readonly Run[], name: (run: Run) => string): string[] {
  return [...new Set(runs.map(name))];
}
