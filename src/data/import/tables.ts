import type { Instant } from '../time.ts';
import type { Unit } from '../unit.ts';

/** How a table's rows are read. A stamped row is known at its stamp, a dated one at the end of that UTC day, since the hour is not recorded. */
export interface TableSpec {
  /** For a file of one window without dates: when the window ended. */
  readonly at?: Instant;
  /** Columns whose unit is not a base unit, to convert. */
  readonly units?: Readonly<Record<string, Unit>>;
}

/**
 * Files of the pack whose rows only make sense whole: several numbers that belong together (a tier and its bounds, a percent and the
 * depth within it, a purchase and its price), or text. Any other file with a column of words that is no key is a table too.
 */
export const TABLES: Readonly<Record<string, TableSpec>> = {
  binance_leverage_tiers_history: {},
  ai_exposure: {},
  capex_guidance: {},
  company_statements: {},
  consensus: {},
  fed_funds_futures: {},
  defi_loan_positions: {},
  btcusdt_binance_bookdepth_20251010: { units: { percent: 'percent' } },
  mstr_btc_purchases: {},
  liquidations: {},
  oct10_crash_window_volume: { at: Date.UTC(2025, 9, 10, 22) },
  order_book_depth: { units: { percent: 'percent' } },
  policy_events: {},
  polymarket_fed: {},
  polymarket_price_targets: { units: { probability: 'percent' } },
  press_derivatives_mentions: {},
  product_news: {},
};
