import { z } from 'zod';
import type { Market } from '../market/market.ts';
import { assetIndex, bookCount, bookIndex } from './books.ts';
import { Ladder } from './ladder.ts';
import { type Desk, type SellerRun, seller } from './seller.ts';
import { stopHolder, stopLadder } from './stop-ladder.ts';
import { WaitingOrders } from './waiting-orders.ts';

export const stopOrdersParams = z.object({
  holders: z.array(stopHolder),
  binWidth: z.number().positive().describe('unit: log'),
  bins: z.number().int().min(1).describe('of a ladder; unit: count'),
});

export type StopOrdersParams = z.infer<typeof stopOrdersParams>;

/**
 * Stop-loss orders of holders: when the last price of the book in which they lie reaches their price, they sell at once.
 * Notes: `triggered` US dollars (at the price of the start) of stops triggered.
 */
export const stopOrders = seller({
  id: 'stop-orders',
  title: { 'zh-Hans': '止损单', 'zh-Hant': '停損單', en: 'Stop-loss orders' },
  summary: {
    'zh-Hans': '持有者的止损单聚集在整数关口与前期低点之下；成交价触及时立即卖出。',
    'zh-Hant': '持有者的停損單聚集在整數關口與前期低點之下；成交價觸及時立即賣出。',
    en: 'Stops of holders cluster just below round numbers and past lows; each sells at once when the last price of its book reaches it.',
  },
  side: 'seller',
  source: 'Osler (2003), J. Finance 58(5); Osler (2005), J. International Money and Finance 24(2)',
  params: stopOrdersParams,
  plan({ holders, binWidth, bins }, market) {
    const ladders = holders.map((holder) => {
      const { price } = market.assets[assetIndex(market, holder.asset)]!;
      const stops = stopLadder(holder, price, binWidth * bins);
      const ladder = new Ladder(binWidth, bins, 1);
      for (const { at, usd } of stops) ladder.add(-at, usd / price);
      return { book: bookIndex(market, holder.asset, holder.venue), price, stops, ladder };
    });
    return {
      start: () => new StopRun(ladders, bookCount(market)),
      ladder: () => ladders.flatMap(({ book, stops }) => stops.map(({ at, usd }) => ({ book, at, usd }))),
    };
  },
});

interface StopLadderOf {
  readonly book: number;
  readonly price: number;
  readonly ladder: Ladder;
}

class StopRun implements SellerRun {
  readonly #ladders: readonly StopLadderOf[];
  readonly #orders: WaitingOrders;

  constructor(ladders: readonly StopLadderOf[], books: number) {
    this.#ladders = ladders;
    this.#orders = new WaitingOrders(ladders, books);
  }

  reset(): void {
    this.#orders.reset();
  }

  trade(market: Market, desk: Desk): void {
    for (let k = 0; k < this.#ladders.length; k++) {
      this.#orders.reach(k, -market.last[this.#ladders[k]!.book]!, desk);
    }
  }

  filled(_book: number, units: number, price: number): void {
    this.#orders.filled(units, price);
  }

  balance() {
    return this.#orders.balance();
  }

  notes() {
    let triggered = 0;
    for (const [k, { ladder, price }] of this.#ladders.entries()) {
      triggered += ladder.sum(0, 0, this.#orders.reached(k)) * price;
    }
    return { triggered };
  }
}
