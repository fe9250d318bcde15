import { z } from 'zod';
import { roundNumbers } from './round-numbers.ts';

const share = z.number().min(0).max(1);

export const stopHolder = z
  .object({
    asset: z.string(),
    venue: z.string(),
    /** Long holdings with a stop that nobody has seen: spread over clusters and the distance. */
    usd: z.number().min(0).describe('unit: US dollars at the price of the start'),
    /** Stops whose price is known. */
    placed: z
      .array(
        z.object({
          price: z.number().positive().describe('unit: US dollars a unit'),
          usd: z.number().min(0).describe('unit: US dollars at the price of the start'),
        }),
      )
      .default([]),
    round: share.describe('unit: fraction of usd; just below round numbers'),
    lows: share.describe('unit: fraction of usd; just below past lows'),
    distance: z.number().positive().describe('unit: log; mean distance of stops from the price'),
    below: z.number().min(0).describe('unit: log; mean distance of a stop below its round number or low'),
    /** The round numbers are those of 1/price: yen a dollar. */
    inverse: z.boolean().default(false),
    pastLows: z
      .array(
        z.object({
          at: z.number().max(0).describe('unit: log relative to the start'),
          weight: share.describe('unit: ratio to the others'),
        }),
      )
      .default([]),
    /** Stops between this log price, the lowest of late, and the start have been triggered already; `renewed` of them stand again. */
    swept: z
      .object({
        at: z.number().max(0).describe('unit: log relative to the start'),
        renewed: share.describe('unit: fraction of what has been triggered'),
      })
      .default({ at: 0, renewed: 1 }),
  })
  .refine(({ round, lows }) => round + lows <= 1 + 1e-12, {
    message: 'the shares at round numbers and at past lows sum to at most 1',
    path: ['round'],
  });

export type StopHolder = z.infer<typeof stopHolder>;

/** A stop-loss order of a holder, waiting below the price. */
export interface WaitingStop {
  /** Log relative to the start, at most 0. */
  readonly at: number;
  /** US dollars at the price of the start. */
  readonly usd: number;
  readonly kind: 'placed' | 'round' | 'low' | 'away';
  /** Log price of the round number or low that it hides behind. */
  readonly level?: number;
}

/** Parts of equal size by which an exponential distribution is told, each at its mean. */
const BEHIND = partMeans(5);
const AWAY = partMeans(200);

/**
 * Where the stop-loss orders of holders wait. Of U dollars the share r lies behind round numbers, l behind past lows, the rest away from both:
 * w_i ∝ (weight of cluster i)·exp(−d_i/D), stops of a cluster at d_i + E(b), those away at E(D), with E an exponential distance.
 *
 * Clusters at distances d_i (log, at least 0) up to `reach`; D mean distance, b mean distance behind the cluster. Without a cluster of its
 * kind a share lies away from clusters. Placed orders stand where they are; those above the price of the start have been triggered.
 * The whole is U plus what was placed below, less what was swept; what lies beyond `reach` counts too.
 * @throws RangeError when price or reach is not above 0.
 * @see Osler (2005), Stop-loss orders and price cascades in currency markets, J. International Money and Finance 24(2), 219–241
 */
export function stopLadder(holder: StopHolder, price: number, reach: number): readonly WaitingStop[] {
  const { usd, distance, below, placed, inverse } = holder;
  const rounds = roundNumbers(price, reach, inverse);
  const lows = holder.pastLows.filter(({ at, weight }) => weight > 0 && at >= -reach);
  const round = rounds.length > 0 ? holder.round : 0;
  const low = lows.length > 0 ? holder.lows : 0;
  const away = Math.max(0, 1 - round - low);
  const spread = [
    ...clustered('round', round * usd, rounds, distance, below),
    ...clustered('low', low * usd, lows, distance, below),
    ...AWAY.map(
      (mean): WaitingStop => ({
        kind: 'away',
        at: -mean * distance,
        usd: (away * usd) / AWAY.length,
      }),
    ),
  ].map((stop) => remaining(stop, holder.swept));
  const known = placed
    .map((order): WaitingStop => ({ kind: 'placed', at: Math.log(order.price / price), usd: order.usd }))
    .filter(({ at }) => at <= 0);
  return [...known, ...spread].filter((stop) => stop.usd > 0).sort((a, b) => b.at - a.at);
}

function clustered(
  kind: 'round' | 'low',
  usd: number,
  clusters: readonly { readonly at: number; readonly weight: number }[],
  distance: number,
  below: number,
): WaitingStop[] {
  if (usd === 0) return [];
  const weights = clusters.map(({ at, weight }) => weight * Math.exp(at / distance));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(whole > 0)) return clusters.slice(0, 1).map(({ at }) => ({ kind, at, usd, level: at }));
  return clusters.flatMap(({ at }, i) => {
    const own = (usd * weights[i]!) / whole;
    if (below === 0) return [{ kind, at, usd: own, level: at }];
    return BEHIND.map((mean) => ({ kind, at: at - mean * below, usd: own / BEHIND.length, level: at }));
  });
}

function remaining(stop: WaitingStop, { at, renewed }: StopHolder['swept']): WaitingStop {
  return stop.at > at ? { ...stop, usd: stop.usd * renewed } : stop;
}

/** Means of n parts of equal probability of an exponential distribution of mean 1: n·[(1 + x)·e^−x] between the ends of the part. */
function partMeans(n: number): readonly number[] {
  const tail = (k: number) => (k === n ? 0 : (1 - k / n) * (1 - Math.log(1 - k / n)));
  return Array.from({ length: n }, (_, k) => n * (tail(k) - tail(k + 1)));
}
