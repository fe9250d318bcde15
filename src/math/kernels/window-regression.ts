import { kernelInstance } from './instance.ts';

/** Multiplications below which making an instance costs more than it saves. */
const WORTHWHILE = 200_000;

/** Sliding regression sums of a vector autoregression and its forecast-error shares, in the memory of an instance. */
export interface WindowRegression {
  /** θ̃ after `solve`, n×n row-major, one buffer reused. */
  readonly shares: Float64Array;
  /** Empties the sums; the level is the mean of rows first…end). */
  clear(first: number, end: number): void;
  /** The sums as they stand become the largest so far. */
  mark(): void;
  /** Adds (1) or takes away (−1) the regression row of complete row k. */
  add(k: number, sign: 1 | -1): void;
  /** True when a sum has lost most of its largest value. */
  cancelled(): boolean;
  /** False when the sums of `count` rows do not suffice to compute the shares safely. */
  solve(count: number): boolean;
}

/**
 * The kernel for n series whose complete rows are `x`, K×n row-major; undefined where SIMD is absent, the shape too large, or too small to gain.
 * @see src/measures/connectedness/rolling-connectedness.ts, the plain twin.
 */
export function windowRegression(
  x: Float64Array,
  n: number,
  lag: number,
  horizon: number,
): WindowRegression | undefined {
  const width = 1 + n * (lag + 1);
  if ((x.length / n) * width * width < WORTHWHILE) return undefined;
  const even = width + (width % 2);
  const side = n + (n % 2);
  const work = 2 * side + 2 * even + 2 * width * even + (2 * lag + 2 + horizon) * n * side;
  const instance = kernelInstance(x.length + work + n * n);
  if (instance === undefined) return undefined;
  const { exports, place } = instance;
  const rows = place(x.length);
  rows.set(x);
  const room = place(work);
  const shares = place(n * n);
  exports.regressionSetup(n, lag, horizon, rows.byteOffset, room.byteOffset, shares.byteOffset);
  return {
    shares,
    clear: exports.regressionClear,
    mark: exports.regressionMark,
    add: exports.regressionAdd,
    cancelled: () => exports.regressionCancelled() === 1,
    solve: (count) => exports.regressionSolve(count) === 1,
  };
}
