import { join } from 'node:path';
import type { Effects } from '../effects.ts';
import { UserError } from '../errors.ts';
import { segmentBuilder } from './builder.ts';
import { type Disk, remove } from './disk.ts';
import { loadRecord, namesIn } from './health.ts';
import type { Layout } from './layout.ts';
import { isRunning } from './lock.ts';
import {
  type LogRecord,
  pruneLog,
  publishRecord,
  type RowsRecord,
  type SegmentRecord,
  type StoreState,
  settleLog,
} from './log.ts';
import { fileName, loadName } from './names.ts';
import { rewriteRows, rewriteSegments, salvage } from './rewrite.ts';
import { imagePath } from './segment.ts';
import type { OpenSegment, Snapshot } from './snapshot.ts';
import type { LoadRecord } from './store.ts';

export interface RewriteOptions {
  readonly disk: Disk;
  readonly effects: Effects;
  readonly segmentRows: number;
}

/** Merges all segments into few, sorted by series, and the log into one record. Needs the writer's lock. */
export async function compactStore(
  snapshot: Snapshot,
  options: RewriteOptions,
): Promise<{ segmentsBefore: number; segmentsAfter: number }> {
  const { state, layout } = snapshot;
  const segmentsBefore = state.segments.length;
  if (isCompact(snapshot, options)) return { segmentsBefore, segmentsAfter: segmentsBefore };
  const written = await rewriting(snapshot, options, 'compact', snapshot.segments, state.rows);
  const merged: StoreState = { ...state, segments: written.segments, rows: written.rows };
  const after = commit(snapshot, options, written, { kind: 'compact', state: merged });
  pruneLog(layout, after.position);
  return { segmentsBefore, segmentsAfter: after.segments.length };
}

/**
 * Hides a load: a new record takes its files out; where other loads share a file, a new one without its rows stands instead.
 * A load that is forgotten already stays so.
 * @throws UserError (exit 2) for a load that is not there
 */
export async function forgetLoad(
  snapshot: Snapshot,
  name: string,
  options: RewriteOptions,
): Promise<LoadRecord> {
  const { state } = snapshot;
  const load = state.loads.find((one) => loadName(one.load) === name);
  if (!load) throw unknownLoad(name, state);
  if (load.forgotten) return loadRecord(load);
  const holds = ({ loads }: { readonly loads: readonly number[] }): boolean => loads.includes(load.load);
  const shared = ({ loads }: { readonly loads: readonly number[] }): boolean => loads.length > 1;
  const segments = snapshot.segments.filter(({ record }) => holds(record));
  const files = state.rows.filter(holds);
  const kept = readable(
    snapshot,
    segments.filter(({ record }) => shared(record)),
    options.effects,
  );
  const written = await rewriting(snapshot, options, 'forget', kept, files.filter(shared), load.load);
  commit(snapshot, options, written, {
    kind: 'forget',
    forget: load.load,
    add: { segments: written.segments, rows: written.rows },
    drop: [...segments.map(({ record }) => record.file), ...files.map(({ file }) => file)],
  });
  return loadRecord({ ...load, forgotten: true });
}

function commit(
  { layout, state }: Snapshot,
  { disk }: RewriteOptions,
  written: Written,
  record: LogRecord,
): StoreState {
  try {
    publishRecord(layout, disk, state.position, record);
  } catch (error) {
    written.discard();
    throw error;
  }
  const after = settleLog(layout, disk);
  sweepFiles(layout, after);
  return after;
}

/** Takes away what writers that died have left. Needs the writer's lock: only its holder writes segments. */
export function sweep({ layout, state }: Snapshot): void {
  sweepFiles(layout, state);
  for (const name of namesIn(layout.work)) {
    const waiting = /^(?:broken-)?lock-(\d+)-/.exec(name);
    if (!waiting || !isRunning(Number(waiting[1]))) remove(join(layout.work, name));
  }
}

function sweepFiles(layout: Layout, state: StoreState): void {
  const live = new Set([...state.segments, ...state.rows].map(({ file }) => file));
  const images = new Set(state.segments.map((record) => imagePath(layout, record)));
  for (const folder of [layout.segments, layout.rows]) {
    for (const name of namesIn(folder)) if (!live.has(name)) remove(join(folder, name));
  }
  for (const name of namesIn(layout.cache)) {
    const path = join(layout.cache, name);
    if (!images.has(path)) remove(path);
  }
}

interface Written {
  readonly segments: readonly SegmentRecord[];
  readonly rows: readonly RowsRecord[];
  discard(): void;
}

async function rewriting(
  snapshot: Snapshot,
  options: RewriteOptions,
  kind: 'compact' | 'forget',
  segments: readonly OpenSegment[],
  files: readonly RowsRecord[],
  except?: number,
): Promise<Written> {
  const { layout, state, duck } = snapshot;
  const { disk, segmentRows } = options;
  const name = fileName(kind, state.position + 1);
  const builder = segmentBuilder({ layout, disk, duck, name, segmentRows, existing: async () => [] });
  let rows: RowsRecord[] = [];
  const discard = (): void => {
    builder.discard();
    for (const { file } of rows) remove(join(layout.rows, file));
  };
  try {
    const written = await rewriteSegments(snapshot, segments, builder, except);
    rows = rewriteRows(snapshot, disk, name, files, except);
    disk.syncFolder(layout.segments);
    disk.syncFolder(layout.rows);
    return { segments: written, rows, discard };
  } catch (error) {
    discard();
    throw error;
  }
}

/** Segments that can be rewritten; of the others it is said which loads lose their rows with them. */
function readable(snapshot: Snapshot, segments: readonly OpenSegment[], effects: Effects): OpenSegment[] {
  return segments.filter((segment) => {
    try {
      salvage(snapshot, segment);
      return true;
    } catch {
      const loads = segment.record.loads.map(loadName).join(', ');
      effects.log(`${segment.record.file} is lost, with rows of ${loads}: import these again`);
      return false;
    }
  });
}

function isCompact(snapshot: Snapshot, options: RewriteOptions): boolean {
  const { segments, rows } = snapshot.state;
  const total = segments.reduce((sum, segment) => sum + segment.rows, 0);
  const sound = snapshot.segments.every(({ image }) => !(image instanceof UserError));
  const tables = new Set(rows.map((file) => file.table));
  return sound && segments.length <= Math.ceil(total / options.segmentRows) && rows.length <= tables.size;
}

function unknownLoad(name: string, state: StoreState): UserError {
  const live = state.loads.filter((load) => !load.forgotten).map((load) => loadName(load.load));
  return new UserError(
    `there is no load "${name}"`,
    live.length === 0 ? 'the store has no loads' : `the loads are ${live.join(', ')}`,
    2,
  );
}
