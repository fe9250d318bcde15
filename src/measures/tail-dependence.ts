import { z } from 'zod';
import { midRanks } from '../math/mid-ranks.ts';
import { columnsOf } from './columns.ts';
import { checkPair } from './correlation.ts';
import type { Measure } from './measure.ts';
import { numberParam, windowParam } from './params.ts';
import { isConstant } from './refused.ts';
import { overWindows } from './windows.ts';

/**
 * Share of a series' worst (and best) days that are also the other's, at the level `q`.
 *
 * λ_L(q) = #{u_i ≤ q and v_i ≤ q} / (qT), λ_U(q) = #{u_i > 1 − q and v_i > 1 − q} / (qT), u, v = mid-rank / (T + 1)
 *
 * `x`, `y` T values each; q in (0, 0.5]. 1 all of them, q for independent series; with itself a series comes close to 1 and can exceed
 * it, as the count is whole and qT is not, or when values are tied. NaN when T = 0, a value is NaN or a series does not vary.
 * @throws RangeError when the lengths differ or q is outside (0, 0.5].
 * @see Schmidt & Stadtmüller (2006), Non-parametric estimation of tail dependence, Scandinavian J. Statistics 33(2).
 */
export function tailDependence(
  x: Float64Array,
  y: Float64Array,
  q: number,
): { lower: number; upper: number } {
  checkPair(x, y);
  if (!(q > 0 && q <= 0.5)) throw new RangeError(`the tail level must lie in (0, 0.5], came ${q}`);
  const T = x.length;
  const [rankX, rankY] = [midRanks(x), midRanks(y)];
  const none = T === 0 || Number.isNaN(rankX[0]!) || Number.isNaN(rankY[0]!);
  if (none || isConstant(x) || isConstant(y)) return { lower: Number.NaN, upper: Number.NaN };
  let [lower, upper] = [0, 0];
  for (let i = 0; i < T; i++) {
    const [u, v] = [rankX[i]! / (T + 1), rankY[i]! / (T + 1)];
    if (u <= q && v <= q) lower++;
    if (u > 1 - q && v > 1 - q) upper++;
  }
  return { lower: lower / (q * T), upper: upper / (q * T) };
}

const params = z.object({
  window: windowParam(252, [60, 2520], 'rows in the window'),
  level: numberParam(0.1, [0.01, 0.5], 'fraction', 'q, the share of days that counts as the tail'),
});
const shared = {
  group: 'dependence',
  unit: 'ratio',
  range: [0, 2],
  input: 'changes',
  columns: [2, 2],
  params,
  source: {
    citation:
      'Schmidt & Stadtmüller (2006), Non-parametric estimation of tail dependence, Scandinavian Journal of Statistics 33(2)',
    doi: '10.1111/j.1467-9469.2005.00483.x',
  },
  warmUp: ({ window }: z.infer<typeof params>) => window - 1,
} as const;

/** Rolling `tailDependence().lower`. NaN on the first w−1 rows, where the row has a hole, where a window with holes keeps fewer than 30 complete rows, and where a column does not vary. */
export const lowerTailDependence: Measure<typeof params> = {
  ...shared,
  id: 'lower-tail-dependence',
  title: { 'zh-Hans': '下尾相依', 'zh-Hant': '下尾相依', en: 'Lower tail dependence' },
  formula: 'λ_L(q) = #{u_s ≤ q and v_s ≤ q} / (qw); u, v = mid-rank / (w + 1) over rows t−w+1 … t',
  reading:
    'Share of one series’ worst days that were also among the other’s worst: 1 all, q by chance. A window of 252 rows at q = 0.1 holds 25 such days.',
  compute(panel, { window, level }) {
    return overWindows(columnsOf(panel, this), window, ([x, y]) => tailDependence(x!, y!, level).lower);
  },
};

/** Rolling `tailDependence().upper`. NaN as in `lower-tail-dependence`. */
export const upperTailDependence: Measure<typeof params> = {
  ...shared,
  id: 'upper-tail-dependence',
  title: { 'zh-Hans': '上尾相依', 'zh-Hant': '上尾相依', en: 'Upper tail dependence' },
  formula: 'λ_U(q) = #{u_s > 1 − q and v_s > 1 − q} / (qw); u, v = mid-rank / (w + 1) over rows t−w+1 … t',
  reading: 'Share of one series’ best days that were also among the other’s best: 1 all, q by chance.',
  compute(panel, { window, level }) {
    return overWindows(columnsOf(panel, this), window, ([x, y]) => tailDependence(x!, y!, level).upper);
  },
};
