import { z } from 'zod';
import type { Market } from '../market/market.ts';
import type { MarketSpec } from '../market/spec.ts';
import { holding, namedOnce, ONCE } from './holders/holding.ts';
import { SessionReturns } from './holders/session-returns.ts';
import { Account } from './scheduled/account.ts';
import { type Outlet, outletOf } from './scheduled/outlet.ts';
import { type Balance, type Desk, type SellerPlan, type SellerRun, seller } from './seller.ts';

const params = z.object({
  funds: z
    .array(
      holding.extend({
        elasticity: z
          .number()
          .min(0)
          .describe('share of the assets that flows for a return of 1 in the session before; unit: ratio'),
        limit: z
          .number()
          .min(0)
          .max(1)
          .describe('largest flow at a close; unit: fraction of the assets of the funds'),
        lastReturn: z
          .number()
          .default(0)
          .describe('of the asset in the session completed before the start; unit: log'),
      }),
    )
    .refine(namedOnce, ONCE),
});

type Params = z.infer<typeof params>;

interface Planned {
  readonly outlet: Outlet;
  readonly price: number;
  /** Held at the start. */
  readonly units: number;
  readonly elasticity: number;
  readonly limit: number;
}

/**
 * Spot funds on coins, whose holders follow the return of the session before.
 * At each close in New York the share s = e·r of the coins held is bought (sold below 0), within ± limit.
 *
 * e elasticity, r simple return of the index over the session completed at the close before: the flow of the first close after the start is
 * known at the start. (Elasticities are measured on the days of the coins, which end at 00:00 UTC.) Traded in spot books, by depth; in all books where the asset has none.
 *
 * Notes: `outflow` and `inflow` (US dollars at the price of the start).
 */
export const etfFlows = seller({
  id: 'etf-flows',
  title: { 'zh-Hans': '现货ETF资金流', 'zh-Hant': '現貨ETF資金流', en: 'Flows of spot funds' },
  summary: {
    'zh-Hans': '比特币、以太币现货ETF的持有人跟随前一交易日的涨跌：跌后赎回，基金在收盘时卖币；涨后申购。',
    'zh-Hant': '比特幣、以太幣現貨ETF的持有人跟隨前一交易日的漲跌：跌後贖回，基金在收盤時賣幣；漲後申購。',
    en: 'Holders of spot bitcoin and ether funds follow the return of the session before: they redeem after a fall, and the fund sells coins at the close; they subscribe after a rise.',
  },
  side: 'seller',
  source: 'Regression of daily fund flows on the return of the session before; see the explanation of flows',
  params,
  plan({ funds }: Params, market: MarketSpec): SellerPlan {
    const planned = funds.map(({ asset, usd, elasticity, limit }): Planned => {
      const outlet = outletOf(market, asset, ['spot']);
      const { price } = market.assets[outlet.asset]!;
      return { outlet, price, units: usd / price, elasticity, limit };
    });
    const before = Float64Array.from(funds, ({ lastReturn }) => lastReturn);
    return { start: () => new EtfRun(planned, before, market) };
  },
});

class EtfRun implements SellerRun {
  readonly #planned: readonly Planned[];
  readonly #units: Float64Array;
  readonly #returns: SessionReturns;
  readonly #account: Account;
  #outflow = 0;
  #inflow = 0;

  constructor(planned: readonly Planned[], before: Float64Array, market: MarketSpec) {
    this.#planned = planned;
    this.#units = new Float64Array(planned.length);
    const assets = Int32Array.from(planned, ({ outlet }) => outlet.asset);
    this.#returns = new SessionReturns(market, assets, before);
    this.#account = new Account(market);
  }

  reset(): void {
    for (let f = 0; f < this.#planned.length; f++) this.#units[f] = this.#planned[f]!.units;
    this.#returns.reset();
    this.#account.reset();
    this.#outflow = 0;
    this.#inflow = 0;
  }

  trade(market: Market, desk: Desk, round: number): void {
    if (round > 0 || market.closing[market.step] !== 1) return;
    for (let f = 0; f < this.#planned.length; f++) {
      const { outlet, price, elasticity, limit } = this.#planned[f]!;
      const wanted = elasticity * Math.expm1(this.#returns.last[f]!);
      const sold = -Math.min(limit, Math.max(-limit, wanted)) * this.#units[f]!;
      if (sold === 0) continue;
      this.#account.sell(desk, outlet, sold);
      this.#units[f] = this.#units[f]! - sold;
      if (sold > 0) this.#outflow += sold * price;
      else this.#inflow -= sold * price;
    }
  }

  filled(_book: number, units: number, price: number): void {
    this.#account.filled(units, price);
  }

  endStep(market: Market): void {
    this.#returns.endStep(market);
  }

  balance(): Balance {
    return this.#account.balance();
  }

  notes(): Readonly<Record<string, number>> {
    return { outflow: this.#outflow, inflow: this.#inflow };
  }
}
