import { z } from 'zod';
import { cholesky, quadraticForm } from '../../src/math/cholesky.ts';
import { columnMeans, sampleCovariance } from '../../src/math/covariance.ts';
import { chiSquareQuantile, chiSquareUpperTail } from '../../src/math/distributions.ts';
import { fromColumns } from '../../src/math/matrix.ts';
import { pseudoInverse } from '../../src/math/pseudo-inverse.ts';
import { earlierShareBelow } from '../../src/math/rank.ts';
import { ridged, turbulenceFullSample, turbulencePath } from '../../src/measures/turbulence.ts';
import { panelColumns } from '../case-kit/panel-columns.ts';
import type { CaseRunner } from '../case-kit/runner.ts';

const parameters = z.object({
  W: z.number().int().default(500),
  ridge: z.number().default(0.05),
  percentile_min: z.number().int().default(60),
  deficient_rows: z.number().int().default(5),
  deficient_eval_row: z.number().int().default(6),
});

export const runner: CaseRunner = {
  methods: ['turbulence'],
  run(input) {
    const { W, ridge, percentile_min, deficient_rows, deficient_eval_row } = parameters.parse(input.params);
    const columns = panelColumns(input);
    const n = columns.length;
    const full = turbulenceFullSample(columns, ridge);
    const rolling = turbulencePath(columns, W, ridge);
    const distance = rolling.distance.subarray(W);
    return {
      full_raw: full.distance,
      full_div_n: full.distance.map((d) => d / n),
      full_magnitude: full.magnitude,
      sum_check: full.distance.reduce((sum, d) => (Number.isNaN(d) ? sum : sum + d), 0),
      rolling_raw: distance,
      rolling_magnitude: rolling.magnitude.subarray(W),
      rolling_corr_surprise: rolling.correlationSurprise.subarray(W),
      rolling_percentile: earlierShareBelow(distance, percentile_min),
      chi2_threshold_75: chiSquareQuantile(0.75, n),
      chi2_p_last: chiSquareUpperTail(distance.at(-1) ?? Number.NaN, n),
      deficient: deficient(columns, ridge, deficient_rows, deficient_eval_row),
    };
  },
};

/** Moments of fewer rows than columns: with the ridge, and with the pseudo-inverse that is not to be used. */
function deficient(columns: readonly Float64Array[], ridge: number, rows: number, at: number) {
  const n = columns.length;
  const x = fromColumns(columns, 0, rows);
  const mean = columnMeans(x, rows, n);
  const covariance = sampleCovariance(x, rows, n);
  const deviation = Float64Array.from(columns, (column, i) => column[at]! - mean[i]!);
  const factor = cholesky(ridged(covariance, n, ridge), n);
  const { inverse } = pseudoInverse(covariance, n);
  let exploded = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) exploded += deviation[i]! * inverse[i * n + j]! * deviation[j]!;
  }
  return {
    rows,
    eval_row: at,
    ridge,
    ridge_value: factor && quadraticForm(factor, n, deviation),
    pinv_value: exploded,
  };
}
