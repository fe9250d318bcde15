import type { Onlooker, PathEngine } from '../engine/path.ts';
import type { Market } from '../market/market.ts';
import type { SellerRun } from '../sellers/seller.ts';

/** Minutes over which a depth is averaged. */
const DEPTH_MINUTES = 5;

/** Minutes from the start at which the level of bitcoin is kept: 21:15, 21:40, 22:00 and 23:55. */
export const LEVEL_MINUTES = [25, 50, 70, 185] as const;

/**
 * What a path of the episode is compared by. Logs are relative to the price of the start; `scale` is how far off a right model may be, by
 * what is measured and by what the model leaves out, in the unit of the summary.
 */
export const EPISODE_SUMMARIES = [
  { name: 'low', what: 'lowest mark price of bitcoin at Binance, log', scale: 0.01 },
  { name: 'low-minute', what: 'minutes from the start to it', scale: 6 },
  { name: 'at-21:15', what: 'bitcoin at 21:15, log', scale: 0.015 },
  { name: 'at-21:40', what: 'bitcoin at 21:40, log', scale: 0.015 },
  { name: 'at-22:00', what: 'bitcoin at 22:00, log', scale: 0.01 },
  { name: 'at-23:55', what: 'bitcoin at 23:55, log', scale: 0.01 },
  { name: 'low-eth', what: 'lowest of ether, log', scale: 0.04 },
  { name: 'low-sol', what: 'lowest of solana, log', scale: 0.04 },
  { name: 'low-xrp', what: 'lowest of XRP, log', scale: 0.25 },
  { name: 'low-doge', what: 'lowest of dogecoin, log', scale: 0.25 },
  {
    name: 'depth',
    what: 'least five-minute mean of the bitcoin depth at Binance, log of the ratio',
    scale: 0.7,
  },
  { name: 'forced', what: 'log of the liquidated over the reported, 0 when at least as much', scale: 0.15 },
  // Open interest of all coins fell by some 65 bn of 220, price and all (press): two to three times the reported is the most to be believed.
  { name: 'excess', what: 'log of the liquidated over the reported, 0 when at most as much', scale: 0.7 },
] as const;

/** Looks on and keeps what the summaries need. One path; the first asset is bitcoin, its first book that of Binance. */
export class EpisodeWatch implements Onlooker {
  readonly #perpetuals: number;
  readonly #low: Float64Array;
  readonly #levels = new Float64Array(LEVEL_MINUTES.length);
  readonly #depths: Float64Array;
  #lowMark = Number.POSITIVE_INFINITY;
  #lowMinute = 0;
  #leastDepth = 1;
  #liquidated = 0;

  /** `perpetuals`: which run of the engine holds the perpetual positions. */
  constructor({ market }: PathEngine, perpetuals: number) {
    this.#perpetuals = perpetuals;
    this.#low = new Float64Array(market.assets.length);
    this.#depths = new Float64Array(market.spec.steps);
  }

  endStep(market: Market): void {
    const minute = (market.step + 1) * market.spec.stepMinutes;
    if (market.mark[0]! < this.#lowMark) {
      this.#lowMark = market.mark[0]!;
      this.#lowMinute = minute;
    }
    for (let a = 0; a < this.#low.length; a++) this.#low[a] = Math.min(this.#low[a]!, market.index[a]!);
    for (const [k, at] of LEVEL_MINUTES.entries()) {
      if (minute <= at) this.#levels[k] = market.mark[0]!;
    }
    this.#depths[market.step] = market.depth[0]!;
    const width = Math.max(1, Math.round(DEPTH_MINUTES / market.spec.stepMinutes));
    if (market.step + 1 < width) return;
    let sum = 0;
    for (let k = 0; k < width; k++) sum += this.#depths[market.step - k]!;
    this.#leastDepth = Math.min(this.#leastDepth, sum / width);
  }

  endPath(_path: number, runs: readonly SellerRun[]): void {
    const notes = runs[this.#perpetuals]?.notes?.() ?? {};
    this.#liquidated = (notes.longs ?? 0) + (notes.shorts ?? 0);
  }

  /** US dollars of perpetual positions liquidated, at the prices of the start. */
  get liquidated(): number {
    return this.#liquidated;
  }

  /** `atLeast`: US dollars that were liquidated at the least. */
  summaries(atLeast: number): Float64Array {
    const forced = Math.log(Math.max(1, this.#liquidated) / atLeast);
    return Float64Array.of(
      this.#lowMark,
      this.#lowMinute,
      ...this.#levels,
      ...this.#low.subarray(1),
      Math.log(this.#leastDepth),
      Math.min(0, forced),
      Math.max(0, forced),
    );
  }
}

/** Root mean square of the differences, each in units of its scale. */
export function episodeDistance(summaries: Float64Array, observed: Float64Array): number {
  let sum = 0;
  for (const [j, { scale }] of EPISODE_SUMMARIES.entries()) {
    sum += ((summaries[j]! - observed[j]!) / scale) ** 2;
  }
  return Math.sqrt(sum / EPISODE_SUMMARIES.length);
}
