import type { Series } from '../observation.ts';
import {
  copySeries,
  KNOWN_RULES,
  OBSERVATION_FLAGS,
  type ObservationColumns,
  type TableRows,
} from '../observation.ts';
import { alignSeries } from '../panel.ts';
import type { SeriesEntry } from '../series/entry.ts';
import type { Instant } from '../time.ts';
import { flagNames, type ObservationRecord, type View } from '../view.ts';
import { addHash, hashSum, rowHashes, versionOf } from './row-hash.ts';
import { preferredFirst } from './sources.ts';
import { visibleRows } from './tables.ts';

interface Row {
  readonly source: string;
  readonly date: number;
  readonly time: number;
  /** NaN: the row withdraws the value. */
  readonly value: number;
  readonly knownAt: number;
  readonly flags: number;
  readonly rule: number;
  readonly high: number;
  readonly low: number;
}

/**
 * A View over rows held in memory, slow and plain: what the store must agree with, and a store for tests.
 * Per series, source and time the row with the largest knownAt ≤ instant stands; of rows known at the same instant a withdrawal beats a
 * value and the larger value beats the smaller, so that the order of loading decides nothing. A row given twice counts once.
 */
export function memoryView(
  columns: readonly ObservationColumns[],
  instant: Instant,
  options: {
    readonly entry: (id: string) => SeriesEntry | undefined;
    readonly tables?: readonly TableRows[];
  },
): View {
  const known = rowsKnown(columns, instant);
  const resolved = new Map<string, Series>();
  for (const [id, rows] of known) {
    const entry = options.entry(id);
    if (entry) resolved.set(id, resolve(entry, rows));
  }
  const get = (id: string): Series => {
    const entry = options.entry(id);
    if (!entry) throw new RangeError(`unknown series: "${id}"`);
    return copySeries(resolved.get(id) ?? resolve(entry, []));
  };
  const view: View = {
    instant,
    dataVersion: version(known),
    simulated: [...known.values()].some((rows) =>
      rows.some((row) => (row.flags & OBSERVATION_FLAGS.simulated) !== 0),
    ),
    ids: () => [...resolved.keys()].filter((id) => (resolved.get(id) as Series).times.length > 0).sort(),
    entry: (id) => options.entry(id),
    series: async (id) => get(id),
    seriesMany: async (ids) => new Map(ids.map((id) => [id, get(id)])),
    panel: async (request) => alignSeries(request.ids.map(get), request),
    table: async (id) => visibleRows(options.tables ?? [], id, instant),
    history: async (id, date) => {
      if (!options.entry(id)) throw new RangeError(`unknown series: "${id}"`);
      return (known.get(id) ?? [])
        .filter((row) => row.date === date)
        .sort((a, b) => a.time - b.time || byKnown(a, b) || (a.source < b.source ? -1 : 1))
        .map((row) => record(id, row));
    },
  };
  return Object.freeze(view);
}

/** Rows of each series known at the instant, each once. */
function rowsKnown(columns: readonly ObservationColumns[], instant: Instant): Map<string, Row[]> {
  const known = new Map<string, Map<string, Row>>();
  for (const column of columns) {
    const hashes = rowHashes(column);
    for (let i = 0; i < column.times.length; i++) {
      const row = rowAt(column, i, hashes.high[i] as number, hashes.low[i] as number);
      if (row.knownAt > instant) continue;
      const rows = known.get(column.series) ?? new Map<string, Row>();
      const key = `${row.source} ${row.time} ${row.value} ${row.knownAt}`;
      if (!rows.has(key)) rows.set(key, row);
      known.set(column.series, rows);
    }
  }
  return new Map([...known].map(([id, rows]) => [id, [...rows.values()]]));
}

function rowAt(column: ObservationColumns, i: number, high: number, low: number): Row {
  return {
    source: column.source,
    date: column.dates[i] as number,
    time: column.times[i] as number,
    value: (column.values[i] as number) + 0,
    knownAt: column.knownAt[i] as number,
    flags: column.flags[i] as number,
    rule: column.rules[i] as number,
    high,
    low,
  };
}

function resolve(entry: SeriesEntry, rows: readonly Row[]): Series {
  const order = preferredFirst(
    entry,
    rows.map((row) => row.source),
  );
  const latest = new Map<string, Row>();
  for (const row of rows) {
    const key = `${row.source} ${row.time}`;
    const other = latest.get(key);
    if (!other || byKnown(other, row) < 0) latest.set(key, row);
  }
  const best = new Map<number, Row>();
  for (const row of latest.values()) {
    if (Number.isNaN(row.value)) continue;
    const other = best.get(row.time);
    if (!other || order.indexOf(row.source) < order.indexOf(other.source)) best.set(row.time, row);
  }
  const stand = [...best.values()].sort((a, b) => a.time - b.time);
  const sources = order.filter((source) => stand.some((row) => row.source === source));
  return Object.freeze({
    entry,
    dates: Int32Array.from(stand, (row) => row.date),
    times: Float64Array.from(stand, (row) => row.time),
    values: Float64Array.from(stand, (row) => row.value),
    knownAt: Float64Array.from(stand, (row) => row.knownAt),
    flags: Uint16Array.from(stand, (row) => row.flags),
    source: Uint8Array.from(stand, (row) => sources.indexOf(row.source)),
    sources: Object.freeze(sources),
  });
}

/** Ascending by knownAt, then value, a withdrawal last: the last one stands. */
function byKnown(a: Row, b: Row): number {
  return (
    a.knownAt - b.knownAt ||
    Number(Number.isNaN(a.value)) - Number(Number.isNaN(b.value)) ||
    a.value - b.value ||
    0
  );
}

function version(known: ReadonlyMap<string, readonly Row[]>): string {
  const sum = hashSum();
  for (const rows of known.values()) for (const row of rows) addHash(sum, row.high, row.low);
  return versionOf(sum);
}

function record(series: string, row: Row): ObservationRecord {
  return Object.freeze({
    series,
    date: row.date,
    time: row.time,
    value: Number.isNaN(row.value) ? null : row.value,
    knownAt: row.knownAt,
    rule: KNOWN_RULES[row.rule] as string,
    flags: flagNames(row.flags),
    source: row.source,
    load: 'memory',
  });
}
