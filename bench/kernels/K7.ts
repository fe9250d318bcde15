import type { GaussianHmm } from '../../src/measures/gaussian-hmm.ts';
import { type EmOptions, expectationMaximisation } from '../../src/measures/hmm-fit.ts';
import { type Benchmark, type Contestant, inProcess } from '../frame/benchmark.ts';
import { native, python, writeData } from '../frame/rivals.ts';
import { changes } from '../frame/series.ts';

const [T, STEPS] = [5000, 20];
const TO_THE_END = { tolerance: 1e-6 };

function hmm(id: string, d: number, K: number, rival: string): Benchmark {
  return {
    id,
    title: `Gaussian hidden Markov model, ${STEPS} steps of expectation–maximisation`,
    size: sizeOf(d, K),
    tolerance: 1e-8,
    goal: '≤ 2.8 × C in plain TypeScript',
    contestants(workspace) {
      const x = changes(T, d, 7);
      const data = writeData(workspace, id, x, d);
      const options = { maxIterations: STEPS, tolerance: 0 };
      return [
        estimation('Tidemark, plain TypeScript', x, start(x, d, K), options),
        ...native(workspace, 'K7', data),
        ...python('K7', data, { 'numpy, forward and backward by row': ['numpy', rival] }),
      ];
    },
  };
}

/** The estimate of a day later, from that of the day before and from the start of the others; steps to convergence in the names. */
function refit(id: string, d: number, K: number): Benchmark {
  return {
    id,
    title: 'Gaussian hidden Markov model, estimated again a day later',
    size: sizeOf(d, K),
    tolerance: 1e-8,
    goal: '≥ 3 × fewer steps from the estimate of the day before',
    contestants() {
      const x = changes(T, d, 7);
      const cold = start(x, d, K);
      const { model } = expectationMaximisation(x.subarray(0, (T - 1) * d), cold, TO_THE_END);
      const steps = (from: GaussianHmm) => expectationMaximisation(x, from, TO_THE_END).iterations;
      return [
        estimation(`from the day before: ${steps(model)} steps`, x, model, TO_THE_END),
        estimation(`from the start: ${steps(cold)} steps`, x, cold, TO_THE_END),
      ];
    },
  };
}

function sizeOf(d: number, K: number): string {
  return `${T.toLocaleString('en-US')} days × ${d} series, ${K} regimes`;
}

function estimation(name: string, x: Float64Array, from: GaussianHmm, options: EmOptions): Contestant {
  return inProcess(name, () => [expectationMaximisation(x, from, options).logLikelihood, null, null]);
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

export const K7 = [
  hmm('K7a', 1, 2, 'numpy_one'),
  hmm('K7b', 5, 3, 'numpy_five'),
  refit('K7c', 1, 2),
  refit('K7d', 5, 3),
] as const;
