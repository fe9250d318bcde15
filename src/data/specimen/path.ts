import type { EpochDay } from '../time.ts';
import { bridge } from './bridge.ts';
import { ln } from './exact.ts';
import type { Landmark } from './landmarks.ts';
import { LEADER_VOLATILITY, type Leader } from './leaders.ts';
import type { Noise } from './noise.ts';
import { pin } from './pins.ts';
import type { Recipe } from './recipe.ts';
import { REGIME_SCALE } from './regimes.ts';
import type { ScriptedMove } from './script.ts';
import { toLevel, toState } from './state.ts';

/** The days of the simulation and what is common to all series on them; arrays have one value a calendar day. */
export interface World {
  readonly first: EpochDay;
  readonly market: Uint8Array;
  readonly crypto: Uint8Array;
  readonly shocks: ReadonlyMap<string, Float64Array>;
}

/** One simulated series: closes by session, and its summed changes by calendar day for those that follow it. */
export interface Path {
  readonly days: Int32Array;
  /** Close before the first session. */
  readonly base: number;
  readonly closes: Float64Array;
  readonly summed: Float64Array;
}

export interface Given {
  readonly days: Int32Array;
  readonly script: readonly ScriptedMove[];
  readonly landmarks: readonly Landmark[];
}

/** Draws the steps of a series, bridges them through what is given, and sums its changes. */
export function simulate(
  recipe: Recipe,
  world: World,
  paths: ReadonlyMap<string, Path>,
  given: Given,
  draws: Noise,
): Path {
  const { days } = given;
  const pins = pin(recipe, days, given.script, given.landmarks);
  const regimes = world[recipe.regime];
  const drawn = new Float64Array(days.length);
  const variance = new Float64Array(days.length);
  const start = pins.states.get(-1) ?? toState(recipe.state, (given.landmarks[0] as Landmark).level);
  let state = start;
  for (let i = 0; i < days.length; i++) {
    const day = (days[i] as number) - world.first;
    const regime = regimes[day] as number;
    const before = i === 0 ? day - 1 : (days[i - 1] as number) - world.first;
    let step = ownStep(recipe, world, day, regime, draws) + driven(recipe, paths, world.first, before, day);
    if (recipe.reversion) {
      const level = recipe.reversion.levels[regime] as number;
      step += recipe.reversion.speed * (toState(recipe.state, level) - state);
    }
    drawn[i] = step;
    state += step;
    const scale = REGIME_SCALE[regime] as number;
    variance[i] = scale * scale;
  }
  const closes = bridge(drawn, variance, pins).map((x) => toLevel(recipe.state, x));
  const base = toLevel(recipe.state, start);
  const summed = sumChanges(recipe, days, closes, base, world, pins.overrides);
  for (const [at, close] of pins.overrides) closes[at] = close;
  return { days, base, closes, summed };
}

function ownStep(recipe: Recipe, world: World, day: number, regime: number, draws: Noise): number {
  const shocks = world.shocks.get(recipe.id);
  if (!shocks) return recipe.noise * (REGIME_SCALE[regime] as number) * draws.shock();
  return (LEADER_VOLATILITY[recipe.id as Leader][regime] as number) * (shocks[day] as number);
}

function driven(
  recipe: Recipe,
  paths: ReadonlyMap<string, Path>,
  first: EpochDay,
  before: number,
  day: number,
): number {
  let sum = 0;
  for (const driver of recipe.drivers) {
    if (first + day < driver.from) continue;
    const summed = (paths.get(driver.of) as Path).summed;
    const [from, to] = [Math.max(0, before - driver.lag), Math.max(0, day - driver.lag)];
    sum += driver.beta * ((summed[to] as number) - (summed[from] as number));
  }
  return sum;
}

function sumChanges(
  recipe: Recipe,
  days: Int32Array,
  closes: Float64Array,
  base: number,
  world: World,
  overrides: ReadonlyMap<number, number>,
): Float64Array {
  const summed = new Float64Array(world.market.length);
  let last = base;
  let at = 0;
  let sum = 0;
  for (let day = 0; day < summed.length; day++) {
    if (at < days.length && (days[at] as number) - world.first === day) {
      const close = closes[at] as number;
      // a fall below zero is an accident of one contract: nothing else follows it
      const own = overrides.has(at) || overrides.has(at - 1);
      if (!own) sum += recipe.change === 'log' ? ln(close / last) : close - last;
      last = close;
      at++;
    }
    summed[day] = sum;
  }
  return summed;
}
