import { z } from 'zod';
import { normalCdf } from '../math/distributions.ts';
import { hc1, neweyWest, ols, type Regression, standardErrors } from '../math/regression.ts';
import { columnsOf } from './columns.ts';
import { checkLagged, laggedDesign, lagsOf } from './lagged-design.ts';
import type { Measure } from './measure.ts';
import { windowParam } from './params.ts';
import { isConstant, isRefused, type Refused } from './refused.ts';
import { overOrderedWindows } from './windows.ts';

export interface LocalProjectionOptions {
  /** p, lags of the shock, the controls and the response. */
  readonly lags: number;
  /** H, the last horizon. */
  readonly horizon: number;
  /** The response summed over horizons 0 … h instead of that at h. Default false. */
  readonly cumulative?: boolean;
  /**
   * `newey-west`: Bartlett with lag h. `lag-augmented`: heteroskedasticity-robust (HC1), right for a regression with a lag more than the
   * dynamics need. Default newey-west.
   */
  readonly errors?: 'newey-west' | 'lag-augmented';
}

export interface ProjectedResponse {
  readonly h: number;
  /** b_h, response to a shock of 1. */
  readonly beta: number;
  readonly standardError: number;
  /** Two-sided, normal. */
  readonly p: number;
  /** Rows. */
  readonly rows: number;
}

/**
 * Impulse response by local projections: y_{t+h} = a_h + b_h shock_t + lags 1 … p of (shock, controls, y) + u, h = 0 … H, one regression each.
 *
 * `y`, `shock` and each of `controls` T rows. Standard errors allow for the overlap of horizons. An association, not an effect, unless the
 * shock is one. All rows are used: this describes the past.
 * NaN policy: rows with a hole in any regressor are left out. Refused when rows are fewer than max(30, 2k) at the longest horizon, when
 * the shock or y does not vary, or when regressors are dependent.
 * @throws RangeError when lengths differ, a value is infinite, or lags or horizon is out of range.
 * @see Jordà (2005), American Economic Review 95(1), eq. 2; Plagborg-Møller & Wolf (2021), Econometrica 89(2); Montiel Olea &
 *   Plagborg-Møller (2021), Econometrica 89(4) (lag-augmented)
 */
export function localProjection(
  y: Float64Array,
  shock: Float64Array,
  controls: readonly Float64Array[],
  options: LocalProjectionOptions,
): readonly ProjectedResponse[] | Refused {
  const { lags, horizon, cumulative = false, errors = 'newey-west' } = options;
  checkLagged({ y, shock, ...Object.fromEntries(controls.entries()) }, lags);
  if (!Number.isInteger(horizon) || horizon < 0) {
    throw new RangeError(`horizon must be a whole number of at least 0, came ${horizon}`);
  }
  if (isConstant(y) || isConstant(shock)) return { refused: 'constant_series' };
  const out: ProjectedResponse[] = [];
  for (let h = 0; h <= horizon; h++) {
    const fit = projection(y, shock, controls, { lags, h, cumulative });
    if (isRefused(fit)) return fit;
    const covariance = errors === 'newey-west' ? neweyWest(fit, h) : hc1(fit);
    const standardError = standardErrors(covariance, fit.k)[1]!;
    const beta = fit.beta[1]!;
    const p = 2 * normalCdf(-Math.abs(beta / standardError));
    out.push({ h, beta, standardError, p, rows: fit.T });
  }
  return out;
}

/** The regression at one horizon; b_h is the second coefficient. */
function projection(
  y: Float64Array,
  shock: Float64Array,
  controls: readonly Float64Array[],
  { lags, h, cumulative }: { readonly lags: number; readonly h: number; readonly cumulative: boolean },
): Regression | Refused {
  const regressors = [
    (t: number) => shock[t]!,
    ...[shock, ...controls, y].flatMap((series) => lagsOf(series, lags)),
  ];
  const response = cumulative ? (t: number) => sumOf(y, t, t + h) : (t: number) => y[t + h]!;
  const design = laggedDesign(lags, y.length - h, response, regressors);
  if (design.rows < Math.max(30, 2 * design.k)) return { refused: 'insufficient_data' };
  return ols(design.y, design.x, design.rows, design.k) ?? { refused: 'collinear' };
}

function sumOf(y: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let t = from; t <= to; t++) sum += y[t]!;
  return sum;
}

const params = z.object({
  window: windowParam(500, [120, 2520], 'rows in the window; the last response lies on its last row'),
  horizon: z
    .number()
    .int()
    .min(0)
    .max(20)
    .default(5)
    .meta({ unit: 'rows', description: 'h, rows from the shock to the response' }),
  lags: z
    .number()
    .int()
    .min(1)
    .max(5)
    .default(2)
    .meta({ unit: 'rows', description: 'p, lags of every series' }),
  response: z.enum(['cumulative', 'single']).default('cumulative').meta({
    unit: 'response',
    description: 'cumulative: summed over rows 0 … h after the shock; single: of row h alone',
  }),
});

/**
 * Rolling response of the second column to the first at one horizon, further columns controls; see `localProjection`. Shocks whose response is
 * not known yet at row t are left out. NaN on the first w − 1 rows, on a row with a hole, and where the projection is refused.
 */
export const projectedResponse: Measure<typeof params> = {
  id: 'projected-response',
  title: {
    'zh-Hans': '局部投影响应',
    'zh-Hant': '局部投影響應',
    en: 'Response by local projection',
  },
  group: 'dependence',
  unit: 'ratio',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  input: 'changes',
  columns: [2, 5],
  formula:
    'b_h in Σ_{j≤h} y_{s+j} (or y_{s+h}) = a + b_h x_s + lags 1 … p of (x, controls, y) + u, s + h ≤ t, over rows t−w+1 … t; x the first column, y the second, controls the others',
  reading:
    'Move of the second series within h rows of a move of 1 in the first, beyond what both pasts foretold: 0 none, 1 all of it passed on. An association over the window unless the first column is a shock; it learns of today’s shocks only h rows later.',
  params,
  source: {
    citation:
      'Jordà (2005), Estimation and inference of impulse responses by local projections, American Economic Review 95(1)',
    doi: '10.1257/0002828053828518',
    equation: '2',
  },
  warmUp: ({ window }) => window - 1,
  compute(panel, { window, horizon: h, lags, response }) {
    const cumulative = response === 'cumulative';
    return overOrderedWindows(columnsOf(panel, this), window, ([x, y, ...controls]) => {
      if (isConstant(x!) || isConstant(y!)) return Number.NaN;
      const fit = projection(y!, x!, controls, { lags, h, cumulative });
      return isRefused(fit) ? Number.NaN : fit.beta[1]!;
    });
  },
};
