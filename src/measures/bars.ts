import type { Panel } from '../data/panel.ts';
import { rollingMean } from '../math/rolling.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';

/** Open, high, low and close, n rows each. */
export interface Bars {
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
}

/** The four columns of a panel of bars, in the order open, high, low, close, without impossible rows. */
export function barsOf(panel: Panel, measure: Pick<Measure, 'id' | 'columns'>): Bars {
  const [open, high, low, close] = columnsOf(panel, measure) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return withoutBadTicks({ open, high, low, close });
}

/** Bars with all four prices NaN on rows that cannot be: high below open or close, low above them, low not positive, or one missing. */
export function withoutBadTicks(bars: Bars): Bars {
  const good = bars.open.map((_, t) => (isPossible(bars, t) ? 1 : 0));
  if (good.every((one) => one === 1)) return bars;
  const keep = (values: Float64Array) => values.map((x, t) => (good[t] === 1 ? x : Number.NaN));
  return { open: keep(bars.open), high: keep(bars.high), low: keep(bars.low), close: keep(bars.close) };
}

function isPossible({ open, high, low, close }: Bars, t: number): boolean {
  const [o, h, l, c] = [open[t]!, high[t]!, low[t]!, close[t]!];
  return h >= Math.max(o, c) && l <= Math.min(o, c) && l > 0 && h < Number.POSITIVE_INFINITY;
}

/** sqrt(A · mean of the last `window` daily variances). NaN where one of them is. */
export function annualised(variances: Float64Array, window: number, daysPerYear: number): Float64Array {
  return rollingMean(variances, window).map((variance) => Math.sqrt(daysPerYear * Math.max(0, variance)));
}
