import { z } from 'zod';
import { rollingMean } from '../math/rolling.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { daysPerYearParam, windowParam } from './params.ts';
import { logReturns } from './realised-volatility.ts';
import { overWindows } from './windows.ts';

export interface RealisedVariance {
  /** RV = Σ r². */
  readonly variance: number;
  /** BV = (π/2) Σ |r_t| |r_{t−1}|, without a small-sample factor. */
  readonly bipower: number;
  /** max(0, 1 − BV / RV). */
  readonly jumpShare: number;
  /** Σ r² over r < 0. */
  readonly downside: number;
}

/**
 * Realised variance of a stretch of returns and its parts.
 *
 * RV = Σ r²; BV = (π/2) Σ |r_t| |r_{t−1}|; jump share = max(0, 1 − BV/RV); RS⁻ = Σ r² 1{r < 0}
 *
 * `returns` n log returns; sums over the stretch, not annualised. All NaN when n < 2 or a return is NaN; jump share NaN when nothing moved.
 * @see Barndorff-Nielsen & Shephard (2004), J. Financial Econometrics 2(1); Barndorff-Nielsen, Kinnebrock & Shephard (2010) for RS⁻.
 */
export function realisedVariance(returns: Float64Array): RealisedVariance {
  const n = returns.length;
  if (n < 2)
    return { variance: Number.NaN, bipower: Number.NaN, jumpShare: Number.NaN, downside: Number.NaN };
  let [variance, neighbours, downside] = [0, 0, 0];
  for (let t = 0; t < n; t++) {
    const r = returns[t]!;
    variance += r * r;
    if (!(r >= 0)) downside += r * r;
    if (t > 0) neighbours += Math.abs(r) * Math.abs(returns[t - 1]!);
  }
  const bipower = (Math.PI / 2) * neighbours;
  return {
    variance,
    bipower,
    jumpShare: variance > 0 ? Math.max(0, 1 - bipower / variance) : Number.NaN,
    downside,
  };
}

const params = z.object({ window: windowParam(30, [5, 2520], 'returns in the window') });
const annual = params.extend({ daysPerYear: daysPerYearParam });
const shared = { group: 'volatility', input: 'levels', columns: [1, 1] } as const;
const barndorff = {
  citation:
    'Barndorff-Nielsen & Shephard (2004), Power and bipower variation with stochastic volatility and jumps, J. Financial Econometrics 2(1)',
  doi: '10.1093/jjfinec/nbh001',
} as const;

/** A statistic of whole windows of log returns: NaN where the window holds a hole. */
function ofWholeWindows(
  prices: Float64Array,
  window: number,
  value: (found: RealisedVariance) => number,
): Float64Array {
  const returns = logReturns(prices);
  return overWindows([returns], window, ([r]) =>
    r!.length === window ? value(realisedVariance(r!)) : Number.NaN,
  );
}

/** sqrt(A · mean r²) of a rolling window: volatility about zero. NaN on the first w rows and where the window holds a NaN. */
export const zeroMeanVolatility: Measure<typeof annual> = {
  ...shared,
  id: 'zero-mean-volatility',
  title: { 'zh-Hans': '零均值波动率', 'zh-Hant': '零均值波動率', en: 'Volatility about zero' },
  unit: 'fraction-per-year',
  range: [0, Number.POSITIVE_INFINITY],
  formula: 'σ_t = sqrt(A · mean(r_s²)), s = t−w+1 … t; r_t = ln(P_t / P_{t−1})',
  reading:
    'Like realised volatility without taking off the mean: in a straight fall it stays high where the other shrinks.',
  params: annual,
  source: {
    citation:
      'Andersen, Bollerslev, Diebold & Labys (2003), Modeling and forecasting realized volatility, Econometrica 71(2)',
    doi: '10.1111/1468-0262.00418',
  },
  warmUp: ({ window }) => window,
  compute(panel, { window, daysPerYear }) {
    const squares = logReturns(columnsOf(panel, this)[0]!).map((r) => r * r);
    return rollingMean(squares, window).map((v) => Math.sqrt(daysPerYear * Math.max(0, v)));
  },
};

/** Rolling `realisedVariance().jumpShare`. NaN on the first w rows, where the window holds a NaN, and where nothing moved. */
export const jumpShare: Measure<typeof params> = {
  ...shared,
  id: 'jump-share',
  title: { 'zh-Hans': '跳跃占比', 'zh-Hant': '跳躍占比', en: 'Jump share' },
  unit: 'fraction',
  range: [0, 1],
  formula: 'max(0, 1 − BV/RV); RV = Σ r_s², BV = (π/2) Σ |r_s| |r_{s−1}| over the returns t−w+1 … t',
  reading:
    '0 prices moved without jumps, toward 1 single days made most of the variance. With daily returns a rough guide: it takes intraday returns to tell a jump from a busy day.',
  params,
  source: barndorff,
  warmUp: ({ window }) => window,
  compute(panel, { window }) {
    return ofWholeWindows(columnsOf(panel, this)[0]!, window, (found) => found.jumpShare);
  },
};

/** Rolling sqrt(A/w · BV): volatility without jumps. NaN on the first w rows and where the window holds a NaN. */
export const bipowerVolatility: Measure<typeof annual> = {
  ...shared,
  id: 'bipower-volatility',
  title: { 'zh-Hans': '双幂次波动率', 'zh-Hant': '雙冪次波動率', en: 'Bipower volatility' },
  unit: 'fraction-per-year',
  range: [0, Number.POSITIVE_INFINITY],
  formula: 'σ_t = sqrt(A/w · BV), BV = (π/2) Σ |r_s| |r_{s−1}| over the returns t−w+1 … t',
  reading:
    'Volatility of the continuous part of the path: one large day counts little. Far below realised volatility: jumps.',
  params: annual,
  source: barndorff,
  warmUp: ({ window }) => window,
  compute(panel, { window, daysPerYear }) {
    return ofWholeWindows(columnsOf(panel, this)[0]!, window, ({ bipower }) =>
      Math.sqrt((daysPerYear / window) * bipower),
    );
  },
};

/** Rolling share of realised variance that falls made: RS⁻ / RV. NaN on the first w rows, where the window holds a NaN, and where nothing moved. */
export const downsideShare: Measure<typeof params> = {
  ...shared,
  id: 'downside-variance-share',
  title: { 'zh-Hans': '下行方差占比', 'zh-Hant': '下行變異占比', en: 'Downside share of variance' },
  unit: 'fraction',
  range: [0, 1],
  formula: 'RS⁻/RV; RS⁻ = Σ r_s² over r_s < 0, RV = Σ r_s², returns t−w+1 … t',
  reading: '½ when falls and rises are alike, 1 when every move was a fall.',
  params,
  source: {
    citation:
      'Barndorff-Nielsen, Kinnebrock & Shephard (2010), Measuring downside risk: realised semivariance, in Volatility and Time Series Econometrics, Oxford University Press',
  },
  warmUp: ({ window }) => window,
  compute(panel, { window }) {
    return ofWholeWindows(columnsOf(panel, this)[0]!, window, ({ downside, variance }) =>
      variance > 0 ? downside / variance : Number.NaN,
    );
  },
};
