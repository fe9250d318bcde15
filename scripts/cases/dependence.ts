import { z } from 'zod';
import {
  columnMeans,
  correlationFromCovariance,
  ewmaCovariance,
  exponentialWeights,
  sampleCovariance,
  weightedCovariance,
} from '../../src/math/covariance.ts';
import { ledoitWolf } from '../../src/math/ledoit-wolf.ts';
import { fromColumns } from '../../src/math/matrix.ts';
import { correlate, correlationMatrix, meanPairwise } from '../../src/math/rolling-correlation.ts';
import { rollingCovariance } from '../../src/math/rolling-covariance.ts';
import { pearson } from '../../src/measures/correlation.ts';
import { distanceCorrelation, distanceCorrelationUnbiased } from '../../src/measures/distance-correlation.ts';
import { downUpCorrelation } from '../../src/measures/downside-correlation.ts';
import { exceedanceCorrelation } from '../../src/measures/exceedance-correlation.ts';
import { fisherInterval } from '../../src/measures/fisher-interval.ts';
import { shockSplit } from '../../src/measures/forbes-rigobon.ts';
import { kendallTauB } from '../../src/measures/kendall-tau.ts';
import { spearman } from '../../src/measures/rank-correlation.ts';
import { semicovariance } from '../../src/measures/semicovariance.ts';
import { tCopulaTailDependence } from '../../src/measures/t-copula-tail-dependence.ts';
import { tailDependence } from '../../src/measures/tail-dependence.ts';
import { completeRowsOf } from '../../src/measures/windows.ts';
import { everyNth, pairwise, panelColumns, rowsOf } from '../case-kit/panel-columns.ts';
import type { CaseRunner } from '../case-kit/runner.ts';

const parameters = z.object({
  W: z.number().int().default(60),
  lambda_: z.number().default(0.94),
  q: z.number().default(0.1),
  downside_benchmark: z.string().default('column 0'),
  thetas: z.array(z.number()).default([-1, -0.5, 0, 0.5, 1]),
  fr_window: z.tuple([z.number(), z.number()]).optional(),
});
type Parameters = z.infer<typeof parameters>;

/** First row of the path of the exponentially weighted correlation. */
const PATH_FROM = 20;
/** Windows between two of the rolling correlations. */
const EVERY = 3;

export const runner: CaseRunner = {
  methods: ['dependence'],
  run(input) {
    const params = parameters.parse(input.params);
    const all = panelColumns(input);
    const columns = completeRowsOf(all);
    return {
      ...moments(columns, params),
      ...rolling(all, params.W),
      spearman: pairwise(columns, spearman),
      kendall_b: pairwise(columns, kendallTauB),
      dcor: pairwise(columns, distanceCorrelation),
      bcdcor: pairwise(columns, distanceCorrelationUnbiased),
      semicov0: pairwise(columns, semicovariance),
      ...downside(columns, params),
      ...tails(columns, params),
      t_copula_lambda_rho05_nu4: tCopulaTailDependence(0.5, 4),
      forbes_rigobon: forbesRigobon(columns, params),
      fisher_ci95_01: fisherInterval(pearson(columns[0]!, columns[1]!), columns[0]!.length),
    };
  },
};

function moments(columns: readonly Float64Array[], { lambda_ }: Parameters) {
  const [T, n] = [columns[0]!.length, columns.length];
  const x = fromColumns(columns, 0, T);
  const path: number[] = [];
  const ewma = ewmaCovariance(x, T, n, lambda_, (t, s) => {
    if (t >= PATH_FROM) path.push(correlationFromCovariance(s, n)[1]!);
  });
  const shrunk = ledoitWolf(x, T, n);
  return {
    mean: columnMeans(x, T, n),
    cov: rowsOf(sampleCovariance(x, T, n), n),
    corr: rowsOf(correlationMatrix(columns, 0, T), n),
    ewma_cov_last: rowsOf(ewma, n),
    ewma_corr_last: rowsOf(correlationFromCovariance(ewma, n), n),
    ewma_corr01_path: path,
    ewma_adjusted_cov_last: rowsOf(weightedCovariance(x, T, n, exponentialWeights(T, lambda_)), n),
    ledoit_wolf: { cov: rowsOf(shrunk.covariance, n), shrinkage: shrunk.shrinkage },
  };
}

function rolling(columns: readonly Float64Array[], window: number) {
  const n = columns.length;
  const first: Float64Array[] = [];
  const means: number[] = [];
  const correlation = new Float64Array(n * n);
  rollingCovariance(columns, { window, alsoAtHoles: true }, (_t, found) => {
    if (found) correlate(found, n, correlation);
    else correlation.fill(Number.NaN);
    first.push(correlation.slice(1, n));
    means.push(meanPairwise(correlation, n));
  });
  return { rolling_corr_0j: everyNth(first, EVERY), rolling_mean_corr: means };
}

function downside(columns: readonly Float64Array[], { downside_benchmark }: Parameters) {
  const benchmark = columns[Number(/\d+/.exec(downside_benchmark)?.[0] ?? 0)]!;
  const both = columns.map((column) => downUpCorrelation(benchmark, column));
  return { down_corr: both.map(({ down }) => down), up_corr: both.map(({ up }) => up) };
}

function tails(columns: readonly Float64Array[], { q, thetas }: Parameters) {
  const [first, ...others] = columns as [Float64Array, ...Float64Array[]];
  const exceedance = thetas.map((theta) => {
    const key = Number.isInteger(theta) ? theta.toFixed(1) : String(theta);
    return [key, others.map((other) => exceedances(first, other, theta))] as const;
  });
  return {
    exceedance: Object.fromEntries(exceedance),
    tail_lower: pairwise(columns, (x, y) => tailDependence(x, y, q).lower),
    tail_upper: pairwise(columns, (x, y) => tailDependence(x, y, q).upper),
  };
}

/** Rows and correlation beyond a threshold; both sides' correlations at 0. */
function exceedances(x: Float64Array, y: Float64Array, theta: number): [number, number] {
  if (theta === 0) {
    return [
      exceedanceCorrelation(x, y, 0, 'lower').correlation,
      exceedanceCorrelation(x, y, 0, 'upper').correlation,
    ];
  }
  const { rows, correlation } = exceedanceCorrelation(x, y, theta);
  return [rows, correlation];
}

/** The stressed stretch is the given one, else from three fifths to three quarters of the rows. */
function forbesRigobon(columns: readonly Float64Array[], { fr_window }: Parameters) {
  const T = columns[0]!.length;
  const [from, to] = fr_window ?? [Math.floor(0.6 * T), Math.floor(0.75 * T)];
  const stretch = (start: number, end: number) =>
    [columns[0]!.subarray(start, end), columns[1]!.subarray(start, end)] as const;
  const split = shockSplit(stretch(0, from), stretch(from, to));
  return { window: [from, to], rho: split.stressed, delta: split.varianceIncrease, adjusted: split.adjusted };
}
