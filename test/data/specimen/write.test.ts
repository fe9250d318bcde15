import { describe, expect, it } from 'vitest';
import { type Effects, SILENT_PROGRESS } from '../../../src/data/effects.ts';
import { UserError } from '../../../src/data/errors.ts';
import { SPECIMEN_LABEL, specimenColumns, writeSpecimen } from '../../../src/data/specimen/index.ts';
import type { Load, LoadRecord, Store } from '../../../src/data/store/store.ts';

interface FakeStore {
  readonly store: Store;
  readonly added: string[];
  readonly loads: LoadRecord[];
  readonly events: string[];
}

/** A store that remembers what was done to it; `failAt` makes the n-th column fail. */
function fakeStore(labels: readonly string[] = [], failAt = Number.POSITIVE_INFINITY): FakeStore {
  const added: string[] = [];
  const events: string[] = [];
  const record = (label: string, i: number): LoadRecord => ({
    load: `load-${i}`,
    committedAt: 0,
    label,
    rows: 1,
    quarantined: 0,
    series: 1,
    forgotten: false,
  });
  const loads = labels.map(record);
  const beginLoad = async (label: string): Promise<Load> => {
    let rows = 0;
    return {
      id: 'new',
      async add(columns) {
        if (added.length >= failAt) throw new Error('disk full');
        added.push(columns.series);
        rows += columns.values.length;
      },
      addTable: async () => {},
      quarantine: async () => {},
      describe: () => {},
      async commit() {
        loads.push(record(label, loads.length));
        events.push(`commit ${label}`);
        return { load: 'new', stored: rows, duplicates: 0, quarantined: 0, tableRows: 0 };
      },
      async abandon() {
        events.push('abandon');
      },
    };
  };
  const store: Store = {
    home: '/home',
    isEmpty: async () => loads.every((load) => load.forgotten),
    latestClose: async () => undefined,
    asOf: () => Promise.reject(new Error('not asked for')),
    beginLoad,
    existing: async () => new Map(),
    async forget(id) {
      const at = loads.findIndex((load) => load.load === id);
      loads[at] = { ...(loads[at] as LoadRecord), forgotten: true };
      events.push(`forget ${loads[at]?.label}`);
      return loads[at] as LoadRecord;
    },
    compact: async () => ({ segmentsBefore: 0, segmentsAfter: 0 }),
    health: async () => ({ series: [], tables: [], quarantined: [], bytes: 0, segments: 0, loads }),
    close: async () => {},
  };
  return { store, added, loads, events };
}

function effects(progress: string[] = []): Effects {
  return {
    now: () => 0,
    log: () => {},
    progress: (title, total) => {
      progress.push(`${title} ${total}`);
      return { ...SILENT_PROGRESS, end: () => progress.push('end') };
    },
  };
}

describe('writing the specimen', () => {
  it('loads every column as one load into an empty home, with progress', async () => {
    const { store, added, events } = fakeStore();
    const progress: string[] = [];
    const receipt = await writeSpecimen(store, effects(progress));
    const columns = specimenColumns();
    expect(added).toEqual(columns.map((column) => column.series));
    expect(receipt?.stored).toBe(columns.reduce((sum, column) => sum + column.values.length, 0));
    expect(events).toEqual([`commit ${SPECIMEN_LABEL}`]);
    expect(progress[0]).toContain('SIMULATED');
    expect(progress.at(-1)).toBe('end');
  });

  it('does nothing when the home has it', async () => {
    const { store, added } = fakeStore([SPECIMEN_LABEL]);
    expect(await writeSpecimen(store, effects())).toBeUndefined();
    expect(added).toEqual([]);
  });

  it('replaces the specimen of another version', async () => {
    const { store, events } = fakeStore(['specimen 0']);
    await writeSpecimen(store, effects());
    expect(events).toEqual(['forget specimen 0', `commit ${SPECIMEN_LABEL}`]);
  });

  it('refuses a home with real data, and says what to do', async () => {
    const { store, added } = fakeStore(['data']);
    const refused = writeSpecimen(store, effects());
    await expect(refused).rejects.toThrow(UserError);
    await expect(refused).rejects.toMatchObject({ hint: expect.stringContaining('--specimen') });
    expect(added).toEqual([]);
  });

  it('abandons a load that fails, ends its progress and passes the error on', async () => {
    const { store, events } = fakeStore([], 5);
    const progress: string[] = [];
    await expect(writeSpecimen(store, effects(progress))).rejects.toThrow('disk full');
    expect(events).toEqual(['abandon']);
    expect(progress.at(-1)).toBe('end');
  });
});
