import { type EpochDay, type Instant, MS_PER_DAY } from '../time.ts';
import type { Bars } from './bars.ts';
import { exp, ln } from './exact.ts';
import type { Noise } from './noise.ts';
import type { Path } from './path.ts';

/** Bars of four hours, each known at its close. */
export interface IntradayBars extends Bars {
  /** UTC day in which the bar opens. */
  readonly days: Int32Array;
  readonly times: Float64Array;
  readonly closes: Float64Array;
}

const PARTS = 6;
const PART_MS: Instant = MS_PER_DAY / PARTS;

/**
 * Six bars a day from `from` on that end at the daily close. Returns them, and the daily bars with the high and low that they make;
 * a day whose own bar reaches further keeps it, and one of the six is stretched to it.
 */
export function intraday(
  path: Path,
  daily: Bars,
  from: EpochDay,
  draws: Noise,
): { readonly parts: IntradayBars; readonly daily: Bars } {
  const start = path.days.findIndex((day) => day >= from);
  const n = (path.days.length - start) * PARTS;
  const column = () => new Float64Array(n);
  const parts = { days: new Int32Array(n), times: column(), closes: column(), ...emptyBars(column) };
  const whole = { ...daily, high: daily.high.slice(), low: daily.low.slice() };
  for (let i = start; i < path.days.length; i++) {
    const open = daily.open[i] as number;
    const close = path.closes[i] as number;
    const sigma = Math.max(0.004, ln((daily.high[i] as number) / (daily.low[i] as number))) / PARTS;
    const at = (i - start) * PARTS;
    const walk = bridgeDay(ln(close / open), sigma, draws);
    let last = open;
    for (let k = 0; k < PARTS; k++) {
      const end = k === PARTS - 1 ? close : open * exp(walk[k] as number);
      parts.days[at + k] = path.days[i] as number;
      parts.times[at + k] = (path.days[i] as number) * MS_PER_DAY + (k + 1) * PART_MS;
      parts.open[at + k] = last;
      parts.closes[at + k] = end;
      parts.high[at + k] = Math.max(last, end) * exp(0.4 * sigma * Math.abs(draws.shock()));
      parts.low[at + k] = Math.min(last, end) * exp(-0.4 * sigma * Math.abs(draws.shock()));
      parts.volume[at + k] = ((daily.volume[i] as number) / PARTS) * exp(0.3 * draws.shock());
      last = end;
    }
    whole.high[i] = stretch(parts.high, at, daily.high[i] as number, 1);
    whole.low[i] = stretch(parts.low, at, daily.low[i] as number, -1);
  }
  return { parts, daily: whole };
}

function emptyBars(column: () => Float64Array): Bars {
  return { open: column(), high: column(), low: column(), volume: column() };
}

/** Log path of a day from 0 to `total` at the ends of its parts. */
function bridgeDay(total: number, sigma: number, draws: Noise): readonly number[] {
  const steps = Array.from({ length: PARTS }, () => sigma * draws.shock());
  const excess = (steps.reduce((sum, step) => sum + step, 0) - total) / PARTS;
  let sum = 0;
  return steps.map((step) => {
    sum += step - excess;
    return sum;
  });
}

/** Extreme of the six values from `at`; the furthest of them is moved to `reach` when that is further. */
function stretch(values: Float64Array, at: number, reach: number, sign: 1 | -1): number {
  let best = at;
  for (let k = at; k < at + PARTS; k++) {
    if (sign * (values[k] as number) > sign * (values[best] as number)) best = k;
  }
  if (sign * reach > sign * (values[best] as number)) values[best] = reach;
  return values[best] as number;
}
