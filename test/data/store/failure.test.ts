import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/data/errors.ts';
import { DISK, type Disk } from '../../../src/data/store/disk.ts';
import type { Store } from '../../../src/data/store/store.ts';
import { MS_PER_DAY } from '../../../src/data/time.ts';
import { loadAll, newFolder, openTest } from './home.ts';
import { columnsOf } from './rows.ts';

const at = (day: number): number => day * MS_PER_DAY;
const values = async (store: Store, id: string) =>
  Array.from((await (await store.asOf(at(99))).series(id)).values);

/** A disk whose n-th step fails. */
function failingDisk(n: number, code: string): Disk & { steps: number } {
  const disk = {
    steps: 0,
    write: (path: string, parts: readonly Uint8Array[]) => step(() => DISK.write(path, parts)),
    sync: (path: string) => step(() => DISK.sync(path)),
    publish: (temporary: string, name: string) => step(() => DISK.publish(temporary, name)),
    syncFolder: (path: string) => step(() => DISK.syncFolder(path)),
  };
  const step = (act: () => void): void => {
    disk.steps++;
    if (disk.steps === n) throw Object.assign(new Error(`${code}: injected`), { code });
    act();
  };
  return disk;
}

/** A load with observations in two segments, a table and quarantined rows. */
async function bigLoad(store: Store): Promise<void> {
  const load = await store.beginLoad('big');
  await load.add(columnsOf('a', [{ date: 5, value: 5 }]));
  await load.add(columnsOf('b', [{ date: 5, value: 6 }]));
  await load.addTable({
    table: 't',
    source: 's',
    rows: [{ date: 1, time: 1, knownAt: 1, cells: { x: 1 } }],
  });
  await load.quarantine([
    { series: 'a', file: 'f', line: 1, date: '', text: '', reason: 'unparseable-date' },
  ]);
  await load.commit();
}

const everything = (home: string): string[] =>
  readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();

describe('a disk that fails', () => {
  it('at any step of a load gives one clear error and leaves what was stored, and nothing else', async () => {
    let steps = 0;
    for (let n = 1; n === 1 || n <= steps; n++) {
      const home = newFolder();
      await loadAll(await openTest(home), [columnsOf('a', [{ date: 1, value: 1 }])]);
      const before = everything(home);
      const disk = failingDisk(n, 'ENOSPC');
      const store = await openTest(home, { disk, segmentRows: 1 });
      const error = await bigLoad(store).catch((caught: unknown) => caught);
      const plain = await openTest(home);
      if (error === undefined) {
        expect(n).toBeGreaterThan(disk.steps);
        break;
      }
      expect(error).toBeInstanceOf(UserError);
      expect(String(error)).toContain(`no space left on the disk of ${home}`);
      const committed = (await plain.health()).loads.length === 2;
      expect(await values(plain, 'a')).toEqual(committed ? [1, 5] : [1]);
      if (!committed) expect(everything(home)).toEqual(before);
      await bigLoad(plain);
      expect(await values(plain, 'a')).toEqual([1, 5]);
      expect(await values(plain, 'b')).toEqual([6]);
      steps = Math.max(steps, disk.steps + 1);
    }
    expect(steps).toBeGreaterThan(10);
  });

  it('at any step of a compaction or of forgetting loses nothing', async () => {
    for (const act of ['compact', 'forget'] as const) {
      for (let n = 1; ; n++) {
        const home = newFolder();
        const plain = await openTest(home);
        for (let i = 0; i < 3; i++) await loadAll(plain, [columnsOf('a', [{ date: i, value: i }])]);
        if (act === 'forget') await plain.compact();
        const disk = failingDisk(n, 'EDQUOT');
        const store = await openTest(home, { disk });
        const error = await (act === 'compact' ? store.compact() : store.forget('load-2')).then(
          () => undefined,
          (caught: unknown) => caught,
        );
        const after = await values(await openTest(home), 'a');
        if (error === undefined) {
          expect(after).toEqual(act === 'compact' ? [0, 1, 2] : [0, 2]);
          break;
        }
        expect(error).toBeInstanceOf(UserError);
        expect([JSON.stringify([0, 1, 2]), JSON.stringify([0, 2])]).toContain(JSON.stringify(after));
        expect(await loadAll(plain, [columnsOf('a', [{ date: 9, value: 9 }])])).toMatchObject({ stored: 1 });
      }
    }
  });

  it('that cannot be written is named with what to do', async () => {
    const disk = failingDisk(2, 'EROFS');
    const store = await openTest(newFolder(), { disk });
    const error = await bigLoad(store).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(UserError);
    expect(String(error)).toContain('cannot write in');
    const file = join(newFolder(), 'a-file');
    writeFileSync(file, '');
    await expect(bigLoad(await openTest(file))).rejects.toThrow(UserError);
  });
});

describe('a damaged store', () => {
  const damages: Record<string, (path: string) => void> = {
    truncated: (path) => truncateSync(path, 40),
    'bit flipped': (path) => {
      const bytes = readFileSync(path);
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
      writeFileSync(path, bytes);
    },
    missing: (path) => rmSync(path),
    'replaced by text': (path) => writeFileSync(path, 'hello'),
  };

  for (const [name, damage] of Object.entries(damages)) {
    it(`names a segment that is ${name}, reads the other series, and is healed by compaction`, async () => {
      const home = newFolder();
      const writer = await openTest(home);
      await loadAll(writer, [columnsOf('a', [{ date: 1, value: 1 }])]);
      await loadAll(writer, [columnsOf('b', [{ date: 1, value: 2 }])]);
      const version = (await writer.asOf(at(99))).dataVersion;
      const file = readdirSync(join(home, 'segments')).find((one) => one.startsWith('load-1')) as string;
      damage(join(home, 'segments', file));
      const store = await openTest(home);
      const view = await store.asOf(at(99));
      const error = await view.series('a').catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(UserError);
      expect(String(error)).toContain(file);
      expect((error as UserError).hint).toContain('tidemark data health');
      expect(view.ids()).toEqual(['a', 'b']);
      expect(Array.from((await view.series('b')).values)).toEqual([2]);
      expect((await store.health()).damaged).toMatchObject([{ file, loads: ['load-1'], series: ['a'] }]);
      await store.compact();
      const healed = await openTest(home);
      expect(await values(healed, 'a')).toEqual([1]);
      expect((await healed.asOf(at(99))).dataVersion).toBe(version);
      expect((await healed.health()).damaged).toEqual([]);
    });
  }

  it('that has lost a segment and its image is mended by forgetting the load and importing again', async () => {
    const home = newFolder();
    const writer = await openTest(home);
    const first = [columnsOf('a', [{ date: 1, value: 1 }])];
    await loadAll(writer, first);
    await loadAll(writer, [columnsOf('b', [{ date: 1, value: 2 }])]);
    const file = readdirSync(join(home, 'segments')).find((one) => one.startsWith('load-1')) as string;
    rmSync(join(home, 'segments', file));
    rmSync(join(home, 'cache'), { recursive: true });
    const store = await openTest(home);
    await expect(store.compact()).rejects.toThrow(UserError);
    await expect(loadAll(store, first)).rejects.toThrow(file);
    await store.forget('load-1');
    expect(await loadAll(store, first)).toMatchObject({ stored: 1 });
    expect(await values(store, 'a')).toEqual([1]);
    expect(await values(store, 'b')).toEqual([2]);
  });

  it('says which loads go with a merged segment that is lost', async () => {
    const home = newFolder();
    const writer = await openTest(home);
    for (const id of ['a', 'b']) await loadAll(writer, [columnsOf(id, [{ date: 1, value: 1 }])]);
    await writer.compact();
    for (const folder of ['segments', 'cache']) rmSync(join(home, folder), { recursive: true });
    const lines: string[] = [];
    const store = await openTest(home, { lines });
    await store.forget('load-1');
    expect(lines.join()).toMatch(
      /compact-3-\d+-1\.parquet is lost, with rows of load-1, load-2: import these/,
    );
    expect(await store.isEmpty()).toBe(true);
  });

  it('makes a missing, damaged, foreign or older image anew from the segment, also where it cannot be written', async () => {
    const home = newFolder();
    const rows = Array.from({ length: 50 }, (_, i) => ({ date: i, value: i / 7, lag: i % 3 }));
    await loadAll(await openTest(home), [columnsOf('a', rows), columnsOf('b', rows)]);
    const other = newFolder();
    await loadAll(await openTest(other), [columnsOf('a', [{ date: 1, value: 9 }])]);
    const [image] = readdirSync(join(home, 'cache'));
    const path = join(home, 'cache', image as string);
    const [foreign] = readdirSync(join(other, 'cache'));
    const series = await (await (await openTest(home)).asOf(at(30))).series('a');
    const version = (await (await openTest(home)).asOf(at(30))).dataVersion;
    const spoil: Record<string, () => void> = {
      missing: () => rmSync(path),
      empty: () => truncateSync(path, 0),
      short: () => truncateSync(path, 100),
      foreign: () => copyFileSync(join(other, 'cache', foreign as string), path),
      block: () => {
        const bytes = readFileSync(path);
        bytes[3] = (bytes[3] as number) ^ 255;
        writeFileSync(path, bytes);
      },
      index: () => {
        const bytes = readFileSync(path);
        // Two blocks of 50 times, values, knownAt (8 bytes) and dates (4), one load (4), flags (2) and rule (1), padded to 8 bytes.
        const at = 2 * Math.ceil((50 * 28 + 7) / 8) * 8 + 5;
        bytes[at] = (bytes[at] as number) ^ 255;
        writeFileSync(path, bytes);
      },
      older: () => {
        const bytes = readFileSync(path);
        bytes.write('TMIMAGE1', bytes.length - 8, 'latin1');
        writeFileSync(path, bytes);
      },
      unwritable: () => {
        rmSync(join(home, 'cache'), { recursive: true });
        writeFileSync(join(home, 'cache'), 'a file');
      },
    };
    for (const [name, act] of Object.entries(spoil)) {
      act();
      const view = await (await openTest(home)).asOf(at(30));
      expect(view.dataVersion, name).toBe(version);
      expect(await view.series('a'), name).toEqual(series);
    }
  });

  it('names a record of the log that is damaged or missing', async () => {
    const home = newFolder();
    const writer = await openTest(home);
    for (let i = 0; i < 3; i++) await loadAll(writer, [columnsOf('a', [{ date: i, value: i }])]);
    const record = join(home, 'log', '00000002.json');
    const text = readFileSync(record, 'utf8');
    writeFileSync(record, text.replace('"test"', '"best"'));
    await expect((await openTest(home)).asOf(at(9))).rejects.toThrow('00000002.json of the store');
    rmSync(record);
    const error = await (await openTest(home)).asOf(at(9)).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(UserError);
    expect(String(error)).toContain('is missing');
    writeFileSync(record, text);
    expect(await values(await openTest(home), 'a')).toEqual([0, 1, 2]);
  });

  it('takes away what a dead writer has left when the next one comes', async () => {
    const home = newFolder();
    const store = await openTest(home);
    await loadAll(store, [columnsOf('a', [{ date: 1, value: 1 }])]);
    writeFileSync(join(home, 'segments', 'load-2-1-1.parquet'), 'half');
    writeFileSync(join(home, 'rows', 'load-2-1-quarantine.jsonl.gz'), 'half');
    writeFileSync(join(home, 'work', 'record-2-1.json'), 'half');
    expect(await values(store, 'a')).toEqual([1]);
    await loadAll(store, [columnsOf('a', [{ date: 2, value: 2 }])]);
    expect(everything(home).filter((name) => name.startsWith('load-2-1-'))).toEqual([]);
    expect(readdirSync(join(home, 'work'))).toEqual([]);
  });
});

describe("the writer's lock", () => {
  it('makes a second writer wait, says who holds it, and gives up after the time allowed', async () => {
    const home = newFolder();
    const lines: string[] = [];
    const [one, two] = [await openTest(home), await openTest(home, { lines })];
    const load = await one.beginLoad('first');
    const error = await two.beginLoad('second', { waitMs: 150 }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(UserError);
    expect(String(error)).toContain(`process ${process.pid} on ${hostname()} (import of first)`);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('waiting for the store');
    const waiting = two.beginLoad('second');
    await load.add(columnsOf('a', [{ date: 1, value: 1 }]));
    await load.commit();
    const second = await waiting;
    await second.add(columnsOf('a', [{ date: 1, value: 1 }]));
    expect(await second.commit()).toMatchObject({ stored: 0, duplicates: 1 });
    expect(existsSync(join(home, 'lock'))).toBe(false);
  });

  it('is broken when its process is dead or another one now has its number, not when it is of another machine', async () => {
    const home = newFolder();
    const store = await openTest(home);
    await loadAll(store, [columnsOf('a', [{ date: 1, value: 1 }])]);
    const lock = (holder: object) =>
      writeFileSync(join(home, 'lock'), JSON.stringify({ since: 0, label: 'x', started: '', ...holder }));
    // Linux gives no process a number above 2^22.
    lock({ pid: 2 ** 22 + 1, host: hostname() });
    await (await store.beginLoad('x', { waitMs: 0 })).abandon();
    writeFileSync(join(home, 'lock'), 'nonsense');
    await (await store.beginLoad('x', { waitMs: 0 })).abandon();
    if (existsSync('/proc/self/stat')) {
      lock({ pid: process.pid, host: hostname(), started: 'an earlier boot' });
      await (await store.beginLoad('x', { waitMs: 0 })).abandon();
    }
    lock({ pid: 2 ** 22 + 1, host: 'elsewhere' });
    await expect(store.beginLoad('x', { waitMs: 0 })).rejects.toThrow('on elsewhere');
  });

  it('that was taken away keeps a load from being committed', async () => {
    const home = newFolder();
    const store = await openTest(home);
    const load = await store.beginLoad('x');
    await load.add(columnsOf('a', [{ date: 1, value: 1 }]));
    rmSync(join(home, 'lock'));
    const other = await (await openTest(home)).beginLoad('y');
    await other.add(columnsOf('a', [{ date: 1, value: 2 }]));
    await expect(load.commit()).rejects.toThrow('was taken away');
    expect(await other.commit()).toMatchObject({ stored: 1 });
    expect(await values(store, 'a')).toEqual([2]);
  });

  it('is not needed for safety: of two commits with one number the second is refused', async () => {
    const home = newFolder();
    const store = await openTest(home);
    const load = await store.beginLoad('x');
    await load.add(columnsOf('a', [{ date: 1, value: 1 }]));
    mkdirSync(join(home, 'log'), { recursive: true });
    const other = newFolder();
    await loadAll(await openTest(other), [columnsOf('b', [{ date: 1, value: 2 }])]);
    copyFileSync(join(other, 'log', '00000001.json'), join(home, 'log', '00000001.json'));
    await expect(load.commit()).rejects.toThrow('another program has written');
  });
});
