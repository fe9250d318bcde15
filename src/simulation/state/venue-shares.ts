import { dayOf, formatDay } from '../../data/time.ts';
import type { View } from '../../data/view.ts';
import { PERPETUAL_VENUES } from './assets.ts';
import type { Reading } from './reading.ts';

/** Volume by venue in one window of a crash: the one measured split there is. */
const TABLE = 'oct10_crash_window_volume';

export interface VenueShares {
  /** By venue; they sum to 1. */
  readonly shares: Readonly<Record<string, number>>;
  readonly readings: readonly Reading[];
}

/** Shares of venues of perpetuals in their volume; the table of the window once it is known, else what is usual. */
export async function venueShares(view: View): Promise<VenueShares> {
  const rows = await view.table(TABLE);
  const usd = new Map<string, number>();
  for (const { cells } of rows) {
    const venue = String(cells.exchange).toLowerCase();
    if (cells.type !== 'futures' || cells.base !== 'ALL' || typeof cells.usd_volume !== 'number') continue;
    usd.set(venue, (usd.get(venue) ?? 0) + cells.usd_volume);
  }
  const usual = Object.fromEntries(PERPETUAL_VENUES.map(({ venue, share }) => [venue, share]));
  const measured = PERPETUAL_VENUES.filter(({ venue }) => usd.has(venue));
  if (measured.length === 0) return { shares: usual, readings: [] };
  // What the table does not have keeps its usual share; the others share the rest as measured.
  const rest = PERPETUAL_VENUES.filter(({ venue }) => !usd.has(venue)).reduce(
    (sum, { share }) => sum + share,
    0,
  );
  const whole = measured.reduce((sum, { venue }) => sum + usd.get(venue)!, 0);
  const shares = Object.fromEntries(
    PERPETUAL_VENUES.map(({ venue, share }) => [
      venue,
      usd.has(venue) ? ((1 - rest) * usd.get(venue)!) / whole : share,
    ]),
  );
  const date = formatDay(dayOf(rows.at(-1)!.time));
  return { shares, readings: measured.map(({ venue }) => reading(venue, shares[venue]!, date)) };
}

function reading(venue: string, value: number, date: string): Reading {
  return {
    name: `market.venue.${venue}`,
    title: { 'zh-Hans': `${venue} 的份额`, 'zh-Hant': `${venue} 的份額`, en: `Share of ${venue}` },
    value,
    unit: 'fraction',
    how: 'proxy',
    inputs: [{ symbol: 'V', series: TABLE, date }],
    note: {
      'zh-Hans': '以 2025-10-10 21:09–22:00 UTC 合约成交额的份额代替持仓份额',
      'zh-Hant': '以 2025-10-10 21:09–22:00 UTC 合約成交額的份額代替持倉份額',
      en: 'share of the volume of futures on 2025-10-10, 21:09 to 22:00 UTC, in place of that of the open interest',
    },
  };
}
