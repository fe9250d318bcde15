import { fitDccGarch } from '../../src/measures/dcc-fit.ts';
import { type Benchmark, inProcess } from '../frame/benchmark.ts';
import { native, python, r, writeData } from '../frame/rivals.ts';
import { changes, columnsOf } from '../frame/series.ts';

const [T, N] = [2500, 8];

export const K6: Benchmark = {
  id: 'K6',
  title: 'DCC-GARCH(1,1), full fit',
  size: `${T.toLocaleString('en-US')} days × ${N} series`,
  tolerance: 1e-3,
  goal: '≤ 2.5 × C in plain TypeScript; ≥ 120 × faster than R rmgarch',
  contestants(workspace) {
    const x = changes(T, N, 6);
    const columns = columnsOf(x, N);
    const data = writeData(workspace, 'K6', x, N);
    return [
      inProcess('Tidemark, plain TypeScript', () => {
        const fit = fitDccGarch(columns);
        if ('refused' in fit) throw new Error(fit.refused);
        return [fit.logLikelihood, fit.dcc.parameters.a, fit.logLikelihood - fit.dcc.logLikelihood];
      }),
      ...native(workspace, 'K6', data),
      ...python('K6', data, {
        'scipy, L-BFGS-B on vectorised likelihoods': ['scipy.optimize', 'scipy_lbfgs'],
      }),
      ...r('K6', data, { 'R fGarch, the univariate step alone': ['fGarch', 'univariate'] }),
    ];
  },
};
