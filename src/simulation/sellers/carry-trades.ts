import { z } from 'zod';
import type { Market } from '../market/market.ts';
import type { MarketSpec } from '../market/spec.ts';
import { holding, namedOnce, ONCE } from './holders/holding.ts';
import { Account } from './scheduled/account.ts';
import { type Outlet, outletOf } from './scheduled/outlet.ts';
import { type Balance, type Desk, type SellerPlan, type SellerRun, seller } from './seller.ts';

/** Parts in which positions are closed: never early, late by less than one of them. */
const PARTS = 1000;

const params = z
  .object({
    funding: z
      .string()
      .min(1)
      .default('jpy-usd')
      .describe('asset of the market that is owed: US dollars a unit of the currency'),
    fundingEntry: z
      .number()
      .default(0)
      .describe('price of the currency when it was borrowed, relative to the start; unit: log'),
    positions: z
      .array(
        holding.extend({
          entry: z
            .number()
            .default(0)
            .describe('price at which the position was opened, relative to the start; unit: log'),
        }),
      )
      .min(1)
      .refine(namedOnce, ONCE),
    leverage: z
      .number()
      .min(1)
      .max(100)
      .describe('assets over equity when the positions were opened; unit: ratio'),
    lossLimit: z
      .number()
      .min(0)
      .max(1)
      .describe('loss of equity at which the first trades are closed; unit: fraction'),
    lossAll: z
      .number()
      .positive()
      .max(1)
      .describe('loss of equity at which all are closed; unit: fraction of equity'),
  })
  .refine(({ lossLimit, lossAll }) => lossAll > lossLimit, {
    message: 'must be above lossLimit',
    path: ['lossAll'],
  });

type Params = z.infer<typeof params>;

interface Leg {
  readonly outlet: Outlet;
  /** At the start; below 0 owed. */
  readonly units: number;
  /** US dollars at the price of the start. */
  readonly usd: number;
}

interface Planned {
  readonly legs: readonly Leg[];
  /** US dollars at the opening. */
  readonly equity: number;
  readonly lossLimit: number;
  readonly lossAll: number;
}

/**
 * Trades that owe a cheap currency and hold other assets, closed as their loss grows.
 * E = Σ V_i·e^(x_i) − D·e^(y), loss = 1 − E/E₀, closed share c = (loss − lossLimit)/(lossAll − lossLimit), within 0 … 1
 *
 * V_i value of the assets and D of the debt at the start (US dollars), x_i and y log index of the assets and of the currency; at the opening
 * prices the assets were A₀, the debt (1 − 1/leverage)·A₀ and the equity E₀ = A₀/leverage. A rising currency and falling assets both add to
 * the loss. What had been closed by the start is gone: of the positions the share (c − c₀)/(1 − c₀) is closed, at the worst loss so far, in
 * thousandths; each thousandth sells its part of every asset and buys its part of the currency back. The loss is that of somebody who holds
 * on, so that nothing is ever reopened. Does nothing where the market does not trade the currency.
 *
 * Notes: `closed` share of the positions (fraction), `funding` bought back (US dollars at the price of the start).
 *
 * @see Brunnermeier, Nagel & Pedersen (2008), Carry trades and currency crashes, NBER Macroeconomics Annual 23; Aquilina, Lombardi, Schrimpf &
 * Sushko (2024), BIS Bulletin 90.
 */
export const carryTrades = seller({
  id: 'carry-trades',
  title: { 'zh-Hans': '套息交易平仓', 'zh-Hant': '套息交易平倉', en: 'Unwound carry trades' },
  summary: {
    'zh-Hans': '借日元买风险资产的人，日元升值或资产下跌使亏损超过限度时，卖出资产、买回日元。',
    'zh-Hant': '借日圓買風險資產的人，日圓升值或資產下跌使虧損超過限度時，賣出資產、買回日圓。',
    en: 'Those who owe yen and hold risky assets sell the assets and buy yen back once a rise of the yen or a fall of the assets has cost them too much.',
  },
  side: 'seller',
  source:
    'Brunnermeier, Nagel & Pedersen (2008), Carry trades and currency crashes, NBER Macroeconomics Annual 23',
  params,
  plan(given: Params, market: MarketSpec): SellerPlan {
    const planned = planOf(given, market);
    return { start: () => new CarryRun(planned, market) };
  },
});

function planOf(given: Params, market: MarketSpec): Planned {
  const { funding, fundingEntry, positions, leverage, lossLimit, lossAll } = given;
  const held = positions.map(({ asset, usd }): Leg => legOf(market, asset, usd));
  if (!market.assets.some(({ id }) => id === funding)) return { legs: [], equity: 1, lossLimit, lossAll };
  const opened = positions.reduce((sum, { usd, entry }) => sum + usd * Math.exp(entry), 0);
  const owed = opened * (1 - 1 / leverage) * Math.exp(-fundingEntry);
  const legs = opened > 0 ? [...held, legOf(market, funding, -owed)] : [];
  return { legs, equity: opened / leverage, lossLimit, lossAll };
}

function legOf(market: MarketSpec, asset: string, usd: number): Leg {
  const outlet = outletOf(market, asset, ['spot', 'exchange', 'future']);
  return { outlet, usd, units: usd / market.assets[outlet.asset]!.price };
}

class CarryRun implements SellerRun {
  readonly #plan: Planned;
  readonly #account: Account;
  readonly #closedBefore: number;
  #closed = 0;

  constructor(plan: Planned, market: MarketSpec) {
    this.#plan = plan;
    this.#account = new Account(market);
    this.#closedBefore = plan.legs.length > 0 ? this.#shareAt(this.#equityOf(undefined)) : 1;
  }

  reset(): void {
    this.#closed = 0;
    this.#account.reset();
  }

  trade(market: Market, desk: Desk): void {
    if (this.#closedBefore >= 1) return;
    const share = this.#shareAt(this.#equityOf(market.index));
    const wanted = (share - this.#closedBefore) / (1 - this.#closedBefore);
    const closed = Math.floor(wanted * PARTS + 1e-9) / PARTS;
    if (closed <= this.#closed) return;
    const { legs } = this.#plan;
    for (let k = 0; k < legs.length; k++) {
      const { outlet, units } = legs[k]!;
      this.#account.sell(desk, outlet, (closed - this.#closed) * units);
    }
    this.#closed = closed;
  }

  filled(_book: number, units: number, price: number): void {
    this.#account.filled(units, price);
  }

  balance(): Balance {
    return this.#account.balance();
  }

  notes(): Readonly<Record<string, number>> {
    return { closed: this.#closed, funding: -this.#closed * (this.#plan.legs.at(-1)?.usd ?? 0) };
  }

  /** US dollars at some log indices; undefined: at the start. */
  #equityOf(index: Float64Array | undefined): number {
    const { legs } = this.#plan;
    let equity = 0;
    for (let k = 0; k < legs.length; k++) {
      const { outlet, usd } = legs[k]!;
      equity += usd * (index ? Math.exp(index[outlet.asset]!) : 1);
    }
    return equity;
  }

  #shareAt(equity: number): number {
    const { equity: opened, lossLimit, lossAll } = this.#plan;
    const loss = 1 - equity / opened;
    return Math.min(1, Math.max(0, (loss - lossLimit) / (lossAll - lossLimit)));
  }
}
