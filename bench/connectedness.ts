/**
 * K4 (rolling Diebold–Yilmaz connectedness, N = 10, VAR(2), H = 10, window 200, T = 2500) and K5 (TVP-VAR connectedness, N = 8, T = 2000) against a
 * plain TypeScript, numpy and C, each when it is found, alternating in one run.
 * `node --import tsx bench/connectedness.ts [--json] [K4|K5]`; prints medians of CPU time and ratios.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stream } from '../src/math/random.ts';
import { isAbsent } from '../src/measures/connectedness/absence.ts';
import { totalOf } from '../src/measures/connectedness/connectedness-table.ts';
import { rollingConnectedness, sharesOfWindow } from '../src/measures/connectedness/rolling-connectedness.ts';
import { tvpVarConnectedness } from '../src/measures/connectedness/tvp-var-connectedness.ts';
import { tvpVarByMatrices } from '../test/measures/connectedness/tvp-var-by-matrices.ts';

const ROUNDS = 7;
/** Rounds before them that let the compiler settle and do not count. */
const WARM = 3;
const here = join(dirname(fileURLToPath(import.meta.url)), 'connectedness');

interface Timed {
  readonly ms: number;
  /** Last total connectedness, so that rivals are seen to compute the same. */
  readonly total: number;
}

interface Rival {
  readonly name: string;
  readonly run: () => Timed | undefined;
}

interface Kernel {
  readonly id: string;
  readonly title: string;
  readonly rivals: readonly Rival[];
}

const folder = mkdtempSync(join(tmpdir(), 'tidemark-bench-'));
try {
  const native = compile();
  const wanted = process.argv.slice(2).filter((word) => /^K\d+$/.test(word));
  const kernels = [k4(native), k5(native)].filter(({ id }) => wanted.length === 0 || wanted.includes(id));
  const results = kernels.map(measure);
  if (process.argv.includes('--json')) console.log(JSON.stringify(results, null, 2));
  else for (const result of results) print(result);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function k4(native: string | undefined): Kernel {
  const [T, n, window, lag, horizon] = [2500, 10, 200, 2, 10];
  const { columns, file } = input(T, n, 'k4');
  const options = { window, lag, horizon };
  const sizes = [T, n, window, lag, horizon].map(String);
  return {
    id: 'K4',
    title: `rolling connectedness, T=${T}, N=${n}, VAR(${lag}), H=${horizon}, w=${window}`,
    rivals: [
      {
        name: 'TypeScript',
        run: () =>
          timed(() => {
            const total = new Float64Array(T);
            rollingConnectedness(columns, options, (t, shares) => {
              if (!isAbsent(shares)) total[t] = totalOf(shares, n);
            });
            return total[T - 1]!;
          }),
      },
      {
        name: 'plain TypeScript',
        run: () =>
          timed(() => {
            let total = Number.NaN;
            for (let t = window - 1; t < T; t++) {
              const shares = sharesOfWindow(columns, t, options);
              if (!isAbsent(shares)) total = totalOf(shares, n);
            }
            return total;
          }),
      },
      outside('numpy', '/usr/bin/python3', [join(here, 'rolling.py'), file, ...sizes]),
      outside('C', native, ['k4', file, ...sizes]),
    ],
  };
}

function k5(native: string | undefined): Kernel {
  const [T, n, training, horizon, kappa1, kappa2] = [2000, 8, 250, 10, 0.99, 0.99];
  const { columns, file } = input(T, n, 'k5');
  const options = { training, horizon, kappa1, kappa2, lag: 1, prior: 'least-squares' } as const;
  const sizes = [T, n, training, horizon, kappa1, kappa2].map(String);
  const last = (run: typeof tvpVarConnectedness) => () =>
    timed(() => {
      const total = new Float64Array(T);
      run(columns, options, (t, shares) => {
        if (!isAbsent(shares)) total[t] = totalOf(shares, n);
      });
      return total[T - 1]!;
    });
  return {
    id: 'K5',
    title: `TVP-VAR connectedness, T=${T}, N=${n}, VAR(1), H=${horizon}`,
    rivals: [
      { name: 'TypeScript', run: last(tvpVarConnectedness) },
      { name: 'plain TypeScript', run: last(tvpVarByMatrices) },
      outside('numpy', '/usr/bin/python3', [join(here, 'tvp.py'), file, ...sizes]),
      outside('C', native, ['k5', file, ...sizes]),
    ],
  };
}

/** Autoregressive series with correlated errors, written as rows of float64 too. */
function input(T: number, n: number, name: string): { columns: Float64Array[]; file: string } {
  const random = stream(5);
  const columns = Array.from({ length: n }, () => new Float64Array(T));
  const rows = new Float64Array(T * n);
  for (let t = 0; t < T; t++) {
    const common = random.normal();
    for (let i = 0; i < n; i++) {
      const before = t > 0 ? 0.3 * columns[i]![t - 1]! + 0.15 * columns[(i + 1) % n]![t - 1]! : 0;
      columns[i]![t] = before + 0.6 * common + random.normal();
      rows[t * n + i] = columns[i]![t]!;
    }
  }
  const file = join(folder, `${name}.f64`);
  writeFileSync(file, new Uint8Array(rows.buffer));
  return { columns, file };
}

function compile(): string | undefined {
  const path = join(folder, 'native');
  const flags = ['-O3', '-march=native', '-ffast-math'];
  const built = spawnSync(process.env.CC ?? 'gcc', [...flags, '-o', path, join(here, 'native.c'), '-lm']);
  return built.status === 0 ? path : undefined;
}

function timed(work: () => number): Timed {
  const before = process.cpuUsage();
  const total = work();
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1e3, total };
}

/** A rival in its own process, which prints its CPU time and last total. */
function outside(name: string, command: string | undefined, args: readonly string[]): Rival {
  return {
    name,
    run: () => {
      if (command === undefined) return undefined;
      const env = { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };
      const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', env });
      if (status !== 0) return undefined;
      const [ms, total] = stdout.trim().split(' ').map(Number);
      return { ms: ms!, total: total! };
    },
  };
}

function measure({ id, title, rivals }: Kernel) {
  const times = new Map<string, number[]>();
  const totals = new Map<string, number>();
  for (let round = -WARM; round < ROUNDS; round++) {
    for (const { name, run } of rivals) {
      const found = run();
      if (!found || round < 0) continue;
      times.set(name, [...(times.get(name) ?? []), found.ms]);
      totals.set(name, found.total);
    }
  }
  const ours = median(times.get('TypeScript')!);
  return {
    id,
    title,
    rows: [...times].map(([name, all]) => ({
      name,
      ms: median(all),
      ratio: median(all) / ours,
      difference: Math.abs(totals.get(name)! - totals.get('TypeScript')!),
    })),
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function print({ id, title, rows }: ReturnType<typeof measure>): void {
  console.log(`${id} ${title}`);
  for (const { name, ms, ratio, difference } of rows) {
    const times = `${ms.toFixed(1).padStart(9)} ms CPU ${ratio.toFixed(2).padStart(8)} x ours`;
    console.log(`  ${name.padEnd(18)}${times}   last total differs by ${difference.toExponential(1)}`);
  }
}
