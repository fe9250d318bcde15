import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type CascadeBook, simulateBookCascade as plain } from '../../src/simulation/book-cascade.ts';
import { simulateBookCascade as simd } from '../../src/simulation/simd-book-cascade.ts';
import { type Benchmark, inProcess } from '../frame/benchmark.ts';
import { PATHS, referenceBook, SEED } from '../frame/cascade.ts';
import { measure, type Result } from '../frame/measure.ts';
import { native, python, writeData } from '../frame/rivals.ts';

const book = referenceBook();

const one: Benchmark = {
  id: 'K8a',
  title: 'Liquidation cascade in one order book',
  size: `${PATHS.toLocaleString('en-US')} paths × ${book.drift.length} steps × ${(book.longs.length - 1).toLocaleString('en-US')} bins, square-root impact`,
  tolerance: 1e-8,
  goal: '≤ 1.25 × C, plain TypeScript ≤ 1.9 × C',
  contestants(workspace) {
    const data = writeData(workspace, 'K8', columns(book), 3);
    return [
      inProcess('Tidemark, SIMD kernel', () => digest(simd)),
      inProcess('Tidemark, plain TypeScript', () => digest(plain)),
      ...native(workspace, 'K8', data),
      ...python('K8', data, { 'numpy, all paths a step (own random numbers)': ['numpy', 'numpy_paths'] }),
    ];
  },
};

/** Longs, shorts and drift side by side. */
function columns({ longs, shorts, drift }: CascadeBook): Float64Array {
  const out = new Float64Array(3 * longs.length);
  for (let j = 0; j < longs.length; j++) out.set([longs[j]!, shorts[j]!, drift[j] ?? 0], 3 * j);
  return out;
}

/** Mean low, mean sold, and the low without chance. */
function digest(simulate: typeof plain): number[] {
  const { lowest, sold } = simulate(book, SEED, 0, PATHS);
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / PATHS;
  return [mean(lowest), mean(sold), simulate({ ...book, volatility: 0 }, SEED, 0, 1).lowest[0]!];
}

/** Rounds, and times as many paths, so that handing out the work is a small part of it. */
const [ROUNDS, TIMES] = [9, 10];

/** The kernel of one batch, then the wall clock of many in one worker and in two. */
export async function K8(workspace: string): Promise<Result[]> {
  return [await measure(one, workspace), await scaling()];
}

async function scaling(): Promise<Result> {
  const [single, double]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    single.push(await wallClock(1));
    double.push(await wallClock(2));
  }
  // A wall clock also counts what others do on the machine: the shortest round is the least disturbed one.
  const ours = Math.min(...double);
  const standing = (name: string, ms: number) => ({
    name,
    ms,
    runs: ROUNDS,
    native: undefined,
    ours: ms / ours,
    difference: null,
  });
  return {
    id: 'K8b',
    title: 'Liquidation cascade in threads (shortest wall clock of nine, instead of processor time)',
    size: `${(TIMES * PATHS).toLocaleString('en-US')} paths of K8a, halves handed out`,
    goal: 'two workers ≥ 1.6 × one',
    standings: [standing('two workers', ours), standing('one worker', Math.min(...single))],
  };
}

/** Node 20 reads no TypeScript in a worker by itself. */
const LOADER = `import('tsx/esm/api').then(({ register }) => {
  register();
  return import(require('node:worker_threads').workerData);
});`;

function start(): Worker {
  const workerData = import.meta.resolve('../cascade-worker.ts');
  return new Worker(LOADER, { eval: true, workerData });
}

/** Milliseconds until fresh workers have walked their parts, after once that does not count. */
async function wallClock(count: number): Promise<number> {
  // Fresh ones: a worker that has been idle is woken on the processor of its busy fellow, and they share it for the whole run.
  const workers = Array.from({ length: count }, start);
  await walked(workers);
  const from = performance.now();
  await walked(workers);
  const ms = performance.now() - from;
  await Promise.all(workers.map((worker) => worker.terminate()));
  return ms;
}

async function walked(workers: readonly Worker[]): Promise<void> {
  const part = (TIMES * PATHS) / workers.length;
  const done = workers.map((worker) => once(worker, 'message'));
  for (const [k, worker] of workers.entries()) worker.postMessage([k * part, (k + 1) * part]);
  await Promise.all(done);
}
