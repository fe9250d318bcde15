import { bfgs } from '../math/bfgs.ts';
import { cholesky } from '../math/cholesky.ts';
import { sampleCovariance } from '../math/covariance.ts';
import { ledoitWolf } from '../math/ledoit-wolf.ts';
import { completeRows } from '../math/matrix.ts';
import type { StopReason } from '../math/minimum.ts';
import { sumBelowOne } from '../math/transforms.ts';
import { type DccFiltered, type DccParameters, dccFilter } from './dcc.ts';
import { dccCompositeLogLikelihood, dccLogLikelihood } from './dcc-likelihood.ts';
import { garchFilter } from './garch.ts';
import { fitGarch, type GarchFitOptions, type GarchRegressionFit } from './garch-fit.ts';
import { isRefused, type Refused } from './refused.ts';

export interface DccFit {
  readonly parameters: DccParameters;
  /** Q̄, N×N row-major. */
  readonly target: Float64Array;
  /** True when the sample covariance of z is singular and Q̄ is its Ledoit–Wolf shrinkage. */
  readonly regularised: boolean;
  /** `full`, or `composite` over neighbouring pairs above 30 columns. */
  readonly likelihood: 'full' | 'composite';
  /** Of the correlations, as `likelihood` says. */
  readonly logLikelihood: number;
  /** Whole rows. */
  readonly rows: number;
  readonly converged: boolean;
  readonly reason: StopReason;
  readonly iterations: number;
}

/** Above so many columns the full likelihood, O(TN³), gives way to the composite one. */
const MOST_FULL = 30;
const LEAST_ROWS = 250;

/** (a, b) of the starts that are compared before the search. */
const STARTS = [
  [0.03, 0.94],
  [0.05, 0.85],
  [0.01, 0.97],
  [0.15, 0.7],
  [0.02, 0.5],
] as const;

/**
 * DCC(1,1) by the second step of Engle's two-step quasi maximum likelihood, over a, b > 0, a + b < 1.
 *
 * `z` T×N row-major: residuals over their conditional standard deviations; Q̄ = their sample covariance (demeaned, ddof 1). Uses every row
 * given. Rows with a hole are left out. Refused below max(leastRows, 2N) whole rows, and when even the shrunk Q̄ is singular.
 * @throws RangeError when the length is no multiple of N.
 * @see Engle (2002), J. Business & Economic Statistics 20(3), section 4; as R's rmgarch but for its start Q_1
 */
export function fitDcc(z: Float64Array, N: number, leastRows = LEAST_ROWS): DccFit | Refused {
  const { x, T } = completeRows(z, z.length / N, N);
  if (T < Math.max(leastRows, 2 * N)) return { refused: 'insufficient_data' };
  const { target, regularised } = targetOf(x, T, N);
  if (target === undefined) return { refused: 'singular_covariance' };
  const composite = N > MOST_FULL;
  const likelihood = composite ? dccCompositeLogLikelihood : dccLogLikelihood;
  const shares = sumBelowOne(2);
  const objective = (free: Float64Array) => {
    const [a, b] = shares.constrain(free) as unknown as [number, number];
    return -likelihood(x, N, a, b, target);
  };
  const start = STARTS.map((ab) => shares.free(Float64Array.from(ab))).map((free) => ({
    free,
    value: objective(free),
  }));
  start.sort((p, q) => p.value - q.value);
  const found = bfgs(objective, start[0]!.free, { tolerance: 1e-7 });
  const [a, b] = shares.constrain(found.x) as unknown as [number, number];
  return {
    parameters: { a, b },
    target,
    regularised,
    likelihood: composite ? 'composite' : 'full',
    logLikelihood: -found.value,
    rows: T,
    converged: found.converged || (found.reason === 'no-decrease' && found.gradientNorm < 1e-5),
    reason: found.reason,
    iterations: found.iterations,
  };
}

function targetOf(x: Float64Array, T: number, N: number) {
  const sample = sampleCovariance(x, T, N);
  if (cholesky(sample, N) !== undefined) return { target: sample, regularised: false };
  const shrunk = ledoitWolf(x, T, N).covariance;
  return { target: cholesky(shrunk, N) === undefined ? undefined : shrunk, regularised: true };
}

export interface DccGarchFit {
  readonly garch: readonly GarchRegressionFit[];
  readonly dcc: DccFit;
  /** Of all: Σ of the univariate log-likelihoods plus that of the correlations. */
  readonly logLikelihood: number;
}

/**
 * DCC-GARCH in two steps: a GARCH(1,1) or GJR for each of the `columns` (n rows each), then DCC(1,1) of the standardised residuals.
 * Refused when one of the steps is.
 * @see Engle (2002)
 */
export function fitDccGarch(
  columns: readonly Float64Array[],
  options: GarchFitOptions = {},
): DccGarchFit | Refused {
  const garch: GarchRegressionFit[] = [];
  for (const column of columns) {
    const fit = fitGarch(column, options);
    if (isRefused(fit)) return fit;
    garch.push(fit);
  }
  const z = standardisedResiduals(columns, garch);
  const dcc = fitDcc(z, columns.length, options.leastRows);
  if (isRefused(dcc)) return dcc;
  const sum = garch.reduce((total, fit) => total + fit.logLikelihood, dcc.logLikelihood);
  return { garch, dcc, logLikelihood: sum };
}

/** z_t = e_t/√h_t of each column at its parameters, T×N row-major; NaN where a return is missing. */
export function standardisedResiduals(
  columns: readonly Float64Array[],
  fits: readonly Pick<GarchRegressionFit, 'parameters' | 'start'>[],
): Float64Array {
  const N = columns.length;
  const out = new Float64Array(N * (columns[0]?.length ?? 0));
  for (const [i, column] of columns.entries()) {
    const { residuals, variance } = garchFilter(column, fits[i]!.parameters, fits[i]!.start);
    for (let t = 0; t < column.length; t++) out[t * N + i] = residuals[t]! / Math.sqrt(variance[t]!);
  }
  return out;
}

/** The correlations at a fit; see `dccFilter`. */
export function filterDcc(
  z: Float64Array,
  N: number,
  fit: DccFit,
  visit?: (t: number, correlation: Float64Array) => void,
): DccFiltered {
  return dccFilter(z, N, fit.parameters, fit.target, visit);
}
