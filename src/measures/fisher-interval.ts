import { normalQuantile } from '../math/distributions.ts';

/**
 * Confidence interval of a correlation by Fisher's transformation.
 *
 * tanh(artanh r ± z_{(1+c)/2} / sqrt(n − 3))
 *
 * `r` in [−1, 1] of `n` independent pairs; `confidence` c in (0, 1). Both ends r when |r| = 1. NaN when r is NaN or n ≤ 3.
 * Serial dependence and fat tails make the true interval wider.
 * @throws RangeError when |r| > 1 or c is outside (0, 1).
 * @see Fisher (1921), On the "probable error" of a coefficient of correlation, Metron 1.
 */
export function fisherInterval(
  r: number,
  n: number,
  confidence = 0.95,
): readonly [low: number, high: number] {
  if (Math.abs(r) > 1) throw new RangeError(`a correlation lies in [−1, 1], came ${r}`);
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`confidence must lie in (0, 1), came ${confidence}`);
  if (!(n > 3)) return [Number.NaN, Number.NaN];
  const half = normalQuantile((1 + confidence) / 2) / Math.sqrt(n - 3);
  return [Math.tanh(Math.atanh(r) - half), Math.tanh(Math.atanh(r) + half)];
}
