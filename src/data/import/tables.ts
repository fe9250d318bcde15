import type { Instant } from '../time.ts';
import type { Unit } from '../unit.ts';

/**
 * When a row of a table became known. `stamp`: at its own instant (a snapshot, a message) · `end-of-day`: at the end of the UTC day of its
 * date, since the hour is not recorded · an instant: one window, ended then.
 */
export type TableClock = 'stamp' | 'end-of-day' | { readonly at: Instant };

export interface TableSpec {
  readonly clock: TableClock;
  /** Columns whose unit is not a base unit, to convert. */
  readonly units?: Readonly<Record<string, Unit>>;
}

/**
 * Files of the pack whose rows only make sense whole: several numbers that belong together (a tier and its bounds, a percent and the
 * depth within it, a purchase and its price), or text.
 */
export const TABLES: Readonly<Record<string, TableSpec>> = {
  binance_leverage_tiers_history: { clock: 'end-of-day' },
  btcusdt_binance_bookdepth_20251010: { clock: 'stamp', units: { percent: 'percent' } },
  mstr_btc_purchases: { clock: 'end-of-day' },
  oct10_crash_window_volume: { clock: { at: Date.UTC(2025, 9, 10, 22) } },
  polymarket_fed: { clock: 'stamp' },
  polymarket_price_targets: { clock: 'stamp', units: { probability: 'percent' } },
  press_derivatives_mentions: { clock: 'end-of-day' },
};
