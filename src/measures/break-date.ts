import { checkAllFinite, checkWhole, checkWithin } from '../math/arguments.ts';

export interface BreakDateOptions {
  /** Fewest rows before the break, and from it on. Default 1. */
  readonly leastRows?: number;
  /** Rows by which a date may miss and still be right. Default 0. */
  readonly within?: number;
  /** Of the interval. Default 0.9. */
  readonly level?: number;
}

export interface BreakDate {
  /** First row after the break that is the most probable: the maximum-likelihood date. */
  readonly mode: number;
  /** The row that has the most probability within `within` rows of it. */
  readonly at: number;
  /** First and last row of the interval that leaves (1 − level)/2 of the probability on either side. */
  readonly low: number;
  readonly high: number;
}

/**
 * Date of one break between two known models: the posterior Pr(k) ∝ Π_{t<k} f_before(x_t) Π_{t≥k} f_after(x_t), every row alike before the data.
 *
 * mode = argmax_k Pr(k), at = argmax_k Pr(k − w … k + w)
 *
 * `gain` n values ln f_before(x_t) − ln f_after(x_t), no unit; k from `leastRows` to n − `leastRows`. The models are taken as known: with slopes
 * estimated from few rows the interval is too short.
 * Edge: undefined when no row is left for k. Ties go to the smallest.
 * NaN policy: no holes are allowed.
 * @throws RangeError when a gain is not finite or an option is out of range.
 * @see Smith (1975), Biometrika 62(2), for the posterior; Yao (1987), Annals of Statistics 15(3), for how far it can be known
 */
export function breakDate(gain: Float64Array, options: BreakDateOptions = {}): BreakDate | undefined {
  const { leastRows = 1, within = 0, level = 0.9 } = options;
  checkWhole('leastRows', leastRows, 1);
  checkWhole('within', within, 0);
  checkWithin('level', level, 0, 1);
  checkAllFinite('gain', gain);
  const count = gain.length - 2 * leastRows + 1;
  if (count < 1) return undefined;
  const below = cumulative(gain, leastRows, count);
  const likeliest = (reach: number) => {
    const mass = (k: number) => below[Math.min(count, k + reach + 1)]! - below[Math.max(0, k - reach)]!;
    let best = 0;
    for (let k = 1; k < count; k++) if (mass(k) > mass(best) + ROUNDING) best = k;
    return leastRows + best;
  };
  const quantile = (p: number) => leastRows + below.findIndex((total) => total >= p) - 1;
  return {
    mode: likeliest(0),
    at: likeliest(within),
    low: quantile((1 - level) / 2),
    high: quantile((1 + level) / 2),
  };
}

/** Two masses nearer than this are one: sums of the same probabilities differ in their last bits. */
const ROUNDING = 1e-12;

/** Probability of the dates before `leastRows` + k, k = 0 … count. */
function cumulative(gain: Float64Array, leastRows: number, count: number): Float64Array {
  const logs = new Float64Array(count);
  for (let k = 1; k < count; k++) logs[k] = logs[k - 1]! + gain[leastRows + k - 1]!;
  const top = logs.reduce((a, b) => Math.max(a, b));
  const below = new Float64Array(count + 1);
  for (let k = 0; k < count; k++) below[k + 1] = below[k]! + Math.exp(logs[k]! - top);
  const total = below[count]!;
  return below.map((sum) => sum / total);
}
