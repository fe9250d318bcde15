import { z } from 'zod';
import { cissPath } from '../../src/measures/ciss-like.ts';
import { everyNth, panelColumns, rowsOf } from '../case-kit/panel-columns.ts';
import type { CaseRunner } from '../case-kit/runner.ts';

/** Weights of money, bond, equity, intermediaries and foreign exchange. */
const WEIGHTS = [0.15, 0.15, 0.25, 0.3, 0.15];

const parameters = z.object({
  initial_window: z.number().int(),
  lam: z.number().default(0.93),
  weights: z.array(z.number()).default(WEIGHTS),
  indicators_per_segment: z.array(z.number().int()).default([3, 3, 3, 3, 3]),
});

const EVERY = 5;

export const runner: CaseRunner = {
  methods: ['ciss'],
  run(input) {
    const { initial_window, lam, weights, indicators_per_segment } = parameters.parse(input.params);
    const indicators = panelColumns(input);
    const segments = indicators_per_segment.flatMap((count, k) => Array<number>(count).fill(k));
    const path = cissPath(indicators, { segments, weights, decay: lam, initial: initial_window });
    const [rows, n] = [indicators[0]!.length, weights.length];
    const ciss = path.values.map((value, t) => (t < initial_window ? path.inSample[t]! : value));
    const rankRow = (t: number) => path.ranks.map((z) => z[t]);
    const correlation01 = Float64Array.from({ length: rows }, (_, t) => path.correlations[t * n * n + 1]!);
    return {
      z_last: rankRow(rows - 1),
      z_row_mid: rankRow(Math.floor(rows / 2)),
      subindices_every5: everyNth(
        Array.from({ length: rows }, (_, t) => path.subIndices.map((s) => s[t])),
        EVERY,
      ),
      ciss,
      perfect_correlation_bound: everyNth(path.perfectCorrelation, EVERY),
      corr_last: rowsOf(path.correlation, n),
      corr_01_path_every5: everyNth(correlation01, EVERY),
      contributions_last: path.contributions.map((part) => part[rows - 1]),
      corr_contribution_last: path.correlationContribution[rows - 1],
    };
  },
};
