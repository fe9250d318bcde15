import { DepthLaws } from '../market/depth.ts';
import type { MarketSpec } from '../market/spec.ts';
import type { LadderRung, SellerPlan } from '../sellers/seller.ts';

/** Levels of a ladder: fractions of the price of the start, half a percent each, down to 60 % below. */
export const RUNG_WIDTH = 0.005;
export const RUNGS = 120;

/** Ends of the ages of a layer, days. */
export const AGES = [1, 7, Number.POSITIVE_INFINITY] as const;
/** Entry prices of layers: bands of five percent of the price of the start, from 50 % to 150 %. */
export const ENTRY_WIDTH = 0.05;
export const ENTRY_FROM = 0.5;
export const ENTRIES = 20;
/** Upper ends of the bands of leverage. */
export const LEVERAGES = [3, 5, 10, 20, 50, Number.POSITIVE_INFINITY] as const;

/** What waits at prices in one draw, by asset. US dollars at the price of the start. */
export interface LadderRecord {
  /** Ids of the sellers in the order of `sold`. */
  readonly sellers: readonly string[];
  /** Asset × seller × level below the start: sold when the price is there. */
  readonly sold: Float64Array;
  /** Asset × level above the start: bought when the price is there. */
  readonly bought: Float64Array;
  /** Asset × level: extra forced sale a unit of forced sale, when the price stands there and all levels above have been sold. */
  readonly gain: Float64Array;
  /** Asset × band of leverage: US dollars of longs, and those times their distance. */
  readonly leverage: Float64Array;
  readonly leverageDistance: Float64Array;
  /** Asset × band of entry × age: the same of longs by when and where they were opened. */
  readonly layers: Float64Array;
  readonly layerDistance: Float64Array;
}

/**
 * Sums the orders that wait. Gain at a level: what a fall through it makes the sellers sell, times what selling that moves the price, over
 * the width of the level: g = (I(Q + q) − I(Q))/Δ with Q the sales of all levels above, q those of the level, I the impact on all books of
 * the asset together, Δ the width (log). Above 1 a fall through the level carries itself on.
 */
export function recordLadder(market: MarketSpec, plans: ReadonlyMap<string, SellerPlan>): LadderRecord {
  const n = market.assets.length;
  const sellers = [...plans.keys()].filter((id) => plans.get(id)!.ladder !== undefined);
  const record: LadderRecord = {
    sellers,
    sold: new Float64Array(n * sellers.length * RUNGS),
    bought: new Float64Array(n * RUNGS),
    gain: new Float64Array(n * RUNGS),
    leverage: new Float64Array(n * LEVERAGES.length),
    leverageDistance: new Float64Array(n * LEVERAGES.length),
    layers: new Float64Array(n * ENTRIES * AGES.length),
    layerDistance: new Float64Array(n * ENTRIES * AGES.length),
  };
  const assetOf = market.assets.flatMap(({ books }, a) => books.map(() => a));
  for (const [s, id] of sellers.entries()) {
    for (const rung of plans.get(id)!.ladder!()) addRung(record, assetOf[rung.book]!, s, rung);
  }
  for (let a = 0; a < n; a++) gains(record, market, a);
  return record;
}

function addRung(record: LadderRecord, asset: number, seller: number, rung: LadderRung): void {
  const below = 1 - Math.exp(rung.at);
  if (rung.usd > 0 && below > 0) {
    const level = Math.min(RUNGS - 1, Math.floor(below / RUNG_WIDTH));
    plus(record.sold, (asset * record.sellers.length + seller) * RUNGS + level, rung.usd);
    addLeverage(record, asset, rung);
  } else if (rung.usd < 0 && below < 0) {
    const level = Math.min(RUNGS - 1, Math.floor(-below / RUNG_WIDTH));
    plus(record.bought, asset * RUNGS + level, -rung.usd);
  }
}

function addLeverage(
  record: LadderRecord,
  asset: number,
  { usd, at, leverage, entry, ageDays }: LadderRung,
): void {
  if (leverage === undefined) return;
  const band = asset * LEVERAGES.length + LEVERAGES.findIndex((end) => leverage <= end);
  plus(record.leverage, band, usd);
  plus(record.leverageDistance, band, usd * -at);
  if (entry === undefined || ageDays === undefined) return;
  const row = Math.floor((Math.exp(entry) - ENTRY_FROM) / ENTRY_WIDTH);
  const age = AGES.findIndex((end) => ageDays <= end);
  const cell = (asset * ENTRIES + Math.min(ENTRIES - 1, Math.max(0, row))) * AGES.length + age;
  plus(record.layers, cell, usd);
  plus(record.layerDistance, cell, usd * -at);
}

function gains(record: LadderRecord, market: MarketSpec, asset: number): void {
  const laws = new DepthLaws(market.assets[asset]!.books.map(({ depth }) => depth));
  const books = market.assets[asset]!.books.length;
  let sold = 0;
  let before = 0;
  for (let level = 0; level < RUNGS; level++) {
    for (let s = 0; s < record.sellers.length; s++) {
      sold += record.sold[(asset * record.sellers.length + s) * RUNGS + level]!;
    }
    const after = impactOnAll(laws, books, sold);
    const width = Math.log((1 - level * RUNG_WIDTH) / (1 - (level + 1) * RUNG_WIDTH));
    record.gain[asset * RUNGS + level] = (after - before) / width;
    before = after;
  }
}

/** Impact x at which the books together have taken a quantity: the root of Σ Q_b(x) = Q, by halving. */
function impactOnAll(laws: DepthLaws, books: number, quantity: number): number {
  if (quantity === 0) return 0;
  let [low, high] = [0, 1];
  const taken = (x: number) => {
    let sum = 0;
    for (let b = 0; b < books; b++) sum += laws.quantity(b, x);
    return sum;
  };
  while (taken(high) < quantity && high < 1e6) high *= 2;
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (taken(middle) < quantity) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function plus(values: Float64Array, at: number, amount: number): void {
  values[at] = values[at]! + amount;
}
