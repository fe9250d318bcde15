import { z } from 'zod';
import { chiSquareUpperTail, fUpperTail } from '../math/distributions.ts';
import { inverse } from '../math/lu.ts';
import { classical, ols } from '../math/regression.ts';
import { columnsOf } from './columns.ts';
import { checkLagged, laggedDesign, lagsOf } from './lagged-design.ts';
import type { Measure } from './measure.ts';
import { windowParam } from './params.ts';
import { isConstant, isRefused, type Refused } from './refused.ts';
import { overOrderedWindows } from './windows.ts';

export interface GrangerTest {
  /** F = ((RSS_r − RSS_u)/p) / (RSS_u/(n − 2p − 1)). */
  readonly F: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
  /** Geweke's linear feedback ln(RSS_r/RSS_u) ≥ 0. */
  readonly geweke: number;
  /** Rows n. */
  readonly rows: number;
}

/**
 * Does the past of `cause` help to predict `effect` beyond its own past? Restricted: effect on a constant and its lags 1 … p; unrestricted:
 * with the lags 1 … p of cause as well; n = T − p rows.
 *
 * Both T rows, stationary. Precedence in these two series, not causation: a third can drive both.
 * NaN policy: rows with a hole in any regressor are left out. Refused when rows are fewer than max(30, 2(2p + 1)), when a series does not
 * vary, or when lags are dependent.
 * @throws RangeError when lengths differ, a value is infinite or p is no whole number ≥ 1.
 * @see Granger (1969), Econometrica 37(3); Geweke (1982), JASA 77(378), eq. 2.8
 */
export function grangerTest(cause: Float64Array, effect: Float64Array, p: number): GrangerTest | Refused {
  const T = checkLagged({ cause, effect }, p);
  if (isConstant(cause) || isConstant(effect)) return { refused: 'constant_series' };
  const regressors = [...lagsOf(effect, p), ...lagsOf(cause, p)];
  const { y, x, rows, k } = laggedDesign(p, T, (t) => effect[t]!, regressors);
  if (rows < Math.max(30, 2 * k)) return { refused: 'insufficient_data' };
  const full = ols(y, x, rows, k);
  const own = ols(y, leadingColumns(x, rows, k, p + 1), rows, p + 1);
  if (full === undefined || own === undefined) return { refused: 'collinear' };
  const df2 = rows - k;
  const F = (own.rss - full.rss) / p / (full.rss / df2);
  return { F, df1: p, df2, p: fUpperTail(F, p, df2), geweke: Math.log(own.rss / full.rss), rows };
}

export interface WaldTest {
  readonly wald: number;
  readonly df: number;
  readonly p: number;
  readonly rows: number;
}

/**
 * Granger's question for series that may be integrated: a VAR equation in levels with p + d lags of both, and a Wald test, χ²_p, on the first p
 * lags of `cause` only; d the largest order of integration. The variance is RSS/(n − k).
 *
 * Refused and otherwise as `grangerTest`.
 * @see Toda & Yamamoto (1995), Statistical inference in vector autoregressions with possibly integrated processes, J. Econometrics 66
 */
export function todaYamamotoTest(
  cause: Float64Array,
  effect: Float64Array,
  p: number,
  integration = 1,
): WaldTest | Refused {
  const T = checkLagged({ cause, effect }, p);
  if (!Number.isInteger(integration) || integration < 0) {
    throw new RangeError(`integration must be a whole number of at least 0, came ${integration}`);
  }
  if (isConstant(cause) || isConstant(effect)) return { refused: 'constant_series' };
  const all = p + integration;
  const regressors = [...lagsOf(cause, p), ...lagsOf(effect, all), ...lagsOf(cause, all).slice(p)];
  const { y, x, rows, k } = laggedDesign(all, T, (t) => effect[t]!, regressors);
  if (rows < Math.max(30, 2 * k)) return { refused: 'insufficient_data' };
  const fit = ols(y, x, rows, k);
  if (fit === undefined) return { refused: 'collinear' };
  const V = classical(fit);
  const block = new Float64Array(p * p).map((_, at) => V[(1 + Math.floor(at / p)) * k + 1 + (at % p)]!);
  const precision = inverse(block, p);
  if (precision === undefined) return { refused: 'collinear' };
  let wald = 0;
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < p; j++) wald += fit.beta[1 + i]! * precision[i * p + j]! * fit.beta[1 + j]!;
  }
  return { wald, df: p, p: chiSquareUpperTail(wald, p), rows };
}

function leadingColumns(x: Float64Array, rows: number, k: number, kept: number): Float64Array {
  return new Float64Array(rows * kept).map((_, at) => x[Math.floor(at / kept) * k + (at % kept)]!);
}

const params = z.object({
  window: windowParam(250, [60, 2520], 'rows in the window'),
  lags: z
    .number()
    .int()
    .min(1)
    .max(10)
    .default(2)
    .meta({ unit: 'rows', description: 'p, lags of both series' }),
});

/** Rolling `grangerTest().geweke` from the first column to the second. NaN on the first w − 1 rows, on a row with a hole, and where the test is refused. */
export const linearFeedback: Measure<typeof params> = {
  id: 'linear-feedback',
  title: {
    'zh-Hans': '线性反馈（Granger–Geweke）',
    'zh-Hant': '線性反饋（Granger–Geweke）',
    en: 'Linear feedback (Granger–Geweke)',
  },
  group: 'dependence',
  unit: 'ratio',
  range: [0, Number.POSITIVE_INFINITY],
  input: 'changes',
  columns: [2, 2],
  formula:
    'ln(RSS_r / RSS_u) over rows t−w+1 … t; r: second column on its lags 1 … p; u: with lags 1 … p of the first column as well',
  reading:
    'How much the past of the first series adds to the prediction of the second: 0 nothing; n times it is about χ² with p degrees of freedom when it adds nothing. Precedence, not causation.',
  params,
  source: {
    citation:
      'Geweke (1982), Measurement of linear dependence and feedback between multiple time series, J. American Statistical Association 77(378)',
    doi: '10.1080/01621459.1982.10477803',
    equation: '2.8',
  },
  warmUp: ({ window }) => window - 1,
  compute(panel, { window, lags }) {
    return overOrderedWindows(columnsOf(panel, this), window, ([cause, effect]) => {
      const test = grangerTest(cause!, effect!, lags);
      return isRefused(test) || !Number.isFinite(test.geweke) ? Number.NaN : Math.max(0, test.geweke);
    });
  },
};
