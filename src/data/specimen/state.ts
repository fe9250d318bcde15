import { exp, ln } from './exact.ts';
import type { Recipe } from './recipe.ts';

/** Level near which a yield calms, a fraction a year. */
const FLOOR_SCALE = 0.004;

/** Additive state of a level: ln p, y − c²/y, or y. */
export function toState(kind: Recipe['state'], level: number): number {
  if (kind === 'log') return ln(level);
  return kind === 'plain' ? level : level - (FLOOR_SCALE * FLOOR_SCALE) / level;
}

/** Level of a state: the inverse, y = (x + √(x² + 4c²))/2 for `floored`. */
export function toLevel(kind: Recipe['state'], state: number): number {
  if (kind === 'log') return exp(state);
  return kind === 'plain' ? state : (state + Math.sqrt(state * state + 4 * FLOOR_SCALE * FLOOR_SCALE)) / 2;
}

/** Level after a stated move: p(1 + m) for what changes by logs, y + m for what changes by differences. */
export function applyMove(change: Recipe['change'], level: number, move: number): number {
  return change === 'log' ? level * (1 + move) : level + move;
}

/** Level before a stated move. */
export function undoMove(change: Recipe['change'], level: number, move: number): number {
  return change === 'log' ? level / (1 + move) : level - move;
}
