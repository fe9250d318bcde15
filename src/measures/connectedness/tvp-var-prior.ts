import { checkPositive, checkWhole } from '../../math/arguments.ts';
import { inverseGram, qr } from '../../math/qr.ts';
import { type Absence, isAbsent } from './absence.ts';
import { placeOf } from './slopes-step.ts';
import { fitVar, type LaggedDesign } from './vector-autoregression.ts';

/** Where the coefficients of a time-varying vector autoregression start: slopes b ~ (b_0, V_0), b stacked as A_1, …, A_p row by row. */
export interface TvpPrior {
  readonly n: number;
  readonly lag: number;
  /** b_0, pN² values. */
  readonly slopes: Float64Array;
  /** V_0, pN²×pN² row-major. */
  readonly covariance: Float64Array;
}

/**
 * Least-squares prior: b_0 the slopes of a vector autoregression with intercept, V_0 = (Z'Z)⁻¹ of the slopes in every equation, and Q_0 = E'E/n.
 * V_0 is not multiplied by the error variance, as in the published package, so that series should have a variance near 1.
 * Absences as in `fitVar`.
 * @see Primiceri (2005), Review of Economic Studies 72(3), section 4.1; R ConnectednessApproach, BayesPrior.
 */
export function leastSquaresPrior(design: LaggedDesign): (TvpPrior & { sigma: Float64Array }) | Absence {
  const model = fitVar(design);
  if (isAbsent(model)) return model;
  const { n, lag, coefficients: slopes, sigma } = model;
  const width = 1 + n * lag;
  const inverse = inverseGram(qr(design.x, design.rows, width)!.r, width);
  const covariance = equationByEquation(n, lag, (k, m) => inverse[(1 + k) * width + 1 + m]!);
  return { n, lag, slopes, covariance, sigma };
}

/**
 * Minnesota prior: b_0 = 0, V_0 diagonal with γ/l² for lag l.
 * @throws RangeError when γ is not above 0 or a size is no whole number ≥ 1.
 * @see Koop & Korobilis (2010), Bayesian multivariate time series methods; R ConnectednessApproach, MinnesotaPrior.
 */
export function minnesotaPrior(n: number, lag: number, gamma = 0.1): TvpPrior {
  checkPositive('gamma', gamma);
  return diagonalPrior(n, lag, (l) => gamma / (l * l));
}

/** Uninformative prior: b_0 = 0, V_0 = 4 I. @see R ConnectednessApproach, UninformativePrior. */
export function uninformativePrior(n: number, lag: number): TvpPrior {
  return diagonalPrior(n, lag, () => 4);
}

function diagonalPrior(n: number, lag: number, variance: (l: number) => number): TvpPrior {
  checkWhole('number of series', n, 1);
  checkWhole('lag', lag, 1);
  const covariance = equationByEquation(n, lag, (k, m) => (k === m ? variance(1 + Math.floor(k / n)) : 0));
  return { n, lag, slopes: new Float64Array(lag * n * n), covariance };
}

/** V_0 of equations with one Np×Np covariance of their slopes, none between equations. */
function equationByEquation(n: number, lag: number, slopes: (k: number, m: number) => number): Float64Array {
  const size = lag * n * n;
  const out = new Float64Array(size * size);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n * lag; k++) {
      for (let m = 0; m < n * lag; m++) out[placeOf(k, i, n) * size + placeOf(m, i, n)] = slopes(k, m);
    }
  }
  return out;
}
