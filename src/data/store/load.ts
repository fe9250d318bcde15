import { join } from 'node:path';
import type { Effects } from '../effects.ts';
import { KNOWN_RULES, type ObservationColumns, type Quarantined, type TableRows } from '../observation.ts';
import type { SeriesEntry } from '../series/entry.ts';
import { type SegmentBuilder, segmentBuilder } from './builder.ts';
import { type Disk, remove, writeError } from './disk.ts';
import type { Lock } from './lock.ts';
import { type LoadEntry, publishRecord, type RowsRecord, settleLog } from './log.ts';
import { fileName, loadName } from './names.ts';
import {
  readQuarantine,
  readTable,
  type StoredQuarantine,
  type StoredTableRow,
  storedKey,
  writeRowsFile,
} from './rows-file.ts';
import type { Run } from './run.ts';
import { readSources, type Snapshot } from './snapshot.ts';
import type { Load, LoadReceipt } from './store.ts';

export interface LoadOptions {
  readonly snapshot: Snapshot;
  readonly disk: Disk;
  readonly effects: Effects;
  readonly lock: Lock;
  readonly label: string;
  readonly segmentRows: number;
  readonly entry: (id: string) => SeriesEntry | undefined;
  /** What is to be done, still under the lock, after a commit. */
  readonly committed: () => Promise<void>;
}

type Stored = StoredTableRow | StoredQuarantine;

/** A load under the writer's lock. One call after the other: a caller need not wait for `add` before the next. */
export function createLoad(options: LoadOptions): Load {
  const { snapshot, disk, lock } = options;
  const { layout, state } = snapshot;
  const number = state.position + 1;
  const builder = segmentBuilder({
    layout,
    disk,
    duck: snapshot.duck,
    name: fileName('load', number),
    segmentRows: options.segmentRows,
    existing: (series, source) => existingRuns(snapshot, series, source),
  });
  const work: LoadWork = {
    number,
    builder,
    added: 0,
    tables: new Map(),
    quarantined: [],
    described: new Map(),
    seen: new Set(),
    files: [],
    published: false,
  };
  let open = true;
  let queue: Promise<unknown> = Promise.resolve();
  const discard = (): void => {
    open = false;
    if (!work.published) {
      builder.discard();
      for (const { file } of work.files) remove(join(layout.rows, file));
    }
    lock.release();
  };
  const step = <T>(act: () => Promise<T>): Promise<T> => {
    const next = queue.then(async () => {
      if (!open) throw new Error(`${loadName(number)} has ended: nothing can be added to it`);
      try {
        return await act();
      } catch (error) {
        discard();
        throw writeError(error, layout.home);
      }
    });
    queue = next.catch(() => undefined);
    return next;
  };
  return {
    id: loadName(number),
    add: (columns) => {
      const run = checkedRun(columns, number);
      return step(async () => {
        work.added += run.times.length;
        if (run.times.length > 0) work.seen.add(run.series);
        await builder.add(run);
      });
    },
    addTable: (table) => step(async () => addTable(work, table)),
    quarantine: (rows) => step(async () => void work.quarantined.push(...stored(rows, number))),
    describe: (entry) => void work.described.set(entry.id, entry),
    commit: () =>
      step(async () => {
        const receipt = await commit(options, work);
        open = false;
        lock.release();
        return receipt;
      }),
    abandon: async () => {
      await queue;
      if (open) discard();
    },
  };
}

interface LoadWork {
  readonly number: number;
  readonly builder: SegmentBuilder;
  added: number;
  readonly tables: Map<string, StoredTableRow[]>;
  readonly quarantined: StoredQuarantine[];
  readonly described: Map<string, SeriesEntry>;
  readonly seen: Set<string>;
  readonly files: RowsRecord[];
  /** The record is there: from now on nothing may be taken away. */
  published: boolean;
}

async function commit(options: LoadOptions, work: LoadWork): Promise<LoadReceipt> {
  const { snapshot, disk, lock, effects, label } = options;
  const { layout, state } = snapshot;
  checkEntries(options, work);
  const segments = await work.builder.finish();
  const quarantined = fresh(work.quarantined, () => readQuarantine(layout, state));
  const name = fileName('load', work.number);
  if (quarantined.length > 0) {
    work.files.push(writeRowsFile(layout, disk, `${name}-quarantine.jsonl.gz`, quarantined));
  }
  let tableRows = 0;
  for (const [table, rows] of [...work.tables].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const added = fresh(rows, () => readTable(layout, state, table));
    if (added.length === 0) continue;
    tableRows += added.length;
    const file = `${name}-table-${work.files.length + 1}.jsonl.gz`;
    work.files.push(writeRowsFile(layout, disk, file, added, table));
  }
  const rows = segments.reduce((sum, segment) => sum + segment.rows, 0);
  const receipt = {
    load: loadName(work.number),
    stored: rows,
    duplicates: work.added - rows,
    quarantined: quarantined.length,
    tableRows,
  };
  if (rows + quarantined.length + tableRows === 0) return receipt;
  if (!lock.held()) throw new Error(`the lock of ${layout.home} was taken away; nothing of this was stored`);
  disk.syncFolder(layout.segments);
  disk.syncFolder(layout.rows);
  const load: LoadEntry = {
    load: work.number,
    label,
    committedAt: effects.now(),
    rows: rows + tableRows,
    quarantined: quarantined.length,
    series: new Set(segments.flatMap((segment) => segment.runs.map((run) => run.series))).size,
    forgotten: false,
    described: [...work.described.values()],
  };
  publishRecord(layout, disk, state.position, { kind: 'load', load, add: { segments, rows: work.files } });
  work.published = true;
  settleLog(layout, disk);
  await options.committed();
  return receipt;
}

/** A series without an entry could never be asked for again. */
function checkEntries(options: LoadOptions, work: LoadWork): void {
  for (const id of work.seen) {
    if (options.entry(id) || options.snapshot.described.has(id) || work.described.has(id)) continue;
    throw new RangeError(`series "${id}" has no entry: it is not in the catalogue and was not described`);
  }
}

function addTable(work: LoadWork, table: TableRows): void {
  const rows = work.tables.get(table.table) ?? [];
  for (const row of table.rows) {
    if (!Number.isInteger(row.time) || !Number.isInteger(row.knownAt) || !Number.isInteger(row.date)) {
      throw new RangeError(`a row of table "${table.table}" has no whole date, time or knownAt`);
    }
    rows.push({ load: work.number, source: table.source, ...row });
  }
  work.tables.set(table.table, rows);
}

function stored(rows: readonly Quarantined[], load: number): StoredQuarantine[] {
  return rows.map((row) => ({ load, row }));
}

/** Rows that are neither in the store nor twice among themselves. */
function fresh<T extends Stored>(rows: readonly T[], existing: () => readonly Stored[]): T[] {
  if (rows.length === 0) return [];
  const seen = new Set(existing().map(storedKey));
  return rows.filter((row) => {
    const key = storedKey(row);
    return !seen.has(key) && seen.add(key);
  });
}

async function existingRuns(snapshot: Snapshot, series: string, source: string): Promise<readonly Run[]> {
  if (!snapshot.refs.get(series)?.some(({ record }) => record.source === source)) return [];
  const runs = await readSources(snapshot, series);
  return runs.filter((run) => run.source === source);
}

/**
 * A copy of what a caller hands in, −0 as 0.
 * @throws RangeError for columns of unequal length, times that are no whole milliseconds, values that are infinite
 */
function checkedRun(columns: ObservationColumns, load: number): Run {
  const { series, source, dates, times, values, knownAt, flags, rules } = columns;
  const n = times.length;
  if (series === '' || source === '') throw new RangeError('observations need a series and a source');
  for (const column of [dates, values, knownAt, flags, rules]) {
    if (column.length !== n)
      throw new RangeError(`columns of "${series}" have ${n} and ${column.length} rows`);
  }
  for (let i = 0; i < n; i++) {
    if (!Number.isSafeInteger(times[i]) || !Number.isSafeInteger(knownAt[i])) {
      throw new RangeError(
        `row ${i} of "${series}" has time ${times[i]} and knownAt ${knownAt[i]}; allowed: whole ms`,
      );
    }
    if (
      Math.abs(values[i] as number) === Number.POSITIVE_INFINITY ||
      (rules[i] as number) >= KNOWN_RULES.length
    ) {
      throw new RangeError(`row ${i} of "${series}" has value ${values[i]} and rule ${rules[i]}`);
    }
  }
  return {
    series,
    source,
    dates: dates.slice(),
    times: times.slice(),
    values: withoutNegativeZero(values),
    knownAt: knownAt.slice(),
    flags: flags.slice(),
    rules: rules.slice(),
    loads: new Int32Array(n).fill(load),
  };
}

function withoutNegativeZero(values: Float64Array): Float64Array {
  const out = values.slice();
  for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) + 0;
  return out;
}
