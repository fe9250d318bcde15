import { z } from 'zod';
import { columnsOf } from './columns.ts';
import { garchPath } from './garch-path.ts';
import type { Measure } from './measure.ts';
import { daysPerYearParam } from './params.ts';
import { logReturns } from './realised-volatility.ts';
import { refitParam, trainParam } from './refits.ts';

const params = z.object({
  model: z.enum(['garch', 'gjr']).default('gjr').meta({
    unit: 'model',
    description: 'garch: answers alike to rises and falls; gjr: more to falls',
  }),
  train: trainParam(500, 250),
  refit: refitParam,
  daysPerYear: daysPerYearParam,
});

/**
 * Volatility of the next row by GARCH(1,1) or GJR-GARCH(1,1), a year; see `garchPath`.
 * NaN on the first `train` rows, on a row whose return is missing, and where the model could not be estimated.
 */
export const garchVolatility: Measure<typeof params> = {
  id: 'garch-volatility',
  title: { 'zh-Hans': 'GARCH 条件波动率', 'zh-Hant': 'GARCH 條件波動率', en: 'GARCH conditional volatility' },
  group: 'volatility',
  unit: 'fraction-per-year',
  range: [0, Number.POSITIVE_INFINITY],
  input: 'levels',
  columns: [1, 1],
  formula:
    'σ_t = sqrt(A · h_{t+1}); h_{t+1} = ω + (α + γ·1[e_t < 0]) e_t² + β h_t; e_t = r_t − μ; (μ, ω, α, β, γ) by quasi maximum likelihood on rows up to the last estimation',
  params,
  source: {
    citation:
      'Bollerslev (1986), Generalized autoregressive conditional heteroskedasticity, J. Econometrics 31; Glosten, Jagannathan & Runkle (1993), J. Finance 48(5)',
    doi: '10.1016/0304-4076(86)90063-1',
  },
  warmUp: ({ train }) => train,
  compute(panel, { daysPerYear, ...options }) {
    const returns = logReturns(columnsOf(panel, this)[0]!);
    const { next, estimates } = garchPath(returns, options.train, options);
    const out = next.map((h) => Math.sqrt(daysPerYear * h));
    for (const { kind, row, until } of estimates) if (kind === 'ewma') out.fill(Number.NaN, row, until);
    return out;
  },
};
