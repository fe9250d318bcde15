import { rollingCorrelation as simd } from '../../src/math/kernels/rolling-correlation.ts';
import { rollingCorrelation as plain } from '../../src/math/rolling-correlation.ts';
import { type Benchmark, inProcess } from '../frame/benchmark.ts';
import { native, python, writeData } from '../frame/rivals.ts';
import { changes, columnsOf } from '../frame/series.ts';

const [T, N, W] = [5000, 50, 60];

type Roll = (
  columns: readonly Float64Array[],
  window: number,
  visit: (t: number, correlation: Float64Array | null) => void,
) => void;

export const K1: Benchmark = {
  id: 'K1',
  title: 'Rolling correlation of every pair, every day',
  size: `${T.toLocaleString('en-US')} days × ${N} series, window ${W}`,
  tolerance: 1e-8,
  goal: '≤ 1.2 × C, ≥ 150 × faster than pandas',
  contestants(workspace) {
    const x = changes(T, N, 1);
    const columns = columnsOf(x, N);
    const data = writeData(workspace, 'K1', x, N);
    return [
      inProcess('Tidemark, SIMD kernel', () => digest(columns, simd)),
      inProcess('Tidemark, plain TypeScript', () => digest(columns, plain)),
      inProcess('naive TypeScript: each window, each pair anew', () => digest(columns, naive)),
      ...native(workspace, 'K1', data),
      ...python('K1', data, {
        'numpy, cumulative sums': ['numpy', 'numpy_cumulative_sums'],
        'numpy, corrcoef a window': ['numpy', 'numpy_corrcoef_per_window'],
        'pandas, rolling().corr()': ['pandas', 'pandas_rolling_corr'],
      }),
    ];
  },
};

function digest(columns: readonly Float64Array[], roll: Roll): number[] {
  const out = [0, 0, 0];
  roll(columns, W, (_t, r) => {
    out[0]! += r![N]!;
    out[1]! += r![N * N - 2]!;
    out[2] = r![2]!;
  });
  return out;
}

const naive: Roll = (columns, window, visit) => {
  const n = columns.length;
  const r = new Float64Array(n * n);
  for (let t = window - 1; t < columns[0]!.length; t++) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < i; j++) {
        const value = pearson(columns[i]!, columns[j]!, t - window + 1, t + 1);
        r[i * n + j] = value;
        r[j * n + i] = value;
      }
      r[i * n + i] = 1;
    }
    visit(t, r);
  }
};

function pearson(x: Float64Array, y: Float64Array, from: number, to: number): number {
  let [mx, my] = [0, 0];
  for (let s = from; s < to; s++) {
    mx += x[s]!;
    my += y[s]!;
  }
  mx /= to - from;
  my /= to - from;
  let [xx, xy, yy] = [0, 0, 0];
  for (let s = from; s < to; s++) {
    xx += (x[s]! - mx) ** 2;
    xy += (x[s]! - mx) * (y[s]! - my);
    yy += (y[s]! - my) ** 2;
  }
  return xy / Math.sqrt(xx * yy);
}
