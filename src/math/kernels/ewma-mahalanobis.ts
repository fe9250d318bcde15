import { checkEwma, ewmaMahalanobis as twin } from '../ewma-mahalanobis.ts';
import { choleskyFromLdl, ldlFromCholesky } from '../ldl-rank-one.ts';
import { kernelInstance } from './instance.ts';

/** Multiplications below which making an instance costs more than it saves. */
const WORTHWHILE = 200_000;

/** Rows taken into the memory of the kernel at a time: few enough to stay in the cache. */
const CHUNK = 128;

/**
 * `ewmaMahalanobis` of `../ewma-mahalanobis.ts`, bit for bit, with SIMD instructions where they are present: same arguments, results and
 * errors.
 */
export function ewmaMahalanobis(
  factor: Float64Array,
  n: number,
  x: Float64Array,
  lambda: number,
): Float64Array {
  checkEwma(factor, n, x, lambda);
  const T = x.length / n;
  const stride = n + (n % 2);
  const instance = T * n * n < WORTHWHILE ? undefined : kernelInstance((stride + CHUNK + 1) * stride + CHUNK);
  if (instance === undefined) return twin(factor, n, x, lambda);
  const { exports, place } = instance;
  const ldl = ldlFromCholesky(factor, n);
  const columns = place(stride * stride);
  for (let j = 0; j < n; j++) columns.set(ldl.columns.subarray(j * n, j * n + n), j * stride);
  const pivots = place(stride);
  pivots.set(ldl.pivots);
  const [data, distances] = [place(CHUNK * stride), place(CHUNK)];
  const pointers = [columns, pivots, data, distances].map((array) => array.byteOffset);
  const out = new Float64Array(T);
  for (let from = 0; from < T; from += CHUNK) {
    const rows = Math.min(CHUNK, T - from);
    for (let t = 0; t < rows; t++) {
      data.set(x.subarray((from + t) * n, (from + t + 1) * n), t * stride);
    }
    exports.ewmaMahalanobis(n, rows, lambda, 1 - lambda, ...(pointers as [number, number, number, number]));
    out.set(distances.subarray(0, rows), from);
  }
  for (let j = 0; j < n; j++) ldl.columns.set(columns.subarray(j * stride, j * stride + n), j * n);
  ldl.pivots.set(pivots.subarray(0, n));
  choleskyFromLdl(ldl, factor);
  return out;
}
