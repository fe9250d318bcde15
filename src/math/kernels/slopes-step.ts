import { kernelInstance } from './instance.ts';

/** The arrays of one step of the filter of slopes, in the memory of an instance, with the step itself. */
export interface SlopesKernel {
  readonly slopes: Float64Array;
  readonly covariance: Float64Array;
  readonly error: Float64Array;
  readonly projected: Float64Array;
  readonly innovation: Float64Array;
  readonly factor: Float64Array;
  /** False, with slopes and covariance as they were, when the innovation covariance is nearly singular. */
  advance(y: Float64Array, lags: Float64Array, sigma: Float64Array, inflation: number): boolean;
}

/**
 * The kernel for n series and `lag` lags, all zeros; undefined where SIMD is absent or the shape too large.
 * @see src/measures/connectedness/slopes-step.ts, the plain twin.
 */
export function slopesKernel(n: number, lag: number): SlopesKernel | undefined {
  const size = lag * n * n;
  const rows = 4 * Math.ceil(n / 4);
  const instance = kernelInstance(size * (size + rows + 1) + 3 * n * n + 3 * n + n * lag);
  if (instance === undefined) return undefined;
  const { exports, place } = instance;
  const state = {
    slopes: place(size),
    covariance: place(size * size),
    error: place(n),
    projected: place(rows * size),
    innovation: place(n * n),
    factor: place(n * n),
  };
  const [row, past, errors, room] = [place(n), place(n * lag), place(n * n), place(n)];
  exports.slopesSetup(
    n,
    lag,
    state.slopes.byteOffset,
    state.covariance.byteOffset,
    state.error.byteOffset,
    state.projected.byteOffset,
    state.innovation.byteOffset,
    state.factor.byteOffset,
    row.byteOffset,
    past.byteOffset,
    errors.byteOffset,
    room.byteOffset,
  );
  const advance: SlopesKernel['advance'] = (y, lags, sigma, inflation) => {
    row.set(y);
    past.set(lags);
    errors.set(sigma);
    return exports.slopesAdvance(inflation) === 1;
  };
  return { ...state, advance };
}

/** Row-normalised shares θ̃ of `blocks` (n×n·lag) and `sigma` (n×n) into `out` (n×n); false when a share is not finite. */
export type SharesKernel = (blocks: Float64Array, sigma: Float64Array, out: Float64Array) => boolean;

/**
 * The kernel of the forecast-error shares of one size; undefined where SIMD is absent or the shape too large.
 * @see src/measures/connectedness/forecast-error-shares.ts, the plain twin.
 */
export function sharesKernel(n: number, lag: number, horizon: number): SharesKernel | undefined {
  const stride = n + (n % 2);
  const instance = kernelInstance((2 * lag + 2 + horizon) * n * stride + stride + n * n);
  if (instance === undefined) return undefined;
  const { exports, place } = instance;
  const slopes = place(n * n * lag);
  const errors = place(n * stride);
  const responses = place((horizon + lag - 1) * n * stride);
  const sums = place(n * stride);
  const weights = place(stride);
  const found = place(n * n);
  const pointers = [slopes, errors, responses, weights, sums, found].map((array) => array.byteOffset);
  const [a, b, c, d, e, f] = pointers as [number, number, number, number, number, number];
  return (blocks, sigma, out) => {
    slopes.set(blocks);
    if (stride === n) errors.set(sigma);
    else for (let i = 0; i < n; i++) errors.set(sigma.subarray(i * n, i * n + n), i * stride);
    if (exports.sharesFind(n, lag, horizon, a, b, c, d, e, f) === 0) return false;
    out.set(found);
    return true;
  };
}
