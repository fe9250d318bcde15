import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { importPath } from '../../../src/data/import/import-path.ts';
import type { PlainFileOptions } from '../../../src/data/sources/plain-file.ts';
import { tempFolder } from '../../temp-folder.ts';
import { effectsAt, fakeStore } from '../import/fakes.ts';
import { NOW, rowsOf, valuesOf } from '../import/pack-folder.ts';

function write(name: string, text: string): string {
  const path = join(tempFolder(), name);
  writeFileSync(path, text);
  return path;
}

async function imported(path: string, options: PlainFileOptions = {}) {
  const store = fakeStore();
  const said: string[] = [];
  const summary = await importPath(path, options, store, {
    ...effectsAt(NOW),
    log: (line) => said.push(line),
  });
  return { store, summary, said };
}

describe('a CSV file of its own', () => {
  it('feeds the series that --as names, in the unit that --unit names', async () => {
    const { store } = await imported(write('x.csv', 'date,value\n2026-01-05,4.5\n'), {
      as: 'us-10y',
      unit: 'percent-per-year',
    });
    expect(store.rows.map(({ series, source, values }) => [series, source, values[0]])).toEqual([
      ['us-10y', 'csv:x.csv', 0.045],
    ]);
  });

  it('says in which unit it took the values when it was not told', async () => {
    const { said } = await imported(write('gold-front.csv', 'date,value\n2026-01-05,4500\n'));
    expect(said).toEqual(['values taken in usd-per-oz; say --unit when the file is in another']);
  });

  it('is known by the name that a provider gave it', async () => {
    const { store } = await imported(
      write('DGS10.csv', 'observation_date,DGS10\n2026-01-05,4.5\n2026-01-06,.\n'),
    );
    expect(valuesOf(store, 'us-10y')).toEqual([0.045]);
    expect(store.quarantined).toEqual([]);
  });

  it('may be a file of bars', async () => {
    const text = 'Date,Open,High,Low,Close,Volume\n2026-01-05,1,3,1,2,9\n';
    const { store } = await imported(write('spy.csv', text));
    expect(store.rows.map(({ series, values }) => [series, values[0]])).toEqual([
      ['spy', 2],
      ['spy.open', 1],
      ['spy.high', 3],
      ['spy.low', 1],
      ['spy.volume', 9],
    ]);
  });

  it('may have one series a column', async () => {
    const { store } = await imported(write('wide.csv', 'date,spy,qqq\n2026-01-05,1,2\n'));
    expect(store.rows.map(({ series, values }) => [series, values[0]])).toEqual([
      ['spy', 1],
      ['qqq', 2],
    ]);
  });

  it('may name its series row by row', async () => {
    const { store } = await imported(
      write('long.csv', 'series,date,value\nspy,2026-01-05,1\nqqq,2026-01-05,2\nspy,2026-01-06,3\n'),
    );
    expect([valuesOf(store, 'spy'), valuesOf(store, 'qqq')]).toEqual([[1, 3], [2]]);
  });

  it('takes the column that --column names', async () => {
    const { store } = await imported(write('x.csv', 'date,a,b\n2026-01-05,1,2\n'), {
      as: 'spy',
      column: 'B',
    });
    expect(valuesOf(store, 'spy')).toEqual([2]);
  });

  it('is kept under its own name when a unit is given', async () => {
    const { store, summary } = await imported(write('My Index.csv', 'date,value\n2026-01-05,1\n'), {
      unit: 'index',
    });
    expect(rowsOf(store, 'my-index')).toEqual(['2026-01-05 1 2026-01-06T00:00Z']);
    expect(summary.uncatalogued).toEqual(['my-index']);
  });

  it('makes a changed value a revision known from the import', async () => {
    const store = fakeStore();
    const effects = effectsAt(NOW);
    const options = { as: 'spy', unit: 'usd' };
    await importPath(write('x.csv', 'date,value\n2026-01-05,1\n2026-01-06,2\n'), options, store, effects);
    await importPath(write('x.csv', 'date,value\n2026-01-05,1\n2026-01-06,3\n'), options, store, effects);
    expect(rowsOf(store, 'spy').at(-1)).toBe('2026-01-06 3 2026-11-01T00:00Z revised');
    expect(rowsOf(store, 'spy').length).toBe(3);
  });
});

describe('a wrong file or option', () => {
  const failing = async (path: string, options: PlainFileOptions = {}) => {
    const error = await imported(path, options).then(
      () => undefined,
      (thrown) => thrown,
    );
    return [error?.exitCode, error?.message, error?.hint];
  };

  it('is named, with what to do', async () => {
    expect(await failing('/nowhere/at/all.csv')).toEqual([
      2,
      'nothing to import at /nowhere/at/all.csv: no such file or folder',
      expect.stringContaining('manifest.json'),
    ]);
    expect(await failing(write('x.csv', 'date,value\n2026-01-05,1\n'))).toEqual([
      2,
      'which series is x.csv? the catalogue has no "x"',
      expect.stringContaining('--as'),
    ]);
    expect(await failing(write('x.csv', 'date,value\n2026-01-05,1\n'), { as: 'nothing' })).toEqual([
      2,
      'the catalogue has no series "nothing"',
      expect.stringContaining('--unit'),
    ]);
    expect(
      await failing(write('x.csv', 'date,value\n2026-01-05,1\n'), { as: 'spy', unit: 'furlongs' }),
    ).toEqual([2, 'no such unit: "furlongs"', expect.stringContaining('usd-mn')]);
    expect(await failing(write('x.csv', 'date,a,b\n2026-01-05,1,2\n'), { as: 'spy', column: 'c' })).toEqual([
      2,
      'x.csv has no column "c" (line 1)',
      'Its columns are date, a, b.',
    ]);
    expect(await failing(write('spy.csv', 'a,b\n1,2\n'))).toEqual([
      2,
      'cannot read spy.csv: no column of dates among "a,b" (line 1)',
      expect.stringContaining('YYYY-MM-DD'),
    ]);
    expect(await failing(write('spy.csv', 'date,value\n2026-01-05,"1\n'))).toEqual([
      1,
      'cannot read spy.csv: the quote that opens on line 2 is never closed',
      expect.any(String),
    ]);
    expect(await failing(write('spy.csv', '\u0000\u0001\u0002'))).toEqual([
      1,
      'cannot read spy.csv: it holds binary data, not comma-separated text',
      expect.any(String),
    ]);
    expect(await failing(write('spy.csv', ''))).toEqual([
      1,
      'cannot read spy.csv: it is empty',
      expect.any(String),
    ]);
    expect(await failing(write('spy.parquet', 'PAR0 no'))).toEqual([
      1,
      expect.stringContaining('cannot read spy.parquet'),
      expect.any(String),
    ]);
    expect(await failing(tmpdir(), { as: 'spy' })).toEqual([
      2,
      expect.stringContaining('--as is for a single file'),
      expect.any(String),
    ]);
  });

  it('is refused when the unit does not measure what the series measures', async () => {
    const [code, message] = await failing(write('x.csv', 'date,value\n2026-01-05,1\n'), {
      as: 'us-10y',
      unit: 'usd-mn',
    });
    expect([code, message]).toEqual([1, expect.stringContaining('us-10y: cannot convert usd-mn')]);
  });

  it('is refused when it has no rows, or none that can be stored', async () => {
    expect((await failing(write('spy.csv', 'date,value\n')))[1]).toBe(
      'nothing of spy.csv can be stored: it has no rows',
    );
    expect((await failing(write('spy.csv', 'date,value\n05/01/2026,1\n')))[1]).toBe(
      'nothing of spy.csv can be stored: unparseable-date 1',
    );
  });
});

describe('a Parquet file', () => {
  it('is read like the CSV file that holds the same', async () => {
    const path = join(tempFolder(), 'spy.parquet');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(
      `COPY (SELECT DATE '2026-01-05' + i::INT AS date, 100 + i / 3.0::DOUBLE AS value FROM range(3) t(i)) TO '${path}' (FORMAT parquet)`,
    );
    connection.closeSync();
    const { store } = await imported(path);
    expect(valuesOf(store, 'spy')).toEqual([100, 100 + 1 / 3, 100 + 2 / 3]);
  });
});
