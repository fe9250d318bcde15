import { type Figure, figureMaker } from '../../data/figure.ts';
import { formatDay, formatInstant, type Instant } from '../../data/time.ts';
import type { View } from '../../data/view.ts';
import { type History, readHistories } from './history.ts';
import { changeFigure } from './maker.ts';

/** What one instrument did over an event: from its last close before to its first close after. */
export interface Reaction {
  readonly series: string;
  /** Instants of the two closes; null while there is none. */
  readonly before: string | null;
  readonly after: string | null;
  readonly change: Figure;
}

/**
 * Reaction across markets to one dated event, by each market's own sessions: P(first close after) / P(last close at or before) − 1, for
 * yields and spreads the difference. A market that has not closed since the event has no value. Ids the view does not know are left out.
 */
export async function eventReaction(
  view: View,
  event: Instant,
  ids: readonly string[],
): Promise<readonly Reaction[]> {
  const histories = await readHistories(view, ids);
  const figure = figureMaker({
    verb: 'event',
    instant: view.instant,
    dataVersion: view.dataVersion,
    parameters: { event: formatInstant(event) },
    simulated: view.simulated,
  });
  return [...histories.values()].map((history) => reactionOf(history, event, figure));
}

function reactionOf(history: History, event: Instant, figure: ReturnType<typeof figureMaker>): Reaction {
  const { times, last } = history;
  let after = 0;
  while (after <= last && times[after]! <= event) after++;
  const before = after - 1;
  const why =
    after > last
      ? 'no close after the event is known yet'
      : before < 0
        ? 'no close before the event is known'
        : `the price before the event (${formatDay(history.dates[before]!)}) is not positive or the sources differ`;
  const closeAt = (row: number) => (row >= 0 && row <= last ? formatInstant(times[row]!) : null);
  return {
    series: history.id,
    before: closeAt(before),
    after: closeAt(after),
    change: changeFigure({ history, figure, flags: [] }, 'reaction', before, after, why),
  };
}
