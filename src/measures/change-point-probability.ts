import { z } from 'zod';
import { mean, standardDeviation } from '../math/moments.ts';
import { onlineChangePoints, UNIT_PRIOR } from './change-point-online.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { trainParam } from './refits.ts';
import { isConstant } from './refused.ts';

const params = z.object({
  train: trainParam(250, 100),
  meanRun: z.number().int().min(20).max(2520).default(250).meta({
    unit: 'rows',
    description: 'λ, expected rows between changes; the hazard is 1/λ a row',
  }),
  recent: z.number().int().min(2).max(100).default(10).meta({
    unit: 'rows',
    description: 'a run shorter than so many rows is a recent change',
  }),
});

/**
 * Probability that the mean or variance of the changes has changed within the last `recent` rows; see `onlineChangePoints`.
 * The changes are standardised once, by mean and deviation of the first `train` rows. NaN on the first train − 1 rows, where the change
 * is missing, and where the first rows do not vary.
 */
export const changePointProbability: Measure<typeof params> = {
  id: 'change-point-probability',
  title: { 'zh-Hans': '近期变点概率', 'zh-Hant': '近期變點概率', en: 'Probability of a recent change point' },
  group: 'stress',
  unit: 'fraction',
  range: [0, 1],
  input: 'changes',
  columns: [1, 1],
  formula:
    'Pr(r_t < k | x_1 … x_t), r_t rows since the last change of mean or variance; hazard 1/λ; normal-gamma prior (0, 1, 1, 1); x = (Δ − m)/s of the first rows',
  reading:
    'Probability that mean or variance changed within the last rows: near 0 the present stretch is old, near 1 something new has begun. It cannot tell a better from a worse state, and it falls again as the new stretch ages.',
  params,
  source: {
    citation: 'Adams & MacKay (2007), Bayesian online changepoint detection, arXiv:0710.3742',
    equation: 'algorithm 1',
  },
  warmUp: ({ train }) => train - 1,
  compute(panel, { train, meanRun, recent }) {
    return recentChangeProbability(columnsOf(panel, this)[0]!, { train, meanRun, recent });
  },
};

/**
 * `changePointProbability` of one column.
 * NaN policy: NaN on the first train − 1 rows, where x is missing, and everywhere when the first rows do not vary.
 */
export function recentChangeProbability(
  x: Float64Array,
  { train, meanRun, recent }: z.infer<typeof params>,
): Float64Array {
  const out = new Float64Array(x.length).fill(Number.NaN);
  const first = x.subarray(0, train).filter((value) => !Number.isNaN(value));
  if (x.length < train || isConstant(first)) return out;
  const [centre, scale] = [mean(first), standardDeviation(first)];
  const found = onlineChangePoints(
    x.map((value) => (value - centre) / scale),
    { ...UNIT_PRIOR, hazard: 1 / meanRun, recent },
  );
  out.set(found.recentChange.subarray(train - 1), train - 1);
  return out;
}
