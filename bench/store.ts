/**
 * The store on 5 million observations (200 series, 4,000 dates, six or seven vintages a value), against pandas and DuckDB in one run.
 * `node --expose-gc --import tsx bench/store.ts [--rows 5000000]`; prints medians of CPU time and ratios.
 * What came out: docs/decisions/0002-store.md.
 */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { SILENT_PROGRESS } from '../src/data/effects.ts';
import type { ObservationColumns } from '../src/data/observation.ts';
import { openStore } from '../src/data/store/open.ts';
import type { Store } from '../src/data/store/store.ts';
import { MS_PER_DAY } from '../src/data/time.ts';
import { entryFor } from '../test/data/store/rows.ts';

const SERIES = 200;
const DATES = 4000;
const asked = process.argv.indexOf('--rows');
const ROWS = asked < 0 ? 5_000_000 : Number(process.argv[asked + 1]);
const FIRST_DATE = 15_000;
const INSTANT = (FIRST_DATE + DATES + 20) * MS_PER_DAY;
const ROUNDS = 7;
const PYTHON = '/usr/bin/python3';

const effects = { now: () => 0, log: () => undefined, progress: () => SILENT_PROGRESS };
const folder = mkdtempSync(join(tmpdir(), 'tidemark-bench-'));
const [mode, place] = process.argv.slice(-2) as [string, string];
try {
  if (mode === '--fill') console.log(JSON.stringify(await fill(place)));
  else if (mode === '--read') console.log(JSON.stringify(await reads(place)));
  else await run();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function run(): Promise<void> {
  const csv = join(folder, 'rows.csv');
  writeCsv(csv);
  const home = join(folder, 'home');
  const fills = [1, 2, 3].map(() => apart<Filled>('--fill', home)).sort((a, b) => a.append - b.append);
  const { append, wall, peak } = fills[1] as Filled;
  const { first, warm, early, version } = apart<Read>('--read', home);
  rmSync(join(home, 'cache'), { recursive: true });
  const rebuilding = await open(home);
  const rebuild = await timed(async () => await panel(rebuilding, INSTANT));
  if ((await rebuilding.asOf(INSTANT)).dataVersion !== version) throw new Error('the versions differ');
  await rebuilding.close();
  const readCsv = await duckReadCsv(csv);
  const pandas = pandasTimes(csv);
  const cut = pandas['groupby last'];
  const rows: [string, number, string][] = [
    ['append, durable, image included', append, ratio(append, readCsv, 'DuckDB read_csv')],
    ['DuckDB read_csv into a table', readCsv, ''],
    ['as-of panel, first in a process', first, ratio(first, cut, 'pandas')],
    ['as-of panel, again', warm, ratio(warm, cut, 'pandas')],
    ['as-of panel half way back', early, ratio(early, cut, 'pandas')],
    ['as-of panel, images made anew', rebuild, ratio(rebuild, cut, 'pandas')],
    ...Object.entries(pandas).map(([name, ms]): [string, number, string] => [`pandas ${name}`, ms, '']),
  ];
  if (process.argv.includes('--json')) {
    console.log(
      JSON.stringify(rows.map(([name, ms]) => ({ name, ms, runs: ROUNDS })).filter(({ ms }) => ms > 0)),
    );
    return;
  }
  console.log(`${ROWS} rows, ${SERIES} series, panel ${DATES} x ${SERIES}, version ${version}`);
  for (const [name, ms, note] of rows)
    console.log(`${name.padEnd(40)}${ms.toFixed(0).padStart(7)} ms CPU  ${note}`);
  console.log(
    `segments ${megabytes(join(home, 'segments'))} MB, images ${megabytes(join(home, 'cache'))} MB`,
  );
  console.log(`peak memory of the append ${peak.toFixed(0)} MB; it took ${wall.toFixed(0)} ms by the clock`);
}

interface Filled {
  readonly append: number;
  readonly wall: number;
  readonly peak: number;
}

interface Read {
  readonly first: number;
  readonly warm: number;
  readonly early: number;
  readonly version: string;
}

/** A part of this bench in a process of its own. */
function apart<T>(...part: [string, string]): T {
  const [script, ...rest] = process.argv.slice(1) as [string, ...string[]];
  return JSON.parse(
    execFileSync(process.execPath, [...process.execArgv, script, ...rest, ...part]).toString(),
  );
}

/** What a process that only reads needs. */
async function reads(home: string): Promise<Read> {
  const store = await open(home);
  const first = await timed(async () => await panel(store, INSTANT));
  const warm = await repeat(async () => await panel(store, INSTANT));
  const early = await repeat(async () => await panel(store, INSTANT - (DATES / 2) * MS_PER_DAY));
  const version = (await store.asOf(INSTANT)).dataVersion;
  await store.close();
  return { first, warm, early, version };
}

function open(home: string): Promise<Store> {
  return openStore({ home, effects, entry: (id) => entryFor(id) });
}

/** CPU milliseconds of the store alone: the rows are made between the calls. */
async function fill(home: string): Promise<Filled> {
  rmSync(home, { recursive: true, force: true });
  const store = await open(home);
  const load = await store.beginLoad('bench');
  let [append, wall] = [0, 0];
  const spend = async (act: () => Promise<unknown>): Promise<void> => {
    const from = performance.now();
    append += await timed(act);
    wall += performance.now() - from;
  };
  for (let s = 0; s < SERIES; s++) {
    const rows = columns(s);
    await spend(async () => await load.add(rows));
  }
  await spend(async () => await load.commit());
  await store.close();
  return { append, wall, peak: process.resourceUsage().maxRSS / 1024 };
}

async function panel(store: Store, instant: number): Promise<void> {
  const view = await store.asOf(instant);
  const made = await view.panel({ ids: Array.from({ length: SERIES }, (_, s) => `series-${s}`) });
  if (made.columns.length !== SERIES || made.dates.length === 0) throw new Error('no panel');
}

function columns(s: number): ObservationColumns {
  const n = Math.floor(ROWS / SERIES);
  const random = xoroshiro128plus(s + 1);
  const dates = new Int32Array(n);
  const values = new Float64Array(n);
  const knownAt = new Float64Array(n);
  let price = 100;
  for (let i = 0, vintage = 0; i < n; i++) {
    dates[i] = FIRST_DATE + Math.floor((i * DATES) / n);
    vintage = dates[i] === dates[i - 1] ? vintage + 1 : 0;
    price *= 1 + (random.next() / 2 ** 31) * 0.01;
    values[i] = price;
    knownAt[i] = ((dates[i] as number) + 1 + vintage * 7) * MS_PER_DAY;
  }
  return {
    series: `series-${s}`,
    source: 'binance:BTCUSDT',
    dates,
    times: Float64Array.from(dates, (date) => (date + 1) * MS_PER_DAY),
    values,
    knownAt,
    flags: new Uint16Array(n),
    rules: new Uint8Array(n),
  };
}

function writeCsv(path: string): void {
  const file = openSync(path, 'w');
  writeSync(file, 'series,source,date,time,value,known_at\n');
  for (let s = 0; s < SERIES; s++) {
    const { series, source, dates, times, values, knownAt } = columns(s);
    const lines: string[] = [];
    for (let i = 0; i < dates.length; i++) {
      lines.push(`${series},${source},${dates[i]},${times[i]},${values[i]},${knownAt[i]}\n`);
    }
    writeSync(file, lines.join(''));
  }
  closeSync(file);
}

async function duckReadCsv(path: string): Promise<number> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  const ms = await repeat(async () => {
    await connection.run(`create or replace table rows as select * from read_csv('${path}')`);
  }, 3);
  connection.closeSync();
  instance.closeSync();
  return ms;
}

/** The same question put to a frame that is in memory and sorted already: cut at the instant, last known a date, as a matrix. */
function pandasTimes(path: string): Record<string, number> {
  const script = `
import json, time, sys
import pandas as pd
df = pd.read_csv(sys.argv[1])
df['series'] = df['series'].astype('category')
cut = int(sys.argv[2])
def median(f):
    times = []
    for _ in range(${ROUNDS}):
        t = time.process_time(); f(); times.append((time.process_time() - t) * 1000)
    return sorted(times)[len(times) // 2]
def groupby():
    known = df[df.known_at <= cut]
    return known.groupby(['series', 'date'], observed=True).value.last().unstack(0)
def pivot():
    known = df[df.known_at <= cut].drop_duplicates(['series', 'date'], keep='last')
    return known.pivot(index='date', columns='series', values='value')
print(json.dumps({'groupby last': median(groupby), 'drop_duplicates + pivot': median(pivot)}))
`;
  try {
    return JSON.parse(execFileSync(PYTHON, ['-c', script, path, String(INSTANT)]).toString());
  } catch (error) {
    console.log(`no pandas: ${String(error).split('\n')[0]}`);
    return { 'groupby last': Number.NaN };
  }
}

/** CPU milliseconds of all threads of this process, which other work on the machine disturbs least. */
async function timed(act: () => Promise<unknown>): Promise<number> {
  const from = process.cpuUsage();
  await act();
  const spent = process.cpuUsage(from);
  return (spent.user + spent.system) / 1000;
}

async function repeat(act: () => Promise<unknown>, rounds = ROUNDS): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) times.push(await timed(act));
  return times.sort((a, b) => a - b)[times.length >> 1] as number;
}

function ratio(ms: number, rival: number, name: string): string {
  return `${(ms / rival).toFixed(2)} x ${name}`;
}

function megabytes(path: string): string {
  return (readdirSync(path).reduce((sum, name) => sum + statSync(join(path, name)).size, 0) / 1e6).toFixed(1);
}
