import { percentileBand, stationaryBootstrapIndices } from '../../../math/bootstrap.ts';
import { quantile } from '../../../math/quantile.ts';
import { stream } from '../../../math/random.ts';
import { valuesAt } from '../../../math/values-at.ts';

const SEED = 20260130;
const DRAWS = 400;
const BLOCK = 5;

/**
 * Hedge ratio of least variance, −Cov(r, h)/Var(h), never below 0: a hedge is held, not sold. `position`, `hedge` n returns without holes.
 * NaN when the hedge does not vary.
 * @see Ederington (1979), The hedging performance of the new futures markets, J. Finance 34(1), eq. 5
 */
export function hedgeRatio(position: Float64Array, hedge: Float64Array): number {
  const { cross, second } = moments(position, hedge);
  return second > 0 ? Math.max(0, -cross / second) : Number.NaN;
}

/**
 * Hedge effectiveness 1 − Var(r + k h)/Var(r) at a ratio k known before the rows; 1 a perfect hedge, 0 none, below 0 it added risk.
 * NaN when the position does not vary.
 * @see Ederington (1979), J. Finance 34(1), eq. 8, out of sample
 */
export function hedgeEffectiveness(position: Float64Array, hedge: Float64Array, ratio: number): number {
  const { cross, first, second } = moments(position, hedge);
  return first > 0 ? -(2 * ratio * cross + ratio * ratio * second) / first : Number.NaN;
}

/** Percentile band of the effectiveness by the stationary bootstrap, blocks of 5 days on average; the draws are always the same. */
export function effectivenessBand(
  position: Float64Array,
  hedge: Float64Array,
  ratio: number,
  level: number,
): { readonly low: number; readonly high: number } {
  const n = position.length;
  const random = stream(SEED);
  const at = new Int32Array(n);
  const draws = Float64Array.from({ length: DRAWS }, () => {
    stationaryBootstrapIndices(n, BLOCK, random, at);
    return hedgeEffectiveness(valuesAt(position, at), valuesAt(hedge, at), ratio);
  });
  const { low, high } = percentileBand(draws, level);
  return { low, high };
}

/** Days on which both returns lie below their own quantile `tail`; n · tail² are expected of two that are independent. */
export function coexceedances(a: Float64Array, b: Float64Array, tail: number): number {
  const [qa, qb] = [quantile(a, tail), quantile(b, tail)];
  return a.reduce((count, x, t) => count + (x < qa && b[t]! < qb ? 1 : 0), 0);
}

function moments(a: Float64Array, b: Float64Array) {
  const n = a.length;
  const [ma, mb] = [a, b].map((values) => values.reduce((sum, x) => sum + x, 0) / n) as [number, number];
  let [first, second, cross] = [0, 0, 0];
  for (let t = 0; t < n; t++) {
    first += (a[t]! - ma) ** 2;
    second += (b[t]! - mb) ** 2;
    cross += (a[t]! - ma) * (b[t]! - mb);
  }
  return { first, second, cross };
}
