import { multiply, transpose } from '../../src/math/matrix.ts';
import { mean, standardDeviation } from '../../src/math/moments.ts';
import { startOf } from '../../src/measures/connectedness/tvp-var-start.ts';
import {
  generalisedDecomposition,
  normaliseRows,
  woldCoefficients,
} from '../../src/measures/connectedness/variance-decomposition.ts';
import { totalOf } from '../kernels/K4.ts';

interface Options {
  readonly lag: 1;
  readonly horizon: number;
  readonly training: number;
  readonly kappa1: number;
  readonly kappa2: number;
  readonly prior: 'least-squares';
}

/** Total connectedness of a TVP-VAR(1) by the formulas as they are written, every matrix in full: the textbook way, for comparison. */
export function naiveTvpVar(columns: readonly Float64Array[], options: Options): Float64Array {
  const { horizon, training, kappa1, kappa2 } = options;
  const n = columns.length;
  const size = n * n;
  const series = columns.map((column) => {
    const [m, s] = [mean(column, 0, training), standardDeviation(column, 0, training)];
    return column.map((value) => (value - m) / s);
  });
  const run = Int32Array.from({ length: training }, (_, k) => k);
  const start = startOf(series, { lag: 1, rows: training, run, choice: options });
  if (typeof start === 'string') throw new Error(start);
  let [b, s, q] = [start.prior.slopes, start.prior.covariance, start.sigma];
  const T = columns[0]!.length;
  const out = new Float64Array(T);
  for (let t = training; t < T; t++) {
    const f = new Float64Array(n * size);
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) f[i * size + i * n + j] = series[j]![t - 1]!;
    const prediction = multiply(f, b, n, size, 1);
    const e = prediction.map((value, i) => series[i]![t]! - value);
    q = q.map((value, k) => kappa2 * value + (1 - kappa2) * e[Math.floor(k / n)]! * e[k % n]!);
    const grow = t === training ? 1 : 1 / kappa1;
    const prior = s.map((value) => value * grow);
    const fr = multiply(f, prior, n, size, size);
    const spread = multiply(fr, transpose(f, n, size), n, size, n).map((value, k) => value + q[k]!);
    const gain = multiply(transpose(fr, n, size), inverse(spread, n), size, n, n);
    const move = multiply(gain, e, size, n, 1);
    b = b.map((value, k) => value + move[k]!);
    const fall = multiply(gain, fr, size, n, size);
    const left = prior.map((value, k) => value - fall[k]!);
    s = left.map((value, k) => (value + left[(k % size) * size + Math.floor(k / size)]!) / 2);
    const theta = generalisedDecomposition(woldCoefficients(b, n, 1, horizon), q, n);
    out[t] = totalOf(normaliseRows(theta, n));
  }
  return out;
}

/** Gauss–Jordan. */
function inverse(matrix: Float64Array, n: number): Float64Array {
  const a = Float64Array.from(matrix);
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) out[i * n + i] = 1;
  for (let k = 0; k < n; k++) {
    const pivot = a[k * n + k]!;
    for (const m of [a, out]) for (let j = 0; j < n; j++) m[k * n + j]! /= pivot;
    for (let i = 0; i < n; i++) {
      if (i === k) continue;
      const factor = a[i * n + k]!;
      for (const m of [a, out]) for (let j = 0; j < n; j++) m[i * n + j]! -= factor * m[k * n + j]!;
    }
  }
  return out;
}
