/** Files of the data pack that feed no catalogue series, and why: tables have rows, not values. */
export const UNMAPPED: Readonly<Record<string, string>> = {
  binance_leverage_tiers_history: 'table: margin tiers by date of change',
  polymarket_price_targets: 'table: odds by market and strike',
  polymarket_fed: 'table: odds by meeting and outcome',
  btcusdt_binance_bookdepth_20251010: 'table: order-book depth by percent from mid',
  oct10_crash_window_volume: 'table: volume of one window by venue, without dates',
  press_derivatives_mentions: 'table: sentences, not figures',
  mstr_btc_purchases: 'table: one row a purchase; holdings by day are strategy-btc-held',
  funding_snapshots_2026:
    'table: predicted rates at collection times, not settled ones; kept under its own id',
};
