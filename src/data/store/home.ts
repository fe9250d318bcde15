import type { ObservationColumns } from '../observation.ts';
import { compactStore, forgetLoad, sweep } from './compact.ts';
import { DISK, type Disk, writeError } from './disk.ts';
import { type Duck, openDuck } from './duck.ts';
import { checkFormat, prepareHome, readFormat } from './format.ts';
import { healthOf } from './health.ts';
import { layoutOf } from './layout.ts';
import { createLoad } from './load.ts';
import { acquireLock, type Lock } from './lock.ts';
import type { RunRecord } from './log.ts';
import { openSnapshot, readSources, type Snapshot } from './snapshot.ts';
import type { OpenOptions, Store } from './store.ts';
import { storeView } from './store-view.ts';

/** What tests change: how rows are cut into segments, and the disk itself. */
export interface HomeTuning {
  readonly segmentRows?: number;
  readonly maxSegments?: number;
  readonly disk?: Disk;
}

const SEGMENT_ROWS = 500_000;
const MAX_SEGMENTS = 64;

/** Opens the store of a home, which need not exist yet: it is made by the first load. */
export async function openHome(options: OpenOptions, tuning: HomeTuning = {}): Promise<Store> {
  const { home, effects, entry } = options;
  const layout = layoutOf(home);
  const { segmentRows = SEGMENT_ROWS, maxSegments = MAX_SEGMENTS, disk = DISK } = tuning;
  checkFormat(layout);
  let duck: Promise<Duck> | undefined;
  const engine = (): Promise<Duck> => {
    duck ??= openDuck(layout.work);
    return duck;
  };
  let last: Snapshot | undefined;
  const current = async (): Promise<Snapshot> => {
    last = await openSnapshot(layout, engine, last);
    return last;
  };
  const locked = async <T>(label: string, waitMs: number | undefined, act: (lock: Lock) => Promise<T>) => {
    try {
      prepareHome(layout, disk);
      checkFormat(layout);
      const lock = await acquireLock(layout, disk, effects, label, waitMs);
      try {
        return await act(lock);
      } catch (error) {
        lock.release();
        throw error;
      }
    } catch (error) {
      throw writeError(error, home);
    }
  };
  const rewriting = { disk, effects, segmentRows };
  return {
    home,
    isEmpty: async () => {
      const { state } = await current();
      return state.segments.length === 0 && !state.rows.some((file) => file.table !== undefined);
    },
    latestClose: async () => latestClose(await current(), entry),
    latestCommit: async () => {
      const { position, loads } = (await current()).state;
      return `${position}.${loads.at(-1)?.committedAt ?? 0}`;
    },
    asOf: async (instant) => {
      if (!Number.isFinite(instant)) throw new RangeError(`not an instant: ${instant}`);
      return await storeView(await current(), instant, entry);
    },
    beginLoad: (label, { waitMs } = {}) =>
      locked(`import of ${label}`, waitMs, async (lock) => {
        const snapshot = await current();
        sweep(snapshot);
        const committed = async (): Promise<void> => {
          const snapshot = await current();
          if (!isScattered(snapshot, maxSegments, segmentRows)) return;
          try {
            await compactStore(snapshot, rewriting);
          } catch (error) {
            effects.log(
              `the store could not be compacted: ${error instanceof Error ? error.message : error}`,
            );
          }
        };
        return createLoad({ snapshot, disk, effects, lock, label, segmentRows, entry, committed });
      }),
    forget: async (load) => {
      if (readFormat(layout) === undefined) return await forgetLoad(await current(), load, rewriting);
      return await locked(`forgetting ${load}`, undefined, async (lock) => {
        const record = await forgetLoad(await current(), load, rewriting);
        lock.release();
        return record;
      });
    },
    compact: async () => {
      if (readFormat(layout) === undefined) return { segmentsBefore: 0, segmentsAfter: 0 };
      return await locked('compaction', undefined, async (lock) => {
        const snapshot = await current();
        sweep(snapshot);
        const result = await compactStore(snapshot, rewriting);
        lock.release();
        return result;
      });
    },
    health: async () => healthOf(await current()),
    existing: async (series) => {
      const snapshot = await current();
      const found = new Map<string, readonly ObservationColumns[]>();
      for (const id of series) {
        const runs = await readSources(snapshot, id);
        found.set(
          id,
          runs.map(({ loads: _, ...columns }) => columns),
        );
      }
      return found;
    },
    close: async () => {
      (await duck)?.close();
      duck = undefined;
    },
  };
}

/** More segments than are allowed beside those that the rows need anyway. */
function isScattered({ state }: Snapshot, maxSegments: number, segmentRows: number): boolean {
  const rows = state.segments.reduce((sum, segment) => sum + segment.rows, 0);
  return state.segments.length > maxSegments + Math.floor(rows / segmentRows);
}

/** Latest first print of a market price; of anything when there is no market price. */
function latestClose(snapshot: Snapshot, entry: OpenOptions['entry']): number | undefined {
  const latest = (records: readonly RunRecord[]): number =>
    records.reduce((best, { lastPrint }) => Math.max(best, lastPrint ?? best), Number.NEGATIVE_INFINITY);
  const all = snapshot.state.segments.flatMap((segment) => segment.runs);
  const closes = all.filter(({ series }) => {
    const of = entry(series) ?? snapshot.described.get(series);
    return of?.release.kind === 'at-close' && (of.frequency === 'daily' || of.frequency === 'intraday');
  });
  const best = [latest(closes), latest(all)].find(Number.isFinite);
  return best;
}
