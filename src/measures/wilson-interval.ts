import { normalQuantile } from '../math/distributions.ts';

/**
 * Wilson's score interval for a share of successes.
 *
 * (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n), p = hits/n, z the normal quantile of (1 + level)/2
 *
 * `hits` of `n` independent trials; within [0, 1], and of width above 0 also when no or every trial is a hit. NaN at both ends when n is 0.
 * @throws RangeError unless 0 ≤ hits ≤ n are whole numbers and 0 < level < 1.
 * @see Wilson (1927), Journal of the American Statistical Association 22(158), 209–212.
 */
export function wilsonInterval(hits: number, n: number, level: number): { low: number; high: number } {
  if (!Number.isInteger(hits) || !Number.isInteger(n) || hits < 0 || hits > n) {
    throw new RangeError(`hits must be a whole number in [0, n], came ${hits} of ${n}`);
  }
  if (!(level > 0 && level < 1)) throw new RangeError(`level must be in (0, 1), came ${level}`);
  if (n === 0) return { low: Number.NaN, high: Number.NaN };
  const z2 = normalQuantile((1 + level) / 2) ** 2;
  const p = hits / n;
  const centre = p + z2 / (2 * n);
  const reach = Math.sqrt((z2 * p * (1 - p)) / n + (z2 / (2 * n)) ** 2);
  const scale = 1 + z2 / n;
  return { low: Math.max(0, (centre - reach) / scale), high: Math.min(1, (centre + reach) / scale) };
}
