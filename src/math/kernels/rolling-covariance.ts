import { checkWindow } from '../rolling.ts';
import {
  type Moments,
  type RollingCovarianceOptions,
  rollingCovariance as twin,
} from '../rolling-covariance.ts';
import { eachStretch } from '../stretches.ts';
import { type KernelInstance, kernelInstance } from './instance.ts';

/** Multiplications below which making an instance costs more than it saves. */
const WORTHWHILE = 200_000;

/**
 * `rollingCovariance` of `../rolling-covariance.ts`, bit for bit, with SIMD instructions where they are present: same arguments, results and
 * errors. Windows with holes, small shapes and machines without SIMD are left to the twin.
 */
export function rollingCovariance(
  columns: readonly Float64Array[],
  options: RollingCovarianceOptions,
  visit: (t: number, moments: Moments | null) => void,
): void {
  const kernel = covarianceKernel(columns, options);
  if (kernel === undefined) {
    twin(columns, options, visit);
    return;
  }
  const { window } = options;
  const moments = { covariance: kernel.matrix, mean: kernel.mean, rows: window };
  eachStretch(columns, window, (from, to, whole) => {
    if (!whole) twinStretch(columns, options, from, to, visit);
    else {
      kernel.restart();
      for (let t = from; t < to; t++) {
        kernel.step(t);
        kernel.moments();
        visit(t, moments);
      }
    }
  });
}

/** Sliding moments of complete windows in the memory of an instance. */
export interface CovarianceKernel {
  /** N×N row-major, after `moments`. */
  readonly matrix: Float64Array;
  /** N values, after `moments`. */
  readonly mean: Float64Array;
  /** The next step computes its window from its rows. */
  restart(): void;
  /** Moves the window on to end at row t. */
  step(t: number): void;
  moments(): void;
}

/** The kernel for columns of one length, or undefined where the twin must do; arguments that the twin refuses are left to it. */
export function covarianceKernel(
  columns: readonly Float64Array[],
  { window, halfLife }: RollingCovarianceOptions,
): CovarianceKernel | undefined {
  checkWindow(window);
  const n = columns.length;
  const T = columns[0]?.length ?? 0;
  if (columns.some((column) => column.length !== T) || (halfLife !== undefined && !(halfLife > 0))) {
    return undefined;
  }
  if (window < 2 || T < window || T * n * n < WORTHWHILE) return undefined;
  const stride = n + (n % 2);
  const instance = kernelInstance((T + 11 + stride) * stride + window + n * n);
  return instance && prepare(instance, columns, window, halfLife);
}

function prepare(
  { exports, place }: KernelInstance,
  columns: readonly Float64Array[],
  window: number,
  halfLife: number | undefined,
): CovarianceKernel {
  const n = columns.length;
  const stride = n + (n % 2);
  const data = place(columns[0]!.length * stride);
  for (const [i, column] of columns.entries()) {
    for (let t = 0; t < column.length; t++) data[t * stride + i] = column[t]!;
  }
  const decay = halfLife === undefined ? 1 : 0.5 ** (1 / halfLife);
  const faded = decay ** window;
  const total = decay === 1 ? window : (1 - faded) / (1 - decay);
  const weights = place(window);
  for (let age = 0; age < window; age++) weights[age] = decay ** age;
  const work = place((10 + stride) * stride);
  const mean = place(stride);
  const matrix = place(n * n);
  const pointers = [data, weights, work, mean, matrix].map((array) => array.byteOffset);
  exports.covarianceSetup(
    n,
    window,
    decay,
    faded,
    total,
    ...(pointers as [number, number, number, number, number]),
  );
  return {
    matrix,
    mean: mean.subarray(0, n),
    restart: exports.covarianceRestart,
    step: exports.covarianceStep,
    moments: exports.covarianceMoments,
  };
}

function twinStretch(
  columns: readonly Float64Array[],
  options: RollingCovarianceOptions,
  from: number,
  to: number,
  visit: (t: number, moments: Moments | null) => void,
): void {
  const before = from - options.window + 1;
  const part = columns.map((column) => column.subarray(before, to));
  twin(part, options, (t, moments) => visit(before + t, moments));
}
