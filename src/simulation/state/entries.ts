import { type Instant, MS_PER_DAY } from '../../data/time.ts';
import type { History } from '../../diagnosis/history.ts';
import type { PerpetualVenue } from '../sellers/perpetual-params.ts';

/** Days back to which positions are taken to have been opened. */
const REACH_DAYS = 40;
/** Days of which hours are read, where there are any: high leverage lives for hours. */
const FINE_DAYS = 3;
const HOUR = 3_600_000;

/** A time at which positions may have been opened, and the days that its bar stands for. */
interface Entry extends Omit<PerpetualVenue['entries'][number], 'share'> {
  readonly spanDays: number;
}

/**
 * When and at which price positions may have been opened: the bars of the last 40 days, hours for the last three, with what the price has
 * done since. A day gives its close, high and low, an hour its close.
 */
export function entriesOf(
  daily: History | undefined,
  fine: readonly History[],
  price: number,
  start: Instant,
): Entry[] {
  const from = start - FINE_DAYS * MS_PER_DAY;
  const hours = fine.find((history) => covers(history, from, start));
  const bars = [
    ...barsOf(daily, start - REACH_DAYS * MS_PER_DAY, hours ? from : start),
    ...hourly(barsOf(hours, from, start)),
  ];
  let [low, high] = [price, price];
  const entries: Entry[] = [];
  for (const bar of bars.reverse()) {
    for (const at of bar.spanDays < 0.5 ? [bar.close] : new Set([bar.close, bar.low, bar.high])) {
      entries.push({
        at: Math.log(at / price),
        lowSince: Math.log(Math.min(low, at) / price),
        highSince: Math.log(Math.max(high, at) / price),
        ageDays: (start - bar.time) / MS_PER_DAY,
        spanDays: bar.spanDays < 0.5 ? bar.spanDays : bar.spanDays / 3,
      });
    }
    low = Math.min(low, bar.low);
    high = Math.max(high, bar.high);
  }
  if (entries.length === 0) entries.push({ at: 0, lowSince: 0, highSince: 0, ageDays: 0, spanDays: 1 });
  return entries;
}

/** Shares that halve with age, in proportion to the time that a bar stands for. */
export function withShares(entries: readonly Entry[], halfLifeDays: number): PerpetualVenue['entries'] {
  const weights = entries.map(({ ageDays, spanDays }) => 0.5 ** (ageDays / halfLifeDays) * spanDays);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return entries.map(({ spanDays: _, ...entry }, i) => ({ ...entry, share: weights[i]! / whole }));
}

interface Bar {
  readonly time: Instant;
  readonly spanDays: number;
  readonly close: number;
  readonly low: number;
  readonly high: number;
}

function covers({ times, last }: History, from: Instant, to: Instant): boolean {
  if (last < 1) return false;
  const first = times.findIndex((time) => time > from);
  return first > 0 && times[first]! - from < MS_PER_DAY / 4 && to - times[last]! < MS_PER_DAY / 4;
}

/** Bars shorter than an hour put together by the hour in which they close. */
function hourly(bars: readonly Bar[]): Bar[] {
  const hours: Bar[] = [];
  for (const bar of bars) {
    const before = hours.at(-1);
    if (!before || Math.ceil(before.time / HOUR) !== Math.ceil(bar.time / HOUR)) hours.push(bar);
    else
      hours[hours.length - 1] = {
        time: bar.time,
        close: bar.close,
        spanDays: before.spanDays + bar.spanDays,
        low: Math.min(before.low, bar.low),
        high: Math.max(before.high, bar.high),
      };
  }
  return hours;
}

function barsOf(history: History | undefined, from: Instant, to: Instant): Bar[] {
  if (!history) return [];
  const bars: Bar[] = [];
  let before = from;
  for (let row = 0; row <= history.last; row++) {
    const time = history.times[row]!;
    const close = history.values[row]!;
    if (!(time > from && time <= to && close > 0)) continue;
    bars.push({
      time,
      spanDays: Math.min(1, (time - before) / MS_PER_DAY),
      close,
      low: Math.min(close, history.low?.[row] || close),
      high: Math.max(close, history.high?.[row] || close),
    });
    before = time;
  }
  return bars;
}
