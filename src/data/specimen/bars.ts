import type { EpochDay } from '../time.ts';
import { exp } from './exact.ts';
import type { Noise } from './noise.ts';
import type { Path } from './path.ts';
import type { Recipe } from './recipe.ts';
import type { ScriptedMove } from './script.ts';

/** Open, high, low and volume beside the closes of a path; one value a session. */
export interface Bars {
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly volume: Float64Array;
}

/** Share of the day's move already in its open where trading pauses overnight. */
const GAP = 0.35;
/** Decay of the squared moves that set the width of the next bar. */
const DECAY = 0.94;

/**
 * Bars around given closes: high and low enclose open and close by a random part of the recent volatility; volume grows with the
 * move. Stated opens, highs and lows of the script are taken as they are. Around a close below zero the bar is what the script says.
 */
export function bars(recipe: Recipe, path: Path, script: readonly ScriptedMove[], draws: Noise): Bars {
  const { days, closes } = path;
  const n = closes.length;
  const result = {
    open: new Float64Array(n),
    high: new Float64Array(n),
    low: new Float64Array(n),
    volume: new Float64Array(n),
  };
  const stated = new Map<EpochDay, ScriptedMove>(script.map((move) => [move.day, move]));
  const pause = recipe.regime === 'market';
  let previous = path.base;
  let squares = firstSquares(closes, path.base);
  for (let i = 0; i < n; i++) {
    const close = closes[i] as number;
    const fact = stated.get(days[i] as number);
    const move = close > 0 ? close / previous - 1 : 0;
    const sigma = Math.sqrt(squares);
    const gap = pause ? GAP * move + 0.2 * sigma * draws.shock() : 0;
    const open = fact?.open ?? previous * (1 + gap);
    const up = Math.max(open, close) * exp(0.45 * sigma * Math.abs(draws.shock()));
    const down = Math.min(open, close) * exp(-0.45 * sigma * Math.abs(draws.shock()));
    result.open[i] = open;
    result.high[i] = fact?.high ? Math.max(fact.high, open, close) : up;
    result.low[i] = fact?.low ? Math.min(fact.low, open, close) : down;
    const busy = sigma > 0 ? Math.abs(move) / sigma : 0;
    result.volume[i] = (recipe.volume ?? 0) * (0.65 + 0.35 * busy) * exp(0.2 * draws.shock());
    squares = DECAY * squares + (1 - DECAY) * move * move;
    if (close > 0) previous = close;
  }
  return result;
}

function firstSquares(closes: Float64Array, base: number): number {
  const count = Math.min(60, closes.length);
  let sum = 0;
  let previous = base;
  for (let i = 0; i < count; i++) {
    const move = (closes[i] as number) / previous - 1;
    sum += move * move;
    previous = closes[i] as number;
  }
  return sum / count;
}
