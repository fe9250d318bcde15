/** How far a close must fall from the running high, and rise from the running low, to turn the market. */
const TURN = 0.2;

/** Rows of one bear market: `entry` first close a fifth below the high, `exit` first close a fifth above the low; null: not yet. */
export interface BearMarket {
  readonly peak: number;
  readonly entry: number;
  readonly exit: number | null;
}

/**
 * Bear markets by closes: entered at the first P_t ≤ 0.8 · max P since the last exit, left at the first P_t ≥ 1.2 · min P since the entry.
 * `closes` in any unit, positive; NaN rows are passed over.
 * @see Lunde & Timmermann (2004), Duration dependence in stock prices, J. Business & Economic Statistics 22(3), section 2.
 */
export function bearMarkets(closes: Float64Array): BearMarket[] {
  const found: BearMarket[] = [];
  let open: { peak: number; entry: number; low: number } | undefined;
  let peak = -1;
  for (let row = 0; row < closes.length; row++) {
    const close = closes[row]!;
    if (Number.isNaN(close)) continue;
    if (open) {
      open.low = Math.min(open.low, close);
      if (close < (1 + TURN) * open.low) continue;
      found.push({ peak: open.peak, entry: open.entry, exit: row });
      open = undefined;
      peak = row;
    } else if (peak < 0 || close > closes[peak]!) {
      peak = row;
    } else if (close <= (1 - TURN) * closes[peak]!) {
      open = { peak, entry: row, low: close };
    }
  }
  if (open) found.push({ peak: open.peak, entry: open.entry, exit: null });
  return found;
}
