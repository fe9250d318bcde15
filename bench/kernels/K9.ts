import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Result } from '../frame/measure.ts';

/** What `bench/store.ts` and `bench/import.ts` print with --json. */
interface Part {
  readonly name: string;
  readonly ms: number;
  readonly runs: number;
}

/** The store and the import, each in a process of its own, since memory counts there. */
export function K9(): Result[] {
  const store = run('store.ts', ['--expose-gc'], []);
  const read = run('import.ts', [], []);
  return [
    {
      id: 'K9a',
      title: 'Observations to an as-of panel',
      size: '5,000,000 observations, 200 series, panel 4,000 × 200',
      goal: 'own image ≤ 0.1 × pandas, append ≤ 1.0 × DuckDB read_csv',
      standings: standings(store),
    },
    {
      id: 'K9b',
      title: 'Reading a CSV file of minute bars',
      size: '1,000,000 bars, six columns',
      goal: '≤ 0.5 × pandas',
      standings: standings(read),
    },
  ];
}

function run(script: string, flags: readonly string[], rest: readonly string[]): Part[] {
  const args = [...flags, '--import', 'tsx', join(import.meta.dirname, '..', script), '--json', ...rest];
  const out = execFileSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(out.trim().split('\n').at(-1)!);
}

function standings(parts: readonly Part[]) {
  return parts.map(({ name, ms, runs }) => ({
    name,
    ms,
    runs,
    native: undefined,
    ours: ms / parts[0]!.ms,
    difference: null,
  }));
}
