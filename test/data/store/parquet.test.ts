import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { loadAll, newFolder, openTest } from './home.ts';
import { columnsOf } from './rows.ts';

describe('a segment', () => {
  it('is a Parquet file that anyone can read: the columns and values documented', async () => {
    const store = await openTest(newFolder());
    await loadAll(store, [
      columnsOf('b', [{ date: 1, value: 2 }]),
      columnsOf('a', [
        { date: 1, value: 0.1 },
        { date: 1, value: Number.NaN, lag: 2, flags: 5, rule: 4 },
      ]),
    ]);
    const folder = join(store.home, 'segments');
    const [file] = readdirSync(folder);
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const reader = await connection.runAndReadAll(`from read_parquet('${join(folder, file as string)}')`);
    expect(reader.columnNames()).toEqual([
      'series',
      'source',
      'date',
      'time',
      'value',
      'known_at',
      'rule',
      'flags',
      'load',
    ]);
    expect(reader.getRows()).toEqual([
      ['a', 'binance:BTCUSDT', 1, 172_800_000n, 0.1, 172_800_000n, 'release', 0, 1],
      ['a', 'binance:BTCUSDT', 1, 172_800_000n, null, 345_600_000n, 'withdrawn', 5, 1],
      ['b', 'binance:BTCUSDT', 1, 172_800_000n, 2, 172_800_000n, 'release', 0, 1],
    ]);
    connection.closeSync();
    instance.closeSync();
  });

  it('holds long runs and short ones, of many series, through the rebuilding of its image', async () => {
    const { rmSync } = await import('node:fs');
    const store = await openTest(newFolder());
    const lengths = [1, 2047, 2048, 2049, 3, 5000, 1];
    const all = Array.from({ length: 42 }, (_, s) =>
      columnsOf(
        `s${s}`,
        Array.from({ length: lengths[s % lengths.length] as number }, (_, i) => ({
          date: i,
          value: s + i / 7,
        })),
        `p:${s % 3}`,
      ),
    );
    await loadAll(store, all);
    const ids = all.map((one) => one.series);
    const before = await (await store.asOf(1e15)).seriesMany(ids);
    for (const [s, one] of all.entries()) expect(before.get(`s${s}`)?.values).toEqual(one.values);
    rmSync(join(store.home, 'cache'), { recursive: true });
    const again = await openTest(store.home);
    expect(await (await again.asOf(1e15)).seriesMany(ids)).toEqual(before);
    expect(await again.existing(['s5'])).toEqual(new Map([['s5', [all[5]]]]));
  });
});
