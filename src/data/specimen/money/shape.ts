import { countAtMost } from '../../../math/sorted.ts';
import type { EpochDay } from '../../time.ts';
import type { Landmark } from '../landmarks.ts';
import type { Noise } from '../noise.ts';

/** Straight lines through landmarks; flat before the first and after the last. */
export function line(through: readonly Landmark[], days: Int32Array): Float64Array {
  let at = 0;
  return Float64Array.from(days, (day) => {
    while (at + 1 < through.length && (through[at + 1] as Landmark).day <= day) at++;
    const [from, to] = [through[at] as Landmark, through[at + 1]];
    if (!to || day <= from.day) return from.level;
    return from.level + ((to.level - from.level) * (day - from.day)) / (to.day - from.day);
  });
}

/** The level in force on each day: that of the last landmark on or before it, of the first one before. */
export function steps(given: readonly Landmark[], days: Int32Array): Float64Array {
  let at = 0;
  return Float64Array.from(days, (day) => {
    while (at + 1 < given.length && (given[at + 1] as Landmark).day <= day) at++;
    return (given[at] as Landmark).level;
  });
}

/** x_t = φ x_{t−1} + √(1 − φ²) ε_t: variance 1, begun in its long-run state. */
export function persistent(length: number, phi: number, draws: Noise): Float64Array {
  const fresh = Math.sqrt(1 - phi * phi);
  let x = draws.shock();
  return new Float64Array(length).map(() => {
    x = phi * x + fresh * draws.shock();
    return x;
  });
}

/** How far a series strays from its landmarks, as a share of the level, and how slowly it comes back. */
export interface Wobble {
  readonly size: number;
  readonly phi: number;
}

/** Lines through landmarks with a persistent noise that is zero at each of them. */
export function wander(
  through: readonly Landmark[],
  days: Int32Array,
  { size, phi }: Wobble,
  draws: Noise,
): Float64Array {
  const stray = persistent(days.length, phi, draws);
  const ties = through.flatMap(({ day }) => {
    const at = countAtMost(days, day) - 1;
    return at < 0 ? [] : [{ day: days[at] as EpochDay, level: stray[at] as number }];
  });
  const tied = ties.length > 0 ? line(ties, days) : new Float64Array(days.length);
  return line(through, days).map(
    (level, i) => level * (1 + size * ((stray[i] as number) - (tied[i] as number))),
  );
}

export function clamp(x: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, x));
}
