import { checkSameLength, checkWhole } from '../math/arguments.ts';
import { normalCdf } from '../math/distributions.ts';
import { mean } from '../math/moments.ts';
import { neweyWest, ols, standardErrors } from '../math/regression.ts';

export interface ClarkWest {
  /** 1 − Σ e₂² / Σ e₁²: above 0 the larger model forecast better. */
  readonly gain: number;
  /** Mean of the adjusted difference over its Newey–West error. */
  readonly statistic: number;
  /** One-sided, normal: of "the larger model adds nothing". */
  readonly p: number;
  readonly forecasts: number;
}

/**
 * Test that a larger model forecasts no better than the one nested in it, which a comparison of plain squared errors would favour.
 *
 * f_t = (y_t − ŷ₁)² − [(y_t − ŷ₂)² − (ŷ₁ − ŷ₂)²]; statistic f̄ / s.e.(f̄), the error by Newey–West with h − 1 lags; one-sided
 *
 * `actual`, `nested`, `larger` n values each in order of time: what came, and the two forecasts of it made h rows before. Null below 20
 * forecasts or when f does not vary.
 * NaN policy: rows with a NaN in any of the three are left out.
 * @throws RangeError when lengths differ or the horizon is no whole number of at least 1.
 * @see Clark & West (2007), Approximately normal tests for equal predictive accuracy in nested models, J. Econometrics 138, eq. 3.1 ·
 * Campbell & Thompson (2008), Review of Financial Studies 21(4), eq. 13 (gain)
 */
export function clarkWest(
  actual: Float64Array,
  nested: Float64Array,
  larger: Float64Array,
  horizon = 1,
): ClarkWest | null {
  checkSameLength('forecasts', actual, nested);
  checkSameLength('forecasts', actual, larger);
  checkWhole('horizon', horizon, 1);
  const rows = [...actual.keys()].filter((t) => !Number.isNaN(actual[t]! + nested[t]! + larger[t]!));
  if (rows.length < LEAST_FORECASTS) return null;
  const small = Float64Array.from(rows, (t) => (actual[t]! - nested[t]!) ** 2);
  const large = Float64Array.from(rows, (t) => (actual[t]! - larger[t]!) ** 2);
  const f = Float64Array.from(rows, (t, i) => small[i]! - large[i]! + (nested[t]! - larger[t]!) ** 2);
  const fit = ols(f, new Float64Array(f.length).fill(1), f.length, 1);
  if (!fit) return null;
  const error = standardErrors(neweyWest(fit, horizon - 1), 1)[0]!;
  if (!(error > 1e-12 * Math.abs(mean(f)))) return null;
  const statistic = mean(f) / error;
  const gain = 1 - mean(large) / mean(small);
  return { gain, statistic, p: normalCdf(-statistic), forecasts: rows.length };
}

const LEAST_FORECASTS = 20;
