import { OBSERVATION_FLAGS } from '../data/observation.ts';
import { formatDay, formatInstant } from '../data/time.ts';
import type { View } from '../data/view.ts';
import type { Warning } from './answer.ts';
import type { History } from './history.ts';
import type { Standing } from './sessions.ts';

/** Changes without which a move cannot be standardised. */
const ENOUGH_ROWS = 254;

/** What a reader must know of one series of the universe. */
export function warningsOf(
  view: View,
  id: string,
  history: Pick<History, 'dates' | 'flags' | 'last'> | undefined,
  standing?: Standing,
): Warning[] {
  const title = view.entry(id)!.title;
  if (!history || history.last < 0 || !standing) return [{ kind: 'missing', series: id, title }];
  const latest = formatDay(history.dates[history.last]!);
  const kinds: Warning['kind'][] = [];
  if (standing.state === 'pending') kinds.push('not-yet-known');
  if (standing.state === 'stale') kinds.push('stale');
  const flags = history.flags[history.last]! | (history.last > 0 ? history.flags[history.last - 1]! : 0);
  if (flags & OBSERVATION_FLAGS.revised) kinds.push('revised');
  if (flags & OBSERVATION_FLAGS.suspect) kinds.push('suspect');
  if (history.last + 1 < ENOUGH_ROWS) kinds.push('short-history');
  return kinds.map((kind) => ({
    kind,
    series: id,
    title,
    latest,
    ...(standing.due !== undefined && (kind === 'not-yet-known' || kind === 'stale')
      ? { due: formatInstant(standing.due) }
      : {}),
  }));
}
