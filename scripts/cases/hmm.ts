import { z } from 'zod';
import { type GaussianHmm, hmmFilter, hmmSmoother, hmmViterbi } from '../../src/measures/gaussian-hmm.ts';
import { expectationMaximisation } from '../../src/measures/hmm-fit.ts';
import { expectedDurations, stationaryDistribution } from '../../src/measures/markov-chain.ts';
import type { CaseRunner } from '../case-kit/runner.ts';
import { fromRows, matrixRows, thinned } from '../case-kit/shapes.ts';

/** The model of the filter test, from which EM starts; a case may give its own. */
const parameters = z.object({
  K: z.number().optional(),
  mean: z.array(z.number()).default([0.066, -0.165]),
  var: z.array(z.number()).default([0.2916, 2.9241]),
  P: z.array(z.array(z.number())).default([
    [0.9606, 0.0394],
    [0.0394, 0.9606],
  ]),
  pi: z.array(z.number()).optional(),
  every: z.number().default(8),
});

export const runner: CaseRunner = {
  methods: ['hmm'],
  run({ params: given, file }) {
    const fixed = (given.fixed ?? {}) as Record<string, unknown>;
    const { K: regimes, mean, var: variance, P, pi, every } = parameters.parse({ ...given, ...fixed });
    if (regimes !== undefined && regimes !== mean.length) {
      throw new RangeError(`params give no model of ${regimes} regimes to start from`);
    }
    const K = mean.length;
    const y = file().numeric[0]!.values;
    const transition = fromRows(P);
    const model: GaussianHmm = {
      mean: Float64Array.from(mean),
      covariance: Float64Array.from(variance),
      transition,
      initial: pi === undefined ? stationaryDistribution(transition, K) : Float64Array.from(pi),
    };
    const path = hmmViterbi(y, model);
    const em = expectationMaximisation(y, model);
    const count = K * (K - 1) + 2 * K + (K - 1);
    return {
      fixed: {
        mean,
        var: variance,
        P,
        pi: model.initial,
        ...probabilities(y, model, every),
        viterbi: path.states,
        viterbi_logp: path.logProbability,
        expected_duration: expectedDurations(transition, K),
      },
      em_one_step: { loglik_path_first5: em.path.slice(0, 5) },
      em: {
        mean: em.model.mean,
        var: em.model.covariance,
        P: matrixRows(em.model.transition, K),
        pi: em.model.initial,
        aic: 2 * count - 2 * em.logLikelihood,
        bic: count * Math.log(y.length) - 2 * em.logLikelihood,
        n_params: count,
        ...probabilities(y, em.model, every),
      },
    };
  },
};

function probabilities(y: Float64Array, model: GaussianHmm, every: number) {
  const K = model.initial.length;
  const filtered = hmmFilter(y, model);
  const { smoothed } = hmmSmoother(filtered, model);
  const first = (values: Float64Array) =>
    thinned(
      values.filter((_, at) => at % K === 0),
      every,
    );
  return {
    loglik: filtered.logLikelihood,
    filtered_last: filtered.filtered.slice(-K),
    filtered_p0: first(filtered.filtered),
    smoothed_p0: first(smoothed),
  };
}
