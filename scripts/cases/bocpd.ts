import { z } from 'zod';
import { onlineChangePoints, UNIT_PRIOR } from '../../src/measures/change-point-online.ts';
import type { CaseRunner } from '../case-kit/runner.ts';

const parameters = z.object({
  hazard: z.number().optional(),
  lambda: z.number().default(100),
  mu0: z.number().default(UNIT_PRIOR.mu0),
  kappa0: z.number().default(UNIT_PRIOR.kappa0),
  alpha0: z.number().default(UNIT_PRIOR.alpha0),
  beta0: z.number().default(UNIT_PRIOR.beta0),
  prune: z.number().default(0),
});

export const runner: CaseRunner = {
  methods: ['bocpd'],
  run({ params, file }) {
    const { hazard, lambda, ...options } = parameters.parse(params);
    const found = onlineChangePoints(file().numeric[0]!.values, { ...options, hazard: hazard ?? 1 / lambda });
    return {
      map_run_length: found.mapRunLength,
      expected_run_length: found.expectedRunLength,
      p_run_length_lt10: found.recentChange,
      final_posterior: found.finalPosterior,
      log_evidence: found.logEvidence,
    };
  },
};
