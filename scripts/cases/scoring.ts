import { z } from 'zod';
import {
  type BinaryForecasts,
  brierScore,
  brierSkill,
  logLoss,
} from '../../src/board/scores/binary-forecasts.ts';
import { brierDecomposition } from '../../src/board/scores/brier-decomposition.ts';
import {
  berkowitzTest,
  kolmogorovSmirnovUniform,
  unitHistogram,
} from '../../src/board/scores/calibration.ts';
import {
  crpsEnsemble,
  crpsNormal,
  logScoreNormal,
  type NormalForecasts,
  pinballLoss,
  pitNormal,
} from '../../src/board/scores/density-forecasts.ts';
import { dieboldMariano } from '../../src/board/scores/diebold-mariano.ts';
import { auroc, averagePrecision } from '../../src/board/scores/discrimination.ts';
import { normalQuantile } from '../../src/math/distributions.ts';
import { mean } from '../../src/math/moments.ts';
import type { CaseInput, CaseRunner } from '../case-kit/runner.ts';

const parameters = z.object({
  h: z.number().default(1),
  tau: z.number().default(0.05),
  bins: z
    .union([z.number(), z.string()])
    .default(10)
    .transform((bins) => Number.parseInt(String(bins), 10)),
});
type Parameters = z.infer<typeof parameters>;

export const runner: CaseRunner = {
  methods: ['scoring'],
  run(input) {
    const params = parameters.parse(input.params);
    return { ...binary(input, params), ...density(input, params) };
  },
};

function binary(input: CaseInput, { bins }: Parameters) {
  const table = input.file('binary.csv');
  const outcome = table.column('y');
  const forecasts: BinaryForecasts = { probability: table.column('p1'), outcome };
  const curve = auroc(forecasts.probability, outcome);
  const parts = brierDecomposition(forecasts, bins);
  return {
    brier: brierScore(forecasts),
    brier_skill_vs_climatology: brierSkill(forecasts),
    log_loss: logLoss(forecasts).loss,
    brier_model2: table.has('p2') ? brierScore({ probability: table.column('p2'), outcome }) : null,
    auroc: curve?.area,
    auroc_se_hanley_mcneil: curve?.hanleyMcNeil,
    auroc_se_delong: curve?.deLong,
    average_precision: averagePrecision(forecasts.probability, outcome),
    murphy: {
      reliability: parts.reliability,
      resolution: parts.resolution,
      uncertainty: parts.uncertainty,
      within_bin_variance: parts.withinBinVariance,
      within_bin_covariance: parts.withinBinCovariance,
      bins: parts.bins.map(({ bin, count, forecast, observed }) => [bin, count, forecast, observed]),
    },
  };
}

function density(input: CaseInput, { h, tau }: Parameters) {
  const table = input.file('density.csv');
  const observed = table.column('obs');
  const forecasts: NormalForecasts = { observed, mean: table.column('mu'), deviation: table.column('sigma') };
  const members = membersOf(input);
  const crps = crpsNormal(forecasts);
  const pit = pitNormal(forecasts);
  const berkowitz = berkowitzTest(pit);
  const quantile = forecasts.mean.map((mu, t) => mu + forecasts.deviation[t]! * normalQuantile(tau));
  const pinball = pinballLoss(observed, quantile, tau);
  const loss = (forecast: Float64Array) => observed.map((y, t) => (y - forecast[t]!) ** 2);
  const dm = dieboldMariano(loss(forecasts.mean), loss(table.column('f2')), h);
  return {
    crps_normal_mean: mean(crps),
    crps_normal_first5: crps.subarray(0, 5),
    crps_ensemble_mean: mean(crpsEnsemble(observed, members)),
    crps_ensemble_fair_mean: mean(crpsEnsemble(observed, members, true)),
    log_score_mean: mean(logScoreNormal(forecasts)),
    pit_first5: pit.subarray(0, 5),
    pit_ks: kolmogorovSmirnovUniform(pit).statistic,
    pit_hist10: unitHistogram(pit, 10),
    berkowitz_lr: berkowitz?.statistic,
    berkowitz_p: berkowitz?.p,
    pinball_5: pinball,
    [`pinball_${Number((100 * tau).toPrecision(12))}`]: pinball,
    dm: { stat: dm?.statistic, hln: dm?.hln, p_two_sided: dm?.p, mean_diff: dm?.meanDifference },
  };
}

/** n×M row-major, one column of the file a member. */
function membersOf(input: CaseInput): Float64Array {
  const { numeric, rows } = input.file('ensemble.csv');
  return Float64Array.from({ length: rows * numeric.length }, (_, at) => {
    return numeric[at % numeric.length]!.values[Math.floor(at / numeric.length)]!;
  });
}
