import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Effects, SILENT_PROGRESS } from '../../../src/data/effects.ts';
import { UserError } from '../../../src/data/errors.ts';
import { entryOf } from '../../../src/data/series/index.ts';
import { SPECIMEN_LABEL, specimenColumns, writeSpecimen } from '../../../src/data/specimen/index.ts';
import { openStore } from '../../../src/data/store/open.ts';
import type { Load, LoadRecord, Store } from '../../../src/data/store/store.ts';
import { parseDay } from '../../../src/data/time.ts';

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
    latestCommit: async () => '0',
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
    health: async () => ({
      series: [],
      tables: [],
      quarantined: [],
      damaged: [],
      bytes: 0,
      segments: 0,
      loads,
    }),
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

describe('the specimen in a real home', () => {
  const homes: string[] = [];
  const open = (): Promise<Store> => {
    const home = mkdtempSync(join(tmpdir(), 'specimen-'));
    homes.push(home);
    return openStore({ home, effects: effects(), entry: entryOf });
  };
  afterAll(() => {
    for (const home of homes) rmSync(home, { recursive: true, force: true });
  });

  it('is read back as it was made, simulated in every view, and replaces an older one', async () => {
    const store = await open();
    const columns = specimenColumns();
    const old = await store.beginLoad('specimen 0');
    for (const column of columns.slice(0, 3)) {
      await old.add({ ...column, values: column.values.map((x, i) => (i % 2 === 0 ? x : 2 * x)) });
    }
    await old.commit();
    await writeSpecimen(store, effects());
    expect(await writeSpecimen(store, effects())).toBeUndefined();

    const end = (await store.latestClose()) as number;
    expect(new Date(end).toISOString()).toBe('2026-03-01T00:00:00.000Z');
    const view = await store.asOf(end);
    expect(view.simulated).toBe(true);
    expect(view.ids()).toEqual(columns.map((column) => column.series).sort());
    for (const column of [columns[0], columns[1], columns.at(-1)]) {
      if (!column) continue;
      const known = column.values.filter((_, i) => (column.knownAt[i] as number) <= end);
      expect((await view.series(column.series)).values).toEqual(known);
    }
    await store.close();
  });

  it('shows at the close of 5 February 2026 what is stated for that day, and nothing later', async () => {
    const store = await open();
    await writeSpecimen(store, effects());
    const view = await store.asOf(Date.UTC(2026, 1, 6, 1));
    const last = async (id: string) => {
      const { dates, values } = await view.series(id);
      return {
        day: dates.at(-1),
        close: values.at(-1) as number,
        move: (values.at(-1) as number) / (values.at(-2) as number) - 1,
      };
    };
    const [bitcoin, shares, spread] = [await last('btc-usd'), await last('sp500'), await last('us-hy-oas')];
    expect(bitcoin.day).toBe(parseDay('2026-02-05'));
    expect(bitcoin.move).toBeCloseTo(-0.1402, 4);
    expect(bitcoin.close).toBeCloseTo(62_910, -1);
    expect(shares.move).toBeCloseTo(-0.0123, 4);
    // the spread of a day is published on the next business day
    expect(spread.day).toBe(parseDay('2026-02-04'));
    await store.close();
  });

  it('is refused beside real data, which stays as it was', async () => {
    const store = await open();
    const [column] = specimenColumns();
    if (!column) throw new Error('no column');
    const load = await store.beginLoad('prices.csv');
    await load.add({ ...column, source: 'elsewhere', flags: new Uint16Array(column.values.length) });
    await load.commit();
    await expect(writeSpecimen(store, effects())).rejects.toThrow(/prices\.csv/);
    expect((await store.health()).loads).toHaveLength(1);
    await store.close();
  });
});
