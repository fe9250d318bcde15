import { mean, squaredDeviations } from '../../math/moments.ts';
import { varies } from '../../math/rolling-covariance.ts';

/**
 * A statistic of the last n rows of every column: out_t = f(from, to), rows from…to) = t−n+1 … t.
 * NaN policy: NaN on the first n − 1 rows and where a window holds a value that is not finite. Row t uses rows ≤ t only.
 */
export function overRows(
  columns: readonly Float64Array[],
  n: number,
  statistic: (from: number, to: number) => number,
): Float64Array {
  const out = new Float64Array(columns[0]!.length).fill(Number.NaN);
  let lastBad = -1;
  for (let t = 0; t < out.length; t++) {
    if (columns.some((column) => !Number.isFinite(column[t]))) lastBad = t;
    if (t - lastBad >= n) out[t] = statistic(t - n + 1, t + 1);
  }
  return out;
}

export function sumOf(x: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let s = from; s < to; s++) sum += x[s]!;
  return sum;
}

/** Standard score of the last of the rows, deviation with divisor n − 1; NaN where the rows do not vary. */
export function lastScore(x: Float64Array, from: number, to: number): number {
  const centre = mean(x, from, to);
  const variance = squaredDeviations(x, from, to) / (to - from - 1);
  return varies(variance, centre) ? (x[to - 1]! - centre) / Math.sqrt(variance) : Number.NaN;
}

/** Share of the rows at or below the last of them. */
export function lastShare(x: Float64Array, from: number, to: number): number {
  let below = 0;
  for (let s = from; s < to; s++) if (x[s]! <= x[to - 1]!) below += 1;
  return below / (to - from);
}

export interface Line {
  readonly slope: number;
  readonly intercept: number;
  readonly correlation: number;
}

/** Least squares of y on a constant and x over rows from…to); NaN where x does not vary, the correlation also where y does not. */
export function lineThrough(y: Float64Array, x: Float64Array, from: number, to: number): Line {
  const [my, mx] = [mean(y, from, to), mean(x, from, to)];
  let product = 0;
  for (let s = from; s < to; s++) product += (y[s]! - my) * (x[s]! - mx);
  const [syy, sxx] = [squaredDeviations(y, from, to), squaredDeviations(x, from, to)];
  const moving = (squares: number, centre: number) => varies(squares / (to - from - 1), centre);
  const slope = moving(sxx, mx) ? product / sxx : Number.NaN;
  const correlation = moving(sxx, mx) && moving(syy, my) ? product / Math.sqrt(sxx * syy) : Number.NaN;
  return { slope, intercept: my - slope * mx, correlation: Math.max(-1, Math.min(1, correlation)) };
}

/** Standard error of the slope of that line, errors equal and uncorrelated; NaN where x does not vary. */
export function slopeError(y: Float64Array, x: Float64Array, from: number, to: number): number {
  const { slope, intercept } = lineThrough(y, x, from, to);
  let squares = 0;
  for (let s = from; s < to; s++) squares += (y[s]! - intercept - slope * x[s]!) ** 2;
  return Math.sqrt(squares / (to - from - 2) / squaredDeviations(x, from, to));
}

/** Least-squares slope of x on the number of the row, over rows from…to). */
export function slopeOf(x: Float64Array, from: number, to: number): number {
  const middle = (from + to - 1) / 2;
  let [product, squares] = [0, 0];
  for (let s = from; s < to; s++) {
    product += (s - middle) * x[s]!;
    squares += (s - middle) ** 2;
  }
  return product / squares;
}
