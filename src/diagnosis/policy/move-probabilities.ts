import { checkFinite } from '../../math/arguments.ts';

export interface MoveProbability {
  /** Number of steps, negative for cuts. */
  readonly moves: number;
  readonly probability: number;
}

/** Rounding of prices, in moves: nearer to a whole number than this is that number. */
const ROUNDING = 1e-9;

/**
 * Two whole numbers of steps around an expected number m: k = ⌊m⌋, P(k + 1) = m − k, P(k) = 1 − (m − k).
 * Ascending, also for cuts; a whole m has one of probability 1. @throws RangeError when m is not finite.
 */
export function moveProbabilities(moves: number): readonly MoveProbability[] {
  checkFinite('moves', moves);
  const nearest = Math.round(moves);
  if (Math.abs(moves - nearest) < ROUNDING) return [{ moves: nearest + 0, probability: 1 }];
  const below = Math.floor(moves);
  return [
    { moves: below, probability: 1 - (moves - below) },
    { moves: below + 1, probability: moves - below },
  ];
}

/** Distribution of the sum of two independent numbers of steps, ascending. */
export function convolve(
  a: readonly MoveProbability[],
  b: readonly MoveProbability[],
): readonly MoveProbability[] {
  const sums = new Map<number, number>();
  for (const x of a) {
    for (const y of b) {
      const moves = x.moves + y.moves;
      sums.set(moves, (sums.get(moves) ?? 0) + x.probability * y.probability);
    }
  }
  return [...sums].map(([moves, probability]) => ({ moves, probability })).sort((x, y) => x.moves - y.moves);
}
