import { checkWhole } from '../math/arguments.ts';
import { segmentCosts } from './pelt.ts';

export interface BreakModel {
  /** Rows before each break: the first row of the new segment, counted from 0. */
  readonly breaks: readonly number[];
  readonly rss: number;
  /** −2 ln L + ln T · 2(m + 1): m + 1 means, m dates and a variance. */
  readonly bic: number;
}

export interface BaiPerron {
  /** The best model with m breaks, m = 0, 1, …; as many as fit. */
  readonly models: readonly BreakModel[];
  /** Number of breaks with the least BIC. */
  readonly choice: number;
}

export interface BaiPerronOptions {
  /** Fewest rows of a segment. Default ⌊0.15 T⌋. */
  readonly leastRows?: number;
  /** Default 5. */
  readonly maxBreaks?: number;
}

/**
 * Structural breaks in the mean: for each number of breaks the dates that minimise the residual sum of squares, exactly, by dynamic
 * programming; the number by BIC.
 *
 * RSS_m(t) = min_s RSS_{m−1}(s) + Σ_{s<u≤t} (x_u − x̄_{s,t})², segments of at least h rows
 *
 * `x` T values. All rows are used: this dates breaks in the past, it does not signal them. Ties go to the smallest break.
 * NaN policy: no holes are allowed.
 * @throws RangeError when a value is not finite, or leastRows or maxBreaks is out of range.
 * @see Bai & Perron (1998), Econometrica 66; Bai & Perron (2003), J. Applied Econometrics 18, section 3; as R's strucchange
 */
export function baiPerron(x: Float64Array, options: BaiPerronOptions = {}): BaiPerron {
  const T = x.length;
  const { leastRows = Math.max(1, Math.floor(0.15 * T)), maxBreaks = 5 } = options;
  checkWhole('leastRows', leastRows, 1);
  checkWhole('maxBreaks', maxBreaks, 0);
  const bad = x.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw new RangeError(`x must be finite, came ${x[bad]} at ${bad}`);
  if (T < leastRows) return { models: [], choice: 0 };
  const { rss } = segmentCosts(x, 'mean');
  const h = leastRows;
  const most = Math.min(maxBreaks, Math.floor(T / h) - 1);
  const cost = [
    Float64Array.from({ length: T + 1 }, (_, t) => (t >= h ? rss(0, t) : Number.POSITIVE_INFINITY)),
  ];
  const from: Int32Array[] = [new Int32Array(T + 1)];
  for (let m = 1; m <= most; m++) {
    const before = cost[m - 1]!;
    const best = new Float64Array(T + 1).fill(Number.POSITIVE_INFINITY);
    const at = new Int32Array(T + 1);
    for (let t = (m + 1) * h; t <= T; t++) {
      for (let s = m * h; s <= t - h; s++) {
        const value = before[s]! + rss(s, t);
        if (value < best[t]!) {
          best[t] = value;
          at[t] = s;
        }
      }
    }
    cost.push(best);
    from.push(at);
  }
  const models = cost.map((best, m) => ({
    breaks: tracedBack(from, m, T),
    rss: best[T]!,
    bic: bic(best[T]!, T, m),
  }));
  const choice = models.reduce((least, model, m) => (model.bic < models[least]!.bic ? m : least), 0);
  return { models, choice };
}

function tracedBack(from: readonly Int32Array[], m: number, T: number): number[] {
  const breaks: number[] = [];
  for (let t = T; m > 0; m--) {
    t = from[m]![t]!;
    breaks.unshift(t);
  }
  return breaks;
}

function bic(rss: number, T: number, m: number): number {
  return T * (Math.log(2 * Math.PI) + Math.log(rss / T) + 1) + Math.log(T) * 2 * (m + 1);
}
