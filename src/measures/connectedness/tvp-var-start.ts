import { sampleCovariance } from '../../math/covariance.ts';
import { fromColumns } from '../../math/matrix.ts';
import { type Absence, isAbsent } from './absence.ts';
import { leastSquaresPrior, minnesotaPrior, type TvpPrior, uninformativePrior } from './tvp-var-prior.ts';
import { laggedDesign } from './vector-autoregression.ts';

export const TVP_PRIORS = ['least-squares', 'minnesota', 'uninformative'] as const;

export interface TvpPriorChoice {
  readonly prior: (typeof TVP_PRIORS)[number];
  /** γ of the Minnesota prior, 0.1 by default. */
  readonly gamma?: number;
}

export interface TvpStart {
  readonly prior: TvpPrior;
  /** Q_0, N×N. */
  readonly sigma: Float64Array;
}

interface Training {
  readonly lag: number;
  /** Rows at the start of each series that the prior may use, and how many stand unbroken before each. */
  readonly rows: number;
  readonly run: Int32Array;
  readonly choice: TvpPriorChoice;
}

/**
 * Prior and Q_0 from the first `rows` values of series that have no holes: E'E/n of the least-squares prior, else the sample covariance.
 * 'insufficient_data' and 'singular_covariance' as in `fitVar`.
 */
export function startOf(series: readonly Float64Array[], training: Training): TvpStart | Absence {
  const { lag, rows, run, choice } = training;
  const n = series.length;
  if (choice.prior === 'least-squares') {
    const at = Int32Array.from({ length: rows }, (_, k) => k);
    const prior = leastSquaresPrior(laggedDesign(series, lag, { at, run }));
    return isAbsent(prior) ? prior : { prior, sigma: prior.sigma };
  }
  if (rows < 2) return 'insufficient_data';
  const prior =
    choice.prior === 'minnesota' ? minnesotaPrior(n, lag, choice.gamma) : uninformativePrior(n, lag);
  return { prior, sigma: sampleCovariance(fromColumns(series, 0, rows), rows, n) };
}
