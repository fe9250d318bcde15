import { KNOWN_RULES } from '../observation.ts';
import { type ColumnArray, columnAppender, type Duck, enumOf, quoted, readColumn } from './duck.ts';
import type { Run } from './run.ts';

/** Rows of a row group: few enough that a reader of one series skips most of a segment. */
const ROW_GROUP_ROWS = 100_000;

/** Larger dictionaries than this make times longer and slower than their differences do. */
const DICTIONARY_VALUES = 1000;

const RULE_TYPE = `enum(${KNOWN_RULES.map(quoted).join(',')})`;

/**
 * Writes runs, in the order given, as one Parquet file: series, source, rule (text), load, date (days since 1970-01-01), time and
 * known_at (ms since then), value (NULL: withdrawn), flags (bits of OBSERVATION_FLAGS).
 */
export async function writeParquet(duck: Duck, path: string, runs: readonly Run[]): Promise<void> {
  const { api, connection } = duck;
  const [series, source] = [namesOf(runs, (run) => run.series), namesOf(runs, (run) => run.source)];
  const [seriesType, sourceType] = [enumOf(api, series), enumOf(api, source)];
  await connection.run(
    `create or replace temp table segment(series enum(${series.map(quoted).join(',')}),` +
      ` source enum(${source.map(quoted).join(',')}), date integer, time double, value double,` +
      ` known_at double, rule ${RULE_TYPE}, flags usmallint, load integer)`,
  );
  try {
    const appender = await connection.createAppender('segment');
    const { INTEGER, DOUBLE, USMALLINT } = api;
    const types = [seriesType.type, sourceType.type, INTEGER, DOUBLE, DOUBLE, DOUBLE];
    const append = columnAppender(api, appender, [
      ...types,
      enumOf(api, KNOWN_RULES).type,
      USMALLINT,
      INTEGER,
    ]);
    for (const run of runs) {
      const n = run.times.length;
      append([
        seriesType.codes(n).fill(series.indexOf(run.series)),
        sourceType.codes(n).fill(source.indexOf(run.source)),
        run.dates,
        run.times,
        run.values,
        run.knownAt,
        run.rules,
        run.flags,
        run.loads,
      ]);
    }
    appender.closeSync();
    await connection.run(
      'copy (select series, source, date, time::bigint as time,' +
        ' case when isnan(value) then null else value end as value, known_at::bigint as known_at,' +
        ` rule, flags, load from segment) to ${quoted(path)}` +
        ` (format parquet, compression zstd, parquet_version v2, row_group_size ${ROW_GROUP_ROWS},` +
        ` dictionary_size_limit ${DICTIONARY_VALUES})`,
    );
  } finally {
    await connection.run('drop table if exists segment');
  }
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
