import { type GarchStart, garchFilter } from '../../src/measures/garch.ts';
import { fitGarch, type GarchRegressionFit } from '../../src/measures/garch-fit.ts';
import { garchStandardErrors } from '../../src/measures/garch-standard-errors.ts';
import type { CaseRunner } from '../case-kit/runner.ts';
import { estimated } from '../case-kit/shapes.ts';

/** Fiorentini, Calzolari & Panattoni (1996), DEM/GBP, as tabulated by McCullough & Renfro (1999). */
const PUBLISHED = { mu: -0.00619041, omega: 0.0107613, alpha: 0.153134, beta: 0.805974 } as const;

export const runner: CaseRunner = {
  methods: ['garch-fcp-benchmark'],
  run({ file }) {
    const returns = file().numeric[0]!.values;
    const presample = fitted(returns, 'presample');
    const meanSquare = fitted(returns, 'mean-square');
    const errors = garchStandardErrors(returns, presample);
    const [mu, omega, alpha, beta] = listOf(presample);
    return {
      params: listOf(presample),
      loglik: presample.logLikelihood,
      se_hessian: errors.hessian,
      se_bw: errors.robust,
      params_init_mean_e2: listOf(meanSquare),
      loglik_init_mean_e2: meanSquare.logLikelihood,
      loglik_at_published: garchFilter(returns, PUBLISHED, 'presample').logLikelihood,
      published: {
        mu,
        omega,
        alpha,
        beta,
        loglik: presample.logLikelihood,
        se_hessian: errors.hessian,
        se_bollerslev_wooldridge: errors.robust,
      },
    };
  },
};

function fitted(returns: Float64Array, start: Exclude<GarchStart, number>) {
  return estimated(fitGarch(returns, { start }));
}

function listOf({ parameters: { mu, omega, alpha, beta } }: GarchRegressionFit) {
  return [mu, omega, alpha, beta];
}
