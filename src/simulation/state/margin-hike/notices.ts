import { calendar } from '../../../data/calendar.ts';
import { type Instant, MS_PER_DAY, parseDay } from '../../../data/time.ts';
import type { Underlying } from '../scheduled/underlying.ts';

/** A rise of the margin of a future, as a share of notional, for accounts without heightened risk. */
export interface MarginNotice {
  readonly underlying: Underlying;
  /** Day of the notice and of the close after which it applies. */
  readonly announced: string;
  readonly effective: string;
  readonly before: number;
  readonly after: number;
  readonly source: string;
}

const FIRST = 'CME Group notice of 27 January 2026 as reported by BlockBeats, 28 January 2026';
const SECOND = 'CME Group statement of 30 January 2026 as reported by the press, 31 January 2026';
const THIRD = 'CME Group advisory of 5 February 2026 as reported by Reuters, 6 February 2026';

/** Margins of COMEX gold and silver since they are a share of notional (13 January 2026). The rise of gold to 6 percent has no dated source here. */
export const MARGIN_NOTICES: readonly MarginNotice[] = [
  {
    underlying: 'silver',
    announced: '2026-01-27',
    effective: '2026-01-28',
    before: 0.09,
    after: 0.11,
    source: FIRST,
  },
  {
    underlying: 'gold',
    announced: '2026-01-30',
    effective: '2026-02-02',
    before: 0.06,
    after: 0.08,
    source: SECOND,
  },
  {
    underlying: 'silver',
    announced: '2026-01-30',
    effective: '2026-02-02',
    before: 0.11,
    after: 0.15,
    source: SECOND,
  },
  {
    underlying: 'gold',
    announced: '2026-02-05',
    effective: '2026-02-06',
    before: 0.08,
    after: 0.09,
    source: THIRD,
  },
  {
    underlying: 'silver',
    announced: '2026-02-05',
    effective: '2026-02-06',
    before: 0.15,
    after: 0.18,
    source: THIRD,
  },
];

/** Hours after the close of the day by which a notice is surely out: they come in the evening, and only their day is known. */
const EVENING = 7 / 24;

/** When a notice was known at the latest: midnight in New York. */
export function announcedAt({ announced }: MarginNotice): Instant {
  return calendar('cme').closeOf(parseDay(announced)) + EVENING * MS_PER_DAY;
}

/** The close after which a margin applies. */
export function effectiveAt({ effective }: MarginNotice): Instant {
  return calendar('cme').closeOf(parseDay(effective));
}
