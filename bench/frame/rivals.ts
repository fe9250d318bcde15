import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Contestant, NATIVE, type Outcome } from './benchmark.ts';

const RIVALS = join(import.meta.dirname, '../rivals');
const SINGLE_THREAD = { OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };

/** T×N rows in a file, for rivals in processes of their own. */
export interface DataFile {
  readonly path: string;
  readonly rows: number;
  readonly columns: number;
}

export function writeData(workspace: string, name: string, x: Float64Array, columns: number): DataFile {
  const path = join(workspace, `${name}.f64`);
  writeFileSync(path, x);
  return { path, rows: x.length / columns, columns };
}

/** The native rival `bench/rivals/<id>.c`, when there is a compiler: for this machine, and with vectors no wider than WebAssembly's. */
export function native(workspace: string, id: string, data: DataFile): Contestant[] {
  if (!present('gcc', '--version')) return [];
  return [
    compiled(workspace, id, data, NATIVE, ['-march=native']),
    compiled(workspace, id, data, 'C with vectors of 128 bits (-msse4.2)', ['-msse4.2']),
  ];
}

function compiled(
  workspace: string,
  id: string,
  data: DataFile,
  name: string,
  flags: readonly string[],
): Contestant {
  const binary = join(workspace, `${id}${flags.join('')}`);
  const source = join(RIVALS, `${id}.c`);
  execFileSync('gcc', ['-O3', ...flags, '-ffast-math', '-o', binary, source, '-lm']);
  return { name, run: () => outcome(binary, [data.path, `${data.rows}`, `${data.columns}`]) };
}

/** Functions of `bench/rivals/<id>.py` by the names they are shown under, where Python has the modules. */
export function python(
  id: string,
  data: DataFile,
  rivals: Record<string, readonly [string, string]>,
): Contestant[] {
  const found = ['/usr/bin/python3', 'python3'].find((path) => present(path, '-c', 'import numpy'));
  if (found === undefined) return [];
  return Object.entries(rivals)
    .filter(([, [module]]) => present(found, '-c', `import ${module}`))
    .map(([name, [, run]]) => ({
      name,
      run: () =>
        outcome(found, [
          join(RIVALS, 'rival.py'),
          join(RIVALS, `${id}.py`),
          data.path,
          `${data.rows}`,
          `${data.columns}`,
          run,
        ]),
    }));
}

/** Functions of `bench/rivals/<id>.R` by the names they are shown under, where R has the packages. */
export function r(
  id: string,
  data: DataFile,
  rivals: Record<string, readonly [string, string]>,
): Contestant[] {
  return Object.entries(rivals)
    .filter(([, [library]]) => present('Rscript', '--vanilla', '-e', `loadNamespace('${library}')`))
    .map(([name, [, run]]) => ({
      name,
      run: () =>
        outcome('Rscript', [
          '--vanilla',
          join(RIVALS, 'rival.R'),
          join(RIVALS, `${id}.R`),
          data.path,
          `${data.rows}`,
          `${data.columns}`,
          run,
        ]),
    }));
}

function present(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

function outcome(command: string, args: readonly string[]): Outcome {
  const env = { ...process.env, ...SINGLE_THREAD };
  return JSON.parse(
    execFileSync(command, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  );
}
