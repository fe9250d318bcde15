import { rollingCorrelation as twin, windowsWithHoles } from '../rolling-correlation.ts';
import { eachStretch } from '../stretches.ts';
import { type KernelInstance, kernelInstance } from './instance.ts';

/** Multiplications below which making an instance costs more than it saves. */
const WORTHWHILE = 200_000;

/** Rows taken into the memory of the kernel at a time: few enough to stay in the cache. */
const CHUNK = 256;

/**
 * `rollingCorrelation` of `../rolling-correlation.ts`, bit for bit, with SIMD instructions where they are present: same arguments, results and
 * errors. Windows with holes, small shapes and machines without SIMD are left to the twin.
 */
export function rollingCorrelation(
  columns: readonly Float64Array[],
  window: number,
  visit: (t: number, correlation: Float64Array | null) => void,
): void {
  const run = correlationKernel(columns, window, visit);
  if (run === undefined) {
    twin(columns, window, visit);
    return;
  }
  eachStretch(columns, window, (from, to, whole) => {
    if (whole) run(from, to);
    else windowsWithHoles(columns, window, from, to, visit);
  });
}

/** Visits rows from…to), whose windows are complete; undefined where the twin must do, also to refuse the arguments. */
export function correlationKernel(
  columns: readonly Float64Array[],
  window: number,
  visit: (t: number, correlation: Float64Array | null) => void,
): ((from: number, to: number) => void) | undefined {
  const n = columns.length;
  const T = columns[0]?.length ?? 0;
  if (columns.some((column) => column.length !== T) || !Number.isInteger(window)) return undefined;
  if (window < 2 || T < window || T * n * n < WORTHWHILE) return undefined;
  const stride = n + (n % 2);
  const instance = kernelInstance((window + CHUNK + 12 + stride / 2) * stride + n * n);
  return instance && prepare(instance, columns, window, visit);
}

function prepare(
  { exports, place }: KernelInstance,
  columns: readonly Float64Array[],
  window: number,
  visit: (t: number, correlation: Float64Array | null) => void,
): (from: number, to: number) => void {
  const n = columns.length;
  const stride = n + (n % 2);
  const data = place((window + CHUNK) * stride);
  const work = place((12 + stride / 2) * stride);
  const matrix = place(n * n);
  exports.correlationSetup(n, window, data.byteOffset, work.byteOffset, matrix.byteOffset);
  /** Rows from…to) of the panel into rows `at` and on of the memory. */
  const take = (from: number, to: number, at: number) => {
    for (let i = 0; i < n; i++) takeColumn(columns[i]!, from, to, data, at * stride + i, stride);
  };
  const step = exports.correlationStep;
  return (from, to) => {
    exports.correlationRestart();
    for (let start = from; start < to; start += CHUNK) {
      const end = Math.min(start + CHUNK, to);
      if (start === from) take(from - window + 1, from, 1);
      else data.copyWithin(0, CHUNK * stride, (CHUNK + window) * stride);
      take(start, end, window);
      for (let t = start; t < end; t++) {
        visit(t, step(t - start + window) === 1 ? matrix : null);
      }
    }
  };
}

function takeColumn(
  column: Float64Array,
  from: number,
  to: number,
  data: Float64Array,
  first: number,
  stride: number,
): void {
  for (let t = from, k = first; t < to; t++, k += stride) data[k] = column[t]!;
}
