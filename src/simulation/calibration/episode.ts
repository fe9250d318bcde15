import { parseInstant } from '../../data/time.ts';
import type { View } from '../../data/view.ts';
import { CASCADE_DEFAULTS, type CascadeOptions } from '../cascade/options.ts';
import { type Setup, setUp } from '../cascade/setup.ts';
import { outerMoves } from '../cascade/shock.ts';
import { type CascadeState, planSellers } from '../engine/job.ts';
import { PathEngine } from '../engine/path.ts';
import { MINUTES_A_DAY } from '../market/spec.ts';
import type { Theta, Unknown } from '../state/unknown.ts';
import { EPISODE_UNKNOWNS } from './episode-unknowns.ts';
import { EpisodeWatch } from './episode-watch.ts';

/** The coins, in the order of the market. */
export const EPISODE_COINS = ['btc-usd', 'eth-usd', 'sol-usd', 'xrp-usd', 'doge-usd'] as const;

/** Ten minutes to nine in the evening UTC, before the fall, until five minutes to midnight. */
export const EPISODE_START = parseInstant('2025-10-10T20:50Z');
export const EPISODE_MINUTES = 185;
const STEP_MINUTES = 2.5;

/** Liquidated in 24 hours over all coins and venues as the press had it (CoinGlass), US dollars; venues report less than all. */
export const REPORTED_USD = 19.16e9;

export interface Episode {
  readonly setup: Setup;
  /** Of the state, and of the day. */
  readonly unknowns: readonly Unknown[];
}

/** The episode as known at its start, for the five coins. */
export async function readEpisode(view: View): Promise<Episode> {
  const options: CascadeOptions = {
    ...CASCADE_DEFAULTS,
    shock: {},
    assets: EPISODE_COINS,
    calibration: 'prior',
    stepMinutes: STEP_MINUTES,
    horizonMinutes: EPISODE_MINUTES,
  };
  const setup = await setUp(view, options);
  return { setup, unknowns: [...setup.unknowns, ...EPISODE_UNKNOWNS] };
}

export interface EpisodePath {
  /** In the order of EPISODE_SUMMARIES. */
  readonly summaries: Float64Array;
  /** US dollars of perpetual positions liquidated, at the prices of the start. */
  readonly liquidated: number;
}

/** Path `path` of the seed, of the state that the episode has under θ. */
export function pathOfEpisode({ setup }: Episode, theta: Theta, seed: number, path: number): EpisodePath {
  return pathOfState(setup.state(theta), theta, seed, path);
}

/** As `pathOfEpisode`, for a state at hand; θ has the unknowns of the episode. */
export function pathOfState(state: CascadeState, theta: Theta, seed: number, path: number): EpisodePath {
  const plans = planSellers(state);
  const engine = new PathEngine(state.market, [...plans.values()]);
  const watch = new EpisodeWatch(engine, [...plans.keys()].indexOf('perpetuals'));
  const expected = outerMoves(state.market, { 'btc-usd': theta['episode.shock']! });
  const moves = Float64Array.from(expected, (move, a) => (a === 0 ? move : theta['episode.coins']! * move));
  engine.run(seed, path, { moves, over: theta['episode.over']! * MINUTES_A_DAY }, watch);
  const { liquidated } = watch;
  return { liquidated, summaries: watch.summaries(REPORTED_USD * theta['episode.reported']!) };
}
