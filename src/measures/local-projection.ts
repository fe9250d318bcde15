import { normalCdf } from '../math/distributions.ts';
import { hc1, neweyWest, ols, standardErrors } from '../math/regression.ts';
import { checkLagged, laggedDesign, lagsOf } from './lagged-design.ts';
import { isConstant, type Refused } from './refused.ts';

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
  const T = checkLagged({ y, shock, ...Object.fromEntries(controls.entries()) }, lags);
  if (!Number.isInteger(horizon) || horizon < 0) {
    throw new RangeError(`horizon must be a whole number of at least 0, came ${horizon}`);
  }
  if (isConstant(y) || isConstant(shock)) return { refused: 'constant_series' };
  const regressors = [
    (t: number) => shock[t]!,
    ...[shock, ...controls, y].flatMap((series) => lagsOf(series, lags)),
  ];
  const out: ProjectedResponse[] = [];
  for (let h = 0; h <= horizon; h++) {
    const response = cumulative ? (t: number) => sumOf(y, t, t + h) : (t: number) => y[t + h]!;
    const design = laggedDesign(lags, T - h, response, regressors);
    if (design.rows < Math.max(30, 2 * design.k)) return { refused: 'insufficient_data' };
    const fit = ols(design.y, design.x, design.rows, design.k);
    if (fit === undefined) return { refused: 'collinear' };
    const covariance = errors === 'newey-west' ? neweyWest(fit, h) : hc1(fit);
    const standardError = standardErrors(covariance, fit.k)[1]!;
    const beta = fit.beta[1]!;
    const p = 2 * normalCdf(-Math.abs(beta / standardError));
    out.push({ h, beta, standardError, p, rows: design.rows });
  }
  return out;
}

function sumOf(y: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let t = from; t <= to; t++) sum += y[t]!;
  return sum;
}
