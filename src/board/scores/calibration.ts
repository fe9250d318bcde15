import { checkWhole } from '../../math/arguments.ts';
import { chiSquareUpperTail, normalLogPdf, normalQuantile } from '../../math/distributions.ts';
import { mean } from '../../math/moments.ts';

export interface KolmogorovSmirnov {
  /** sup |F_n(u) − u|. */
  readonly statistic: number;
  /** Asymptotic p-value; too large by a few hundredths below some fifty values, and only right when the values are independent. */
  readonly p: number;
}

/**
 * Distance of n values from the uniform distribution on [0, 1]: D = max_i max(i/n − u_(i), u_(i) − (i − 1)/n).
 * p = 2·Σ_{k≥1} (−1)^{k−1}·exp(−2k²nD²). Both NaN for no value and when one is NaN.
 * @throws RangeError when a value is outside [0, 1].
 * @see Kolmogorov (1933); Marsaglia, Tsang & Wang (2003), J. Statistical Software 8(18), for both series.
 */
export function kolmogorovSmirnovUniform(values: Float64Array): KolmogorovSmirnov {
  checkUnit(values);
  const n = values.length;
  if (n === 0 || values.some(Number.isNaN)) return { statistic: Number.NaN, p: Number.NaN };
  const sorted = values.slice().sort();
  let statistic = 0;
  for (let i = 0; i < n; i++) {
    statistic = Math.max(statistic, (i + 1) / n - sorted[i]!, sorted[i]! - i / n);
  }
  return { statistic, p: kolmogorovTail(Math.sqrt(n) * statistic) };
}

/** Pr(K > x) of the Kolmogorov distribution; of its two series the one that converges. */
function kolmogorovTail(x: number): number {
  if (x < 1.18) {
    let below = 0;
    for (let k = 1; k <= 15; k += 2) below += Math.exp(-((k * Math.PI) ** 2) / (8 * x * x));
    return x === 0 ? 1 : 1 - (Math.sqrt(2 * Math.PI) / x) * below;
  }
  let tail = 0;
  for (let k = 1; k <= 10; k++) tail += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * x * x);
  return tail;
}

/** Counts of the values in `bins` equal parts of [0, 1], the last one closed; NaN is not counted. @throws RangeError outside [0, 1]. */
export function unitHistogram(values: Float64Array, bins = 10): Int32Array {
  checkUnit(values);
  checkWhole('bins', bins, 1);
  const counts = new Int32Array(bins);
  for (const value of values) {
    if (!Number.isNaN(value)) counts[Math.min(bins - 1, Math.floor(value * bins))]!++;
  }
  return counts;
}

export interface Berkowitz {
  /** Likelihood ratio, χ² with 3 degrees of freedom when the forecasts are right. */
  readonly statistic: number;
  readonly p: number;
  /** Values kept 1e-15 away from 0 or 1: the observation was beyond anything the forecast allowed. */
  readonly clipped: number;
}

const CLIP = 1e-15;

/**
 * Berkowitz's joint test that forecasts are centred, of the right width and independent, on n probability integral transforms.
 * z = Φ⁻¹(u); LR = 2·(ℓ(ĉ, ρ̂, σ̂) − ℓ(0, 0, 1)), ℓ the likelihood of z_t = c + ρ·z_{t−1} + σ·ε_t given z_1
 *
 * Values in order of time. Null below four values, when one is NaN, and when the z do not vary.
 * @throws RangeError when a value is outside [0, 1].
 * @see Berkowitz (2001), Testing density forecasts, with applications to risk management, J. Business & Economic Statistics 19, 465–474.
 */
export function berkowitzTest(values: Float64Array): Berkowitz | null {
  checkUnit(values);
  if (values.length < 4 || values.some(Number.isNaN)) return null;
  const clipped = values.filter((u) => u < CLIP || u > 1 - CLIP).length;
  const z = values.map((u) => normalQuantile(Math.min(1 - CLIP, Math.max(CLIP, u))));
  const [before, after] = [z.subarray(0, -1), z.subarray(1)];
  const residual = residualSumOfSquares(before, after);
  const n = after.length;
  if (!(residual > 0)) return null;
  const free = (-n / 2) * (Math.log((2 * Math.PI * residual) / n) + 1);
  const right = after.reduce((sum, x) => sum + normalLogPdf(x), 0);
  const statistic = Math.max(0, 2 * (free - right));
  return { statistic, p: chiSquareUpperTail(statistic, 3), clipped };
}

/** Of the regression of y on a constant and x; NaN when x does not vary. */
function residualSumOfSquares(x: Float64Array, y: Float64Array): number {
  const [centre, level] = [mean(x), mean(y)];
  let [squares, products] = [0, 0];
  for (let t = 0; t < x.length; t++) {
    squares += (x[t]! - centre) ** 2;
    products += (x[t]! - centre) * (y[t]! - level);
  }
  const slope = products / squares;
  let sum = 0;
  for (let t = 0; t < x.length; t++) sum += (y[t]! - level - slope * (x[t]! - centre)) ** 2;
  return sum;
}

function checkUnit(values: Float64Array): void {
  const odd = values.find((value) => value < 0 || value > 1);
  if (odd !== undefined) throw new RangeError(`a value must be from 0 to 1, came ${odd}`);
}
