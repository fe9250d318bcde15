import type { z } from 'zod';
import type { Words } from '../../data/series/entry.ts';
import type { Market } from '../market/market.ts';
import type { MarketSpec } from '../market/spec.ts';

/** Where a seller leaves its orders. */
export interface Desk {
  /** Units of the asset to be sold into a book at once; below 0 they are bought. Filled at the mean price of the round. */
  sell(book: number, units: number): void;
}

/** What the people behind a seller hold and owe by their own reckoning; must equal what the market has counted for them. */
export interface Balance {
  /** US dollars received for sales less paid for purchases. */
  readonly cash: number;
  /** By book: units sold less units bought. */
  readonly sold: Float64Array;
}

/**
 * A forced seller (or a buyer) in one path. Within a step the market asks it round after round until nobody trades any more; what reacts to
 * a price answers in every round, what acts at set times answers in round 0 only. Never reads a later step.
 */
export interface SellerRun {
  /** Back to the state before the path. */
  reset(): void;
  trade(market: Market, desk: Desk, round: number): void;
  /** Its order of the round was filled: units sold (below 0: bought) at US dollars a unit. */
  filled?(book: number, units: number, price: number): void;
  /** After the last round of a step. */
  endStep?(market: Market): void;
  balance(): Balance;
  /** What else is worth telling of the path, by name: fund left, US dollars auto-deleveraged … Units in the seller's docblock. */
  notes?(): Readonly<Record<string, number>>;
}

/** A seller with its parameters worked out for a market: tables are built once and used for every path. */
export interface SellerPlan {
  /** One run is made a worker and reset before each path. */
  start(): SellerRun;
  /** Forced orders that wait at prices, for the ladder: US dollars at the price of the start, by book and log distance from the start. */
  ladder?(): readonly LadderRung[];
}

/** An order that waits at a price. */
export interface LadderRung {
  readonly book: number;
  /** Log distance from the start; below 0: under the present price. */
  readonly at: number;
  /** US dollars at the price of the start; above 0 sold, below 0 bought. */
  readonly usd: number;
  /** Leverage of the position, when it has one. */
  readonly leverage?: number;
  /** Log price of its entry relative to the start, and the days since, when known. */
  readonly entry?: number;
  readonly ageDays?: number;
}

/** Catalogue entry of a kind of forced seller or buyer: one file a seller. */
export interface Seller<P extends z.ZodObject = z.ZodObject> {
  readonly id: string;
  readonly title: Words;
  /** What it does and when, in a sentence or two. */
  readonly summary: Words;
  readonly side: 'seller' | 'buyer';
  /** Paper or rule book that it follows. */
  readonly source: string;
  /** Bounds, units (in `describe`) of what it is made of; the data and the priors fill it. */
  readonly params: P;
  /** @throws RangeError on parameters that do not fit the market, naming the field. */
  plan(params: z.infer<P>, market: MarketSpec): SellerPlan;
}

/** A catalogue entry with the type of its parameters kept. */
export function seller<P extends z.ZodObject>(entry: Seller<P>): Seller<P> {
  return entry;
}
