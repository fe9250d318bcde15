import { ENGINE_VERSION } from '../../diagnosis/answer.ts';
import type { CascadeState, Job, RunAsked } from '../engine/job.ts';
import type { CascadeOptions } from './options.ts';
import { coalitions } from './shapley.ts';
import { outerMoves } from './shock.ts';

/** Points in time of a fan. */
const FAN_POINTS = 96;

/** Draws over which the part of each seller is told: every set of sellers is run in each. */
const DRAWS_OF_PARTS = 8;

/** Where the runs of a job stand in its list. */
export interface RunPlan {
  readonly base: number;
  readonly alone: number;
  readonly contagion: number;
  /** Sets of the players whose lowest prices are asked for, as bit masks. */
  readonly coalitions: readonly number[];
  /** Steps kept for the fan. */
  readonly keep: readonly number[];
  /** Sellers whose part in the fall is told. */
  readonly players: readonly string[];
  readonly orders: readonly (readonly number[])[];
}

/** Paths from … to − 1 of draw d, when n paths are spread over the draws. */
export function pathsOf(draw: number, { paths, draws }: CascadeOptions): readonly [number, number] {
  return [Math.floor((draw * paths) / draws), Math.floor(((draw + 1) * paths) / draws)];
}

export function planRuns(
  steps: number,
  players: readonly string[],
  orders: readonly (readonly number[])[],
): RunPlan {
  const every = Math.max(1, Math.ceil(steps / FAN_POINTS));
  const keep = Array.from({ length: steps }, (_, step) => step).filter(
    (step) => (step + 1) % every === 0 || step === steps - 1,
  );
  return {
    base: 0,
    alone: 1,
    contagion: 2,
    coalitions: coalitions(orders),
    keep,
    players,
    orders,
  };
}

/** Results of the draws in which every set of sellers was run. */
export function withParts<T>(results: readonly T[]): readonly T[] {
  return results.slice(0, DRAWS_OF_PARTS);
}

/** The job of one draw: all sellers, none, the named shock alone, and each set of sellers that their shares need (without chance). */
export function jobOf(draw: number, state: CascadeState, plan: RunPlan, options: CascadeOptions): Job {
  const [from, to] = pathsOf(draw, options);
  const shock = outerMoves(state.market, options.shock, options.alone);
  const paths = { shock, over: options.over, from, to };
  const still = { ...paths, from: 0, to: 1, keep: [], still: true };
  const runs: RunAsked[] = [
    { ...paths, sellers: plan.players, keep: plan.keep },
    { ...paths, sellers: [], keep: plan.keep },
    { ...still, shock: outerMoves(state.market, options.shock, true), sellers: plan.players },
  ];
  const job: Job = {
    engine: ENGINE_VERSION,
    state: withSellers(state, plan.players),
    seed: options.seed,
    runs,
    ladder: true,
  };
  if (draw >= DRAWS_OF_PARTS || plan.coalitions.length === 0) return job;
  const sets = plan.coalitions.map((mask) => plan.players.filter((_, i) => (mask & (1 << i)) !== 0));
  return { ...job, lows: { sets, shock, over: options.over } };
}

/** A state without the sellers that are switched off: neither do they sell, nor do their orders wait in a ladder. */
function withSellers({ market, sellers }: CascadeState, players: readonly string[]): CascadeState {
  return { market, sellers: Object.fromEntries(players.map((id) => [id, sellers[id]])) };
}
