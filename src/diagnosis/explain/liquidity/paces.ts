import type { Series } from '../../../data/observation.ts';
import type { EpochDay } from '../../../data/time.ts';
import { type Dated, latestOf, valueOn } from './usd-liquidity.ts';

/** Days of a month on average, for a pace a month. */
export const MONTH_DAYS = 365.25 / 12;

/** A change with both its ends. */
export interface Span {
  readonly from: Dated;
  readonly to: Dated;
}

/** From the value exactly `weeks` weeks before the latest to the latest; undefined without one of them. */
export function weeksSpan(series: Series | undefined, weeks: number): Span | undefined {
  const to = latestOf(series);
  const from = to && valueOn(series, to.date - 7 * weeks, 0);
  return from && to ? { from, to } : undefined;
}

/** From the last value at or before a day (at most `oldest` days) to the latest, where that is later. */
export function spanSince(series: Series | undefined, day: EpochDay, oldest = 7): Span | undefined {
  const to = latestOf(series);
  const from = valueOn(series, day, oldest);
  return from && to && to.date > from.date ? { from, to } : undefined;
}

export function changeOf({ from, to }: Span): number {
  return to.value - from.value;
}

/** Change of a span stretched to a month; the pace of the whole change when it is that long. */
export function monthlyPace(span: Span): number {
  return (changeOf(span) * MONTH_DAYS) / (span.to.date - span.from.date);
}
