import { type SlopesKernel, slopesKernel } from '../../math/kernels/slopes-step.ts';
import { slopesState as plainState, type SlopesState, slopesStep as twin } from './slopes-step.ts';

const kernels = new WeakMap<SlopesState, SlopesKernel>();

/** `slopesState` of `./slopes-step.ts`, in memory that SIMD instructions can work on where they are present. */
export function slopesState(
  n: number,
  lag: number,
  slopes: Float64Array,
  covariance: Float64Array,
): SlopesState {
  const kernel = slopesKernel(n, lag);
  if (kernel === undefined) return plainState(n, lag, slopes, covariance);
  kernel.slopes.set(slopes);
  kernel.covariance.set(covariance);
  const state: SlopesState = { n, lag, ...kernel };
  kernels.set(state, kernel);
  return state;
}

/** `slopesStep` of `./slopes-step.ts`, bit for bit, with SIMD instructions for a state that was made with them. */
export function slopesStep(
  state: SlopesState,
  y: Float64Array,
  lags: Float64Array,
  sigma: Float64Array,
  inflation: number,
): void {
  if (!kernels.get(state)?.advance(y, lags, sigma, inflation)) twin(state, y, lags, sigma, inflation);
}
