import { calendar } from '../../../data/calendar.ts';
import { dayOf, type EpochDay, type Instant } from '../../../data/time.ts';

/**
 * First New York session that closes after the instant: what comes after a close is answered on the next session. A row of which only the day
 * is known stands at the end of that UTC day, thus after the close.
 */
export function reactionSession(time: Instant): EpochDay {
  const market = calendar('new-york');
  const day = dayOf(time);
  return market.isSession(day) && market.closeOf(day) > time ? day : market.offset(day, 1);
}
