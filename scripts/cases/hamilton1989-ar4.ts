import { z } from 'zod';
import {
  type SwitchingAutoregression,
  switchingFilter,
  switchingSmoother,
} from '../../src/measures/hamilton-ar.ts';
import { fitSwitchingAutoregression } from '../../src/measures/hamilton-fit.ts';
import type { CaseRunner } from '../case-kit/runner.ts';
import { estimated } from '../case-kit/shapes.ts';

/** The estimates of EViews on Hamilton's data, as statsmodels' tests carry them (σ as ln σ = −0.262658); a case may give its own. */
const parameters = z.object({
  p00: z.number().default(0.754673),
  p10: z.number().default(0.095915),
  mu: z.array(z.number()).default([-0.358811, 1.163516]),
  sigma2: z.number().default(Math.exp(-0.262658) ** 2),
  phi: z.array(z.number()).default([0.013486, -0.057521, -0.246983, -0.212921]),
  order: z.number().default(4),
  k_regimes: z.number().default(2),
  seed: z.number().default(1989),
});

export const runner: CaseRunner = {
  methods: ['hamilton1989-ar4'],
  run({ params: given, file }) {
    const known = (given.fixed ?? {}) as Record<string, unknown>;
    const params = parameters.parse({ ...given, ...known });
    const y = file().numeric[0]!.values;
    const { p00, p10, mu, sigma2, phi } = params;
    const fixed: SwitchingAutoregression = {
      transition: Float64Array.of(p00, 1 - p00, p10, 1 - p10),
      mean: Float64Array.from(mu),
      variance: sigma2,
      phi: Float64Array.from(phi),
    };
    const path = switchingFilter(y, fixed);
    const fit = estimated(
      fitSwitchingAutoregression(y, params.order, params.k_regimes, { seed: params.seed }),
    );
    const { model } = fit;
    const [q00, , q10, q11] = model.transition as unknown as [number, number, number, number];
    return {
      fixed: {
        p00,
        p10,
        mu,
        sigma2,
        phi,
        loglik: path.logLikelihood,
        filtered_p0: ofFirst(path.filtered),
        smoothed_p0: ofFirst(switchingSmoother(path, fixed)),
      },
      fitted: {
        loglik: fit.logLikelihood,
        params: [q00, q10, ...model.mean, model.variance, ...model.phi],
      },
      published_hamilton_1989: {
        mu_recession: model.mean[0],
        mu_expansion: model.mean[1],
        p_expansion_stay: q11,
        q_recession_stay: q00,
        phi: model.phi,
        sigma: Math.sqrt(model.variance),
      },
    };
  },
};

function ofFirst(probabilities: Float64Array): Float64Array {
  return probabilities.filter((_, at) => at % 2 === 0);
}
