import type { Pins } from './pins.ts';

/**
 * Path through pinned states: between two of them the drawn steps are shifted so that they end at the second, each in proportion to its
 * variance, as a Brownian bridge conditions them; given steps stay as given. Where every step between two pins is given, they win.
 * `drawn` and `variance` have one value a session; the result is the state at each session.
 */
export function bridge(drawn: Float64Array, variance: Float64Array, pins: Pins): Float64Array {
  const states = new Float64Array(drawn.length);
  const targets = [...pins.states].filter(([at]) => at >= 0);
  let state = pins.states.get(-1) ?? 0;
  let from = 0;
  for (const [at, target] of [...targets, [drawn.length - 1, Number.NaN] as const]) {
    const shift = Number.isNaN(target)
      ? 0
      : shiftPerVariance(drawn, variance, pins.steps, from, at, target - state);
    for (; from <= at; from++) {
      const given = pins.steps[from] as number;
      state += Number.isNaN(given) ? (drawn[from] as number) + shift * (variance[from] as number) : given;
      states[from] = state;
    }
  }
  return states;
}

function shiftPerVariance(
  drawn: Float64Array,
  variance: Float64Array,
  given: Float64Array,
  from: number,
  to: number,
  distance: number,
): number {
  let rest = distance;
  let total = 0;
  for (let i = from; i <= to; i++) {
    const step = given[i] as number;
    rest -= Number.isNaN(step) ? (drawn[i] as number) : step;
    if (Number.isNaN(step)) total += variance[i] as number;
  }
  return total > 0 ? rest / total : 0;
}
