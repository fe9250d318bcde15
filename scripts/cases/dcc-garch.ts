import { z } from 'zod';
import { sampleCovariance } from '../../src/math/covariance.ts';
import { dccFilter } from '../../src/measures/dcc.ts';
import { filterDcc, fitDcc, standardisedResiduals } from '../../src/measures/dcc-fit.ts';
import { forecastVariance, type GarchParameters, garchFilter } from '../../src/measures/garch.ts';
import { fitGarch } from '../../src/measures/garch-fit.ts';
import { garchStandardErrors } from '../../src/measures/garch-standard-errors.ts';
import type { CaseRunner } from '../case-kit/runner.ts';
import { estimated, matrixRows, numbersOf } from '../case-kit/shapes.ts';

/** The parameters of the filter test; a case may give its own. */
const parameters = z.object({
  garch_params: z.array(z.number()).default([0.01, 0.06, 0.07, 0.88]),
  gjr_params: z.array(z.number()).default([0.01, 0.06, 0.04, 0.88, 0.06]),
  dcc_ab: z.array(z.number()).default([0.04, 0.93]),
  forecast_horizon: z.number().default(10),
  every: z.number().default(5),
});

export const runner: CaseRunner = {
  methods: ['dcc-garch'],
  run({ params: given, file }) {
    const fixed = (given.fixed ?? {}) as Record<string, unknown>;
    const params = parameters.parse({ ...given, ...fixed });
    const columns = file().numeric.map(({ values }) => values);
    return { fixed: fixedOf(columns, params), fitted: fittedOf(columns, params.every) };
  },
};

function fixedOf(columns: Float64Array[], params: z.infer<typeof parameters>) {
  const N = columns.length;
  const garch = parametersOf(params.garch_params);
  const paths = columns.map((column) => garchFilter(column, garch));
  const gjr = columns.map((column) => garchFilter(column, parametersOf(params.gjr_params)));
  const residuals = standardisedResiduals(
    columns,
    columns.map(() => ({ parameters: garch, start: 'mean-square' as const })),
  );
  const target = sampleCovariance(residuals, residuals.length / N, N);
  const [a, b] = params.dcc_ab as [number, number];
  const first: number[] = [];
  let last = new Float64Array(0);
  const dcc = dccFilter(residuals, N, { a, b }, target, (t, R) => {
    if (t % params.every === 0) first.push(R[1]!);
    last = R.slice();
  });
  return {
    garch_params: params.garch_params,
    garch_loglik: paths.map(({ logLikelihood }) => logLikelihood),
    h_first5: paths[0]!.variance.slice(0, 5),
    h_last5: paths[0]!.variance.slice(-5),
    var_forecast_1_10: forecastVariance(garch, paths[0]!.next, params.forecast_horizon),
    gjr_params: params.gjr_params,
    gjr_loglik: gjr.map(({ logLikelihood }) => logLikelihood),
    gjr_h_last5: gjr[0]!.variance.slice(-5),
    dcc_ab: params.dcc_ab,
    dcc_Qbar: matrixRows(target, N),
    dcc_corr_loglik: dcc.logLikelihood,
    dcc_total_loglik: paths.reduce((sum, path) => sum + path.logLikelihood, dcc.logLikelihood),
    R_path_01: first,
    R_last: matrixRows(last, N),
    R_next: matrixRows(dcc.next, N),
  };
}

function fittedOf(columns: Float64Array[], every: number) {
  const N = columns.length;
  const garch = columns.map((column) => estimated(fitGarch(column)));
  const gjr = columns.map((column) => estimated(fitGarch(column, { model: 'gjr' })));
  const residuals = standardisedResiduals(columns, garch);
  const dcc = estimated(fitDcc(residuals, N));
  const path: number[] = [];
  let last = new Float64Array(0);
  filterDcc(residuals, N, dcc, (t, R) => {
    if (t % every === 0) path.push(R[1]!);
    last = R.slice();
  });
  return {
    garch: garch.map(({ parameters: p }) => listOf(p)),
    garch_loglik: garch.map(({ logLikelihood }) => logLikelihood),
    gjr: gjr.map(({ parameters: p }) => listOf(p)),
    gjr_loglik: gjr.map(({ logLikelihood }) => logLikelihood),
    dcc_ab: [dcc.parameters.a, dcc.parameters.b],
    dcc_corr_loglik: dcc.logLikelihood,
    R_last: matrixRows(last, N),
    R01_every5: path,
    se_robust_garch0: garchStandardErrors(columns[0]!, garch[0]!).robust,
  };
}

function parametersOf(list: readonly number[]): GarchParameters {
  const [mu, omega, alpha, beta, gamma] = numbersOf(list, 4);
  return { mu: mu!, omega: omega!, alpha: alpha!, beta: beta!, ...(gamma === undefined ? {} : { gamma }) };
}

function listOf({ mu, omega, alpha, beta, gamma }: GarchParameters): number[] {
  return [mu, omega, alpha, beta, ...(gamma === undefined ? [] : [gamma])];
}
