import { cholesky } from '../../src/math/cholesky.ts';
import { ewmaMahalanobis as plain } from '../../src/math/ewma-mahalanobis.ts';
import { ewmaMahalanobis as simd } from '../../src/math/kernels/ewma-mahalanobis.ts';
import { ewmaTurbulenceByRefactoring } from '../../src/measures/ewma-turbulence.ts';
import { type Benchmark, inProcess } from '../frame/benchmark.ts';
import { native, python, writeData } from '../frame/rivals.ts';
import { changes, columnsOf, digestOf } from '../frame/series.ts';

const [T, N, START, LAMBDA] = [5000, 50, 252, 0.99];

export const K2: Benchmark = {
  id: 'K2',
  title: 'EWMA covariance and turbulence',
  size: `${T.toLocaleString('en-US')} days × ${N} series, λ ${LAMBDA}`,
  tolerance: 1e-8,
  goal: '≤ 1.8 × C, ≥ 12 × faster than numpy',
  contestants(workspace) {
    const x = changes(T, N, 2);
    const columns = columnsOf(x, N);
    const data = writeData(workspace, 'K2', x, N);
    return [
      inProcess('Tidemark, SIMD kernel', () => digest(x, simd)),
      inProcess('Tidemark, plain TypeScript', () => digest(x, plain)),
      inProcess('naive TypeScript: a factorisation a day', () =>
        digestOf(ewmaTurbulenceByRefactoring(columns, LAMBDA, START), START),
      ),
      ...native(workspace, 'K2', data),
      ...python('K2', data, {
        'numpy, solve': ['numpy', 'numpy_solve'],
        'scipy, cho_solve': ['scipy.linalg', 'scipy_cho_solve'],
      }),
    ];
  },
};

function digest(x: Float64Array, distances: typeof plain): number[] {
  const moments = new Float64Array(N * N);
  for (let t = 0; t < START; t++) {
    const row = x.subarray(t * N, t * N + N);
    for (let i = 0; i < N; i++) for (let j = 0; j <= i; j++) moments[i * N + j]! += row[i]! * row[j]!;
  }
  for (let k = 0; k < moments.length; k++) moments[k]! /= START;
  const found = distances(cholesky(moments, N)!, N, x.subarray(START * N), LAMBDA);
  return digestOf(found, 0);
}
