import type { Effects } from '../effects.ts';
import { UserError } from '../errors.ts';
import {
  OBSERVATION_FLAGS,
  type ObservationColumns,
  type Quarantined,
  type QuarantineReason,
} from '../observation.ts';
import type { SeriesEntry } from '../series/entry.ts';
import type { Load, LoadReceipt, Store } from '../store/store.ts';
import type { EpochDay } from '../time.ts';
import { bySharedSeries, type InputFile } from './input.ts';
import type { Lookups } from './lookups.ts';
import { type ReadFile, readInput } from './read-input.ts';
import { settleFiles } from './settle-files.ts';
import type { ImportSummary } from './summary.ts';

export interface ImportRequest {
  readonly label: string;
  readonly files: readonly InputFile[];
  readonly cut: EpochDay | undefined;
  readonly store: Store;
  readonly lookups: Lookups;
  readonly effects: Effects;
}

/** Counts and names gathered while files go by. */
interface Tally {
  readonly series: Set<string>;
  readonly tables: Set<string>;
  readonly uncatalogued: Set<string>;
  readonly failed: string[];
  readonly refusedColumns: ImportSummary['refusedColumns'][number][];
  readonly quarantined: Map<QuarantineReason, number>;
  arrived: number;
  suspect: number;
  revisions: number;
  withdrawn: number;
}

/**
 * Imports files as one load: all of it becomes visible when it is committed, or nothing. A file that cannot be read is named and passed over;
 * bad rows are quarantined; the rest is stored.
 * @throws UserError when no file could be read, or when none of what was read can be stored.
 */
export async function importFiles(request: ImportRequest): Promise<ImportSummary> {
  const { store, effects, label, files } = request;
  const load = await store.beginLoad(label);
  const progress = effects.progress(`Importing ${label}`, files.length);
  const tally: Tally = {
    series: new Set(),
    tables: new Set(),
    uncatalogued: new Set(),
    failed: [],
    refusedColumns: [],
    quarantined: new Map(),
    arrived: 0,
    suspect: 0,
    revisions: 0,
    withdrawn: 0,
  };
  try {
    const isEmpty = await store.isEmpty();
    let done = 0;
    for (const group of bySharedSeries(files)) {
      await importGroup(group, isEmpty, load, tally, request);
      done += group.length;
      progress.update(done, group[0]?.name);
    }
    if (tally.failed.length === files.length) throw nothingRead(label, tally.failed);
  } catch (error) {
    await load.abandon();
    throw error;
  } finally {
    progress.end();
  }
  const receipt = await load.commit();
  if (tally.arrived === 0) throw nothingStored(label, tally);
  return summarise(request, tally, receipt);
}

async function importGroup(
  group: readonly InputFile[],
  isEmpty: boolean,
  load: Load,
  tally: Tally,
  request: ImportRequest,
): Promise<void> {
  const { lookups, effects, cut, store } = request;
  const limits = { cut, now: effects.now() };
  const quarantined: Quarantined[] = [];
  const read: ReadFile[] = [];
  for (const input of group) {
    try {
      read.push(await readInput(input, limits, lookups, (row) => quarantined.push(row)));
    } catch (error) {
      if (!(error instanceof UserError) && (error as NodeJS.ErrnoException).code === undefined) throw error;
      tally.failed.push(`${input.name}: ${(error as Error).message}`);
    }
  }
  const ids = read.flatMap((file) =>
    file.arrivals.flatMap((one) => [one.main.series, ...one.fields.map((field) => field.series)]),
  );
  const stored =
    isEmpty || ids.length === 0
      ? new Map<string, readonly ObservationColumns[]>()
      : await store.existing(ids);
  for (const columns of settleFiles(read, stored, limits.now, (row) => quarantined.push(row))) {
    tally.series.add(columns.series);
    countMarks(columns, tally);
    if (columns.times.length > 0) await load.add(columns);
  }
  for (const file of read) await addFile(file, load, tally, (row) => quarantined.push(row));
  for (const { reason } of quarantined)
    tally.quarantined.set(reason, (tally.quarantined.get(reason) ?? 0) + 1);
  await load.quarantine(quarantined);
}

async function addFile(
  file: ReadFile,
  load: Load,
  tally: Tally,
  quarantine: (row: Quarantined) => void,
): Promise<void> {
  for (const { group } of file.arrivals) {
    if (group.catalogued) continue;
    tally.uncatalogued.add(group.entry.id);
    load.describe(group.entry);
    for (const [field, target] of Object.entries(group.fields))
      load.describe(fieldEntry(group.entry, field, target.series));
  }
  for (const refused of file.refused) {
    tally.refusedColumns.push(refused);
    const { series, column, why } = refused;
    quarantine({
      series,
      file: file.name,
      line: 1,
      date: '',
      text: `${column}: ${why}`,
      reason: 'unknown-unit',
    });
  }
  tally.arrived += file.arrivals.reduce(
    (sum, { main, fields }) => sum + main.times.length + fields.length,
    0,
  );
  if (!file.table) return;
  tally.arrived += file.table.rows.length;
  tally.tables.add(file.table.table);
  await load.addTable(file.table);
}

function fieldEntry(entry: SeriesEntry, field: string, id: string): SeriesEntry {
  return { ...entry, id, ...(field === 'volume' ? { transform: 'flow' as const } : {}) };
}

function countMarks(columns: ObservationColumns, tally: Tally): void {
  for (let i = 0; i < columns.times.length; i++) {
    const flags = columns.flags[i] as number;
    if ((flags & OBSERVATION_FLAGS.suspect) !== 0) tally.suspect++;
    if ((flags & OBSERVATION_FLAGS.revised) !== 0) tally.revisions++;
    if (Number.isNaN(columns.values[i] as number)) tally.withdrawn++;
  }
}

function nothingStored(label: string, { quarantined, refusedColumns }: Tally): UserError {
  const reasons = [...quarantined].map(([reason, rows]) => `${reason} ${rows}`).join(', ');
  const [refused] = refusedColumns;
  const why = refused ? `${refused.series}: ${refused.why}` : reasons === '' ? 'it has no rows' : reasons;
  return new UserError(
    `nothing of ${label} can be stored: ${why}`,
    reasons === ''
      ? 'The file needs a header and at least one row.'
      : 'See the rows and their reasons with: tidemark data health',
  );
}

function nothingRead(label: string, failed: readonly string[]): UserError {
  return new UserError(
    `nothing could be read from ${label}: ${failed[0]}`,
    'See docs/data-packs.md for what can be imported.',
  );
}

function summarise(request: ImportRequest, tally: Tally, receipt: LoadReceipt): ImportSummary {
  return {
    label: request.label,
    receipt,
    files: request.files.length - tally.failed.length,
    series: tally.series.size,
    tables: [...tally.tables].sort(),
    quarantined: Object.fromEntries(tally.quarantined),
    suspect: tally.suspect,
    revisions: tally.revisions,
    withdrawn: tally.withdrawn,
    refusedColumns: tally.refusedColumns,
    uncatalogued: [...tally.uncatalogued].sort(),
    failed: tally.failed,
  };
}
