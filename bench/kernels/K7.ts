import type { GaussianHmm } from '../../src/measures/gaussian-hmm.ts';
import { expectationMaximisation } from '../../src/measures/hmm-fit.ts';
import { type Benchmark, inProcess } from '../frame/benchmark.ts';
import { python, writeData } from '../frame/rivals.ts';
import { changes } from '../frame/series.ts';

const [T, STEPS] = [5000, 20];

function hmm(id: string, d: number, K: number, rival: string): Benchmark {
  return {
    id,
    title: `Gaussian hidden Markov model, ${STEPS} steps of expectation–maximisation`,
    size: `${T.toLocaleString('en-US')} days × ${d} series, ${K} regimes`,
    tolerance: 1e-8,
    goal: '≤ 2.8 × C in plain TypeScript; no kernel, and no native rival, yet',
    contestants(workspace) {
      const x = changes(T, d, 7);
      const data = writeData(workspace, id, x, d);
      return [
        inProcess('Tidemark, plain TypeScript', () => {
          const found = expectationMaximisation(x, start(x, d, K), { maxIterations: STEPS, tolerance: 0 });
          return [found.logLikelihood, null, null];
        }),
        ...python('K7', data, { 'numpy, forward and backward by row': ['numpy', rival] }),
      ];
    },
  };
}

/** Means 0, variances a half, one and a half, … of the sample's, regimes that last 20 days. */
function start(x: Float64Array, d: number, K: number): GaussianHmm {
  const covariance = new Float64Array(K * d * d);
  for (let i = 0; i < d; i++) {
    let [sum, squares] = [0, 0];
    for (let t = 0; t < T; t++) {
      sum += x[t * d + i]!;
      squares += x[t * d + i]! ** 2;
    }
    const variance = squares / T - (sum / T) ** 2;
    for (let j = 0; j < K; j++) covariance[(j * d + i) * d + i] = variance * (0.5 + j);
  }
  const transition = Float64Array.from({ length: K * K }, (_, k) =>
    k % (K + 1) === 0 ? 0.95 : 0.05 / (K - 1),
  );
  return { mean: new Float64Array(K * d), covariance, transition, initial: new Float64Array(K).fill(1 / K) };
}

export const K7 = [hmm('K7a', 1, 2, 'numpy_one'), hmm('K7b', 5, 3, 'numpy_five')] as const;
