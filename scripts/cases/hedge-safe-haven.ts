import { z } from 'zod';
import { garchFilter, meanSquare } from '../../src/measures/garch.ts';
import { fitGarchRegression, thetaOf } from '../../src/measures/garch-fit.ts';
import { residualsOf } from '../../src/measures/garch-likelihood.ts';
import { betaStart, fitBetaNoise, kalmanBeta, smoothedBeta } from '../../src/measures/kalman-beta.ts';
import { quantileBeta } from '../../src/measures/quantile-beta.ts';
import { type SafeHaven, safeHaven, tailDesign } from '../../src/measures/safe-haven.ts';
import type { CaseRunner } from '../case-kit/runner.ts';
import { estimated, matrixRows, thinned } from '../case-kit/shapes.ts';

/** What the case does not give: the variance of the filter tests, omega as a share of the residual variance. */
const parameters = z.object({
  quantiles: z.array(z.number()).default([0.1, 0.05, 0.01]),
  nw_lag: z.number().default(5),
  n0: z.number().default(60),
  tau: z.number().default(0.05),
  omega_share: z.number().default(0.05),
  alpha: z.number().default(0.06),
  beta: z.number().default(0.88),
  qa: z.number().default(1e-5),
  qb: z.number().default(4e-4),
  R: z.number().optional(),
  every: z.number().default(4),
});
type Parameters = z.infer<typeof parameters>;

export const runner: CaseRunner = {
  methods: ['hedge-safe-haven'],
  run({ params: given, file }) {
    const params = parameters.parse(given);
    const [asset, market] = file().numeric.map(({ values }) => values) as [Float64Array, Float64Array];
    const haven = estimated(safeHaven(asset, market, { tails: params.quantiles, lag: params.nw_lag }));
    const { neweyWest, ols } = haven.standardErrors;
    return {
      thresholds: haven.thresholds,
      n_below: haven.cumulative.slice(1).map(({ rows }) => rows),
      coef: haven.coefficients,
      se_ols: ols,
      se_nw: neweyWest,
      t_nw: haven.coefficients.map((b, i) => b / neweyWest[i]!),
      cumulative_beta: haven.cumulative.map(({ beta }) => beta),
      cumulative_se_nw: haven.cumulative.map(({ standardError }) => standardError),
      cumulative_p: haven.cumulative.map(({ p }) => p),
      r2: haven.r2,
      garch: garchOf(asset, market, haven, params),
      quantile_regression: { tau: params.tau, coef: quantileOf(asset, market, params.tau) },
      kalman: kalmanOf(asset, market, params),
    };
  },
};

function garchOf(asset: Float64Array, market: Float64Array, haven: SafeHaven, params: Parameters) {
  const x = tailDesign(market, Array.from(haven.thresholds));
  const k = haven.coefficients.length;
  const u = residualsOf(asset, x, k, haven.coefficients);
  const { omega_share, alpha, beta } = params;
  const omega = omega_share * meanSquare(u);
  const fit = estimated(fitGarchRegression(asset, x, k));
  return {
    fixed_params: [...haven.coefficients, omega, alpha, beta],
    fixed_loglik: garchFilter(u, { mu: 0, omega, alpha, beta }).logLikelihood,
    fit_params: thetaOf(fit),
    fit_loglik: fit.logLikelihood,
  };
}

function quantileOf(asset: Float64Array, market: Float64Array, tau: number) {
  const { intercept, beta } = estimated(quantileBeta(asset, market, tau));
  return [intercept, beta];
}

function kalmanOf(asset: Float64Array, market: Float64Array, { n0, qa, qb, every, ...rest }: Parameters) {
  const start = estimated(betaStart(asset, market, n0));
  const R = rest.R ?? start.residualVariance;
  const noise = { observation: R, intercept: qa, slope: qb };
  const path = kalmanBeta(asset, market, n0, start, noise);
  const fit = estimated(fitBetaNoise(asset, market, n0, start));
  return {
    fixed: {
      R,
      qa,
      qb,
      b0: start.mean,
      P0: matrixRows(start.covariance, 2),
      loglik: path.logLikelihood,
      beta_filtered: thinned(path.beta, every, n0),
      beta_smoothed: thinned(smoothedBeta(asset, market, n0, start, noise), every, n0),
      beta_filtered_var_last: path.variance.at(-1),
    },
    mle: { loglik: fit.logLikelihood, R: fit.noise.observation, qb: fit.noise.slope },
  };
}
