import type { TableRow } from '../../../../data/observation.ts';
import { dayOf, type EpochDay, type Instant } from '../../../../data/time.ts';

/** Name of the table that a user supplies: columns `date`, `statistic`, `consensus`. */
export const CONSENSUS_TABLE = 'consensus';

/**
 * The consensus for one release: of the rows of the series dated before the day of the release, and on or after that of the one before, the
 * latest. `date` is the day on which the consensus stood, `statistic` a catalogue id, `consensus` in its base unit, of what the board shows.
 * Undefined when there is none; rows without a number are left out.
 */
export function consensusFor(
  rows: readonly TableRow[],
  series: string,
  released: Instant,
  before: Instant,
): { readonly date: EpochDay; readonly value: number } | undefined {
  const found = rows.findLast(
    ({ cells, date }) =>
      cells.statistic === series &&
      typeof cells.consensus === 'number' &&
      date < dayOf(released) &&
      date >= dayOf(before),
  );
  return found && { date: found.date, value: found.cells.consensus as number };
}
