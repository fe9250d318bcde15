import { checkEwma, ewmaMahalanobis as twin } from '../ewma-mahalanobis.ts';
import { kernelInstance } from './instance.ts';

/** Multiplications below which making an instance costs more than it saves. */
const WORTHWHILE = 200_000;

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
  const instance = T * n * n < WORTHWHILE ? undefined : kernelInstance((stride + T + 2) * stride + T);
  if (instance === undefined) return twin(factor, n, x, lambda);
  const { exports, place } = instance;
  const columns = place(stride * stride);
  for (let i = 0; i < n; i++) for (let k = 0; k <= i; k++) columns[k * stride + i] = factor[i * n + k]!;
  const data = place(T * stride);
  if (stride === n) data.set(x);
  else for (let t = 0; t < T; t++) data.set(x.subarray(t * n, t * n + n), t * stride);
  const [out, left, carry] = [place(T), place(stride), place(stride)];
  exports.ewmaMahalanobis(
    n,
    T,
    Math.sqrt(lambda),
    Math.sqrt(1 - lambda),
    columns.byteOffset,
    data.byteOffset,
    out.byteOffset,
    left.byteOffset,
    carry.byteOffset,
  );
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++) factor[i * n + k] = k <= i ? columns[k * stride + i]! : 0;
  return Float64Array.from(out);
}
