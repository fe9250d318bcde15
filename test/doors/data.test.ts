import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { entryOf } from '../../src/data/series/index.ts';
import { STORE_FORMAT } from '../../src/data/store/format.ts';
import { openStore } from '../../src/data/store/open.ts';
import { dataCommand } from '../../src/doors/cli/commands/data.ts';
import { effectsAt } from '../data/import/fakes.ts';
import { NOW, writePack } from '../data/import/pack-folder.ts';
import { tempFolder } from '../temp-folder.ts';

interface Ran {
  readonly out: string;
  readonly err: string;
}

/** Runs `tidemark data ARGS` in a home, as the program would. */
async function run(home: string, ...args: string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const effects = { ...effectsAt(NOW), log: (line: string) => err.push(line) };
  const opened: Awaited<ReturnType<typeof openStore>>[] = [];
  const command = dataCommand({
    effects,
    home: () => home,
    print: (text) => out.push(text),
    openStore: async () => {
      const store = await openStore({ home, effects, entry: entryOf });
      opened.push(store);
      return store;
    },
  });
  try {
    await command.exitOverride().parseAsync(args, { from: 'user' });
  } finally {
    for (const store of opened) await store.close();
  }
  return { out: out.join(''), err: err.join('\n') };
}

const failure = (home: string, ...args: string[]) =>
  run(home, ...args).then(
    () => undefined,
    (error) => [error.exitCode, error.message, error.hint],
  );

const newHome = () => join(tempFolder(), 'home');

const head = 'date,open,high,low,close,volume\n';
const pack = () =>
  writePack(
    [
      {
        id: 'ohlcv/GC',
        unit: 'USD/oz',
        file: 'market/GC.csv',
        text: `${head}2026-02-04,100,101,99,105,7\n2026-02-05,105,108,104,106,8\n2026-02-07,1,1,1,1,1\n2026-02-10,105,108,104,106,8\n`,
      },
      { id: 'DGS10', unit: 'percent', text: 'date,value\n2026-02-04,4.2\n2026-02-05,4.25\n' },
      { id: 'own_file', unit: 'index', text: 'date,value\n2026-02-04,1\n' },
      { id: 'notes', unit: 'text', text: 'date,text\n2026-02-04,something\n' },
    ],
    { DGS10: 'vintage_seen,date,value\n2026-03-22,2026-02-05,4.3\n' },
  );

describe('tidemark data import', () => {
  it('says on standard error what it stored, refused and kept, and prints nothing', async () => {
    const { out, err } = await run(newHome(), 'import', pack());
    expect(out).toBe('');
    expect(err).toMatch(/4 files, 7 series, 1 table/);
    expect(err).toMatch(/stored +17 observations, 1 table rows/);
    expect(err).toMatch(
      /quarantined +2: (not-enclosing 1, not-a-session 1|not-a-session 1, not-enclosing 1)/,
    );
    expect(err).toMatch(/kept under the id of their file: own-file/);
    expect(err).toMatch(/undo with: tidemark data forget load-1/);
  });

  it('is done when everything is there already', async () => {
    const home = newHome();
    const folder = pack();
    await run(home, 'import', folder);
    const { err } = await run(home, 'import', folder);
    expect(err).toMatch(/nothing new: every row was already there/);
    expect(JSON.parse((await run(home, 'loads', '--json')).out).length).toBe(1);
  });

  it('leaves what is stored as it was when it fails', async () => {
    const home = newHome();
    await run(home, 'import', pack());
    const before = (await run(home, 'export', 'gold-front')).out;
    expect(await failure(home, 'import', '/nowhere')).toEqual([
      2,
      expect.stringContaining('/nowhere'),
      expect.any(String),
    ]);
    const bad = join(tempFolder(), 'gold-front.csv');
    writeFileSync(bad, 'date,value\n2026-02-05,"9\n');
    expect(await failure(home, 'import', bad)).toEqual([
      1,
      expect.stringContaining('line 2'),
      expect.any(String),
    ]);
    expect((await run(home, 'export', 'gold-front')).out).toBe(before);
  });
});

describe('tidemark data export', () => {
  it('writes what was known at an instant', async () => {
    const home = newHome();
    await run(home, 'import', pack());
    const { out } = await run(home, 'export', 'gold-front', '--as-of', '2026-02-05');
    expect(out.split('\n')).toEqual([
      'series,date,time,value,unit,knownAt,source,flags',
      'gold-front,2026-02-04,2026-02-04T22:00Z,105,usd-per-oz,2026-02-04T22:00Z,yahoo:GC=F,',
      'gold-front,2026-02-05,2026-02-05T22:00Z,106,usd-per-oz,2026-02-05T22:00Z,yahoo:GC=F,',
      '',
    ]);
  });

  it('writes JSON and Parquet that hold the same rows', async () => {
    const home = newHome();
    await run(home, 'import', pack());
    const folder = tempFolder();
    await run(home, 'export', 'gold-front', 'us-10y', '--out', join(folder, 'x.json'));
    await run(home, 'export', 'gold-front', 'us-10y', '--out', join(folder, 'x.parquet'));
    const json = JSON.parse(readFileSync(join(folder, 'x.json'), 'utf8')) as {
      series: string;
      date: string;
      value: number;
    }[];
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const parquet = await connection.runAndReadAll(
      `SELECT series, date::VARCHAR, value FROM read_parquet('${join(folder, 'x.parquet')}')`,
    );
    expect(parquet.getRows()).toEqual(json.map(({ series, date, value }) => [series, date, value]));
    connection.closeSync();
    expect(json.length).toBe(5);
    expect(readdirSync(folder).sort()).toEqual(['x.json', 'x.parquet']);
  });

  it('writes a CSV that can be imported again, value for value', async () => {
    const home = newHome();
    await run(home, 'import', pack());
    const file = join(tempFolder(), 'both.csv');
    await run(home, 'export', 'gold-front', 'us-10y', '--out', file);
    const other = newHome();
    await run(other, 'import', file);
    const values = async (at: string) =>
      JSON.parse((await run(at, 'export', 'gold-front', 'us-10y', '--format', 'json')).out).map(
        (row: { date: string; value: number }) => [row.date, row.value],
      );
    expect(await values(other)).toEqual(await values(home));
  });

  it('refuses an unknown series, an unknown format, parquet on standard output, and an empty home', async () => {
    const home = newHome();
    expect(await failure(home, 'export', 'spy')).toEqual([
      3,
      expect.stringContaining('no data in'),
      expect.stringContaining('--specimen'),
    ]);
    await run(home, 'import', pack());
    expect(await failure(home, 'export', 'gold-fromt')).toEqual([
      2,
      'no such series: gold-fromt',
      expect.stringContaining('gold-front'),
    ]);
    expect(await failure(home, 'export', 'gold-front', '--format', 'xml')).toEqual([
      2,
      expect.stringContaining('xml'),
      'allowed: csv, json, parquet',
    ]);
    expect(await failure(home, 'export', 'gold-front', '--format', 'parquet')).toEqual([
      2,
      expect.stringContaining('standard output'),
      expect.any(String),
    ]);
  });
});

describe('tidemark data health', () => {
  it('counts what is stored, quarantined, revised and missing', async () => {
    const home = newHome();
    await run(home, 'import', pack());
    const report = JSON.parse((await run(home, 'health', '--json')).out);
    expect([report.format, report.series, report.observations]).toEqual([1, 7, 17]);
    expect(
      report.quarantined.map(({ reason, rows }: { reason: string; rows: number }) => [reason, rows]),
    ).toEqual([
      ['not-a-session', 1],
      ['not-enclosing', 1],
    ]);
    expect(report.revised).toEqual([{ id: 'us-10y', rows: 1 }]);
    expect(report.gaps).toContainEqual({
      id: 'gold-front',
      missing: 2,
      latest: ['2026-02-09', '2026-02-06'],
    });
    expect(report.tables).toEqual([{ id: 'notes', rows: 1 }]);
    const { out } = await run(home, 'health');
    expect(out).toMatch(/not-enclosing +1/);
    expect(out).toMatch(/gold-front 2026-02-07 market\/GC\.csv:4 2026-02-07,1,1,1,1,1/);
  });

  it.each([
    ['health'],
    ['loads'],
    ['list'],
    ['compact'],
    ['forget', 'load-1'],
  ])('has nothing to say of an empty home: %s', async (...words) => {
    expect(await failure(newHome(), ...words)).toEqual([
      3,
      expect.stringContaining('no data in'),
      expect.stringMatching(/data import DIR.*--specimen/),
    ]);
  });
});

describe('tidemark data list', () => {
  it('lists what is stored, by a part of its id, and with --all what is not', async () => {
    const home = newHome();
    await run(home, 'import', pack());
    const { out } = await run(home, 'list', 'gold-fr');
    expect(out).toMatch(
      /^ {2}gold-front +metals +daily +usd-per-oz +\d{4}-\d{2}-\d{2} … .* Gold, front future\n$/,
    );
    expect((await run(home, 'list', 'bitcoin')).out).toBe('no such series\n');
    expect((await run(home, 'list', 'btc-usd', '--all')).out).toMatch(/btc-usd .* not in the store +Bitcoin/);
    const rows = JSON.parse((await run(home, 'list', '--json')).out) as { id: string; last: string | null }[];
    expect(rows.map(({ id }) => id)).toContain('us-10y');
    expect(rows.every(({ last }) => last !== null)).toBe(true);
  });
});

describe('the care of a store', () => {
  it('forgets a load', async () => {
    const home = newHome();
    await run(home, 'import', pack());
    const { err } = await run(home, 'forget', 'load-1');
    expect(err).toMatch(/Forgot load-1/);
    expect((await run(home, 'loads')).out).toMatch(/load-1.*forgotten/);
    expect(await failure(home, 'export', 'own-file')).toBeDefined();
  });

  it('compacts, and has nothing to migrate', async () => {
    const home = newHome();
    await run(home, 'import', pack());
    expect((await run(home, 'compact')).err).toMatch(/Compacted \d+ segments? into \d+/);
    expect((await run(home, 'migrate')).err).toMatch(/Nothing to migrate: the store has format 1/);
    expect((await run(newHome(), 'migrate')).err).toMatch(/there is no store here/);
  });

  it('removes the store only when told so, and nothing else of its folder', async () => {
    const home = newHome();
    await run(home, 'import', pack());
    writeFileSync(join(home, 'mine.txt'), 'kept');
    expect(await failure(home, 'remove')).toEqual([
      2,
      expect.stringContaining(home),
      'say it with: tidemark data remove --yes',
    ]);
    expect((await run(home, 'remove', '--yes')).err).toMatch(/Removed the store/);
    expect(readdirSync(home)).toEqual(['mine.txt']);
    expect((await run(home, 'remove', '--yes')).err).toMatch(/There is no store/);
    await run(home, 'import', pack());
    expect(existsSync(join(home, 'store.json'))).toBe(true);
  });
});

describe('--json of a verb that changes the store', () => {
  it('prints what was done, and nothing else, on standard output', async () => {
    const home = newHome();
    const imported = JSON.parse((await run(home, 'import', pack(), '--json')).out);
    expect(imported).toMatchObject({ files: 4, series: 7, tables: ['notes'] });
    const { load } = imported.receipt;
    expect(JSON.parse((await run(home, 'compact', '--json')).out)).toHaveProperty('segmentsAfter');
    expect(JSON.parse((await run(home, 'migrate', '--json')).out)).toEqual({
      from: STORE_FORMAT,
      to: STORE_FORMAT,
    });
    expect(JSON.parse((await run(home, 'forget', load, '--json')).out)).toMatchObject({
      load,
      forgotten: true,
    });
    expect(JSON.parse((await run(home, 'remove', '--yes', '--json')).out)).toEqual({ home, removed: true });
    expect(JSON.parse((await run(home, 'remove', '--json')).out)).toEqual({ home, removed: false });
  });

  it('exports as --format json does, and disagrees with another format', async () => {
    const home = newHome();
    await run(home, 'import', pack());
    const { out } = await run(home, 'export', 'us-10y', '--json');
    expect(out).toBe((await run(home, 'export', 'us-10y', '--format', 'json')).out);
    expect(JSON.parse(out)[0]).toMatchObject({ series: 'us-10y', date: '2026-02-04' });
    expect(await failure(home, 'export', 'us-10y', '--json', '--format', 'csv')).toEqual([
      2,
      'two formats asked for: csv and json',
      'choose one',
    ]);
  });
});
