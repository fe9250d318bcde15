import { parseDay } from '../../../../data/time.ts';
import type { FundCoin } from './coins.ts';
import type { FundSessions } from './sessions.ts';

/**
 * Coins each fund holds at each session, from its flows: h_t = h_{t−1} + F_t / P_t, restarted at a stated holding; fees are left out.
 * In the order of the coin's funds. NaN from the first row on which a fund lacks a flow or a price, until a holding is stated.
 */
export function coinsHeld({ funds, stated }: FundCoin, sessions: FundSessions): readonly Float64Array[] {
  return funds.map(({ ticker }, at) => {
    const restarts = stated
      .filter(({ fund }) => fund === ticker)
      .map(({ date, coins }) => ({ day: parseDay(date), coins }));
    return heldBy(sessions, sessions.funds[at]!, restarts);
  });
}

function heldBy(
  { dates, price }: FundSessions,
  flows: Float64Array,
  restarts: readonly { readonly day: number; readonly coins: number }[],
): Float64Array {
  let held = 0;
  let seen = Number.NEGATIVE_INFINITY;
  return flows.map((flow, row) => {
    const today = dates[row]!;
    const stated = restarts.filter(({ day }) => day > seen && day <= today).at(-1);
    if (stated) held = stated.coins;
    seen = today;
    held += flow / price[row]!;
    return held;
  });
}

/** Dollars in all funds of a coin at each session: Σ coins × price. NaN where a fund's coins are. */
export function fundAssets(coin: FundCoin, sessions: FundSessions): Float64Array {
  const held = coinsHeld(coin, sessions);
  return sessions.price.map((price, t) => held.reduce((sum, coins) => sum + coins[t]!, 0) * price);
}

/** Shares of each part in the sum of those that are known; NaN stays NaN. */
export function sharesOf(parts: readonly number[]): readonly number[] {
  const whole = parts.reduce((sum, part) => sum + (Number.isFinite(part) ? part : 0), 0);
  return parts.map((part) => (whole > 0 ? part / whole : Number.NaN));
}

/** Herfindahl–Hirschman index Σ s², from 1/n of equal parts to 1 of a single one; NaN parts are left out, NaN when none is known. */
export function herfindahl(shares: readonly number[]): number {
  const known = shares.filter(Number.isFinite);
  return known.length === 0 ? Number.NaN : known.reduce((sum, share) => sum + share ** 2, 0);
}
