import { z } from 'zod';
import { mean, squaredDeviations } from '../math/moments.ts';
import { rollingCorrelation, varies } from '../math/rolling-correlation.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { windowParam } from './params.ts';

/**
 * Pearson correlation of two series.
 *
 * r = Σ(x − x̄)(y − ȳ) / sqrt(Σ(x − x̄)² Σ(y − ȳ)²)
 *
 * `x`, `y` n values each, any unit. NaN when n < 2, a value is NaN, or a series does not vary (variance ≤ 1e-20·max(1, mean²)).
 * @throws RangeError when the lengths differ.
 * @see Pearson (1895), Proceedings of the Royal Society 58.
 */
export function pearson(x: Float64Array, y: Float64Array): number {
  checkPair(x, y);
  const n = x.length;
  if (n < 2) return Number.NaN;
  const [mx, my] = [mean(x), mean(y)];
  const [sx, sy] = [squaredDeviations(x, 0, n), squaredDeviations(y, 0, n)];
  if (!varies(sx / (n - 1), mx) || !varies(sy / (n - 1), my)) return Number.NaN;
  let product = 0;
  for (let i = 0; i < n; i++) product += (x[i]! - mx) * (y[i]! - my);
  return Math.min(1, Math.max(-1, product / (Math.sqrt(sx) * Math.sqrt(sy))));
}

/** @throws RangeError when two series have different lengths. */
export function checkPair(x: Float64Array, y: Float64Array): void {
  if (x.length !== y.length)
    throw new RangeError(`series must have one length, came ${x.length} and ${y.length}`);
}

const params = z.object({ window: windowParam(60, [20, 2520], 'rows in the window') });

/**
 * Rolling Pearson correlation of two columns. NaN on the first w−1 rows, where the row has a hole, where a window with holes keeps fewer
 * than 30 complete rows, and where a column does not vary.
 */
export const correlation: Measure<typeof params> = {
  id: 'correlation',
  title: { 'zh-Hans': '相关系数', 'zh-Hant': '相關係數', en: 'Correlation' },
  group: 'dependence',
  unit: 'ratio',
  range: [-1, 1],
  input: 'changes',
  columns: [2, 2],
  formula: 'r_t = Σ(x_s − x̄)(y_s − ȳ) / sqrt(Σ(x_s − x̄)² Σ(y_s − ȳ)²), s = t−w+1 … t',
  reading:
    '1 the two move in one line, 0 no linear relation, −1 opposite. It rises by itself when volatility rises: compare with forbes-rigobon-correlation before speaking of contagion.',
  params,
  source: {
    citation:
      'Pearson (1895), Note on regression and inheritance in the case of two parents, Proceedings of the Royal Society of London 58',
    doi: '10.1098/rspl.1895.0041',
  },
  warmUp: ({ window }) => window - 1,
  compute(panel, { window }) {
    const out = new Float64Array(panel.dates.length).fill(Number.NaN);
    rollingCorrelation(columnsOf(panel, this), window, (t, r) => {
      if (r) out[t] = r[1]!;
    });
    return out;
  },
};
