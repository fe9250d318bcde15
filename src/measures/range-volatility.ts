import { z } from 'zod';
import { mean, squaredDeviations } from '../math/moments.ts';
import { annualised, type Bars, barsOf } from './bars.ts';
import type { Measure } from './measure.ts';
import { daysPerYearParam, windowParam } from './params.ts';

/**
 * Parkinson's variance of each day from its range.
 *
 * v_t = ln(H/L)² / (4 ln 2)
 *
 * `bars` n rows; result a fraction squared a day. It assumes no drift and trading without pause, and is biased down by the ticks between
 * which a true extreme falls. NaN where a price is NaN.
 * @see Parkinson (1980), The extreme value method for estimating the variance of the rate of return, J. Business 53(1).
 */
export function parkinsonVariance({ high, low }: Bars): Float64Array {
  return high.map((h, t) => Math.log(h / low[t]!) ** 2 / (4 * Math.LN2));
}

/**
 * Garman and Klass's variance of each day from range and body.
 *
 * v_t = ½ ln(H/L)² − (2 ln 2 − 1) ln(C/O)²
 *
 * As `parkinsonVariance`, with less noise; same assumptions and NaN policy.
 * @see Garman & Klass (1980), On the estimation of security price volatilities from historical data, J. Business 53(1), equation 8 simplified.
 */
export function garmanKlassVariance({ open, high, low, close }: Bars): Float64Array {
  return open.map(
    (o, t) => 0.5 * Math.log(high[t]! / low[t]!) ** 2 - (2 * Math.LN2 - 1) * Math.log(close[t]! / o) ** 2,
  );
}

/**
 * Rogers and Satchell's variance of each day, right under drift.
 *
 * v_t = ln(H/C) ln(H/O) + ln(L/C) ln(L/O)
 *
 * Overnight jumps are left out. NaN where a price is NaN.
 * @see Rogers & Satchell (1991), Estimating variance from high, low and closing prices, Annals of Applied Probability 1(4).
 */
export function rogersSatchellVariance({ open, high, low, close }: Bars): Float64Array {
  return open.map((o, t) => {
    const [h, l, c] = [high[t]!, low[t]!, close[t]!];
    return Math.log(h / c) * Math.log(h / o) + Math.log(l / c) * Math.log(l / o);
  });
}

/**
 * Yang and Zhang's variance of `window` days, right under drift and overnight jumps.
 *
 * v_t = var(ln O_s/C_{s−1}) + k var(ln C_s/O_s) + (1 − k) mean(RS_s), k = 0.34 / (1.34 + (n + 1)/(n − 1)), ddof 1
 *
 * n = `window` days, which need the close before the first. A market that never closes has no first term. NaN on the first n rows and where a price is.
 * @throws RangeError when the window is not a whole number ≥ 2.
 * @see Yang & Zhang (2000), Drift-independent volatility estimation based on high, low, open, and close prices, J. Business 73(3).
 */
export function yangZhangVariance(bars: Bars, window: number): Float64Array {
  if (!Number.isInteger(window) || window < 2)
    throw new RangeError(`window must be a whole number of at least 2 rows, came ${window}`);
  const { open, close } = bars;
  const overnight = open.map((o, t) => (t > 0 ? Math.log(o / close[t - 1]!) : Number.NaN));
  const body = open.map((o, t) => Math.log(close[t]! / o));
  const range = rogersSatchellVariance(bars);
  const k = 0.34 / (1.34 + (window + 1) / (window - 1));
  return open.map((_, t) => {
    const from = t - window + 1;
    if (from < 0) return Number.NaN;
    const variance = (x: Float64Array) => squaredDeviations(x, from, t + 1) / (window - 1);
    return variance(overnight) + k * variance(body) + (1 - k) * mean(range, from, t + 1);
  });
}

const params = z.object({
  window: windowParam(30, [5, 2520], 'days in the window'),
  daysPerYear: daysPerYearParam,
});
type Params = z.infer<typeof params>;

const shared = {
  group: 'volatility',
  unit: 'fraction-per-year',
  range: [0, Number.POSITIVE_INFINITY],
  input: 'bars',
  columns: [4, 4],
  params,
} as const;

/** Annual `parkinsonVariance`, as a deviation. NaN on the first w−1 rows and where the window holds a missing or impossible bar. */
export const parkinsonVolatility: Measure<typeof params> = {
  ...shared,
  id: 'parkinson-volatility',
  title: { 'zh-Hans': '帕金森波动率', 'zh-Hant': '帕金森波動率', en: 'Parkinson volatility' },
  formula: 'σ_t = sqrt(A · mean(ln(H_s/L_s)² / (4 ln 2))), s = t−w+1 … t',
  reading:
    'Volatility from daily ranges, about five times as precise as from closes; blind to overnight jumps and too low where trading is thin.',
  source: {
    citation:
      'Parkinson (1980), The extreme value method for estimating the variance of the rate of return, J. Business 53(1)',
    doi: '10.1086/296071',
  },
  warmUp: ({ window }: Params) => window - 1,
  compute(panel, { window, daysPerYear }) {
    return annualised(parkinsonVariance(barsOf(panel, this)), window, daysPerYear);
  },
};

/** Annual `garmanKlassVariance`, as a deviation. NaN as `parkinson-volatility`. */
export const garmanKlassVolatility: Measure<typeof params> = {
  ...shared,
  id: 'garman-klass-volatility',
  title: { 'zh-Hans': '加曼–克拉斯波动率', 'zh-Hant': '加曼–克拉斯波動率', en: 'Garman–Klass volatility' },
  formula: 'σ_t = sqrt(A · mean(½ ln(H_s/L_s)² − (2 ln 2 − 1) ln(C_s/O_s)²)), s = t−w+1 … t',
  reading:
    'Volatility from range and body, about seven times as precise as from closes when there is no drift and no overnight jump.',
  source: {
    citation:
      'Garman & Klass (1980), On the estimation of security price volatilities from historical data, J. Business 53(1)',
    doi: '10.1086/296072',
    equation: '8, simplified',
  },
  warmUp: ({ window }: Params) => window - 1,
  compute(panel, { window, daysPerYear }) {
    return annualised(garmanKlassVariance(barsOf(panel, this)), window, daysPerYear);
  },
};

/** Annual `rogersSatchellVariance`, as a deviation. NaN as `parkinson-volatility`. */
export const rogersSatchellVolatility: Measure<typeof params> = {
  ...shared,
  id: 'rogers-satchell-volatility',
  title: {
    'zh-Hans': '罗杰斯–萨切尔波动率',
    'zh-Hant': '羅傑斯–薩切爾波動率',
    en: 'Rogers–Satchell volatility',
  },
  formula: 'σ_t = sqrt(A · mean(ln(H/C) ln(H/O) + ln(L/C) ln(L/O))), s = t−w+1 … t',
  reading: 'Volatility from ranges that a trend does not disturb; overnight jumps are left out.',
  source: {
    citation:
      'Rogers & Satchell (1991), Estimating variance from high, low and closing prices, Annals of Applied Probability 1(4)',
    doi: '10.1214/aoap/1177005835',
  },
  warmUp: ({ window }: Params) => window - 1,
  compute(panel, { window, daysPerYear }) {
    return annualised(rogersSatchellVariance(barsOf(panel, this)), window, daysPerYear);
  },
};

/** Annual `yangZhangVariance`, as a deviation. NaN on the first w rows and where the window or the bar before it is missing or impossible. */
export const yangZhangVolatility: Measure<typeof params> = {
  ...shared,
  id: 'yang-zhang-volatility',
  title: { 'zh-Hans': '杨–张波动率', 'zh-Hant': '楊–張波動率', en: 'Yang–Zhang volatility' },
  formula:
    'σ_t = sqrt(A · (var(ln O_s/C_{s−1}) + k var(ln C_s/O_s) + (1 − k) mean RS_s)), k = 0.34 / (1.34 + (w + 1)/(w − 1))',
  reading:
    'Volatility from ranges, bodies and overnight gaps together: the one to use for markets that close.',
  source: {
    citation:
      'Yang & Zhang (2000), Drift-independent volatility estimation based on high, low, open, and close prices, J. Business 73(3)',
    doi: '10.1086/209650',
  },
  warmUp: ({ window }: Params) => window,
  compute(panel, { window, daysPerYear }) {
    return yangZhangVariance(barsOf(panel, this), window).map((v) => Math.sqrt(daysPerYear * Math.max(0, v)));
  },
};
