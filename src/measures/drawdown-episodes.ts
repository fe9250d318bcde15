import { drawdownPath } from './drawdown.ts';

/** A fall from a high until the high is reached again. */
export interface DrawdownEpisode {
  /** Row of the high; of several equal ones in a run, the first. */
  readonly peak: number;
  /** Row of the lowest price; of several equal ones, the first. */
  readonly trough: number;
  /** First row at or above the high again; null while it is not. */
  readonly recovery: number | null;
  /** Loss at the trough, a fraction in [−1, 0). */
  readonly depth: number;
}

/**
 * Every drawdown of a price path, in order of time. `prices` n rows, positive; rows that are NaN are passed over.
 * @see Magdon-Ismail & Atiya (2004), Maximum drawdown, Risk 17(10).
 */
export function drawdownEpisodes(prices: Float64Array): DrawdownEpisode[] {
  const episodes: DrawdownEpisode[] = [];
  let peak = -1;
  let trough = -1;
  const close = (recovery: number | null) => {
    if (trough >= 0) episodes.push({ peak, trough, recovery, depth: prices[trough]! / prices[peak]! - 1 });
    trough = -1;
  };
  for (let t = 0; t < prices.length; t++) {
    const price = prices[t]!;
    if (Number.isNaN(price)) continue;
    if (peak < 0) peak = t;
    else if (price < prices[peak]!) {
      if (trough < 0 || price < prices[trough]!) trough = t;
    } else if (trough >= 0 || price > prices[peak]!) {
      close(t);
      peak = t;
    }
  }
  close(null);
  return episodes;
}

/** The `count` deepest of `drawdownEpisodes`, deepest first; of equal depth, the earlier first. */
export function worstDrawdowns(prices: Float64Array, count: number): DrawdownEpisode[] {
  return drawdownEpisodes(prices)
    .sort((a, b) => a.depth - b.depth || a.peak - b.peak)
    .slice(0, count);
}

/**
 * Ulcer index of a price path: root mean square drawdown.
 *
 * U = sqrt(mean d_t²), d_t = P_t / max(P_0 … P_t) − 1
 *
 * `prices` n rows; a fraction (× 100 as published). 0 never below a high. NaN when n = 0 or a price is NaN.
 * @see Martin & McCann (1989), The Investor's Guide to Fidelity Funds, Wiley.
 */
export function ulcer(prices: Float64Array): number {
  let squares = 0;
  for (const d of drawdownPath(prices)) squares += d * d;
  return Math.sqrt(squares / prices.length);
}

/**
 * Conditional drawdown at risk: mean of the worst drawdowns.
 *
 * CDaR_q = mean of the m = ⌈(1 − q) n⌉ largest −d_t
 *
 * `prices` n rows; `confidence` q in [0, 1); a fraction ≥ 0. q = 0 the mean drawdown, q → 1 the maximum. NaN when n = 0 or a price is NaN.
 * @throws RangeError when q is outside [0, 1).
 * @see Chekhlov, Uryasev & Zabarankin (2005), Drawdown measure in portfolio optimization, International J. Theoretical and Applied Finance 8(1).
 */
export function conditionalDrawdown(
  prices: Float64Array,
  confidence: number,
): { rows: number; value: number } {
  if (!(confidence >= 0 && confidence < 1))
    throw new RangeError(`confidence must lie in [0, 1), came ${confidence}`);
  const path = drawdownPath(prices);
  const rows = Math.ceil((1 - confidence) * path.length);
  if (rows === 0 || path.some(Number.isNaN)) return { rows, value: Number.NaN };
  let sum = 0;
  for (const d of path.sort().subarray(0, rows)) sum -= d;
  return { rows, value: sum / rows };
}
