import { checkFinite, checkNotNegative, checkPositive } from '../../math/arguments.ts';
import type { Side } from './linear-perpetual.ts';

export interface DeleveragingCandidate {
  readonly id: string;
  readonly side: Side;
  /** Coins. */
  readonly quantity: number;
  /** Entry price, US dollars a coin. */
  readonly entry: number;
  /** Margin of the position, US dollars. */
  readonly margin: number;
}

export interface DeleveragingScore {
  readonly id: string;
  /** Coins. */
  readonly quantity: number;
  /** Unrealised profit, US dollars. */
  readonly unrealised: number;
  /** Unrealised profit over entry notional. */
  readonly profitShare: number;
  /** Mark notional over margin and unrealised profit; infinite when nothing is left of the margin. */
  readonly leverage: number;
  /** Higher is closed first. */
  readonly score: number;
}

/**
 * Auto-deleveraging score of each position, in the order given. A model: venues publish quantiles of their own ranking only.
 * share = side·q·(mark − EP) / (q·EP); leverage = q·mark / (margin + profit), infinite when that is not above 0;
 * score = share·leverage when share > 0, share / leverage otherwise
 * @throws RangeError on a mark, quantity or entry price that is not above 0, or a margin below 0.
 * @see Binance, What is auto-deleveraging; BitMEX, Auto-deleveraging.
 */
export function deleveragingScores(
  candidates: readonly DeleveragingCandidate[],
  mark: number,
): readonly DeleveragingScore[] {
  checkPositive('mark price', mark);
  return candidates.map(({ id, side, quantity, entry, margin }) => {
    checkPositive('quantity', quantity);
    checkPositive('entry price', entry);
    checkNotNegative('margin', margin);
    const unrealised = side * quantity * (mark - entry);
    const profitShare = unrealised / (quantity * entry);
    const left = margin + unrealised;
    const leverage = left > 0 ? (quantity * mark) / left : Number.POSITIVE_INFINITY;
    const score = profitShare > 0 ? profitShare * leverage : profitShare / leverage;
    return { id, quantity, unrealised, profitShare, leverage, score };
  });
}

/** Scores from the first closed to the last; equal scores keep the order given. */
export function deleveragingOrder(scores: readonly DeleveragingScore[]): readonly DeleveragingScore[] {
  return [...scores].sort((a, b) => (a.score < b.score ? 1 : a.score > b.score ? -1 : 0));
}

export interface Deleveraging {
  /** Coins closed of each position that is touched, first closed first. */
  readonly closed: readonly { readonly id: string; readonly quantity: number }[];
  /** Coins for which there was no position left. */
  readonly left: number;
}

/** Closes `quantity` coins against the ranked positions, each as far as it reaches. @throws RangeError on a quantity below 0. */
export function deleverage(scores: readonly DeleveragingScore[], quantity: number): Deleveraging {
  checkNotNegative('quantity', quantity);
  checkFinite('quantity', quantity);
  const closed: { id: string; quantity: number }[] = [];
  let left = quantity;
  for (const { id, quantity: available } of deleveragingOrder(scores)) {
    if (left <= 0) break;
    const taken = Math.min(available, left);
    closed.push({ id, quantity: taken });
    left -= taken;
  }
  return { closed, left };
}
