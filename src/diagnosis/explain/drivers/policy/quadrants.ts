import { SCALE_LEAST, SCALE_SESSIONS } from '../../../scan/basket.ts';
import { shockKind } from '../../../scan/shock.ts';
import { trailingScale } from '../../../scan/trailing-scale.ts';
import { logOf, stepsOf } from '../factors.ts';
import type { Sessions } from '../sessions.ts';

/** What the signs of yield and equities agree with, the two readings of the same name as the day's shock. */
export const QUADRANTS = ['growth', 'policy', 'liquidity', 'easing', 'relief'] as const;
export type Quadrant = (typeof QUADRANTS)[number];

/** Sessions of a stretch. */
export const STRETCH = 20;

/** Moves of Treasuries and of gold by session, in σ of the sessions before. */
export function refugeMoves(sessions: Sessions): readonly [Float64Array, Float64Array] {
  const scaled = (id: string) => {
    const moves = priceSteps(sessions, id);
    const scale = trailingScale(moves, SCALE_SESSIONS, SCALE_LEAST);
    return moves.map((move, t) => move / scale[t]!);
  };
  return [scaled('tlt'), scaled('gold-front')];
}

/** Quadrant of every session; null where yield or equities have no change. */
export function quadrantsOf(
  sessions: Sessions,
  yieldId: string,
  equity: string,
  [bonds, gold]: ReturnType<typeof refugeMoves>,
): readonly (Quadrant | null)[] {
  const column = sessions.get(yieldId);
  const rate = column ? stepsOf(column.values, column.source) : none(sessions);
  return Array.from(priceSteps(sessions, equity), (move, t) => {
    const kind = shockKind({ equity: move, yield2y: rate[t]!, treasuries: bonds[t]!, gold: gold[t]! });
    return kind === 'not-measured' ? null : kind;
  });
}

function priceSteps(sessions: Sessions, id: string): Float64Array {
  const column = sessions.get(id);
  return column ? stepsOf(column.values.map(logOf), column.source) : none(sessions);
}

function none({ dates }: Sessions): Float64Array {
  return new Float64Array(dates.length).fill(Number.NaN);
}

/** A stretch of sessions with a quadrant: rows of its first and last one, and how many were growth. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly growth: number;
}

/** Stretches of 20 sessions with a quadrant, end to end, the latest first. */
export function stretchesOf(quadrants: readonly (Quadrant | null)[]): readonly Stretch[] {
  const rows = quadrants.flatMap((kind, row) => (kind === null ? [] : [row]));
  const out: Stretch[] = [];
  for (let end = rows.length; end >= STRETCH; end -= STRETCH) {
    const of = rows.slice(end - STRETCH, end);
    out.push({
      first: of[0]!,
      last: of.at(-1)!,
      growth: of.filter((row) => quadrants[row] === 'growth').length,
    });
  }
  return out;
}
