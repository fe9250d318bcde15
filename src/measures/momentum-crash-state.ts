import { z } from 'zod';
import { classical, ols, standardErrors } from '../math/regression.ts';
import { rollingMean } from '../math/rolling.ts';
import { valuesAt } from '../math/values-at.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { daysPerYearParam, windowParam } from './params.ts';
import { logReturns } from './realised-volatility.ts';

export interface CrashStateOptions {
  /** Rows over which the market's return decides whether it is a bear market: two years in the paper. */
  readonly bear: number;
  /** Rows of the market's variance: 126 in the paper. */
  readonly window: number;
  readonly daysPerYear: number;
}

/**
 * State in which momentum crashes: a bear market times its variance, as of each day's close.
 *
 * c_t = I_B,t σ̂²_t; I_B,t = 1 if P_t < P_{t−bear}; σ̂²_t = A · mean r_s², s = t−w+1 … t
 *
 * `market` P (n rows, positive); an annual variance, 0 outside a bear market. It forecasts the row after. NaN until both windows are full and
 * where they hold a NaN.
 * @throws RangeError when a window is not a whole number ≥ 1.
 * @see Daniel & Moskowitz (2016), Momentum crashes, J. Financial Economics 122(2), section 4.
 */
export function crashStatePath(
  market: Float64Array,
  { bear, window, daysPerYear }: CrashStateOptions,
): Float64Array {
  const squares = rollingMean(
    logReturns(market).map((r) => r * r),
    window,
  );
  return market.map((price, t) => {
    const before = t >= bear ? market[t - bear]! : Number.NaN;
    if (!(price > 0 && before > 0)) return Number.NaN;
    return price < before ? daysPerYear * Math.max(0, squares[t]!) : 0 * squares[t]!;
  });
}

export interface CrashRegression {
  /** γ_0: return of the factor outside the state. */
  readonly constant: number;
  /** γ: change of the factor's return for each unit of I_B σ̂²; negative where momentum crashes. */
  readonly slope: number;
  readonly tStatistic: number;
  readonly rows: number;
}

/**
 * Regression of the momentum factor on the crash state of the day before.
 *
 * WML_t = γ_0 + γ c_{t−1} + e_t
 *
 * `factor`, `state` n rows each; rows with a NaN are left out. LOOK-AHEAD when read for a day inside the sample: for a forecast cut the
 * input at the day. Undefined when fewer than 30 rows remain or the state does not vary.
 * @throws RangeError when the lengths differ.
 * @see Daniel & Moskowitz (2016), Momentum crashes, J. Financial Economics 122(2), table 5.
 */
export function crashRegression(factor: Float64Array, state: Float64Array): CrashRegression | undefined {
  if (factor.length !== state.length)
    throw new RangeError(`series must have one length, came ${factor.length} and ${state.length}`);
  const kept = Array.from(factor.keys()).filter(
    (t) => t > 0 && Number.isFinite(factor[t]!) && Number.isFinite(state[t - 1]!),
  );
  if (kept.length < 30) return undefined;
  const x = Float64Array.from(kept.flatMap((t) => [1, state[t - 1]!]));
  const fit = ols(valuesAt(factor, kept), x, kept.length, 2);
  if (fit === undefined) return undefined;
  const error = standardErrors(classical(fit), 2)[1]!;
  return { constant: fit.beta[0]!, slope: fit.beta[1]!, tStatistic: fit.beta[1]! / error, rows: kept.length };
}

const params = z.object({
  bear: windowParam(
    504,
    [60, 1260],
    'rows over which a lower price makes a bear market; two years in the paper',
  ),
  window: windowParam(126, [20, 504], 'returns in the variance of the market'),
  daysPerYear: daysPerYearParam,
});

/** `crashStatePath`. */
export const momentumCrashState: Measure<typeof params> = {
  id: 'momentum-crash-state',
  title: { 'zh-Hans': '动量崩溃状态', 'zh-Hant': '動能崩潰狀態', en: 'Momentum crash state' },
  group: 'stress',
  unit: 'ratio',
  range: [0, Number.POSITIVE_INFINITY],
  input: 'levels',
  columns: [1, 1],
  formula:
    'c_t = I_B σ̂²; I_B = 1 if P_t < P_{t−504}; σ̂² = A · mean r_s², s = t−w+1 … t; the column is the market',
  reading:
    '0 no bear market: momentum is not at risk from a rebound. The higher, the worse the winners have done against the losers the day after; 0.09 is a bear market with a volatility of 30 %.',
  params,
  source: {
    citation: 'Daniel & Moskowitz (2016), Momentum crashes, J. Financial Economics 122(2)',
    doi: '10.1016/j.jfineco.2015.12.002',
    equation: 'section 4, table 5',
  },
  warmUp: ({ bear, window }) => Math.max(bear, window),
  compute(panel, options) {
    return crashStatePath(columnsOf(panel, this)[0]!, options);
  },
};
