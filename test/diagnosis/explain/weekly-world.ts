import type { ObservationColumns } from '../../../src/data/observation.ts';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { stream } from '../../../src/math/random.ts';
import { columnsOf, rowsUpTo } from '../scan/synthetic.ts';

export const LAST_WEDNESDAY = parseDay('2026-02-11');
/** Just after the balance sheet of the last Wednesday came out. */
export const AFTER_RELEASE = parseInstant('2026-02-13T01:00Z');

/** Values on Wednesdays up to 11 February 2026. */
export function onWednesdays(id: string, values: ArrayLike<number>): ObservationColumns {
  const first = LAST_WEDNESDAY - 7 * (values.length - 1);
  return columnsOf(
    id,
    Array.from(values, (value, week) => ({ date: first + 7 * week, value })),
  );
}

/** Net liquidity as given, on Wednesdays: an account and reverse repo of nothing. */
export function liquidityOf(values: ArrayLike<number>): ObservationColumns[] {
  const nothing = new Float64Array(values.length);
  return [onWednesdays('fed-assets', values), onWednesdays('tga', nothing), onWednesdays('fed-rrp', nothing)];
}

/** A price that has its weekly value from Thursday to Wednesday, on the sessions of its calendar. */
export function weeklyPrice(id: string, values: ArrayLike<number>): ObservationColumns {
  const rows = rowsUpTo(id, LAST_WEDNESDAY, new Float64Array(7 * values.length));
  const known = rows.flatMap(({ date }) => {
    const value = values[values.length - 1 - Math.floor((LAST_WEDNESDAY - date) / 7)];
    return value === undefined ? [] : [{ date, value }];
  });
  return columnsOf(id, known);
}

/** Weekly relative changes, normal with standard deviation `sigma`. */
export function weeklyShocks(weeks: number, seed: number, sigma = 0.02): Float64Array {
  const random = stream(seed);
  return Float64Array.from({ length: weeks }, () => sigma * random.normal());
}

/** Levels from 1000 with the given relative changes. */
export function levelsOf(changes: Float64Array): Float64Array {
  let level = Math.log(1000);
  return changes.map((change) => {
    level += change;
    return Math.exp(level);
  });
}
