import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { readCsv } from '../src/data/import/csv.ts';
import { LOOKUPS } from '../src/data/import/import-path.ts';
import { readInput } from '../src/data/import/read-input.ts';
import { settleFiles } from '../src/data/import/settle-files.ts';
import { openPlainFile } from '../src/data/sources/plain-file.ts';

// Reading a large CSV file of minute bars, against pandas in the same run: `node --import tsx bench/import.ts [rows] [python]`.
const ASKED = process.argv.slice(2).filter((word) => word !== '--json');
const ROWS = Number(ASKED[0] ?? 1_000_000);
const PYTHON = ASKED[1] ?? '/usr/bin/python3';
const ROUNDS = 5;
const NOW = Date.UTC(2026, 0, 1);

/** Minute bars of a random walk, seeded, written to eight significant digits as exchanges do. */
function bars(rows: number): string {
  const random = xoroshiro128plus(20251010);
  const unit = () => (random.next() >>> 0) / 2 ** 32;
  const lines = ['time,open,high,low,close,volume'];
  let price = 60_000;
  for (let i = 0; i < rows; i++) {
    const open = price;
    price *= 1 + (unit() - 0.5) * 0.001;
    const time = new Date(Date.UTC(2020, 0, 1) + i * 60_000).toISOString().slice(0, 19);
    const high = Math.max(open, price) * (1 + unit() * 0.0003);
    const low = Math.min(open, price) * (1 - unit() * 0.0003);
    lines.push(
      `${time}Z,${open.toFixed(2)},${high.toFixed(2)},${low.toFixed(2)},${price.toFixed(2)},${(unit() * 40).toFixed(6)}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** Processor time, in milliseconds: on a shared machine the wall clock measures the others. */
function processorMs(): number {
  return process.cpuUsage().user / 1000;
}

/** Milliseconds of reading the file into typed columns: what pandas is asked for. */
async function parse(path: string): Promise<number> {
  const start = processorMs();
  const file = readCsv(await readFile(path), path);
  file.instants(0);
  for (let column = 1; column < file.header.length; column++) file.numbers(column);
  return processorMs() - start;
}

/** Milliseconds of the whole way to rows that the store takes: parsed, tested row by row, labelled, dated, jumps judged. */
async function prepare(path: string): Promise<number> {
  const start = processorMs();
  const { file } = await openPlainFile(path, { as: 'btc-minute', unit: 'usd' }, LOOKUPS);
  const read = await readInput(file, { cut: undefined, now: NOW }, LOOKUPS, () => {});
  let rows = 0;
  for (const columns of settleFiles([read], new Map(), NOW, () => {})) rows += columns.times.length;
  if (rows < ROWS * 4) throw new Error(`only ${rows} values arrived`);
  return processorMs() - start;
}

const SCRIPT = `
import sys, time, pandas as pd
start = time.process_time()
frame = pd.read_csv(sys.argv[1])
frame['time'] = pd.to_datetime(frame['time'])
print((time.process_time() - start) * 1000)
`;

function pandas(path: string): number {
  return Number(execFileSync(PYTHON, ['-c', SCRIPT, path], { encoding: 'utf8' }));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

const folder = mkdtempSync(join(tmpdir(), 'tidemark-bench-'));
try {
  const path = join(folder, 'bars.csv');
  writeFileSync(path, bars(ROWS));
  const times: Record<string, number[]> = { parse: [], prepare: [], pandas: [] };
  for (let round = 0; round < ROUNDS; round++) {
    times.parse?.push(await parse(path));
    times.prepare?.push(await prepare(path));
    if (existsSync(PYTHON)) times.pandas?.push(pandas(path));
  }
  const rival = median(times.pandas ?? []);
  const named = {
    parse: 'parse into columns',
    prepare: 'whole way to stored rows',
    pandas: 'pandas read_csv + to_datetime',
  };
  if (process.argv.includes('--json')) {
    const rows = Object.entries(named).map(([key, name]) => ({
      name,
      ms: median(times[key] ?? []),
      runs: ROUNDS,
    }));
    console.log(JSON.stringify(rows.filter(({ ms }) => ms > 0)));
  } else {
    console.log(
      `${ROWS.toLocaleString('en-US')} minute bars, median of ${ROUNDS} alternating runs, processor time`,
    );
    for (const [key, name] of Object.entries(named)) {
      const ms = median(times[key] ?? []);
      console.log(
        `  ${name.padEnd(30)} ${ms.toFixed(0).padStart(6)} ms  ${(ms / rival).toFixed(2)} × pandas`,
      );
    }
    console.log(`  peak memory of this process    ${(process.resourceUsage().maxRSS / 1e3).toFixed(0)} MB`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
