import { z } from 'zod';
import { columnsOf } from '../columns.ts';
import type { Measure } from '../measure.ts';
import { windowParam } from '../params.ts';
import { isComplete } from '../windows.ts';
import { isAbsent } from './absence.ts';
import { frequencyConnectedness } from './frequency-connectedness.ts';
import { lagParam, maxGapParam } from './params.ts';

const params = z.object({
  window: windowParam(250, [100, 2520], 'rows in the window'),
  lag: lagParam,
  horizon: z.number().int().min(20).max(250).default(100).meta({
    unit: 'rows',
    description: 'H, terms of the response that are transformed; 100 in Baruník & Křehlík (2018)',
  }),
  cycle: z.number().int().min(3).max(100).default(20).meta({
    unit: 'rows',
    description: 'shortest cycle that counts as long: 20 sessions are a month',
  }),
  maxGap: maxGapParam,
});

/**
 * Part of total connectedness that arises at low frequencies: `absolute` of the band 0 ≤ ω < 2π/cycle of `frequencyConnectedness` on a rolling
 * window. NaN on the first w − 1 rows, on a row with a hole, and where the model is refused.
 */
export const longRunConnectedness: Measure<typeof params> = {
  id: 'long-run-connectedness',
  title: { 'zh-Hans': '长周期溢出', 'zh-Hant': '長週期溢出', en: 'Long-run connectedness' },
  group: 'dependence',
  unit: 'fraction',
  range: [0, 1],
  input: 'changes',
  columns: [2, 20],
  formula:
    'Σ_{i≠j} θ̃_d,ij / N, d = {ω: 0 ≤ ω < 2π/cycle}; θ̃_d,ij = Σ_{ω in d} f_ij(ω) / Σ_j Σ_ω f_ij(ω), f the spectral shares of a VAR(p) on rows t−w+1 … t',
  reading:
    'What shocks that last longer than the cycle add to total connectedness: 0 what is shared dies within it, larger when shocks are passed on for good. Changes that follow no pattern of their own give about 2/cycle of the total, which is no sign of lasting.',
  params,
  source: {
    citation:
      'Baruník & Křehlík (2018), Measuring the frequency dynamics of financial connectedness and systemic risk, J. Financial Econometrics 16(2)',
    doi: '10.1093/jjfinec/nby001',
    equation: '8–17',
  },
  warmUp: ({ window }) => window - 1,
  compute(panel, { window, lag, horizon, cycle, maxGap }) {
    const columns = columnsOf(panel, this);
    const out = new Float64Array(panel.dates.length).fill(Number.NaN);
    for (let t = window - 1; t < out.length; t++) {
      if (!isComplete(columns, t)) continue;
      const [from, to] = [t - window + 1, t + 1];
      const found = frequencyConnectedness(
        columns.map((column) => column.subarray(from, to)),
        {
          lag,
          horizon,
          bounds: [(2 * Math.PI) / cycle, 0],
          gap: { dates: panel.dates.subarray(from, to), maxGapDays: maxGap },
        },
      );
      if (!isAbsent(found)) out[t] = Math.min(1, found.bands[0]!.absolute);
    }
    return out;
  },
};
