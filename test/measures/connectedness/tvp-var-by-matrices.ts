import { spectralRadius } from '../../../src/math/general-eigenvalues.ts';
import { inverse } from '../../../src/math/lu.ts';
import { multiply, transpose } from '../../../src/math/matrix.ts';
import { pseudoInverse } from '../../../src/math/pseudo-inverse.ts';
import type { Absence } from '../../../src/measures/connectedness/absence.ts';
import type {
  TvpConnectednessOptions,
  VisitTvpShares,
} from '../../../src/measures/connectedness/tvp-var-connectedness.ts';
import type { UsableSeries } from '../../../src/measures/connectedness/usable-series.ts';
import {
  generalisedDecomposition,
  normaliseRows,
  woldCoefficients,
} from '../../../src/measures/connectedness/variance-decomposition.ts';

/**
 * The live TVP-VAR connectedness written with whole matrices as in the paper, for series without holes and the least-squares prior: the oracle of the
 * fast filter and its plain rival in the benchmark.
 */
export function tvpVarByMatrices(
  columns: readonly Float64Array[],
  { lag, horizon, training, kappa1, kappa2 }: TvpConnectednessOptions,
  visit: VisitTvpShares,
): UsableSeries | Absence {
  const n = columns.length;
  const M = lag * n * n;
  const y = columns.map((column) => standardised(column, training));
  const T = y[0]!.length;
  const rowOf = (t: number) => Float64Array.from(y, (series) => series[t]!);
  const regressors = (t: number) => {
    const out = new Float64Array(lag * n);
    for (let l = 1; l <= lag; l++) out.set(rowOf(t - l), (l - 1) * n);
    return out;
  };
  const width = 1 + lag * n;
  const [zz, zy] = [new Float64Array(width * width), new Float64Array(width * n)];
  for (let t = lag; t < training; t++) {
    const z = Float64Array.of(1, ...regressors(t));
    addOuter(zz, z, z, 1);
    addOuter(zy, z, rowOf(t), 1);
  }
  const zzInverse = inverse(zz, width)!;
  const B = multiply(zzInverse, zy, width, width, n);
  let Q: Float64Array = new Float64Array(n * n);
  for (let t = lag; t < training; t++) {
    const fit = multiply(Float64Array.of(1, ...regressors(t)), B, 1, width, n);
    const e = rowOf(t).map((value, i) => value - fit[i]!);
    addOuter(Q, e, e, 1 / (training - lag));
  }
  let b: Float64Array = new Float64Array(M);
  let S: Float64Array = new Float64Array(M * M);
  const place = (k: number, i: number) => Math.floor(k / n) * n * n + i * n + (k % n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n * lag; k++) {
      b[place(k, i)] = B[(1 + k) * n + i]!;
      for (let m = 0; m < n * lag; m++)
        S[place(k, i) * M + place(m, i)] = zzInverse[(1 + k) * width + 1 + m]!;
    }
  }
  let A = b;
  let latest = b;
  for (let t = 0; t < T; t++) {
    if (t < training) {
      visit(t, 'insufficient_data');
      continue;
    }
    const x = regressors(t);
    const F = new Float64Array(n * M);
    for (let i = 0; i < n; i++) for (let k = 0; k < n * lag; k++) F[i * M + place(k, i)] = x[k]!;
    const oneStep = minus(rowOf(t), multiply(F, latest, n, M, 1));
    Q = Q.map((value) => kappa2 * value);
    addOuter(Q, oneStep, oneStep, 1 - kappa2);
    const R = t === training ? S : S.map((value) => value / kappa1);
    const RF = multiply(R, transpose(F, n, M), M, M, n);
    const spread = multiply(F, RF, n, M, n).map((value, k) => value + Q[k]!);
    const K = multiply(RF, pseudoInverse(spread, n, Math.sqrt(Number.EPSILON)).inverse, M, n, n);
    const step = multiply(K, minus(rowOf(t), multiply(F, b, n, M, 1)), M, n, 1);
    latest = b.map((value, k) => value + step[k]!);
    const next = minus(R, multiply(K, transpose(RF, M, n), M, n, M));
    S = next.map((value, k) => (value + next[(k % M) * M + Math.floor(k / M)]!) / 2);
    if (spectralRadius(companion(latest, n, lag), n * lag) <= 1) {
      b = latest;
      A = latest;
    } else b = b.map((value) => 0.99 * value);
    const theta = generalisedDecomposition(woldCoefficients(A, n, lag, horizon), Q, n);
    visit(t, normaliseRows(theta, n));
  }
  return { kept: Array.from(columns.keys()), dropped: [] };
}

function standardised(column: Float64Array, training: number): Float64Array {
  const head = column.subarray(0, training);
  const mean = head.reduce((sum, value) => sum + value, 0) / training;
  const squares = head.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return column.map((value) => (value - mean) / Math.sqrt(squares / (training - 1)));
}

function companion(b: Float64Array, n: number, lag: number): Float64Array {
  const size = n * lag;
  const out = new Float64Array(size * size);
  for (let l = 0; l < lag; l++) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) out[i * size + l * n + j] = b[(l * n + i) * n + j]!;
    }
  }
  for (let i = n; i < size; i++) out[i * size + i - n] = 1;
  return out;
}

function addOuter(into: Float64Array, a: Float64Array, b: Float64Array, weight: number): void {
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) into[i * b.length + j]! += weight * a[i]! * b[j]!;
  }
}

function minus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, k) => value - b[k]!);
}
