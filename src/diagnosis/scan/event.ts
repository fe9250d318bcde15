import { UserError } from '../../data/errors.ts';
import type { Figure, FigureMaker } from '../../data/figure.ts';
import { formatDay, formatInstant, type Instant } from '../../data/time.ts';
import type { View } from '../../data/view.ts';
import { type History, readHistories } from '../history.ts';
import type { ScanAnswer } from './answer.ts';
import { changeFigure } from './maker.ts';

/** One or two of each market, in the order in which a reader looks: shares, volatility, rates, currencies, metals, oil, crypto. */
const INSTRUMENTS = [
  'sp500',
  'nasdaq-100',
  'russell-2000',
  'euro-stoxx-50',
  'nikkei-225',
  'vix',
  'us-2y',
  'us-10y',
  'tlt',
  'hyg',
  'dollar-index',
  'usd-jpy',
  'eur-usd',
  'gold-front',
  'silver-front',
  'wti-front',
  'btc-usd',
  'eth-usd',
] as const;

/** What one instrument did over an event: from its last close before to its first close after, and in the session that followed. */
export interface Reaction {
  readonly series: string;
  /** Instants of the closes; null while there is none. */
  readonly before: string | null;
  readonly after: string | null;
  readonly next: string | null;
  readonly change: Figure;
  readonly nextChange: Figure;
}

/**
 * The scan's section on one dated event (S1.50).
 * @throws UserError (2) when the event lies after the instant of the view.
 */
export async function eventSection(
  view: View,
  event: Instant | undefined,
  figure: FigureMaker,
): Promise<ScanAnswer['event']> {
  if (event === undefined) return null;
  if (event > view.instant) {
    throw new UserError(
      `the event (${formatInstant(event)}) lies after the instant of the answer (${formatInstant(view.instant)})`,
      'ask with an --as-of after the event, or name an earlier event',
      2,
    );
  }
  return {
    instant: formatInstant(event),
    reactions: [...(await eventReaction(view, event, INSTRUMENTS, figure))],
  };
}

/**
 * Reaction across markets to one dated event, by each market's own sessions: P(first close after) / P(last close at or before) − 1, for
 * yields and spreads the difference, and the same from that close to the one after it. A market that has not closed since the event has
 * no value. Ids the view does not know are left out.
 */
export async function eventReaction(
  view: View,
  event: Instant,
  ids: readonly string[],
  figure: FigureMaker,
): Promise<readonly Reaction[]> {
  const histories = await readHistories(view, ids);
  return [...histories.values()].map((history) => reactionOf(history, event, figure));
}

function reactionOf(history: History, event: Instant, figure: FigureMaker): Reaction {
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
  const subject = { history, figure, flags: [] };
  return {
    series: history.id,
    before: closeAt(before),
    after: closeAt(after),
    next: closeAt(after + 1),
    change: changeFigure(subject, 'event.reaction', before, after, why),
    nextChange: changeFigure(
      subject,
      'event.next',
      after,
      after + 1,
      'no second close after the event is known yet',
    ),
  };
}
