import type { TableRow } from '../../../../data/observation.ts';
import { reactionSession } from '../reaction-session.ts';

/** Name of the table that a user supplies: `date`, or `time` with a zone, and `what`, the news in a few words. */
export const PRODUCT_NEWS = 'product_news';

/** News by the first New York session that could answer it; rows without words are left out. */
export function newsIn(rows: readonly TableRow[]) {
  return rows
    .flatMap(({ time, cells: { what } }) =>
      typeof what === 'string' && what !== '' ? [{ session: reactionSession(time), what }] : [],
    )
    .sort((a, b) => a.session - b.session || (a.what < b.what ? -1 : 1));
}
