import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/data/errors.ts';
import type { Quarantined, TableRows } from '../../../src/data/observation.ts';
import { migrateStore } from '../../../src/data/store/format.ts';
import { layoutOf } from '../../../src/data/store/layout.ts';
import { openStore } from '../../../src/data/store/open.ts';
import { MS_PER_DAY } from '../../../src/data/time.ts';
import { loadAll, newFolder, openTest, testEffects } from './home.ts';
import { columnsOf, entryFor } from './rows.ts';

const at = (day: number): number => day * MS_PER_DAY;
const bad = (line: number): Quarantined => ({
  series: 'a',
  file: 'a.csv',
  line,
  date: '2026-01-01',
  text: 'x',
  reason: 'unparseable-value',
});

describe('a store', () => {
  it('is empty when its home does not exist, and makes nothing there until the first load', async () => {
    const home = join(newFolder(), 'not', 'there');
    const store = await openTest(home);
    expect(await store.isEmpty()).toBe(true);
    expect(await store.latestClose()).toBeUndefined();
    const view = await store.asOf(at(100));
    expect([view.ids(), view.dataVersion, view.simulated]).toEqual([[], '000000000000', false]);
    expect((await store.health()).loads).toEqual([]);
    expect(await store.compact()).toEqual({ segmentsBefore: 0, segmentsAfter: 0 });
    await expect(store.forget('load-1')).rejects.toThrow('there is no load "load-1"');
    expect(existsSync(home)).toBe(false);
  });

  it('shows nothing of a load before it is committed, and all of it after, also to a store opened before', async () => {
    const home = newFolder();
    const [writer, reader] = [await openTest(home), await openTest(home)];
    const load = await writer.beginLoad('test');
    await load.add(columnsOf('a', [{ date: 1, value: 1 }]));
    expect((await reader.asOf(at(9))).ids()).toEqual([]);
    await load.add(columnsOf('b', [{ date: 1, value: 1 }]));
    expect(await load.commit()).toEqual({
      load: 'load-1',
      stored: 2,
      duplicates: 0,
      quarantined: 0,
      tableRows: 0,
    });
    expect((await reader.asOf(at(9))).ids()).toEqual(['a', 'b']);
    expect(await reader.isEmpty()).toBe(false);
  });

  it('leaves a View as it was when more is loaded, forgotten or compacted meanwhile', async () => {
    const store = await openTest(newFolder());
    await loadAll(store, [columnsOf('a', [{ date: 1, value: 1 }])]);
    const view = await store.asOf(at(9));
    const version = view.dataVersion;
    await loadAll(store, [columnsOf('a', [{ date: 2, value: 2 }])]);
    await store.forget('load-1');
    await store.compact();
    expect(Array.from((await view.series('a')).values)).toEqual([1]);
    expect((await view.history('a', 1))[0]?.load).toBe('load-1');
    expect(view.dataVersion).toBe(version);
    expect(Array.from((await (await store.asOf(at(9))).series('a')).values)).toEqual([2]);
  });

  it('stores a row once: in one load, in two, with another flag; another value or source is another row', async () => {
    const store = await openTest(newFolder());
    const row = { date: 1, value: 1 };
    const first = await loadAll(store, [columnsOf('a', [row, row]), columnsOf('a', [row])]);
    expect(first).toMatchObject({ stored: 1, duplicates: 2 });
    const second = await loadAll(store, [
      columnsOf('a', [
        { ...row, flags: 1 },
        { date: 1, value: 2 },
      ]),
    ]);
    expect(second).toMatchObject({ stored: 1, duplicates: 1 });
    expect(await loadAll(store, [columnsOf('a', [row], 'coinbase:BTC-USD')])).toMatchObject({ stored: 1 });
    expect((await (await store.asOf(at(9))).history('a', 1)).map((one) => [one.value, one.flags])).toEqual([
      [1, []],
      [1, []],
      [2, []],
    ]);
  });

  it('keeps no trace of a load that brings nothing new', async () => {
    const home = newFolder();
    const store = await openTest(home);
    const rows = columnsOf('a', [{ date: 1, value: 1 }]);
    const table: TableRows = {
      table: 't',
      source: 's',
      rows: [{ date: 1, time: 2, knownAt: 3, cells: { x: 1 } }],
    };
    const all = async () => {
      const load = await store.beginLoad('test');
      await load.add(rows);
      await load.addTable(table);
      await load.quarantine([bad(1)]);
      return await load.commit();
    };
    expect(await all()).toMatchObject({ stored: 1, tableRows: 1, quarantined: 1 });
    const before = readdirSync(home, { recursive: true }).sort();
    expect(await all()).toMatchObject({ stored: 0, tableRows: 0, quarantined: 0, duplicates: 1 });
    expect(readdirSync(home, { recursive: true }).sort()).toEqual(before);
    expect((await store.health()).loads).toHaveLength(1);
  });

  it('leaves nothing of an abandoned load and lets the next one begin', async () => {
    const home = newFolder();
    const store = await openTest(home, { segmentRows: 1 });
    const load = await store.beginLoad('test');
    await load.add(columnsOf('a', [{ date: 1, value: 1 }]));
    await load.abandon();
    await expect(load.add(columnsOf('a', [{ date: 2, value: 1 }]))).rejects.toThrow('load-1 has ended');
    expect(readdirSync(join(home, 'segments'))).toEqual([]);
    expect(await loadAll(store, [columnsOf('a', [{ date: 1, value: 1 }])])).toMatchObject({ load: 'load-1' });
  });

  it('refuses columns that do not fit together, with what came', async () => {
    const store = await openTest(newFolder());
    const load = await store.beginLoad('test');
    const good = columnsOf('a', [{ date: 1, value: 1 }]);
    expect(() => load.add({ ...good, dates: new Int32Array(2) })).toThrow('columns of "a" have 1 and 2 rows');
    expect(() => load.add({ ...good, times: Float64Array.of(0.5) })).toThrow('allowed: whole ms');
    expect(() => load.add({ ...good, knownAt: Float64Array.of(Number.NaN) })).toThrow(RangeError);
    expect(() => load.add({ ...good, values: Float64Array.of(Number.POSITIVE_INFINITY) })).toThrow(
      RangeError,
    );
    expect(() => load.add({ ...good, rules: Uint8Array.of(200) })).toThrow(RangeError);
    expect(() => load.add({ ...good, series: '' })).toThrow(RangeError);
    await load.add(good);
    expect(await load.commit()).toMatchObject({ stored: 1 });
  });

  it('refuses a series that neither the catalogue nor the load describes, and keeps nothing of that load', async () => {
    const store = await openTest(newFolder());
    await expect(loadAll(store, [columnsOf('unknown-1', [{ date: 1, value: 1 }])])).rejects.toThrow(
      'series "unknown-1" has no entry',
    );
    expect(await store.isEmpty()).toBe(true);
    const load = await store.beginLoad('test');
    await load.add(columnsOf('unknown-1', [{ date: 1, value: 1 }]));
    load.describe(entryFor('unknown-1'));
    await load.commit();
    const again = await openTest(store.home);
    const view = await again.asOf(at(9));
    expect(view.ids()).toEqual(['unknown-1']);
    expect(view.entry('unknown-1')).toEqual(entryFor('unknown-1'));
    expect(view.entry('unknown-2')).toBeUndefined();
    expect((await view.series('unknown-1')).values[0]).toBe(1);
    await expect(view.series('unknown-2')).rejects.toThrow(RangeError);
    await again.compact();
    expect((await (await again.asOf(at(9))).series('unknown-1')).values[0]).toBe(1);
  });

  it('keeps names with quotes, spaces and other scripts, and values to the last bit', async () => {
    const store = await openTest(newFolder());
    const values = [0.1 + 0.2, Number.MIN_VALUE, -Number.MAX_VALUE, -0, 1 / 3];
    const rows = values.map((value, i) => ({ date: i - 2, value }));
    await loadAll(store, [columnsOf("o'hara 黄金", rows, "a'b:c d")]);
    const series = await (await store.asOf(at(9))).series("o'hara 黄金");
    expect(Array.from(series.values)).toEqual(values.map((value) => value + 0));
    expect(Array.from(series.dates)).toEqual([-2, -1, 0, 1, 2]);
    expect(series.sources).toEqual(["a'b:c d"]);
    const parquetOnly = await openTest(store.home);
    await import('node:fs').then((fs) => fs.rmSync(join(store.home, 'cache'), { recursive: true }));
    const again = await (await parquetOnly.asOf(at(9))).series("o'hara 黄金");
    expect(again).toEqual(series);
  });

  it('answers concurrent questions each with its own rows', async () => {
    const store = await openTest(newFolder());
    const ids = Array.from({ length: 20 }, (_, i) => `s${i}`);
    await loadAll(
      store,
      ids.map((id, i) => columnsOf(id, [{ date: 1, value: i }])),
    );
    const view = await store.asOf(at(9));
    const all = await Promise.all(ids.map((id) => view.series(id)));
    expect(all.map((series) => series.values[0])).toEqual(ids.map((_, i) => i));
  });

  it('cannot be changed through what it hands out', async () => {
    const store = await openTest(newFolder());
    await loadAll(store, [columnsOf('a', [{ date: 1, value: 1 }])]);
    const view = await store.asOf(at(9));
    const series = await view.series('a');
    series.values[0] = 99;
    expect((await view.series('a')).values[0]).toBe(1);
    expect(Object.isFrozen(view) && Object.isFrozen(series) && Object.isFrozen(view.ids())).toBe(true);
  });

  it('knows the latest close of a market: not a revision, not a release of an office', async () => {
    const store = await openTest(newFolder());
    const office = { ...entryFor('unknown-office'), frequency: 'monthly' as const };
    const load = await store.beginLoad('test');
    await load.add(columnsOf('unknown-office', [{ date: 1, value: 1, lag: 30 }]));
    load.describe(office);
    await load.commit();
    expect(await store.latestClose()).toBe(at(32));
    await loadAll(store, [
      columnsOf('a', [
        { date: 4, value: 1 },
        { date: 5, value: 1 },
        { date: 4, value: 2, lag: 90, rule: 3 },
        { date: 5, value: Number.NaN, lag: 91, rule: 4 },
      ]),
    ]);
    expect(await store.latestClose()).toBe(at(6));
  });

  it('gives an importer every live row of a series, a column set a source', async () => {
    const store = await openTest(newFolder());
    await loadAll(store, [columnsOf('a', [{ date: 2, value: 2 }])]);
    await loadAll(store, [
      columnsOf('a', [
        { date: 1, value: 1 },
        { date: 2, value: 3, lag: 5, flags: 2, rule: 2 },
      ]),
      columnsOf('a', [{ date: 1, value: 7 }], 'coinbase:BTC-USD'),
    ]);
    const found = await store.existing(['a', 'nothing']);
    expect(found.get('nothing')).toEqual([]);
    const [one, two] = found.get('a') ?? [];
    expect(one).toEqual(
      columnsOf('a', [
        { date: 1, value: 1 },
        { date: 2, value: 2 },
        { date: 2, value: 3, lag: 5, flags: 2, rule: 2 },
      ]),
    );
    expect(two?.source).toBe('coinbase:BTC-USD');
  });

  it('shows tables by the as-of rule, through forgetting and compaction', async () => {
    const store = await openTest(newFolder());
    const row = (knownAt: number, x: number | string | null) => ({ date: 1, time: 1, knownAt, cells: { x } });
    for (const rows of [
      [row(5, 1), row(9, 'later')],
      [row(5, null), row(5, 1)],
    ]) {
      const load = await store.beginLoad('test');
      await load.addTable({ table: 't', source: 's', rows });
      await load.commit();
    }
    expect(await store.isEmpty()).toBe(false);
    const table = async (instant: number) => (await store.asOf(instant)).table('t');
    expect(await table(4)).toEqual([]);
    expect((await table(5)).map((one) => one.cells.x)).toEqual([1, null]);
    await store.compact();
    expect((await table(9)).map((one) => one.cells.x)).toEqual([1, null, 'later']);
    await store.forget('load-1');
    expect((await table(9)).map((one) => one.cells.x)).toEqual([null]);
    expect((await store.health()).tables).toEqual([{ id: 't', rows: 1 }]);
  });
});

describe('forgetting', () => {
  it('hides the rows of a load for good, in its own segment and in a merged one', async () => {
    for (const merged of [false, true]) {
      const store = await openTest(newFolder());
      await loadAll(store, [columnsOf('a', [{ date: 1, value: 1 }])]);
      const before = (await store.asOf(at(9))).dataVersion;
      await loadAll(store, [
        columnsOf('a', [
          { date: 1, value: 2, lag: 1 },
          { date: 2, value: 3 },
        ]),
      ]);
      if (merged) expect(await store.compact()).toEqual({ segmentsBefore: 2, segmentsAfter: 1 });
      expect(await store.forget('load-2')).toMatchObject({ load: 'load-2', rows: 2, forgotten: true });
      const view = await (await openTest(store.home)).asOf(at(9));
      expect(Array.from((await view.series('a')).values)).toEqual([1]);
      expect(view.dataVersion).toBe(before);
      expect(await store.forget('load-2')).toMatchObject({ forgotten: true });
      expect((await store.health()).loads.map((load) => load.forgotten)).toEqual([false, true]);
    }
  });

  it('lets the same rows be loaded again', async () => {
    const store = await openTest(newFolder());
    const rows = [columnsOf('a', [{ date: 1, value: 1 }])];
    await loadAll(store, rows);
    await store.forget('load-1');
    expect(await store.isEmpty()).toBe(true);
    expect(await loadAll(store, rows)).toMatchObject({ load: 'load-3', stored: 1 });
  });

  it('lists the loads when it does not know the one named, and exits with 2', async () => {
    const store = await openTest(newFolder());
    await loadAll(store, [columnsOf('a', [{ date: 1, value: 1 }])]);
    const error = await store.forget('load-7').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ exitCode: 2, hint: 'the loads are load-1' });
  });
});

describe('compaction', () => {
  it('merges segments and the log without a change to any answer', async () => {
    const home = newFolder();
    const store = await openTest(home);
    for (let i = 0; i < 5; i++) {
      await loadAll(store, [
        columnsOf('a', [{ date: i, value: i }]),
        columnsOf('b', [{ date: i, value: -i }]),
      ]);
    }
    const before = await store.asOf(at(9));
    expect(await store.compact()).toEqual({ segmentsBefore: 5, segmentsAfter: 1 });
    expect(readdirSync(join(home, 'log'))).toEqual(['00000006.json']);
    expect(readdirSync(join(home, 'segments'))).toHaveLength(1);
    const after = await (await openTest(home)).asOf(at(9));
    expect(await after.series('a')).toEqual(await before.series('a'));
    expect(after.dataVersion).toBe(before.dataVersion);
    expect((await after.history('a', 3))[0]?.load).toBe('load-4');
    expect(await store.compact()).toEqual({ segmentsBefore: 1, segmentsAfter: 1 });
    expect((await store.health()).loads).toHaveLength(5);
  });

  it('comes by itself when a commit leaves more segments than are allowed', async () => {
    const store = await openTest(newFolder(), { maxSegments: 3 });
    for (let i = 0; i < 4; i++) await loadAll(store, [columnsOf('a', [{ date: i, value: i }])]);
    expect((await store.health()).segments).toBe(1);
    expect((await (await store.asOf(at(9))).series('a')).values).toEqual(Float64Array.of(0, 1, 2, 3));
  });
});

describe('health', () => {
  it('counts what is there', async () => {
    const store = await openTest(newFolder());
    const load = await store.beginLoad('pack');
    await load.add(
      columnsOf('a', [
        { date: 1, value: 1, flags: 4 },
        { date: 1, value: 2, lag: 3, rule: 2 },
        { date: 2, value: 5 },
        { date: 2, value: Number.NaN, lag: 1, rule: 4 },
      ]),
    );
    await load.quarantine([bad(1), bad(2), bad(1)]);
    await load.commit();
    const health = await store.health();
    expect(health.series).toEqual([
      {
        id: 'a',
        rows: 4,
        first: 1,
        last: 2,
        lastKnownAt: at(5),
        revisions: 1,
        withdrawn: 1,
        suspect: 1,
        sources: ['binance:BTCUSDT'],
      },
    ]);
    expect(health.quarantined).toEqual([bad(1), bad(2)]);
    expect(health.loads).toMatchObject([
      { load: 'load-1', label: 'pack', rows: 4, quarantined: 2, series: 1 },
    ]);
    expect(health.damaged).toEqual([]);
    expect(health.bytes).toBeGreaterThan(0);
  });
});

describe('the format of a store', () => {
  const open = (home: string) => openStore({ home, effects: testEffects(), entry: entryFor });

  it('is refused when it is another one, with what to run', async () => {
    const home = newFolder();
    writeFileSync(join(home, 'store.json'), '{"format":2}');
    const error = await openTest(home).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(UserError);
    expect(String(error)).toContain('has format 2; this program reads format 1');
    expect((error as UserError).hint).toContain('tidemark data migrate');
  });

  it('is refused when it cannot be read or is gone while there is a log', async () => {
    const home = newFolder();
    for (const text of ['', 'null', '{"format":"1"}', '{']) {
      writeFileSync(join(home, 'store.json'), text);
      await expect(openTest(home)).rejects.toThrow('does not say the format');
    }
    const lost = newFolder();
    mkdirSync(join(lost, 'log'));
    writeFileSync(join(lost, 'log', '00000001.json'), '');
    await expect(openTest(lost)).rejects.toThrow('without its store.json');
  });

  it('has no steps to migrate by yet: the present one stays, any other is refused by name', async () => {
    const home = newFolder();
    expect(await migrateStore(layoutOf(home))).toBeUndefined();
    for (const format of [0, 2]) {
      writeFileSync(join(home, 'store.json'), `{"format":${format}}`);
      await expect(migrateStore(layoutOf(home))).rejects.toThrow(`no way leads from format ${format}`);
    }
    writeFileSync(join(home, 'store.json'), '{"format":1}');
    expect(await migrateStore(layoutOf(home))).toBe(1);
  });

  it('is written with the first load', async () => {
    const store = await open(newFolder());
    await loadAll(store, [columnsOf('a', [{ date: 1, value: 1 }])]);
    expect(readFileSync(join(store.home, 'store.json'), 'utf8')).toBe('{"format":1}\n');
    await store.close();
  });
});
