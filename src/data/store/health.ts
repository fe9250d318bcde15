import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import type { Quarantined } from '../observation.ts';
import type { Layout } from './layout.ts';
import type { LoadEntry, StoreState } from './log.ts';
import { loadName } from './names.ts';
import { readRowsFile, type StoredQuarantine } from './rows-file.ts';
import type { RunRef, Snapshot } from './snapshot.ts';
import type { DamagedFile, Health, LoadRecord, SeriesHealth } from './store.ts';

/** What the store holds and how sound it is; every file is compared with its checksum. */
export function healthOf(snapshot: Snapshot): Health {
  const { state, layout } = snapshot;
  const damaged: DamagedFile[] = [];
  for (const { record, image } of snapshot.segments) {
    if (!(image instanceof UserError)) continue;
    const series = [...new Set(record.runs.map((run) => run.series))];
    damaged.push({ file: record.file, why: image.message, loads: record.loads.map(loadName), series });
  }
  const quarantined: Quarantined[] = [];
  for (const record of state.rows) {
    try {
      const rows = readRowsFile(layout, record);
      if (record.table === undefined) quarantined.push(...(rows as StoredQuarantine[]).map(({ row }) => row));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      damaged.push({ file: record.file, why: error.message, loads: record.loads.map(loadName), series: [] });
    }
  }
  return {
    series: [...snapshot.refs]
      .map(([id, refs]) => seriesHealth(id, refs))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    tables: tablesOf(state),
    quarantined,
    bytes: bytesIn(layout),
    segments: state.segments.length,
    loads: state.loads.map(loadRecord),
    damaged,
  };
}

export function loadRecord(load: LoadEntry): LoadRecord {
  const { committedAt, label, rows, quarantined, series, forgotten } = load;
  return { load: loadName(load.load), committedAt, label, rows, quarantined, series, forgotten };
}

function seriesHealth(id: string, refs: readonly RunRef[]): SeriesHealth {
  const records = refs.map((ref) => ref.record);
  const total = (count: (record: RunRef['record']) => number | undefined): number =>
    records.reduce((sum, record) => sum + (count(record) ?? 0), 0);
  return {
    id,
    rows: total((record) => record.rows),
    first: Math.min(...records.map((record) => record.first)),
    last: Math.max(...records.map((record) => record.last)),
    lastKnownAt: Math.max(...records.map((record) => record.lastKnown)),
    revisions: total((record) => record.revisions),
    withdrawn: total((record) => record.withdrawn),
    suspect: total((record) => record.suspect),
    sources: [...new Set(records.map((record) => record.source))].sort(),
  };
}

function tablesOf(state: StoreState): { id: string; rows: number }[] {
  const rows = new Map<string, number>();
  for (const record of state.rows) {
    if (record.table === undefined) continue;
    rows.set(record.table, (rows.get(record.table) ?? 0) + record.rows);
  }
  return [...rows].map(([id, n]) => ({ id, rows: n })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Disk use of the home, the cache included. */
function bytesIn(layout: Layout): number {
  let sum = 0;
  for (const folder of [layout.log, layout.segments, layout.rows, layout.cache, layout.work]) {
    for (const file of namesIn(folder)) {
      sum += statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0;
    }
  }
  return sum;
}

export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
