import { countAtMost } from '../../math/sorted.ts';
import { formatDay } from '../time.ts';
import { ln } from './exact.ts';
import type { Landmark } from './landmarks.ts';
import type { Recipe } from './recipe.ts';
import type { ScriptedMove } from './script.ts';
import { applyMove, toState, undoMove } from './state.ts';

/** What is given of a path: by session index, −1 being the close before the first session. */
export interface Pins {
  /** States that the path passes. */
  readonly states: ReadonlyMap<number, number>;
  /** Steps that are not drawn; NaN where they are. */
  readonly steps: Float64Array;
  /** Closes that no state can express: the negative one of crude oil. */
  readonly overrides: ReadonlyMap<number, number>;
}

/**
 * Scripted moves and landmarks as states and steps. A move wins over a level: where two stated days follow one another,
 * the second close is the first one moved.
 * @throws Error when a scripted day is no session of the series: a fault of the episode file.
 */
export function pin(
  recipe: Recipe,
  days: Int32Array,
  script: readonly ScriptedMove[],
  landmarks: readonly Landmark[],
): Pins {
  const levels = new Map<number, number>();
  const steps = new Float64Array(days.length).fill(Number.NaN);
  const overrides = new Map<number, number>();
  for (const move of script) {
    const at = days.indexOf(move.day);
    if (at < 0) throw new Error(`${recipe.id} has no session on the scripted day ${formatDay(move.day)}`);
    if (move.close === undefined) {
      steps[at] = ln(1 + move.move);
      continue;
    }
    const before = levels.get(at - 1) ?? undoMove(recipe.change, move.close, move.move);
    levels.set(at - 1, before);
    if (move.close <= 0) {
      overrides.set(at, move.close);
      steps[at] = 0;
      continue;
    }
    const after = applyMove(recipe.change, before, move.move);
    levels.set(at, after);
    steps[at] = toState(recipe.state, after) - toState(recipe.state, before);
  }
  for (const landmark of landmarks) {
    const at = lastAtOrBefore(days, landmark.day);
    if (!levels.has(at)) levels.set(at, landmark.level);
  }
  const sorted = [...levels].sort((a, b) => a[0] - b[0]);
  return {
    states: new Map(sorted.map(([at, level]) => [at, toState(recipe.state, level)])),
    steps,
    overrides,
  };
}

function lastAtOrBefore(days: Int32Array, day: number): number {
  return countAtMost(days, day) - 1;
}
