import { calendar } from '../../../../data/calendar.ts';
import { instantAt } from '../../../../data/calendars/zone.ts';
import type { TableRow } from '../../../../data/observation.ts';
import { dayOf, type Instant } from '../../../../data/time.ts';

/**
 * A table of liquidations as the user imports it. Columns: `time`; `venue`; `side`, `long` or `short`, of the position that was closed;
 * `asset`; `usd`; `leverage`, when known; `accounts`, when the row is a sum of many.
 */
export const LIQUIDATION_TABLE = 'liquidations';

export interface Liquidation {
  readonly time: Instant;
  readonly venue: string;
  readonly side: 'long' | 'short' | undefined;
  readonly usd: number;
  readonly leverage: number;
  readonly accounts: number;
}

/** Rows of the last 24 hours up to `instant` that have an amount. */
export function lastDay(rows: readonly TableRow[], instant: Instant): readonly Liquidation[] {
  const number = (cell: unknown) => (typeof cell === 'number' ? cell : Number.NaN);
  return rows
    .filter(({ time, cells }) => time > instant - 86_400_000 && number(cells.usd) > 0)
    .map(({ time, cells }) => ({
      time,
      venue: String(cells.venue ?? ''),
      side: cells.side === 'long' || cells.side === 'short' ? cells.side : undefined,
      usd: number(cells.usd),
      leverage: number(cells.leverage),
      accounts: number(cells.accounts),
    }));
}

/** Upper ends of the leverage bands. */
export const LEVERAGE_BANDS = [10, 20, 50, Number.POSITIVE_INFINITY] as const;

export function sumWhere(
  rows: readonly Liquidation[],
  keep: (row: Liquidation) => boolean = () => true,
): number {
  return rows.reduce((sum, row) => sum + (keep(row) ? row.usd : 0), 0);
}

/** Band of a leverage: above the end of the band before, up to its own; −1 when it is not known. */
export function bandOfLeverage(leverage: number): number {
  return leverage > 0 ? LEVERAGE_BANDS.findIndex((end) => leverage <= end) : -1;
}

const NEW_YORK = 'America/New_York';

/** Hour of the day in New York, daylight saving time counted. */
export function newYorkHour(time: Instant): number {
  const utcDay = dayOf(time);
  for (const day of [utcDay, utcDay - 1]) {
    for (let hour = 23; hour >= 0; hour--) if (instantAt(NEW_YORK, day, hour * 60) <= time) return hour;
  }
  return 0;
}

/** Whether the cash market of New York trades at the time. */
export function cashOpen(time: Instant): boolean {
  const market = calendar('new-york');
  const day = dayOf(time);
  return market.isSession(day) && time >= instantAt(NEW_YORK, day, 570) && time < market.closeOf(day);
}

/** Maintenance margin rate of the lowest tier of a coin that allows the leverage, as of the latest change known. */
export function maintenanceRate(rows: readonly TableRow[], coin: string, leverage: number): number {
  const own = rows.filter(({ cells }) => cells.coin === coin);
  const latest = own.reduce((found, { date }) => Math.max(found, date), Number.NEGATIVE_INFINITY);
  const tiers = own
    .filter(({ date, cells }) => date === latest && Number(cells.max_leverage) >= leverage)
    .map(({ cells }) => cells.maint_margin_rate);
  const rates = tiers.filter((rate): rate is number => typeof rate === 'number');
  return rates.length > 0 ? Math.min(...rates) : Number.NaN;
}
