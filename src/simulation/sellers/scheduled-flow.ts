import { z } from 'zod';
import type { Market } from '../market/market.ts';
import type { MarketSpec } from '../market/spec.ts';
import { Account } from './scheduled/account.ts';
import { type Outlet, outletOf } from './scheduled/outlet.ts';
import { progress } from './scheduled/progress.ts';
import { type Balance, type Desk, type SellerPlan, type SellerRun, seller } from './seller.ts';

const flow = z.object({
  asset: z.string().min(1).describe('asset of the market'),
  usd: z.number().describe('US dollars at the price of the start, above 0 sold, below 0 bought; unit: usd'),
  at: z.number().min(0).describe('from the start; unit: minutes'),
  over: z.number().min(0).default(0).describe('spread evenly over so long; unit: minutes'),
});

const params = z.object({ flows: z.array(flow) });
type Params = z.infer<typeof params>;

interface Planned {
  readonly outlet: Outlet;
  readonly units: number;
  readonly at: number;
  readonly over: number;
}

/** Orders known beforehand: a number of units at a minute or evenly over some minutes, whatever the price, by the depth of the books. */
export const scheduledFlow = seller({
  id: 'scheduled-flow',
  title: { 'zh-Hans': '预定的交易流', 'zh-Hant': '預定的交易流', en: 'Scheduled flow' },
  summary: {
    'zh-Hans': '在指定的时刻、或在一段时间内均匀地卖出（或买入）指定的数量，不论价格如何。',
    'zh-Hant': '在指定的時刻、或在一段時間內均勻地賣出（或買入）指定的數量，不論價格如何。',
    en: 'Sells (or buys) a stated quantity at a stated time, or evenly over some minutes, whatever the price.',
  },
  side: 'seller',
  source: 'The schedule that the user states.',
  params,
  plan: ({ flows }: Params, market: MarketSpec): SellerPlan => {
    const planned = flows.map(({ asset, usd, at, over }): Planned => {
      const outlet = outletOf(market, asset);
      return { outlet, units: usd / market.assets[outlet.asset]!.price, at, over };
    });
    return { start: () => new ScheduledFlowRun(planned, market) };
  },
});

class ScheduledFlowRun implements SellerRun {
  readonly #planned: readonly Planned[];
  readonly #minutes: number;
  readonly #sold: Float64Array;
  readonly #account: Account;

  constructor(planned: readonly Planned[], market: MarketSpec) {
    this.#planned = planned;
    this.#minutes = market.stepMinutes;
    this.#sold = new Float64Array(planned.length);
    this.#account = new Account(market);
  }

  reset(): void {
    this.#sold.fill(0);
    this.#account.reset();
  }

  trade(market: Market, desk: Desk, round: number): void {
    if (round > 0) return;
    const end = (market.step + 1) * this.#minutes;
    for (let i = 0; i < this.#planned.length; i++) {
      const { outlet, units, at, over } = this.#planned[i]!;
      const order = units * progress(end, at, over) - this.#sold[i]!;
      if (order === 0) continue;
      this.#sold[i] = this.#sold[i]! + order;
      this.#account.sell(desk, outlet, order);
    }
  }

  filled(_book: number, units: number, price: number): void {
    this.#account.filled(units, price);
  }

  balance(): Balance {
    return this.#account.balance();
  }
}
