import { type SlopesKernel, slopesKernel } from '../../math/kernels/slopes-step.ts';
import { slopesState as plainState, type SlopesState, slopesStep as twin } from './slopes-step.ts';

/** A state in memory that SIMD instructions can work on, with the step that does, where they are present. */
export type SimdSlopesState = SlopesState & Partial<Pick<SlopesKernel, 'advance'>>;

/** `slopesState` of `./slopes-step.ts`, in the memory of a kernel where there is one. */
export function slopesState(
  n: number,
  lag: number,
  slopes: Float64Array,
  covariance: Float64Array,
): SimdSlopesState {
  const kernel = slopesKernel(n, lag);
  if (kernel === undefined) return plainState(n, lag, slopes, covariance);
  kernel.slopes.set(slopes);
  kernel.covariance.set(covariance);
  return { n, lag, ...kernel };
}

/** `slopesStep` of `./slopes-step.ts`, bit for bit, with SIMD instructions for a state that was made with them. */
export function slopesStep(
  state: SimdSlopesState,
  y: Float64Array,
  lags: Float64Array,
  sigma: Float64Array,
  inflation: number,
): void {
  if (!state.advance?.(y, lags, sigma, inflation)) twin(state, y, lags, sigma, inflation);
}
