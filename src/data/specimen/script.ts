import { EPISODES } from '../episodes.ts';
import { type EpochDay, parseDay } from '../time.ts';
import type { EpisodeMove } from './episode.ts';
import type { Regime } from './regimes.ts';

export interface ScriptedMove extends EpisodeMove {
  readonly day: EpochDay;
}

/** The stated moves of one series from a day on, oldest first. */
export function scriptOf(id: string, from: EpochDay): readonly ScriptedMove[] {
  const moves: ScriptedMove[] = [];
  for (const episode of EPISODES) {
    for (const [date, series] of Object.entries(episode.days)) {
      const move = series[id];
      const day = parseDay(date);
      if (move && day >= from) moves.push({ ...move, day });
    }
  }
  return moves.sort((a, b) => a.day - b.day);
}

/** Beyond these a scripted fall begins a crisis, short of them a nervous market. */
const CRISIS_FALL = { sp500: -0.025, 'btc-usd': -0.08 } as const;

/** Regime that the stated fall of a market imposes, by epoch day. */
export function imposedRegimes(id: keyof typeof CRISIS_FALL, from: EpochDay): ReadonlyMap<EpochDay, Regime> {
  const falls = scriptOf(id, from).filter((move) => move.move < 0);
  return new Map(falls.map((fall) => [fall.day, fall.move <= CRISIS_FALL[id] ? 'crisis' : 'nervous']));
}
