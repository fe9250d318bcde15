/** Fewest classes of which something can be called joint. */
export const MIN_CLASSES = 3;

/** What one class may count for when no other fell, in σ. */
const ALONE = 3;

/** How far the falls of the others lift that bound. */
const WITH_OTHERS = 2;

/** Mean fall, in σ, that takes the score half of the way to 100. */
const HALF_WAY = 2;

/** Scores and contributions are whole multiples of this, so that their sums carry no rounding. */
const GRID = 2 ** -30;

/**
 * Falls of the classes with the lone class restrained: u_i = min(z_i, 3 + 2 Σ_{j≠i} max(z_j, 0)).
 * Symbols: z_i fall of class i in σ (positive = fell). One class alone counts for at most 3σ; it counts in full as soon as others fell
 * with it. Symmetric in the classes and non-decreasing in every z.
 * NaN policy: a class that is not measured stays NaN and lifts no bound.
 */
export function restrained(moves: ArrayLike<number>): Float64Array {
  const fallen = sumOfFalls(moves);
  return Float64Array.from(moves, (z) => Math.min(z, ALONE + WITH_OTHERS * (fallen - Math.max(z, 0))));
}

/**
 * Class-balanced joint move: m = (1/n) Σ u_i over the n measured classes, u from `restrained`.
 * Symbols: moves and m in σ, positive = fell.
 * NaN policy: classes that are not measured are left out; NaN with fewer than MIN_CLASSES of them.
 */
export function jointMove(moves: ArrayLike<number>): number {
  const fallen = sumOfFalls(moves);
  let sum = 0;
  let n = 0;
  for (let i = 0; i < moves.length; i++) {
    const z = moves[i] as number;
    if (Number.isNaN(z)) continue;
    sum += Math.min(z, ALONE + WITH_OTHERS * (fallen - Math.max(z, 0)));
    n++;
  }
  return n < MIN_CLASSES ? Number.NaN : sum / n;
}

/**
 * Joint-fall score: S = 100 (1 − 2^(−max(m, 0)/2)).
 * Symbols: m joint move in σ. 0: on balance nothing fell; 50: the average class fell by 2σ; each further 2σ halves what is left to 100.
 * NaN policy: NaN for NaN.
 */
export function scoreOf(joint: number): number {
  return onGrid(100 * (1 - 2 ** (-Math.max(joint, 0) / HALF_WAY)));
}

/**
 * Points of the score by class: c_i = S u_i / Σ u_j, the last measured class by subtraction; they sum to S exactly, in any order.
 * A class that rose has negative points. All 0 when S is 0.
 * NaN policy: NaN for a class that is not measured, and for all when the score has no value.
 */
export function contributions(moves: ArrayLike<number>): Float64Array {
  const score = scoreOf(jointMove(moves));
  const parts = restrained(moves);
  if (Number.isNaN(score)) return parts.fill(Number.NaN);
  const total = parts.reduce((sum, part) => (Number.isNaN(part) ? sum : sum + part), 0);
  let left = score;
  let last = -1;
  for (let i = 0; i < parts.length; i++) {
    if (Number.isNaN(parts[i])) continue;
    parts[i] = score === 0 ? 0 : onGrid((score * (parts[i] as number)) / total);
    left -= parts[i] as number;
    last = i;
  }
  if (last >= 0) parts[last] = (parts[last] as number) + left;
  return parts;
}

function sumOfFalls(moves: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < moves.length; i++) if ((moves[i] as number) > 0) sum += moves[i] as number;
  return sum;
}

function onGrid(x: number): number {
  return Math.round(x / GRID) * GRID;
}
