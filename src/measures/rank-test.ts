import { midRanks } from '../math/mid-ranks.ts';
import { checkPair } from './correlation.ts';

/** Most values whose orders are all gone through: 8! = 40,320. */
const MOST = 8;

/**
 * Exact two-sided p of Spearman's rank correlation: the share of all orders of one series that agree or disagree at least as much as seen.
 *
 * p = #{π : |Σ_i a_i b_π(i)| ≥ |Σ_i a_i b_i|} / n!, a and b the mid-ranks less their mean
 *
 * `x`, `y` n values each, exchangeable under the null. NaN when n < 2, a value is NaN, or all values of a series are tied. The smallest p is
 * 2/n! without ties.
 * @throws RangeError when the lengths differ or n > 8.
 * @see Kendall (1948), Rank Correlation Methods, ch. 4.
 */
export function spearmanP(x: Float64Array, y: Float64Array): number {
  checkPair(x, y);
  if (x.length > MOST) throw new RangeError(`at most ${MOST} values can be tested, came ${x.length}`);
  const [a, b] = [centredRanks(x), centredRanks(y)];
  if (!(x.length > 1) || !a.some((rank) => rank !== 0) || !b.some((rank) => rank !== 0)) return Number.NaN;
  if (Number.isNaN(a[0]! + b[0]!)) return Number.NaN;
  const seen = Math.abs(a.reduce((sum, rank, i) => sum + rank * b[i]!, 0));
  const found = asFar(a, b, seen - 1e-9, 0, 0);
  return found / factorial(x.length);
}

function centredRanks(values: Float64Array): Float64Array {
  return midRanks(values).map((rank) => rank - (values.length + 1) / 2);
}

/** Orders of the values of `b` from row `i` on, those before standing, whose product with `a` is at least `line` in size. */
function asFar(a: Float64Array, b: Float64Array, line: number, i: number, sum: number): number {
  if (i === b.length) return Math.abs(sum) >= line ? 1 : 0;
  let found = 0;
  for (let k = i; k < b.length; k++) {
    swap(b, i, k);
    found += asFar(a, b, line, i + 1, sum + a[i]! * b[i]!);
    swap(b, i, k);
  }
  return found;
}

function swap(values: Float64Array, i: number, k: number): void {
  const before = values[i]!;
  values[i] = values[k]!;
  values[k] = before;
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}
