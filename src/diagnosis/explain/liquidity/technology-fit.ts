import type { Band } from '../../../data/figure.ts';
import { studentTQuantile } from '../../../math/distributions.ts';
import { quantiles } from '../../../math/quantile.ts';
import { neweyWest, ols, standardErrors } from '../../../math/regression.ts';
import { laggedDesign } from '../../../measures/lagged-design.ts';

/** Weeks of the changes that are regressed. */
export const WEEKS = 13;
const LEVEL = 0.95;
const RESIDUAL_LEVEL = 0.8;
const LEAST_ROWS = 156;

export interface Technology {
  readonly rows: number;
  readonly firstRow: number;
  readonly lastRow: number;
  /** Change of the target per 1 of relative change of liquidity, and per 1 (10,000 basis points) of the real yield. */
  readonly liquidity: number;
  readonly realYield: number;
  readonly r2: number;
  /** The last changes over 13 weeks, logarithms: what came, what the line says, the rest. */
  readonly actual: number;
  readonly fitted: number;
  readonly residual: number;
  readonly bands: Readonly<Record<string, Band>>;
}

/**
 * Δ_13 ln P = a + b Δ_13 ln N + c Δ_13 R + u by least squares on every Wednesday, Newey–West errors with 13 lags, for the overlap. Undefined
 * below three years of weeks or when a regressor does not vary.
 */
export function technologyFit(
  price: Float64Array,
  liquidity: Float64Array,
  yields: Float64Array,
): Technology | undefined {
  const logChange = (values: Float64Array) => (t: number) => Math.log(values[t]! / values[t - WEEKS]!);
  const rate = (t: number) => yields[t]! - yields[t - WEEKS]!;
  const regressors = [logChange(liquidity), rate];
  const response = logChange(price);
  const design = laggedDesign(WEEKS, price.length, response, regressors);
  if (design.rows < LEAST_ROWS) return undefined;
  const fit = ols(design.y, design.x, design.rows, design.k);
  if (!fit) return undefined;
  const whole = (t: number) => Number.isFinite(response(t) + regressors[0]!(t) + rate(t));
  const weeks = [...price.keys()].filter((t) => t >= WEEKS && whole(t));
  const errors = standardErrors(neweyWest(fit, WEEKS), fit.k);
  const reach = studentTQuantile((1 + LEVEL) / 2, fit.T / WEEKS);
  const slope = (k: number): Band => ({
    low: fit.beta[k]! - reach * errors[k]!,
    high: fit.beta[k]! + reach * errors[k]!,
    level: LEVEL,
    how: `Newey–West, ${WEEKS} lags`,
  });
  const last = fit.T - 1;
  const [actual, residual] = [fit.residuals.length > 0 ? design.y[last]! : Number.NaN, fit.residuals[last]!];
  const [below, above] = quantiles(fit.residuals, [
    (1 - RESIDUAL_LEVEL) / 2,
    (1 + RESIDUAL_LEVEL) / 2,
  ]) as unknown as [number, number];
  const fitted = actual - residual;
  return {
    rows: fit.T,
    firstRow: weeks[0]!,
    lastRow: weeks.at(-1)!,
    liquidity: fit.beta[1]!,
    realYield: fit.beta[2]!,
    r2: fit.r2,
    actual,
    fitted,
    residual,
    bands: {
      liquidity: slope(1),
      'real-yield': slope(2),
      fitted: {
        low: fitted + below,
        high: fitted + above,
        level: RESIDUAL_LEVEL,
        how: 'quantiles of the residuals',
      },
    },
  };
}
