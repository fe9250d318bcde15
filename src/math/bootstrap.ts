import { quantiles } from './quantile.ts';
import type { RandomStream } from './random.ts';

/**
 * Row numbers of one stationary bootstrap sample: blocks from a uniform start with geometric lengths of mean `meanBlock`, round the end.
 * i_{t+1} = i_t + 1 mod n with probability 1 − 1/meanBlock, else uniform on 0 … n − 1. n values of 0 … n − 1; written into `out` when given.
 * @throws RangeError when n is not a whole number ≥ 1, meanBlock < 1, or `out` has another length
 * @see Politis & Romano (1994), The Stationary Bootstrap, Journal of the American Statistical Association 89(428)
 */
export function stationaryBootstrapIndices(
  n: number,
  meanBlock: number,
  random: RandomStream,
  out: Int32Array = new Int32Array(checkedRows(n)),
): Int32Array {
  checkOut(n, out);
  if (!(meanBlock >= 1)) throw new RangeError(`meanBlock must be at least 1 row, came ${meanBlock}`);
  random.blocks(n, 1 / meanBlock, out);
  return out;
}

/**
 * Row numbers of one circular block bootstrap sample: blocks of `block` rows from uniform starts 0 … n − 1, round the end, the last cut.
 * n values of 0 … n − 1; every row is drawn with the same probability. Written into `out` when given.
 * @throws RangeError when n is not a whole number ≥ 1, block not one in [1, n], or `out` has another length
 * @see Politis & Romano (1992), A circular block-resampling procedure for stationary data
 */
export function circularBlockIndices(
  n: number,
  block: number,
  random: RandomStream,
  out: Int32Array = new Int32Array(checkedRows(n)),
): Int32Array {
  return blocks(n, block, n, random, out);
}

/**
 * Row numbers of one moving block bootstrap sample: blocks of `block` rows from uniform starts 0 … n − block, the last cut.
 * n values of 0 … n − 1; rows near the ends are drawn less often. Written into `out` when given.
 * @throws RangeError when n is not a whole number ≥ 1, block not one in [1, n], or `out` has another length
 * @see Künsch (1989), The Annals of Statistics 17(3)
 */
export function movingBlockIndices(
  n: number,
  block: number,
  random: RandomStream,
  out: Int32Array = new Int32Array(checkedRows(n)),
): Int32Array {
  return blocks(n, block, n - block + 1, random, out);
}

function blocks(n: number, block: number, starts: number, random: RandomStream, out: Int32Array): Int32Array {
  checkOut(n, out);
  if (!Number.isInteger(block) || block < 1 || block > n) {
    throw new RangeError(`block must be a whole number of rows in [1, ${n}], came ${block}`);
  }
  let at = 0;
  for (let t = 0; t < n; t++) {
    at = t % block === 0 ? random.integer(starts) : (at + 1) % n;
    out[t] = at;
  }
  return out;
}

export interface PercentileBand {
  readonly low: number;
  readonly high: number;
  /** Draws that had a value. */
  readonly draws: number;
}

/**
 * Percentile band of bootstrap draws: the type 7 quantiles at (1 − level)/2 and (1 + level)/2.
 * NaN policy: draws that are NaN (a resample on which the statistic is not defined) are left out and not counted in `draws`; NaN when none
 * is left.
 * @throws RangeError when level is outside (0, 1)
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, § 13.3
 */
export function percentileBand(draws: Float64Array, level: number): PercentileBand {
  if (!(level > 0 && level < 1)) throw new RangeError(`level must be in (0, 1), came ${level}`);
  const valid = draws.filter((x) => !Number.isNaN(x));
  const [low, high] = quantiles(valid, [(1 - level) / 2, (1 + level) / 2]);
  return { low: low!, high: high!, draws: valid.length };
}

function checkedRows(n: number): number {
  if (!Number.isInteger(n) || n < 1)
    throw new RangeError(`n must be a whole number of at least 1, came ${n}`);
  return n;
}

function checkOut(n: number, out: Int32Array): void {
  if (out.length !== checkedRows(n)) throw new RangeError(`out must have ${n} values, came ${out.length}`);
}
