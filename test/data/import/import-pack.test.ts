import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/data/errors.ts';
import { openDataPack } from '../../../src/data/sources/data-pack.ts';
import { LOOKUPS } from './fakes.ts';
import { importPack, importText, refusals, rowsOf, valuesOf, writePack } from './pack-folder.ts';

describe('the tests of a row', () => {
  it('refuses what is no date, no number or not finite, and keeps the rest', async () => {
    const text =
      'date,value\n2026-01-05,1\n05/01/2026,2\n2026-01-06,abc\n2026-01-07,1e400\n2026-01-08,NaN\n2026-01-09,"1,000"\n2026-01-12,\n2026-01-13,2\n';
    const { store, summary } = await importText('DGS10', 'percent', text);
    expect(valuesOf(store, 'us-10y')).toEqual([0.01, 0.02]);
    expect(refusals(store).sort()).toEqual([
      'non-finite 5',
      'non-finite 6',
      'unparseable-date 3',
      'unparseable-value 4',
      'unparseable-value 7',
    ]);
    expect(summary.quarantined).toEqual({ 'unparseable-date': 1, 'unparseable-value': 2, 'non-finite': 2 });
  });

  it('refuses rows that are too long or too short', async () => {
    const { store } = await importText(
      'DGS10',
      'percent',
      'date,value\n2026-01-05\n2026-01-06,2,3\n2026-01-07,4\n',
    );
    expect(refusals(store)).toEqual(['wrong-column-count 2', 'wrong-column-count 3']);
    expect(valuesOf(store, 'us-10y')).toEqual([0.04]);
  });

  it('refuses a date after the cut of the pack', async () => {
    const { store } = await importText('DGS10', 'percent', 'date,value\n2026-02-27,4\n2026-03-02,5\n');
    expect(refusals(store)).toEqual(['future-date 3']);
  });

  it('refuses a date after the import when the pack has no cut', async () => {
    const root = writePack(
      [{ id: 'DGS10', unit: 'percent', text: 'date,value\n2026-10-30,4\n2026-11-02,5\n' }],
      {},
      '',
    );
    expect(refusals((await importPack(root)).store)).toEqual(['future-date 3']);
  });

  it('keeps the first of two values of one date', async () => {
    const { store } = await importText(
      'DGS10',
      'percent',
      'date,value\n2026-01-06,2\n2026-01-05,1\n2026-01-06,3\n',
    );
    expect(valuesOf(store, 'us-10y')).toEqual([0.01, 0.02]);
    expect(refusals(store)).toEqual(['duplicate-date 4']);
  });

  it('refuses a weekend value of a business series, and a holiday value of an exchange', async () => {
    const oas = await importText('BAMLH0A0HYM2', 'percent', 'date,value\n2026-01-30,2.9\n2026-01-31,2.88\n');
    expect(refusals(oas.store)).toEqual(['not-a-session 3']);
    // 16 February 2026 was Washington's Birthday.
    const vix = await importText(
      'VIXCLS',
      'index',
      'date,value\n2026-02-13,20\n2026-02-16,21\n2026-02-17,22\n',
    );
    expect(refusals(vix.store)).toEqual(['not-a-session 3']);
  });

  it('takes a weekend that is written down blank for no value', async () => {
    const { store } = await importText(
      'BAMLH0A0HYM2',
      'percent',
      'date,value\n2026-01-30,2.9\n2026-01-31,\n',
    );
    expect(store.quarantined).toEqual([]);
  });

  it('keeps Saturday sessions that were sessions', async () => {
    // Tokyo traded on Saturdays until January 1989: 1988-12-24 was one, 1990-01-06 was not.
    const { store } = await importText(
      'NIKKEI225',
      'index',
      'date,value\n1988-12-23,29690\n1988-12-24,29800\n1990-01-06,38000\n',
    );
    expect(valuesOf(store, 'nikkei-225')).toEqual([29690, 29800]);
    expect(refusals(store)).toEqual(['not-a-session 4']);
  });
});

describe('the tests of a bar', () => {
  const head = 'date,open,high,low,close,volume\n';
  const bar = (row: string) => importText('ohlcv/GC', 'USD/oz', head + row, { file: 'market/GC.csv' });

  it('keeps open, close and volume of a bar whose high and low do not enclose them', async () => {
    const { store } = await bar('2026-01-05,100,101,99,105,7\n2026-01-06,100,102,99,101,8\n');
    expect(valuesOf(store, 'gold-front')).toEqual([105, 101]);
    expect(valuesOf(store, 'gold-front.open')).toEqual([100, 100]);
    expect(valuesOf(store, 'gold-front.high')).toEqual([102]);
    expect(valuesOf(store, 'gold-front.low')).toEqual([99]);
    expect(valuesOf(store, 'gold-front.volume')).toEqual([7, 8]);
    expect(refusals(store)).toEqual(['not-enclosing 2']);
  });

  it('refuses a bar whose high is below its low', async () => {
    const { store } = await bar('2026-01-05,100,98,99,99,7\n2026-01-06,100,102,99,101,8\n');
    expect(valuesOf(store, 'gold-front')).toEqual([101]);
    expect(refusals(store)).toEqual(['high-below-low 2']);
  });

  it('takes a blank cell for no value, which contradicts nothing', async () => {
    const { store } = await bar('2026-01-05,,101,99,100,\n2026-01-06,100,,99,101,8\n');
    expect(valuesOf(store, 'gold-front')).toEqual([100, 101]);
    expect(valuesOf(store, 'gold-front.high')).toEqual([101]);
    expect(store.quarantined).toEqual([]);
  });

  it('refuses one cell of a bar alone', async () => {
    const { store } = await bar('2026-01-05,100,101,99,x,7\n');
    expect(valuesOf(store, 'gold-front.open')).toEqual([100]);
    expect(valuesOf(store, 'gold-front')).toEqual([]);
    expect(refusals(store)).toEqual(['unparseable-value 2']);
  });

  it('times an intraday bar by its close and knows it from then', async () => {
    const text = 'time,open,high,low,close,volume\n2026-02-05T20:00:00Z,1,2,1,2,5\n';
    const { store } = await importText('btcusdt_elsewhere_4h', 'USDT', text, {
      frequency: '4h (bar open time, UTC)',
    });
    const [columns] = store.rows.filter(({ series }) => series === 'btcusdt-elsewhere-4h');
    expect([columns?.times[0], columns?.knownAt[0]]).toEqual([Date.UTC(2026, 1, 6), Date.UTC(2026, 1, 6)]);
    expect(columns?.dates[0]).toBe(Date.UTC(2026, 1, 5) / 86_400_000);
  });

  it('moves a midnight price to the day that it closed', async () => {
    const { store } = await importText(
      'btc_coingecko_1d',
      'USD',
      'date,price,market_cap,total_volume\n2026-02-06,62000,,\n',
      { frequency: 'daily (00:00 UTC snapshot)' },
    );
    expect(rowsOf(store, 'btc-usd')).toEqual(['2026-02-05 62000 2026-02-06T00:00Z']);
  });
});

describe('units', () => {
  it('are converted once, at the edge', async () => {
    const { store } = await importText('RRPONTSYD', 'USD billions', 'date,value\n2026-01-05,3.25\n');
    const [columns] = store.rows;
    expect([...(columns?.values ?? [])]).toEqual([3_250_000_000]);
  });

  it('that the table does not have refuse the column, with its name and unit, and nothing else', async () => {
    const root = writePack([
      { id: 'DGS10', unit: 'furlongs', text: 'date,value\n2026-01-05,1\n' },
      { id: 'DGS2', unit: 'percent', text: 'date,value\n2026-01-05,2\n' },
    ]);
    const { store, summary } = await importPack(root);
    expect(summary.refusedColumns).toEqual([
      { series: 'us-10y', column: 'value', why: 'unit "furlongs" is not in the table of units' },
    ]);
    expect(summary.quarantined).toEqual({ 'unknown-unit': 1 });
    expect(valuesOf(store, 'us-2y')).toEqual([0.02]);
  });

  it('that are not what the catalogue says refuse the column, with both named', async () => {
    await expect(importText('DGS10', 'USD millions', 'date,value\n2026-01-05,1\n')).rejects.toThrow(
      'us-10y: the file says "USD millions" (usd-mn), the catalogue says percent-per-year',
    );
  });

  it('of a volume are tested like any other', async () => {
    const text = 'date,open,high,low,close,volume\n2026-01-05,1,2,1,2,5\n';
    const { store, summary } = await importText('btcusdt_binance_1d', 'USDT (volume in USD)', text);
    expect(summary.refusedColumns.map(({ series }) => series)).toEqual(['btc-usd.volume']);
    expect(valuesOf(store, 'btc-usd')).toEqual([2]);
  });
});

describe('files without a place in the catalogue', () => {
  it('are kept under their own id, a series a column and a combination of keys', async () => {
    const text =
      'time,coin,exchange,rate\n2020-01-01T00:00:00Z,BTC,nowhere,0.0001\n2020-01-01T08:00:00Z,BTC,nowhere,0.0002\n2020-01-01T00:00:00Z,XYZ,nowhere,0.0003\n';
    const { store, summary } = await importText('funding_elsewhere', 'rate per 8h', text, {
      frequency: '8h (settlement time, UTC)',
    });
    expect(summary.uncatalogued).toEqual(['funding-elsewhere.btc.nowhere', 'funding-elsewhere.xyz.nowhere']);
    expect(valuesOf(store, 'funding-elsewhere.btc.nowhere')).toEqual([0.0001, 0.0002]);
    expect(store.described.map(({ id }) => id)).toEqual(summary.uncatalogued);
  });

  it('have one series a numeric column, the main one without a suffix', async () => {
    const { store } = await importText(
      'Some File/X',
      'USD',
      'date,close,market_cap,trades\n2026-01-05,1,2,3\n',
    );
    expect(store.rows.map(({ series, values }) => [series, values[0]])).toEqual([
      ['some-file-x', 1],
      ['some-file-x.market-cap', 2],
      ['some-file-x.trades', 3],
    ]);
  });

  it('are known late enough for any publisher', async () => {
    const monthly = await importText('OWN_INDEX', 'index', 'date,value\n2026-01-01,1\n', {
      frequency: 'monthly',
    });
    expect(rowsOf(monthly.store, 'own-index')).toEqual(['2026-01-01 1 2026-03-17T23:59Z']);
    const daily = await importText('OWN_DAILY', 'index', 'date,value\n2026-01-05,1\n');
    expect(rowsOf(daily.store, 'own-daily')).toEqual(['2026-01-05 1 2026-01-06T00:00Z']);
  });
});

describe('tables', () => {
  it('are files with words that are no key, row by row, known at the stamp or at the end of the day', async () => {
    const root = writePack([
      {
        id: 'odds',
        unit: 'probability 0-1',
        text: 'time,event,yes_price\n2026-02-11T11:58:12Z,"cut, or not",0.5\n2026-02-11T11:58:12Z,hold,\n',
      },
      { id: 'news', unit: 'text', text: 'date,topic,text\n2026-02-05,oi,"a ""quoted"" line"\nx,oi,b\n' },
    ]);
    const { store, summary } = await importPack(root);
    expect(summary.tables).toEqual(['news', 'odds']);
    const at = Date.UTC(2026, 1, 11, 11, 58, 12);
    expect(store.tables[0]?.rows).toEqual([
      {
        date: Math.floor(at / 86_400_000),
        time: at,
        knownAt: at,
        cells: { event: 'cut, or not', yes_price: 0.5 },
      },
      { date: Math.floor(at / 86_400_000), time: at, knownAt: at, cells: { event: 'hold', yes_price: null } },
    ]);
    expect(store.tables[1]?.rows.map(({ knownAt, cells }) => [knownAt, cells.text])).toEqual([
      [Date.UTC(2026, 1, 6), 'a "quoted" line'],
    ]);
    expect(refusals(store)).toEqual(['unparseable-date 3']);
  });

  it('lose the rows that hold a value which the manifest calls frozen', async () => {
    const text =
      'time,percent,depth_btc,notional_usdt\n2025-10-10T21:00:00Z,-1,500,60000000\n2025-10-10T21:25:00Z,-1,17.654,2142547.0931\n2025-10-10T21:25:00Z,-2,17.654,9\n';
    const { store } = await importText(
      'btcusdt_binance_bookdepth_20251010',
      'BTC and USDT (cumulative)',
      text,
      {
        frequency: 'about 30 s, UTC',
        known_problems:
          'the value 17.654 BTC / 2142547.0931 USDT is repeated in buckets: a frozen feed value',
      },
    );
    expect(store.tables[0]?.rows.length).toBe(2);
    expect(store.tables[0]?.rows[0]?.cells.percent).toBe(-0.01);
    expect(refusals(store)).toEqual(['frozen-value 3']);
  });
});

describe('frozen values of a series', () => {
  it('are missing on the days that the manifest names', async () => {
    const { store } = await importText(
      'MOVE',
      'index',
      'date,value\n2013-01-18,60\n2013-01-22,61.89\n2013-01-23,62\n',
      {
        known_problems:
          'Yahoo carries a stale value on 2 days where a copy differs: 2013-01-22, 2013-02-27; notably 2023-03-15 is off.',
      },
    );
    expect(valuesOf(store, 'move').length).toBe(2);
    expect(refusals(store)).toEqual(['frozen-value 3']);
  });
});

describe('days on which no fund reported', () => {
  it('are kept and marked suspect when every fund and the total are zero', async () => {
    const text = 'date,ETHA,total\n2026-01-05,1.5,1.5\n2026-01-06,0,0\n';
    const { store } = await importText('eth_etf_flows', 'USD million', text, {
      frequency: 'US trading days',
    });
    const flags = store.rows.flatMap(({ flags: bits }) => [...bits]);
    expect(flags).toEqual([0, 4, 0, 4]);
  });
});

describe('vintages', () => {
  it('date the first value by its release and every other value by its vintage', async () => {
    const root = writePack(
      [
        {
          id: 'UNRATE',
          unit: 'percent',
          frequency: 'monthly',
          text: 'date,value\n2021-05-01,5.9\n',
          seen: '2026-08-21T20:00:00Z',
        },
      ],
      {
        UNRATE:
          'vintage_seen,date,value\n2026-03-22,2021-05-01,5.8\n2026-03-22,2021-05-01,5.8\n2026-05-10,2021-05-01,5.7\nx,2021-05-01,5\n',
      },
    );
    const { store } = await importPack(root);
    const rows = store.rows.flatMap(({ values, knownAt }) =>
      Array.from(values, (value, i) => [value, new Date(knownAt[i] as number).toISOString()]),
    );
    expect(rows.slice(1)).toEqual([
      [0.057, '2026-05-11T00:00:00.000Z'],
      [0.059, '2026-08-21T20:00:00.000Z'],
    ]);
    expect(rows[0]?.[0]).toBe(0.058);
    expect(String(rows[0]?.[1]) < '2026').toBe(true);
    expect(refusals(store)).toEqual(['unparseable-date 5']);
  });
});

describe('a pack as a whole', () => {
  it('adds nothing when it is imported a second time', async () => {
    const root = writePack(
      [
        {
          id: 'ICSA',
          unit: 'persons',
          frequency: 'weekly',
          text: 'date,value\n2026-01-03,200000\n2026-01-10,210000\n',
          seen: '2026-08-21T20:00:00Z',
        },
      ],
      { ICSA: 'vintage_seen,date,value\n2026-03-22,2026-01-03,201000\n' },
    );
    const { store } = await importPack(root);
    const stored = store.rows.reduce((sum, { times }) => sum + times.length, 0);
    const again = await importPack(root, store);
    expect([stored, again.summary.receipt.stored]).toEqual([3, 0]);
  });

  it('reads what it can and names what it cannot', async () => {
    const root = writePack([
      { id: 'DGS10', unit: 'percent', text: 'date,value\n2026-01-05,"1\n' },
      { id: 'DGS2', unit: 'percent', text: 'date,value\n2026-01-05,2\n' },
      { id: 'DGS5', unit: 'percent', text: 'PK\u0003\u0004\u0000\u0000garbage' },
      { id: 'DGS30', unit: 'percent', text: 'when,value\n2026-01-05,2\n' },
      { id: 'DGS3MO', unit: 'percent', text: '' },
      { id: 'GONE', unit: 'percent', text: 'date,value\n' },
    ]);
    writeFileSync(
      join(root, 'manifest.json'),
      JSON.stringify({
        series: [
          ...JSON.parse(manifestOf(root)).series,
          { id: 'LOST', unit: 'percent', file: 'macro/LOST.csv' },
        ],
      }),
    );
    const { store, summary } = await importPack(root);
    expect(valuesOf(store, 'us-2y')).toEqual([0.02]);
    expect(summary.failed.map((line) => line.split(':')[0])).toEqual([
      'macro/DGS10.csv',
      'macro/DGS5.csv',
      'macro/DGS30.csv',
      'macro/DGS3MO.csv',
      'macro/LOST.csv',
    ]);
    expect(summary.failed[0]).toMatch(/line 2 is never closed/);
  });

  it('fails when nothing of it can be read', async () => {
    const root = writePack([{ id: 'DGS10', unit: 'percent', text: '' }]);
    await expect(importPack(root)).rejects.toThrow(/nothing could be read/);
  });

  it('is refused without a manifest, with a manifest that is none, and with paths that leave the folder', async () => {
    const root = writePack([]);
    await expect(openDataPack(join(root, 'nowhere'), LOOKUPS)).rejects.toThrow(
      expect.objectContaining({ exitCode: 2 }),
    );
    writeFileSync(join(root, 'manifest.json'), '{"series": [{"id": 3}]}');
    await expect(openDataPack(root, LOOKUPS)).rejects.toThrow(/series\.0\.id/);
    writeFileSync(join(root, 'manifest.json'), '{');
    await expect(openDataPack(root, LOOKUPS)).rejects.toThrow(UserError);
    writeFileSync(join(root, 'manifest.json'), '{"series": [{"id": "a", "file": "../../etc/passwd"}]}');
    await expect(importPack(root)).rejects.toThrow(/outside the pack/);
    writeFileSync(
      join(root, 'manifest.json'),
      '{"series": [{"id": "a", "file": "a"}, {"id": "a", "file": "b"}]}',
    );
    await expect(openDataPack(root, LOOKUPS)).rejects.toThrow(/stands twice/);
  });
});

function manifestOf(root: string): string {
  return JSON.stringify({
    series: ['DGS10', 'DGS2', 'DGS5', 'DGS30', 'DGS3MO', 'GONE'].map((id) => ({
      id,
      unit: 'percent',
      frequency: 'daily',
      file: join('macro', `${id}.csv`),
    })),
    root,
  });
}
