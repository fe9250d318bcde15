import { type EpochDay, epochDay } from '../../../data/time.ts';
import { chiSquareUpperTail, normalQuantile } from '../../../math/distributions.ts';
import { combinationStandardError, neweyWest, ols } from '../../../math/regression.ts';
import { bartlettLag } from '../flows/etf/slope.ts';
import type { CompleteRows } from './driver-model.ts';

/** Sessions of the sample. */
export const SAMPLE = 250;
/** Fewest rows of a year, and of each side of the break. */
const FEWEST = 120;
/** Real yields rose and gold did not fall: the year from which the break is asked about. */
export const BREAK: EpochDay = epochDay(2022, 1, 1);
export const LEVEL = 0.95;

export interface Slope {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Slopes of y = a + b_1 x_1 + b_2 x_2 + e with Newey–West bands. */
export interface Exposure {
  readonly slopes: readonly [Slope, Slope];
  readonly r2: number;
  readonly rows: number;
  readonly lag: number;
}

/** The regression on the rows from … to (of the packed rows x_1, x_2, y); undefined below 60 rows or where the regressors are dependent. */
export function exposureOn({ rows }: CompleteRows, from: number, to: number): Exposure | undefined {
  const T = to - from;
  if (T < 60) return undefined;
  const x = new Float64Array(3 * T);
  const y = new Float64Array(T);
  for (let t = 0; t < T; t++) {
    const at = 3 * (from + t);
    x.set([1, rows[at]!, rows[at + 1]!], 3 * t);
    y[t] = rows[at + 2]!;
  }
  const fit = ols(y, x, T, 3);
  if (!fit) return undefined;
  const lag = bartlettLag(T);
  const covariance = neweyWest(fit, lag);
  const reach = normalQuantile((1 + LEVEL) / 2);
  const slope = (k: 1 | 2): Slope => {
    const [value, error] = [fit.beta[k]!, Math.sqrt(covariance[4 * k]!)];
    return { value, low: value - reach * error, high: value + reach * error };
  };
  return { slopes: [slope(1), slope(2)], r2: fit.r2, rows: T, lag };
}

/** Years in which a slope had the sign it has now. */
export interface SignYears {
  readonly same: number;
  readonly years: number;
}

/** Signs of slope k by calendar year, of years with at least 120 rows. */
export function signYears(sample: CompleteRows, dates: Int32Array, k: 0 | 1, sign: number): SignYears {
  const signs: number[] = [];
  let from = 0;
  while (from < sample.at.length) {
    const year = yearAt(dates[sample.at[from]!]!);
    let to = from;
    while (to < sample.at.length && yearAt(dates[sample.at[to]!]!) === year) to++;
    const found = to - from >= FEWEST ? exposureOn(sample, from, to) : undefined;
    if (found) signs.push(Math.sign(found.slopes[k].value));
    from = to;
  }
  return { same: signs.filter((one) => one === Math.sign(sign)).length, years: signs.length };
}

function yearAt(day: EpochDay): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}

export interface SlopeBreak {
  readonly before: number;
  readonly after: number;
  /** p of "the slope of x_1 did not change", HAC Wald. */
  readonly p: number;
}

/**
 * Chow's question with errors that hold under heteroskedasticity and autocorrelation: y on a constant, x_1 and x_2, and on each times
 * the days from the break on; the Wald test is of x_1's. Undefined below 120 rows on a side.
 */
export function slopeBreak({ rows, at }: CompleteRows, dates: Int32Array): SlopeBreak | undefined {
  const T = at.length;
  const after = at.filter((row) => dates[row]! >= BREAK).length;
  if (after < FEWEST || T - after < FEWEST) return undefined;
  const x = new Float64Array(6 * T);
  const y = new Float64Array(T);
  for (let t = 0; t < T; t++) {
    const [a, b] = [rows[3 * t]!, rows[3 * t + 1]!];
    const since = dates[at[t]!]! >= BREAK ? 1 : 0;
    x.set([1, a, b, since, since * a, since * b], 6 * t);
    y[t] = rows[3 * t + 2]!;
  }
  const fit = ols(y, x, T, 6);
  if (!fit) return undefined;
  const change = Float64Array.of(0, 0, 0, 0, 1, 0);
  const error = combinationStandardError(neweyWest(fit, bartlettLag(T)), change);
  return {
    before: fit.beta[1]!,
    after: fit.beta[1]! + fit.beta[4]!,
    p: chiSquareUpperTail((fit.beta[4]! / error) ** 2, 1),
  };
}
