import { z } from 'zod';
import { columnsOf } from '../columns.ts';
import type { Measure } from '../measure.ts';
import { windowParam } from '../params.ts';
import { isAbsent } from './absence.ts';
import { connectednessTable } from './connectedness-table.ts';
import { horizonParam, lagParam, maxGapParam } from './params.ts';
import { tvpVarConnectedness } from './tvp-var-connectedness.ts';
import { TVP_PRIORS } from './tvp-var-start.ts';

const params = z.object({
  training: windowParam(
    252,
    [60, 2520],
    'rows at the start that set means, scales and the prior, and are not shown',
  ),
  lag: lagParam,
  horizon: horizonParam,
  kappa1: z.number().min(0.9).max(1).default(0.99).meta({
    unit: 'ratio',
    description: 'κ_1, what the coefficients remember a row; 0.99 forgets half in 69 rows',
  }),
  kappa2: z.number().min(0.9).max(1).default(0.99).meta({
    unit: 'ratio',
    description: 'κ_2, what the error covariance remembers a row; 0.96 in Antonakakis et al. (2020)',
  }),
  prior: z
    .enum(TVP_PRIORS)
    .default('least-squares')
    .meta({ unit: 'name', description: 'where the coefficients start, from the training rows alone' }),
  maxGap: maxGapParam,
});

/**
 * Total connectedness index of a time-varying vector autoregression, as known at every row.
 *
 * TCI_t = Σ_{i≠j} θ̃_ij / N of A_t, Q_t filtered on rows ≤ t
 *
 * 0 each series goes its own way, (N − 1)/N nothing is a series' own. It has no window whose far end drops out: a shock enters at once
 * and fades with κ. NaN on the first `training` rows, where row t is missing, and after a hole longer than `maxGap` days on `lag` rows. It depends on where the
 * panel begins.
 * @see Antonakakis, Chatziantoniou & Gabauer (2020), J. Risk and Financial Management 13(4), 84.
 */
export const tvpVarTotalConnectedness: Measure<typeof params> = {
  id: 'tvp-var-connectedness',
  title: {
    'zh-Hans': '时变总溢出指数',
    'zh-Hant': '時變總溢出指數',
    en: 'Total connectedness, time-varying parameters',
  },
  group: 'dependence',
  unit: 'fraction',
  range: [0, 1],
  input: 'changes',
  columns: [2, 16],
  formula:
    'TCI_t = Σ_{i≠j} θ̃_ij / N; θ̃ of A_t, Q_t of a VAR(p) whose coefficients walk at random (forgetting κ_1) and whose error covariance decays (κ_2)',
  params,
  source: {
    citation:
      'Antonakakis, Chatziantoniou & Gabauer (2020), Refined measures of dynamic connectedness based on time-varying parameter vector autoregressions, J. Risk and Financial Management 13(4), 84',
    doi: '10.3390/jrfm13040084',
    equation: '1–9; means and prior from rows before the first value',
  },
  warmUp: ({ training }) => training,
  compute(panel, { maxGap, ...options }) {
    const columns = columnsOf(panel, this);
    const out = new Float64Array(panel.dates.length).fill(Number.NaN);
    const gap = { dates: panel.dates, maxGapDays: maxGap };
    tvpVarConnectedness(columns, { ...options, gap }, (t, shares) => {
      if (!isAbsent(shares)) out[t] = connectednessTable(shares, columns.length).total;
    });
    return out;
  },
};
