import { z } from 'zod';
import { standardDeviation } from '../math/moments.ts';
import { columnsOf } from './columns.ts';
import { checkPair, pearson } from './correlation.ts';
import type { Measure } from './measure.ts';
import { windowParam } from './params.ts';
import { eachWindow } from './windows.ts';

/** Correlation between two markets in a calm and a stressed stretch, and how much of its change mere volatility explains. */
export interface ShockSplit {
  /** Correlation in the calm stretch. */
  readonly calm: number;
  /** Correlation in the stressed stretch, as observed. */
  readonly stressed: number;
  /** δ: relative increase of the variance of the origin market. */
  readonly varianceIncrease: number;
  /** ρ*: the stressed correlation with the increase of volatility taken out. */
  readonly adjusted: number;
  /** Part of stressed − calm that the volatility of the origin alone produces with an unchanged link: the common shock. */
  readonly commonShock: number;
  /** The rest: the link itself changed. commonShock + contagion = stressed − calm. */
  readonly contagion: number;
  /** (artanh ρ* − artanh ρ_calm) / sqrt(1/(n_calm − 3) + 1/(n_stressed − 3)), about standard normal without contagion. */
  readonly z: number;
}

/**
 * Correlation adjusted for the volatility of the market in which the shock began.
 *
 * ρ* = ρ / sqrt(1 + δ(1 − ρ²)), δ = var_stressed(x) / var_calm(x) − 1
 *
 * ρ observed correlation in [−1, 1]; δ > −1. |ρ*| < |ρ| when volatility rose. It assumes that no shock comes from the other market or from
 * a third. NaN for a NaN or δ ≤ −1.
 * @see Forbes & Rigobon (2002), No contagion, only interdependence, J. Finance 57(5), equation 11.
 */
export function volatilityAdjusted(rho: number, delta: number): number {
  return delta > -1 ? rho / Math.sqrt(1 + delta * (1 - rho * rho)) : Number.NaN;
}

/**
 * Splits the change of a correlation from a calm to a stressed stretch into a common shock and contagion.
 *
 * common shock = ρ_calm sqrt((1 + δ) / (1 + δ ρ_calm²)) − ρ_calm; contagion = the rest of ρ_stressed − ρ_calm
 *
 * The first term inverts `volatilityAdjusted`: the correlation that the calm link would show under the stressed variance. `calm`,
 * `stressed` [origin x, other y], variances with ddof 1. NaN where a stretch has fewer than 2 rows (z: 4), a NaN, or no variation.
 * @throws RangeError when the lengths of a pair differ.
 * @see Forbes & Rigobon (2002), No contagion, only interdependence, J. Finance 57(5), equations 5 and 11.
 */
export function shockSplit(
  calm: readonly [Float64Array, Float64Array],
  stressed: readonly [Float64Array, Float64Array],
): ShockSplit {
  checkPair(...calm);
  checkPair(...stressed);
  const before = pearson(...calm);
  const during = pearson(...stressed);
  const delta = (standardDeviation(stressed[0]) / standardDeviation(calm[0])) ** 2 - 1;
  const adjusted = volatilityAdjusted(during, delta);
  const implied = before * Math.sqrt((1 + delta) / (1 + delta * before * before));
  const shortest = Math.min(calm[0].length, stressed[0].length);
  const error =
    shortest > 3 ? Math.hypot((calm[0].length - 3) ** -0.5, (stressed[0].length - 3) ** -0.5) : Number.NaN;
  return {
    calm: before,
    stressed: during,
    varianceIncrease: delta,
    adjusted,
    commonShock: implied - before,
    contagion: during - implied,
    z: (Math.atanh(adjusted) - Math.atanh(before)) / error,
  };
}

const params = z.object({
  window: windowParam(40, [20, 504], 'rows of the stressed stretch, the last ones'),
  calm: windowParam(252, [60, 2520], 'rows of the calm stretch, which ends where the stressed one begins'),
});
const shared = {
  group: 'dependence',
  unit: 'ratio',
  input: 'changes',
  columns: [2, 2],
  params,
  warmUp: ({ window, calm }: z.infer<typeof params>) => window + calm - 1,
} as const;
const source = {
  citation:
    'Forbes & Rigobon (2002), No contagion, only interdependence: measuring stock market comovements, J. Finance 57(5)',
  doi: '10.1111/0022-1082.00494',
} as const;

function overStretches(
  columns: readonly Float64Array[],
  window: number,
  calm: number,
  of: (split: ShockSplit) => number,
): Float64Array {
  const out = new Float64Array(columns[0]!.length).fill(Number.NaN);
  eachWindow(columns, window + calm, (t, rows) => {
    if (!rows || rows[0]!.length <= window) return;
    const from = rows[0]!.length - window;
    const [x, y] = [rows[0]!, rows[1]!];
    out[t] = of(shockSplit([x.subarray(0, from), y.subarray(0, from)], [x.subarray(from), y.subarray(from)]));
  });
  return out;
}

/** Rolling `volatilityAdjusted`, the first column the origin. NaN on the first w + calm − 1 rows, where the row has a hole, where the stretches with holes keep fewer than 30 complete rows, and where a column does not vary. */
export const forbesRigobonCorrelation: Measure<typeof params> = {
  ...shared,
  id: 'forbes-rigobon-correlation',
  title: { 'zh-Hans': '波动率调整相关', 'zh-Hant': '波動率調整相關', en: 'Volatility-adjusted correlation' },
  range: [-1, 1],
  formula:
    'ρ* = ρ / sqrt(1 + δ(1 − ρ²)); δ = var(x, last w) / var(x, calm rows before) − 1; ρ = r(x, y) over the last w rows',
  reading:
    'Correlation that would be seen had the first market not become more volatile. No higher than before the shock: interdependence, not contagion.',
  source: { ...source, equation: '11' },
  compute(panel, { window, calm }) {
    return overStretches(columnsOf(panel, this), window, calm, (split) => split.adjusted);
  },
};

/** Rolling `shockSplit().contagion`. NaN as in `forbes-rigobon-correlation`. */
export const contagionCorrelation: Measure<typeof params> = {
  ...shared,
  id: 'contagion-correlation',
  title: {
    'zh-Hans': '相关变化中的传染部分',
    'zh-Hant': '相關變化中的傳染部分',
    en: 'Contagion part of a change in correlation',
  },
  range: [-2, 2],
  formula: 'ρ_w − ρ_calm sqrt((1 + δ) / (1 + δ ρ_calm²)); δ = var(x, last w) / var(x, calm rows before) − 1',
  reading:
    '0: the whole change of correlation is what a more volatile first market produces by itself, a common shock. Above 0 the link itself became closer. Short stretches: judge by the z of the split.',
  source: { ...source, equation: '5 and 11' },
  compute(panel, { window, calm }) {
    return overStretches(columnsOf(panel, this), window, calm, (split) => split.contagion);
  },
};
