import { rollingCorrelation as simdCorrelation } from '../../src/math/kernels/rolling-correlation.ts';
import { symmetricEigenvalues as simdEigenvalues } from '../../src/math/kernels/symmetric-eigenvalues.ts';
import { rollingCorrelation } from '../../src/math/rolling-correlation.ts';
import { symmetricEigenvalues } from '../../src/math/symmetric-eigenvalues.ts';
import { leadingVectors } from '../../src/measures/absorption-ratio.ts';
import { type Benchmark, inProcess } from '../frame/benchmark.ts';
import { jacobiEigenvalues } from '../frame/jacobi.ts';
import { native, python, writeData } from '../frame/rivals.ts';
import { changes, columnsOf, digestOf } from '../frame/series.ts';

const [T, N, W] = [5000, 50, 500];
const EVERY = 20;

export const K3: Benchmark = {
  id: 'K3',
  title: 'Absorption ratio of the correlation matrix',
  size: `${T.toLocaleString('en-US')} days × ${N} series, window ${W}, ${leadingVectors(N)} eigenvectors`,
  tolerance: 1e-8,
  goal: '≤ 1.5 × C, faster than LAPACK through numpy',
  contestants(workspace) {
    const x = changes(T, N, 3);
    const columns = columnsOf(x, N);
    const data = writeData(workspace, 'K3', x, N);
    return [
      inProcess('Tidemark, SIMD kernel', () => digest(columns, simdCorrelation, simdEigenvalues)),
      inProcess('Tidemark, plain TypeScript', () =>
        digest(columns, rollingCorrelation, symmetricEigenvalues),
      ),
      inProcess(
        `naive TypeScript: each window anew, Jacobi (1 window in ${EVERY}, scaled)`,
        () => naive(columns),
        EVERY,
      ),
      ...native(workspace, 'K3', data),
      ...python('K3', data, { 'numpy, corrcoef and eigvalsh (LAPACK)': ['numpy', 'numpy_eigvalsh'] }),
    ];
  },
};

function digest(
  columns: readonly Float64Array[],
  roll: typeof rollingCorrelation,
  eigenvalues: typeof symmetricEigenvalues,
): number[] {
  const out = new Float64Array(T);
  roll(columns, W, (t, r) => {
    out[t] = share(eigenvalues(r!, N));
  });
  return digestOf(out, W - 1);
}

function share(values: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < leadingVectors(N); k++) sum += values[k]!;
  return sum / N;
}

/** The last day is the only one that all have in common. */
function naive(columns: readonly Float64Array[]): (number | null)[] {
  let last = Number.NaN;
  for (let t = W - 1 + ((T - W) % EVERY); t < T; t += EVERY) {
    const part = columns.map((column) => column.subarray(t - W + 1, t + 1));
    last = share(jacobiEigenvalues(correlations(part), N));
  }
  return [null, null, last];
}

function correlations(columns: readonly Float64Array[]): Float64Array {
  const centred = columns.map((column) => {
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
    const values = column.map((value) => value - mean);
    const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
    return values.map((value) => value / length);
  });
  const out = new Float64Array(N * N);
  for (let i = 0; i < N; i++) {
    for (let j = 0; j < N; j++) {
      let sum = 0;
      for (let s = 0; s < W; s++) sum += centred[i]![s]! * centred[j]![s]!;
      out[i * N + j] = sum;
    }
  }
  return out;
}
