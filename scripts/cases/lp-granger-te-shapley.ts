import { z } from 'zod';
import { grangerTest, todaYamamotoTest } from '../../src/measures/granger.ts';
import { localProjection } from '../../src/measures/local-projection.ts';
import { shapleyR2 } from '../../src/measures/shapley-r2.ts';
import { transferEntropy } from '../../src/measures/transfer-entropy.ts';
import type { CaseRunner } from '../case-kit/runner.ts';
import { estimated } from '../case-kit/shapes.ts';
import type { CaseTable } from '../case-kit/table.ts';

const parameters = z.object({
  p: z.number().default(2),
  H: z.number().default(8),
  te_quantiles: z.array(z.number()).default([0.05, 0.95]),
});

export const runner: CaseRunner = {
  methods: ['lp-granger-te-shapley'],
  run({ params, file }) {
    const { p, H, te_quantiles } = parameters.parse(params);
    const table = file();
    const [shock, x, y] = ['shock', 'x', 'y'].map((name, k) => columnOf(table, name, k)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    const there = transferEntropy(x, y, te_quantiles);
    const back = transferEntropy(y, x, te_quantiles);
    const shared = shapley(shock, x, y);
    return {
      lp: project(y, shock, x, { lags: p, horizon: H }),
      cumulative_lp: project(y, shock, x, { lags: p, horizon: H, cumulative: true }),
      granger_x_to_y: estimated(grangerTest(x, y, p)),
      granger_y_to_x: estimated(grangerTest(y, x, p)),
      toda_yamamoto: estimated(todaYamamotoTest(x, y, p)),
      te_x_to_y: there,
      te_y_to_x: back,
      net_te: there - back,
      shapley_r2: shared.shares,
      r2_total: shared.total,
      shapley_order: ['x', 'shock', 'x_lag1', 'y_lag1'],
    };
  },
};

function columnOf(table: CaseTable, name: string, k: number): Float64Array {
  return table.has(name) ? table.column(name) : table.numeric[k]!.values;
}

function project(
  y: Float64Array,
  shock: Float64Array,
  x: Float64Array,
  options: Parameters<typeof localProjection>[3],
) {
  const path = estimated(localProjection(y, shock, [x], options));
  return path.map(({ h, beta, standardError, rows }) => ({ h, n: rows, beta, se_nw: standardError }));
}

/** y_t on x_t, shock_t, x_{t−1} and y_{t−1}. */
function shapley(shock: Float64Array, x: Float64Array, y: Float64Array) {
  const rows = y.length - 1;
  const design = new Float64Array(rows * 4);
  for (let t = 0; t < rows; t++) design.set([x[t + 1]!, shock[t + 1]!, x[t]!, y[t]!], 4 * t);
  return estimated(shapleyR2(y.slice(1), design, 4));
}
