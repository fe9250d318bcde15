import { rollingMean, rollingStandardDeviation } from '../math/rolling.ts';

/** Open, high, low and close, n rows each, and the close before each open. */
export interface GappedBars {
  readonly before: Float64Array;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
}

/**
 * Yang and Zhang's volatility of the last `window` bars, a year: right under drift and under jumps between close and open.
 *
 * σ_t = sqrt(A · (var(ln O_s/C_{s−1}) + k var(ln C_s/O_s) + (1 − k) mean(RS_s))), s = t−w+1 … t, ddof 1;
 * RS = ln(H/C) ln(H/O) + ln(L/C) ln(L/O); k = 0.34 / (1.34 + (w + 1)/(w − 1))
 *
 * `bars` n rows of prices > 0; A days a year. Each bar brings its own close before, so that rows may be left out. A market that never
 * closes has no first term. NaN on the first w−1 rows and where the window holds a NaN.
 * @throws RangeError when the window is not a whole number ≥ 2.
 * @see Yang & Zhang (2000), Drift-independent volatility estimation based on high, low, open, and close prices, J. Business 73(3).
 */
export function yangZhangVolatility(bars: GappedBars, window: number, daysPerYear: number): Float64Array {
  if (!Number.isInteger(window) || window < 2) {
    throw new RangeError(`window must be a whole number of at least 2 rows, came ${window}`);
  }
  const { before, open, close } = bars;
  const overnight = open.map((o, t) => Math.log(o / before[t]!));
  const body = open.map((o, t) => Math.log(close[t]! / o));
  const range = open.map((_, t) => rogersSatchell(bars, t));
  const k = 0.34 / (1.34 + (window + 1) / (window - 1));
  const [gaps, bodies] = [overnight, body].map((x) => rollingStandardDeviation(x, window)) as [
    Float64Array,
    Float64Array,
  ];
  const ranges = rollingMean(range, window);
  return gaps.map((gap, t) => {
    const daily = gap ** 2 + k * bodies[t]! ** 2 + (1 - k) * ranges[t]!;
    return Math.sqrt(daysPerYear * Math.max(0, daily));
  });
}

function rogersSatchell({ open, high, low, close }: GappedBars, t: number): number {
  const [o, h, l, c] = [open[t]!, high[t]!, low[t]!, close[t]!];
  return Math.log(h / c) * Math.log(h / o) + Math.log(l / c) * Math.log(l / o);
}

/** Whether a bar can be: low positive, low ≤ open and close ≤ high, all finite, and a positive close before it. */
export function isPossibleBar({ before, open, high, low, close }: GappedBars, t: number): boolean {
  const [o, h, l, c] = [open[t]!, high[t]!, low[t]!, close[t]!];
  return (
    h >= Math.max(o, c) &&
    l <= Math.min(o, c) &&
    l > 0 &&
    h < Number.POSITIVE_INFINITY &&
    before[t]! > 0 &&
    before[t]! < Number.POSITIVE_INFINITY
  );
}
