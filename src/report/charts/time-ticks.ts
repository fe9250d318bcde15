import { civil } from '../../data/calendars/dates.ts';
import { formatInstant, type Instant, MS_PER_DAY, parseDay, parseInstant } from '../../data/time.ts';
import { textWidth } from './svg.ts';

/** A date (its midnight) or an instant of a chart. */
export function timeOf(text: string): Instant {
  const day = parseDay(text);
  return Number.isNaN(day) ? parseInstant(text) : day * MS_PER_DAY;
}

export interface TimeTick {
  readonly at: Instant;
  readonly text: string;
}

const MINUTE = 60_000;

interface Step {
  readonly unit: 'minute' | 'day' | 'month' | 'year';
  /** Milliseconds for minutes and days, else how many. */
  readonly size: number;
}

const STEPS: readonly Step[] = [
  ...[1, 5, 10, 15, 30, 60, 120, 180, 360, 720].map((n) => ({ unit: 'minute', size: n * MINUTE }) as const),
  ...[1, 2, 7, 14].map((n) => ({ unit: 'day', size: n * MS_PER_DAY }) as const),
  ...[1, 2, 3, 6].map((n) => ({ unit: 'month', size: n }) as const),
  ...[1, 2, 5, 10, 20, 50].map((n) => ({ unit: 'year', size: n }) as const),
];

const MOST_TICKS = 40;
const FONT = 11;
const APART = 14;

/** Multiples of a step in a span, ends included; none when there would be too many to show. */
function ticksOf({ unit, size }: Step, from: Instant, to: Instant): readonly Instant[] {
  const months = unit === 'month' ? size : unit === 'year' ? 12 * size : 0;
  if (months === 0) {
    const first = Math.ceil(from / size);
    const count = Math.floor(to / size) - first + 1;
    return count > MOST_TICKS ? [] : Array.from({ length: Math.max(0, count) }, (_, k) => (first + k) * size);
  }
  const monthOf = (instant: Instant) => {
    const [year, month] = civil(Math.floor(instant / MS_PER_DAY));
    return year * 12 + month - 1;
  };
  const ticks: Instant[] = [];
  for (let k = Math.floor(monthOf(from) / months); k <= monthOf(to) / months; k++) {
    const at = Date.UTC(Math.floor((k * months) / 12), (k * months) % 12, 1);
    if (at >= from && at <= to) ticks.push(at);
    if (ticks.length > MOST_TICKS) return [];
  }
  return ticks;
}

/** The first label says the year as well, the others only what changes: `2025-10-06`, `10-13`; times are UTC. */
function labelled(unit: Step['unit'], ticks: readonly Instant[]): readonly TimeTick[] {
  return ticks.map((at, k) => {
    const iso = formatInstant(at);
    if (unit === 'year') return { at, text: iso.slice(0, 4) };
    if (unit === 'month') return { at, text: iso.slice(0, 7) };
    if (unit === 'day') return { at, text: k === 0 ? iso.slice(0, 10) : iso.slice(5, 10) };
    return { at, text: k === 0 ? `${iso.slice(5, 10)} ${iso.slice(11, 16)}` : iso.slice(11, 16) };
  });
}

function fits(ticks: readonly TimeTick[], width: number): boolean {
  return ticks.reduce((sum, { text }) => sum + textWidth(text, FONT) + APART, 0) <= width;
}

/**
 * The most labels of one kind (minutes, days, months, years) that fit side by side under a span; its first instant alone when none does.
 * @param width room for the labels in pixels, at 11 px
 */
export function timeTicks(from: Instant, to: Instant, width: number): readonly TimeTick[] {
  for (const step of STEPS) {
    const ticks = labelled(step.unit, ticksOf(step, from, to));
    if (ticks.length > 1 && fits(ticks, width)) return ticks;
  }
  return [{ at: from, text: formatInstant(from).slice(0, 10) }];
}
