import type { Noise } from './noise.ts';

export const REGIMES = ['calm', 'nervous', 'crisis', 'recovery'] as const;
export type Regime = (typeof REGIMES)[number];

/** Probability, a day, of going from the row to the column. Mean stays: 67, 26, 12 and 26 days. */
const TRANSITION: readonly (readonly number[])[] = [
  [0.985, 0.015, 0, 0],
  [0.036, 0.961, 0.003, 0],
  [0, 0, 0.92, 0.08],
  [0.026, 0.011, 0.002, 0.961],
];

/** Volatility of a regime as a multiple of the long-run one. */
export const REGIME_SCALE: readonly number[] = [0.75, 1.1, 2.2, 1.35];

/**
 * Markov chain over REGIMES, one state a day, as indices. A day named in `imposed` moves the chain to that regime, never down from
 * crisis to nervous; from there the chain goes on by itself.
 */
export function regimePath(length: number, draws: Noise, imposed: ReadonlyMap<number, Regime>): Uint8Array {
  const path = new Uint8Array(length);
  let state = 0;
  for (let day = 0; day < length; day++) {
    state = step(state, draws.uniform());
    const forced = imposed.get(day);
    if (forced && !(state === 2 && forced === 'nervous')) state = REGIMES.indexOf(forced);
    path[day] = state;
  }
  return path;
}

function step(state: number, u: number): number {
  const row = TRANSITION[state] as readonly number[];
  let sum = 0;
  for (let next = 0; next < row.length; next++) {
    sum += row[next] as number;
    if (u < sum) return next;
  }
  return state;
}
