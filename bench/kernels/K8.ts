import { type CascadeBook, simulateBookCascade as plain } from '../../src/simulation/book-cascade.ts';
import { simulateBookCascade as simd } from '../../src/simulation/simd-book-cascade.ts';
import { type Benchmark, inProcess } from '../frame/benchmark.ts';
import { PATHS, referenceBook, SEED } from '../frame/cascade.ts';
import { native, python, writeData } from '../frame/rivals.ts';

const book = referenceBook();

export const K8: Benchmark = {
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
