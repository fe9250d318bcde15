/** A function of n parameters to be made small; NaN or +∞ says that the point is not allowed. It must not keep or change `x`. */
export type Objective = (x: Float64Array) => number;

/**
 * Why a minimiser stopped: `gradient` or `tolerance`: its criterion holds; `no-decrease`: rounding hides any further decrease;
 * `max-iterations`: out of iterations; `unbounded`: the objective reached −∞; `non-finite-start`: no value or slope where it started.
 */
export type StopReason =
  | 'gradient'
  | 'tolerance'
  | 'no-decrease'
  | 'max-iterations'
  | 'unbounded'
  | 'non-finite-start';

/** Where a minimiser stopped; only `converged` says that its criterion holds there. */
export interface Minimum {
  readonly x: Float64Array;
  readonly value: number;
  readonly iterations: number;
  /** Calls of the objective, those for numerical derivatives included. */
  readonly evaluations: number;
  readonly converged: boolean;
  readonly reason: StopReason;
}

/** @throws RangeError unless the start has at least one value and all are finite. */
export function checkStart(x0: Float64Array): void {
  if (x0.length === 0) throw new RangeError('x0 must have at least one parameter, came none');
  const bad = x0.findIndex((x) => !Number.isFinite(x));
  if (bad >= 0) throw new RangeError(`x0 must be finite, came ${x0[bad]} at ${bad}`);
}

/** @throws RangeError unless the tolerance is positive and the iterations are a whole number of at least 1. */
export function checkLimits(tolerance: number, maxIterations: number): void {
  if (!(tolerance > 0)) throw new RangeError(`tolerance must be positive, came ${tolerance}`);
  if (!Number.isInteger(maxIterations) || maxIterations < 1) {
    throw new RangeError(`maxIterations must be a whole number of at least 1, came ${maxIterations}`);
  }
}
