import { normalQuantile } from '../../../../math/distributions.ts';
import { neweyWest, ols, standardErrors } from '../../../../math/regression.ts';
import { laggedDesign } from '../../../../measures/lagged-design.ts';
import { isConstant } from '../../../../measures/refused.ts';

export interface Slope {
  readonly slope: number;
  /** Newey–West with `lag`. */
  readonly standardError: number;
  readonly intercept: number;
  readonly r2: number;
  readonly rows: number;
  readonly lag: number;
}

const FEWEST = 30;

/** Lag of the Bartlett kernel by the rule of thumb ⌊4 (n/100)^(2/9)⌋. */
export function bartlettLag(n: number): number {
  return Math.floor(4 * (n / 100) ** (2 / 9));
}

/**
 * Least squares of y on a constant, x and the controls, with the Newey–West error of the coefficient of x.
 * NaN policy: rows with a hole are left out. Undefined under max(30, 2k) rows, when y or x does not vary, or when regressors are dependent.
 * @see Newey & West (1987), Econometrica 55, eq. 5; Newey & West (1994), Review of Economic Studies 61(4) (lag)
 */
export function slopeOf(
  y: Float64Array,
  x: Float64Array,
  controls: readonly ((t: number) => number)[] = [],
  from = 0,
): Slope | undefined {
  if (isConstant(x) || isConstant(y)) return undefined;
  const design = laggedDesign(from, y.length, (t) => y[t]!, [(t) => x[t]!, ...controls]);
  if (design.rows < Math.max(FEWEST, 2 * design.k)) return undefined;
  const fit = ols(design.y, design.x, design.rows, design.k);
  if (!fit) return undefined;
  const lag = bartlettLag(design.rows);
  return {
    slope: fit.beta[1]!,
    standardError: standardErrors(neweyWest(fit, lag), fit.k)[1]!,
    intercept: fit.beta[0]!,
    r2: fit.r2,
    rows: design.rows,
    lag,
  };
}

export const LEVEL = 0.95;

/** slope ± z · error at 95 %. */
export function bandOf({ slope, standardError, lag }: Slope) {
  const reach = normalQuantile((1 + LEVEL) / 2) * standardError;
  return { low: slope - reach, high: slope + reach, level: LEVEL, how: `Newey–West, lag ${lag}` };
}
