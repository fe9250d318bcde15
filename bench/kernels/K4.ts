import { connectednessTable, totalOf } from '../../src/measures/connectedness/connectedness-table.ts';
import {
  rollingConnectedness as plain,
  sharesOfWindow,
} from '../../src/measures/connectedness/rolling-connectedness.ts';
import { rollingConnectedness as simd } from '../../src/measures/connectedness/simd-rolling-connectedness.ts';
import { type Benchmark, inProcess } from '../frame/benchmark.ts';
import { native, python, writeData } from '../frame/rivals.ts';
import { changes, columnsOf, digestOf } from '../frame/series.ts';

const [T, N] = [2500, 10];
const OPTIONS = { window: 200, lag: 2, horizon: 10 };

export const K4: Benchmark = {
  id: 'K4',
  title: 'Rolling Diebold–Yilmaz connectedness',
  size: `${T.toLocaleString('en-US')} days × ${N} series, VAR(${OPTIONS.lag}), ${OPTIONS.horizon} days ahead, window ${OPTIONS.window}`,
  tolerance: 1e-8,
  goal: '≤ 1.5 × C, ≥ 1,000 × faster than R ConnectednessApproach',
  contestants(workspace) {
    const x = changes(T, N, 4);
    const columns = columnsOf(x, N);
    const data = writeData(workspace, 'K4', x, N);
    return [
      inProcess('Tidemark, SIMD kernel', () => digest(columns, simd)),
      inProcess('Tidemark, plain TypeScript', () => digest(columns, plain)),
      inProcess('naive TypeScript: each window anew', () => digest(columns, naive)),
      ...native(workspace, 'K4', data),
      ...python('K4', data, {
        'numpy, lstsq a window': ['numpy', 'numpy_lstsq'],
        'statsmodels VAR (1 window in 20, scaled)': ['statsmodels', 'statsmodels_var'],
      }),
    ];
  },
};

function digest(columns: readonly Float64Array[], roll: typeof plain): number[] {
  const out = new Float64Array(T);
  roll(columns, OPTIONS, (t, shares) => {
    if (typeof shares !== 'string') out[t] = totalOf(shares, N);
  });
  return digestOf(out, OPTIONS.window - 1);
}

const naive: typeof plain = (columns, options, visit) => {
  for (let t = options.window - 1; t < T; t++) {
    const shares = sharesOfWindow(columns, t, options);
    if (typeof shares !== 'string') connectednessTable(shares, N);
    visit(t, shares);
  }
};
