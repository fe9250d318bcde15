import { z } from 'zod';

const positive = z.number().positive();
const share = z.number().min(0).max(1);

/** Cumulative depth by distance from the mid: what has to be sold, or bought, to move the price so far. */
export const depthSpec = z.discriminatedUnion('law', [
  z.object({
    /** Impact Y·σ·√(Q/V): depth grows with the square of the distance. */
    law: z.literal('square-root'),
    /** Y, about 0.5 … 1.5. */
    prefactor: positive,
    /** V, US dollars a day. */
    volume: positive,
    /** σ a day, fraction. */
    volatility: positive,
  }),
  z.object({
    /** Impact Q/D: depth grows with the distance. */
    law: z.literal('linear'),
    /** D, US dollars that move the price by one log unit. */
    usd: positive,
  }),
  z
    .object({
      /** Measured: US dollars resting within each distance, straight lines between; beyond the last the square root of the quantity. */
      law: z.literal('profile'),
      distances: z.array(positive).min(1),
      usd: z.array(positive).min(1),
    })
    .refine(({ distances, usd }) => distances.length === usd.length, {
      message: 'as many distances as quantities',
    })
    .refine(({ distances, usd }) => ascends(distances) && ascends(usd), {
      message: 'distances and quantities must ascend',
    }),
]);

/** The order book of one asset at one venue. */
export const bookSpec = z.object({
  venue: z.string().min(1),
  kind: z.enum(['spot', 'perpetual', 'future', 'exchange']),
  depth: depthSpec,
  /** Minutes in which half of what was taken from the book has come back. */
  refillHalfLife: positive,
  /** Weight in the index of the asset; those of its books sum to 1. */
  indexWeight: share,
});

/** Makers withdraw as volatility rises: depth = (σ_start / σ)^sensitivity, never above 1 nor below `least`. */
export const makersSpec = z.object({
  sensitivity: z.number().min(0).max(4),
  least: z.number().gt(0).max(1),
  /** Minutes in which the weight of a past return in σ halves. */
  halfLife: positive,
});

export const assetSpec = z.object({
  id: z.string().min(1),
  /** US dollars a unit at the start. */
  price: positive,
  /** Log return from its last close in New York to the start. */
  sinceClose: z.number(),
  /** Of the outer price, a day, fraction. */
  volatility: z.number().min(0),
  /** US dollars a day, all venues. */
  volume: positive,
  books: z.array(bookSpec).min(1),
  /** Share of what is taken from the book that never comes back: the lasting part of the impact. */
  lasting: share,
  makers: makersSpec,
  /** Prices of its books are brought together to within `cost` (fraction); half of what is beyond goes in `halfLife` minutes. */
  arbitrage: z.object({ cost: z.number().min(0), halfLife: positive }),
  /** Minutes in which the weight of a past basis in the mark price halves. */
  markHalfLife: positive,
});

export const marketSpec = z
  .object({
    /** Instant of the start, milliseconds since 1970 UTC. */
    start: z.number().int(),
    /** Minutes a step, from 1 to a day. */
    stepMinutes: z.number().min(0.125).max(1440),
    steps: z.number().int().min(1).max(100_000),
    assets: z.array(assetSpec).min(1),
    /** Whether the outer price also moves by chance; left out: it does. */
    chance: z.boolean().optional(),
    /** Of the outer returns, row by row; as many rows and columns as assets. */
    correlation: z.array(z.array(z.number().min(-1).max(1))),
    /** Minutes from the start at which New York closes, ascending. */
    closes: z.array(z.number().min(0)),
  })
  .refine(
    ({ assets, correlation }) =>
      correlation.length === assets.length && correlation.every((row) => row.length === assets.length),
    { message: 'as many rows and columns as assets', path: ['correlation'] },
  )
  .refine(({ assets }) => new Set(assets.map(({ id }) => id)).size === assets.length, {
    message: 'an asset is named once',
    path: ['assets'],
  })
  .refine(({ assets }) => assets.every(({ books }) => Math.abs(weights(books) - 1) < 1e-9), {
    message: 'the index weights of an asset sum to 1',
    path: ['assets'],
  });

export type Depth = z.infer<typeof depthSpec>;
export type BookSpec = z.infer<typeof bookSpec>;
export type AssetSpec = z.infer<typeof assetSpec>;
export type MarketSpec = z.infer<typeof marketSpec>;

export const MINUTES_A_DAY = 1440;

function ascends(values: readonly number[]): boolean {
  return values.every((value, i) => i === 0 || value > values[i - 1]!);
}

function weights(books: readonly { indexWeight: number }[]): number {
  return books.reduce((sum, { indexWeight }) => sum + indexWeight, 0);
}
