import { checkSameLength } from '../../math/arguments.ts';

/** Σ q·x under probabilities q. NaN when a value with a probability is. @throws RangeError when lengths differ. */
export function probabilityMean(q: Float64Array, x: Float64Array): number {
  checkSameLength('probabilities and values', q, x);
  return x.reduce((sum, value, s) => (q[s] === 0 ? sum : sum + q[s]! * value), 0);
}

/** √(Σ q·(x − E[x])²), without a sample correction. NaN and errors as `probabilityMean`. */
export function probabilityDeviation(q: Float64Array, x: Float64Array): number {
  const mean = probabilityMean(q, x);
  return Math.sqrt(
    probabilityMean(
      q,
      x.map((value) => (value - mean) ** 2),
    ),
  );
}
