import { withoutKernels } from '../../src/math/kernels/instance.ts';
import { totalOf } from '../../src/measures/connectedness/connectedness-table.ts';
import { tvpVarConnectedness } from '../../src/measures/connectedness/tvp-var-connectedness.ts';
import { tvpVarByMatrices } from '../../test/measures/connectedness/tvp-var-by-matrices.ts';
import { type Benchmark, inProcess } from '../frame/benchmark.ts';
import { native, python, writeData } from '../frame/rivals.ts';
import { changes, columnsOf, digestOf } from '../frame/series.ts';

const [T, N] = [2000, 8];
const OPTIONS = {
  lag: 1,
  horizon: 10,
  training: 252,
  kappa1: 0.99,
  kappa2: 0.99,
  prior: 'least-squares',
} as const;

export const K5: Benchmark = {
  id: 'K5',
  title: 'TVP-VAR connectedness',
  size: `${T.toLocaleString('en-US')} days × ${N} series, VAR(${OPTIONS.lag}), ${OPTIONS.horizon} days ahead`,
  tolerance: 1e-8,
  goal: '≤ 1.6 × C, ≥ 130 × faster than R ConnectednessApproach',
  contestants(workspace) {
    const x = changes(T, N, 5);
    const columns = columnsOf(x, N);
    const data = writeData(workspace, 'K5', x, N);
    return [
      inProcess('Tidemark, SIMD kernel', () => digest(columns, tvpVarConnectedness)),
      inProcess('Tidemark, plain TypeScript', () =>
        withoutKernels(() => digest(columns, tvpVarConnectedness)),
      ),
      inProcess('naive TypeScript: matrix by matrix', () => digest(columns, tvpVarByMatrices)),
      ...native(workspace, 'K5', data),
      ...python('K5', data, { 'numpy, matrix by matrix': ['numpy', 'numpy_filter'] }),
    ];
  },
};

function digest(columns: readonly Float64Array[], run: typeof tvpVarConnectedness): number[] {
  const out = new Float64Array(T);
  run(columns, OPTIONS, (t, shares) => {
    if (typeof shares !== 'string') out[t] = totalOf(shares, N);
  });
  return digestOf(out, OPTIONS.training);
}
