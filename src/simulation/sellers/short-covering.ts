import { z } from 'zod';
import type { Market } from '../market/market.ts';
import type { MarketSpec } from '../market/spec.ts';
import { bookIndex } from './books.ts';
import { type Demand, Purchases } from './purchases.ts';
import { type Desk, type SellerRun, seller } from './seller.ts';

const share = z.number().min(0).max(1);

const shorts = z
  .object({
    asset: z.string(),
    venue: z.string(),
    interest: z.number().min(0).describe('unit: US dollars at the price of the start; sold short'),
    hedged: share.describe('unit: fraction of interest; against something held, never covered'),
    profit: z.object({
      share: share.describe('unit: fraction of the shorts that are not hedged'),
      distance: z.number().positive().describe('unit: log; mean distance below the start'),
    }),
    trailing: z.object({
      share: share.describe('unit: fraction of the shorts that are not hedged'),
      distance: z.number().positive().describe('unit: log; mean distance above the lowest price'),
    }),
    /** Stops at prices: covered when the price, having been below, comes back through the level. */
    levels: z
      .array(
        z.object({
          at: z.number().describe('unit: log relative to the start'),
          share: share.describe('unit: fraction of the shorts that are not hedged'),
        }),
      )
      .default([]),
  })
  .refine(
    ({ profit, trailing, levels }) =>
      levels.reduce((sum, level) => sum + level.share, profit.share + trailing.share) <= 1 + 1e-12,
    { message: 'the shares that take profit, trail and wait at levels sum to at most 1', path: ['levels'] },
  );

export const shortCoveringParams = z.object({ shorts: z.array(shorts) });

export type ShortCoveringParams = z.infer<typeof shortCoveringParams>;
type Shorts = ShortCoveringParams['shorts'][number];

/**
 * Shorts who buy back. Of S unhedged dollars the share v takes profit at limits below the start, v·S·(1 − e^(p/D)) at the log price p < 0;
 * the share w covers at the market on a rebound from m, the lowest price at the end of a step, w·S·(1 − e^(−(p − m)/R)); the rest where the price comes back
 * through a level from below. Whoever has covered does not sell again.
 *
 * D and R mean distances, p last price of the book. Nothing is covered on the way up from the start before the price has been lower: those
 * are liquidations, which other sellers know.
 * Notes: `profits`, `rebound` US dollars (at the price of the start) bought back below the start and on the way up.
 * @see Hong, Kubik & Fishman (2012), Do arbitrageurs amplify economic shocks?, J. Financial Economics 103(3) (covering moves prices);
 * Osler (2003), J. Finance 58(5) (take-profit and stop-loss orders)
 */
export const shortCovering = seller({
  id: 'short-covering',
  title: { 'zh-Hans': '空头回补', 'zh-Hant': '空頭回補', en: 'Short covering' },
  summary: {
    'zh-Hans': '下跌途中空头止盈买回；自低点反弹或收复关键位时止损买回；不超过未对冲的空头头寸。',
    'zh-Hant': '下跌途中空頭停利買回；自低點反彈或收復關鍵位時停損買回；不超過未避險的空頭部位。',
    en: 'Shorts take profit on the way down and cover when the price rebounds from its low or comes back through a level; at most what is not hedged.',
  },
  side: 'buyer',
  source: 'Osler (2003), J. Finance 58(5); Hong, Kubik & Fishman (2012), J. Financial Economics 103(3)',
  params: shortCoveringParams,
  plan({ shorts: all }, market) {
    const books = all.map(({ asset, venue }) => bookIndex(market, asset, venue));
    return { start: () => new ShortRun(market, all, books) };
  },
});

class ShortRun implements SellerRun {
  readonly #shorts: readonly Shorts[];
  readonly #books: readonly number[];
  readonly #unhedged: Float64Array;
  readonly #purchases: Purchases;
  /** Lowest last price at the end of a step, log; at most 0. */
  readonly #low: Float64Array;
  readonly #profits: Float64Array;
  readonly #trailed: Float64Array;
  /** By short and level: 0 the price has not been below, 1 it has, 2 covered. */
  readonly #passed: readonly Uint8Array[];
  readonly #demand: Demand;

  constructor(market: MarketSpec, all: readonly Shorts[], books: readonly number[]) {
    this.#shorts = all;
    this.#books = books;
    this.#unhedged = Float64Array.from(all, ({ interest, hedged }) => interest * (1 - hedged));
    this.#purchases = new Purchases(market, books, [...this.#unhedged]);
    this.#low = new Float64Array(all.length);
    this.#profits = new Float64Array(all.length);
    this.#trailed = new Float64Array(all.length);
    this.#passed = all.map(({ levels }) => new Uint8Array(levels.length));
    this.#demand = (k, last) => {
      const others = this.#purchases.held[k]! - this.#profits[k]!;
      return others + Math.max(this.#profits[k]!, this.#profitsAt(k, last));
    };
  }

  reset(): void {
    this.#purchases.reset();
    for (const values of [this.#low, this.#profits, this.#trailed]) values.fill(0);
    for (const passed of this.#passed) passed.fill(0);
  }

  trade(market: Market, desk: Desk): void {
    for (let k = 0; k < this.#shorts.length; k++) {
      const last = market.last[this.#books[k]!]!;
      const before = this.#purchases.held[k]!;
      this.#purchases.limit(k, this.#demand, market, desk);
      this.#profits[k] = this.#profits[k]! + this.#purchases.held[k]! - before;
      this.#trail(k, last, desk);
      this.#pass(k, last, desk);
    }
  }

  filled(_book: number, units: number, price: number): void {
    this.#purchases.filled(units, price);
  }

  endStep(market: Market): void {
    this.#purchases.endStep();
    for (let k = 0; k < this.#shorts.length; k++) {
      const last = market.last[this.#books[k]!]!;
      this.#low[k] = Math.min(this.#low[k]!, last);
      const { levels } = this.#shorts[k]!;
      const passed = this.#passed[k]!;
      for (let i = 0; i < levels.length; i++) {
        if (passed[i] === 0 && last < Math.min(0, levels[i]!.at)) passed[i] = 1;
      }
    }
  }

  balance() {
    return this.#purchases.balance();
  }

  notes() {
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
    const profits = sum(this.#profits);
    return { profits, rebound: sum(this.#purchases.held) - profits };
  }

  #profitsAt(k: number, last: number): number {
    const { profit } = this.#shorts[k]!;
    return last < 0 ? this.#unhedged[k]! * profit.share * -Math.expm1(last / profit.distance) : 0;
  }

  #trail(k: number, last: number, desk: Desk): void {
    const low = this.#low[k]!;
    if (low === 0) return;
    const { trailing } = this.#shorts[k]!;
    const reached = this.#unhedged[k]! * trailing.share * -Math.expm1((low - last) / trailing.distance);
    if (this.#purchases.atMarket(k, reached - this.#trailed[k]!, desk)) this.#trailed[k] = reached;
  }

  #pass(k: number, last: number, desk: Desk): void {
    const { levels } = this.#shorts[k]!;
    const passed = this.#passed[k]!;
    for (let i = 0; i < levels.length; i++) {
      const { at, share: part } = levels[i]!;
      if (last < at || passed[i] !== 1) continue;
      passed[i] = 2;
      this.#purchases.atMarket(k, this.#unhedged[k]! * part, desk);
    }
  }
}
