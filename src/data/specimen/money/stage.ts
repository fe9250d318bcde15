import { calendar } from '../../calendar.ts';
import { civil, monthStart, onOrAfter } from '../../calendars/dates.ts';
import { entryOf } from '../../series/index.ts';
import type { EpochDay } from '../../time.ts';
import { type Noise, noise } from '../noise.ts';
import type { Path } from '../path.ts';

/** One series made beside the markets. */
export interface Made {
  readonly id: string;
  readonly days: Int32Array;
  readonly values: Float64Array;
}

/** The simulated markets as those see them who follow: levels by calendar day, and streams of their own. */
export interface Stage {
  /** Calendar day of index 0 of `level` and of `held`. */
  readonly first: EpochDay;
  readonly last: EpochDay;
  /** Latest close on or before each calendar day. */
  level(id: string): Float64Array;
  noise(name: string): Noise;
}

/** @throws RangeError for a series that was not simulated. */
export function stageOf(
  seed: number,
  first: EpochDay,
  last: EpochDay,
  paths: ReadonlyMap<string, Path>,
): Stage {
  const known = new Map<string, Float64Array>();
  const level = (id: string): Float64Array => {
    const path = paths.get(id);
    if (!path) throw new RangeError(`no simulated series: ${id}; allowed: those of RECIPES`);
    const made = known.get(id) ?? held(path.days, path.closes, first, last, path.base);
    known.set(id, made);
    return made;
  };
  return { first, last, level, noise: (name) => noise(seed, name) };
}

/** Values by calendar day from `first` to `last`, each held until the next. */
export function held(
  days: Int32Array,
  values: Float64Array,
  first: EpochDay,
  last: EpochDay,
  before = values[0] as number,
): Float64Array {
  let at = -1;
  return new Float64Array(last - first + 1).map((_, i) => {
    while (at + 1 < days.length && (days[at + 1] as number) <= first + i) at++;
    return at < 0 ? before : (values[at] as number);
  });
}

/** Sessions of the calendar of a series. */
export function sessionsOf(id: string, from: EpochDay, to: EpochDay): Int32Array {
  return calendar(entryOf(id)?.calendar ?? 'utc').sessions(from, to);
}

/** One weekday of every week. */
export function weekly(weekday: number, from: EpochDay, to: EpochDay): Int32Array {
  const start = onOrAfter(from, weekday);
  return Int32Array.from({ length: Math.floor((to - start) / 7) + 1 }, (_, i) => start + 7 * i);
}

/** First days of the periods of so many months that lie in a span. */
export function periods(months: 1 | 3, from: EpochDay, to: EpochDay): Int32Array {
  const [year] = civil(from);
  const starts: EpochDay[] = [];
  for (let month = 1; monthStart(year, month) <= to; month += months) starts.push(monthStart(year, month));
  return Int32Array.from(starts.filter((day) => day >= from));
}

/** Change of a level from one of the days to the next: p/p₋₁ − 1, and 0 for the first. */
export function moves(level: Float64Array, days: Int32Array, first: EpochDay): Float64Array {
  return Float64Array.from(days, (day, i) => {
    const before = level[(days[Math.max(0, i - 1)] as number) - first] as number;
    return (level[day - first] as number) / before - 1;
  });
}
