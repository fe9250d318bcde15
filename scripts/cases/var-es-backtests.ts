import { z } from 'zod';
import { fromColumns } from '../../src/math/matrix.ts';
import { mean, standardDeviation } from '../../src/math/moments.ts';
import { quantile } from '../../src/math/quantile.ts';
import { gaussianComponents, historicalComponents } from '../../src/measures/component-risk.ts';
import { extremeRisk, fitPeaksOverThreshold, hillTailIndex } from '../../src/measures/extreme-value.ts';
import { filteredHistoricalRisk } from '../../src/measures/filtered-historical-risk.ts';
import { historicalRisk } from '../../src/measures/historical-risk.ts';
import { cornishFisherRisk, gaussianRisk, studentRisk } from '../../src/measures/parametric-risk.ts';
import { isRefused } from '../../src/measures/refused.ts';
import { backtestShortfall, backtestVar } from '../../src/measures/var-backtest.ts';
import type { CaseInput, CaseRunner } from '../case-kit/runner.ts';
import { thinned } from '../case-kit/shapes.ts';

const parameters = z.object({
  alpha: z.number().default(0.025),
  window: z.number().default(250),
  ewma_lambda: z.number().default(0.94),
  threshold_quantile: z.number().default(0.92),
  hill_k: z.number().default(50),
  book_weights: z.array(z.number()).optional(),
  book_alpha_gauss: z.number().default(0.025),
  book_alpha_hist: z.number().default(0.05),
  student_nu: z.number().default(5),
  evt_levels: z.array(z.number()).default([0.99, 0.995, 0.999]),
  every: z.number().default(5),
});
type Parameters = z.infer<typeof parameters>;

export const runner: CaseRunner = {
  methods: ['var-es-backtests'],
  run(input) {
    const params = parameters.parse(input.params);
    const { alpha, window, ewma_lambda, every } = params;
    const returns = input.file().numeric[0]!.values;
    const hs = ahead(returns, window, alpha);
    const fhs = filteredHistoricalRisk(returns, window, ewma_lambda, alpha);
    const filtered = { var: fhs.var.slice(window - 1, -1), es: fhs.es.slice(window - 1, -1) };
    const tested = returns.slice(window);
    const last = historicalRisk(returns.slice(-window), alpha);
    return {
      hs_var_every5: thinned(hs.var, every),
      hs_es_every5: thinned(hs.es, every),
      hs_last: [last.var, last.es, last.esFractional],
      fhs_var_every5: thinned(filtered.var, every),
      fhs_es_every5: thinned(filtered.es, every),
      fhs_sigma_next: fhs.sigma.at(-1),
      ...parametric(returns, params),
      evt: evt(returns, params),
      backtest_hs: backtest(tested, hs, alpha),
      backtest_fhs: backtest(tested, filtered, alpha),
      ...(input.files.includes('book.csv') ? { book: book(input, params) } : {}),
    };
  },
};

/** Risk of each row from W on by the W rows before it. */
function ahead(returns: Float64Array, window: number, alpha: number) {
  const risks = Array.from({ length: returns.length - window }, (_, k) =>
    historicalRisk(returns.subarray(k, k + window), alpha),
  );
  return { var: Float64Array.from(risks, (r) => r.var), es: Float64Array.from(risks, (r) => r.es) };
}

function parametric(returns: Float64Array, { alpha, student_nu: nu }: Parameters) {
  const [mu, sigma] = [mean(returns), standardDeviation(returns)];
  const { z: corrected, var: VaR, skewness, excessKurtosis } = cornishFisherRisk(returns, alpha);
  return {
    gaussian: gaussianRisk(mu, sigma, alpha),
    student: { nu, ...studentRisk(mu, sigma, nu, alpha) },
    cornish_fisher: { z: corrected, var: VaR, skew: skewness, exkurt: excessKurtosis },
  };
}

function evt(returns: Float64Array, { threshold_quantile, hill_k, evt_levels }: Parameters) {
  const losses = returns.map((r) => -r);
  const hill_alpha = hillTailIndex(losses, hill_k);
  const fit = fitPeaksOverThreshold(losses, threshold_quantile);
  if (isRefused(fit)) {
    const u = quantile(losses, threshold_quantile);
    return { u, n_exceed: losses.filter((x) => x > u).length, hill_alpha };
  }
  return {
    u: fit.threshold,
    n_exceed: fit.exceedances,
    xi: fit.shape,
    beta: fit.scale,
    nll: fit.negativeLogLikelihood,
    measures: Object.fromEntries(evt_levels.map((level) => [String(level), extremeRisk(fit, level)])),
    hill_alpha,
  };
}

function backtest(returns: Float64Array, risk: { var: Float64Array; es: Float64Array }, alpha: number) {
  const test = backtestVar(returns, risk.var, alpha);
  const { z1, z2 } = backtestShortfall(returns, risk.var, risk.es, alpha);
  return {
    n: test.rows,
    violations: test.violations,
    rate: test.rate,
    kupiec_lr: test.kupiec.statistic,
    kupiec_p: test.kupiec.p,
    ...test.transitions,
    ind_lr: test.independence.statistic,
    ind_p: test.independence.p,
    cc_lr: test.conditionalCoverage.statistic,
    cc_p: test.conditionalCoverage.p,
    acerbi_z1: z1,
    acerbi_z2: z2,
    binom_p_ge: test.binomialUpperTail,
  };
}

function book(input: CaseInput, { book_weights, book_alpha_gauss, book_alpha_hist }: Parameters) {
  const columns = input.file('book.csv').numeric.map(({ values }) => values);
  const returns = fromColumns(columns, 0, columns[0]!.length);
  const weights = Float64Array.from(book_weights ?? columns.map(() => 1 / columns.length));
  const gauss = gaussianComponents(returns, weights, book_alpha_gauss);
  const history = historicalComponents(returns, weights, book_alpha_hist);
  return {
    sigma: gauss.sigma,
    component_var_gauss: gauss.components,
    var_gauss: gauss.total,
    hist_var: history.var,
    component_es_hist: history.components,
    es_hist: history.total,
  };
}
