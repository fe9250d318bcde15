import { z } from 'zod';
import type { Market } from '../market/market.ts';
import type { MarketSpec } from '../market/spec.ts';
import { holding, namedOnce, ONCE } from './holders/holding.ts';
import { PooledDepth } from './holders/pooled-depth.ts';
import { SessionReturns } from './holders/session-returns.ts';
import { Account } from './scheduled/account.ts';
import { type Outlet, outletOf } from './scheduled/outlet.ts';
import { type Balance, type Desk, type SellerPlan, type SellerRun, seller } from './seller.ts';

const fund = z.object({
  name: z.string().min(1),
  holdings: z
    .array(
      holding.extend({
        lastReturn: z
          .number()
          .default(0)
          .describe('of the asset in the session completed before the start; unit: log'),
      }),
    )
    .min(1)
    .refine(namedOnce, ONCE),
  sensitivity: z
    .number()
    .min(0)
    .describe('b, share of the assets redeemed for a loss of 1 beyond the threshold; unit: ratio'),
  convexity: z.number().min(0).default(0).describe('c, of the square of that loss; unit: ratio'),
  threshold: z.number().min(0).max(1).describe('loss of a session that moves nobody; unit: fraction'),
  limit: z
    .number()
    .min(0)
    .max(1)
    .default(1)
    .describe('largest share redeemed at a close; unit: fraction of the assets'),
});

const params = z.object({ funds: z.array(fund) });

type Params = z.infer<typeof params>;
type Fund = z.infer<typeof fund>;

interface Planned {
  readonly outlets: readonly Outlet[];
  readonly assets: Int32Array;
  readonly prices: Float64Array;
  /** Held at the start. */
  readonly units: Float64Array;
  /** Log returns of the session before the start. */
  readonly before: Float64Array;
  readonly terms: Pick<Fund, 'sensitivity' | 'convexity' | 'threshold' | 'limit'>;
}

/**
 * Funds whose investors redeem the day after a loss.
 * ℓ = max(0, −r − threshold), f = min(limit, b·ℓ + c·ℓ²); at the next close in New York the share f of every holding is sold.
 *
 * r simple return of the fund over the session completed at the close before; b and c sensitivity and convexity. The first close after the
 * start answers to the session completed before it. Traded in spot, exchange and future books, by depth.
 *
 * Notes: `redeemed` (US dollars at the price of the start); `gain`, the loop gain (ratio) at its largest over funds and closes: the share
 * redeemed for the loss that a sale makes by its own impact, over the share sold, g = (b + 2c·ℓ)·Σ w_a·(1 − e^(−I_a)) / f.
 *
 * @see Chen, Goldstein & Jiang (2010), Payoff complementarities and financial fragility, J. Financial Economics 97; Goldstein, Jiang & Ng
 * (2017), Investor flows and fragility in corporate bond funds, J. Financial Economics 126.
 */
export const fundRedemptions = seller({
  id: 'fund-redemptions',
  title: { 'zh-Hans': '基金赎回', 'zh-Hant': '基金贖回', en: 'Redemptions from funds' },
  summary: {
    'zh-Hans': '基金净值跌得多，投资者次日赎回；基金在下一个收盘按持仓比例卖出。',
    'zh-Hant': '基金淨值跌得多，投資人次日贖回；基金在下一個收盤按持倉比例賣出。',
    en: 'Investors redeem the day after a large loss; at the next close the fund sells in proportion to what it holds.',
  },
  side: 'seller',
  source:
    'Chen, Goldstein & Jiang (2010), J. Financial Economics 97; Goldstein, Jiang & Ng (2017), J. Financial Economics 126',
  params,
  plan({ funds }: Params, market: MarketSpec): SellerPlan {
    const planned = funds.map((one) => planOf(one, market));
    const depth = new PooledDepth(market);
    return { start: () => new RedemptionRun(planned, depth, market) };
  },
});

function planOf({ holdings, ...terms }: Fund, market: MarketSpec): Planned {
  const outlets = holdings.map(({ asset }) => outletOf(market, asset, ['spot', 'exchange', 'future']));
  const prices = Float64Array.from(outlets, ({ asset }) => market.assets[asset]!.price);
  return {
    outlets,
    assets: Int32Array.from(outlets, ({ asset }) => asset),
    prices,
    units: prices.map((price, k) => holdings[k]!.usd / price),
    before: Float64Array.from(holdings, ({ lastReturn }) => lastReturn),
    terms,
  };
}

class RedemptionRun implements SellerRun {
  readonly #planned: readonly Planned[];
  readonly #depth: PooledDepth;
  readonly #units: readonly Float64Array[];
  readonly #returns: readonly SessionReturns[];
  readonly #account: Account;
  #redeemed = 0;
  #gain = 0;

  constructor(planned: readonly Planned[], depth: PooledDepth, market: MarketSpec) {
    this.#planned = planned;
    this.#depth = depth;
    this.#units = planned.map(({ units }) => new Float64Array(units.length));
    this.#returns = planned.map(({ assets, before }) => new SessionReturns(market, assets, before));
    this.#account = new Account(market);
  }

  reset(): void {
    for (let f = 0; f < this.#planned.length; f++) {
      this.#units[f]!.set(this.#planned[f]!.units);
      this.#returns[f]!.reset();
    }
    this.#account.reset();
    this.#redeemed = 0;
    this.#gain = 0;
  }

  trade(market: Market, desk: Desk, round: number): void {
    if (round > 0 || market.closing[market.step] !== 1) return;
    for (let f = 0; f < this.#planned.length; f++) this.#redeem(f, market, desk);
  }

  filled(_book: number, units: number, price: number): void {
    this.#account.filled(units, price);
  }

  endStep(market: Market): void {
    for (let f = 0; f < this.#returns.length; f++) this.#returns[f]!.endStep(market);
  }

  balance(): Balance {
    return this.#account.balance();
  }

  notes(): Readonly<Record<string, number>> {
    return { redeemed: this.#redeemed, gain: this.#gain };
  }

  #redeem(f: number, market: Market, desk: Desk): void {
    const { outlets, prices, terms } = this.#planned[f]!;
    const { sensitivity, convexity, threshold, limit } = terms;
    const loss = Math.max(0, -this.#returnOf(f) - threshold);
    const share = Math.min(limit, sensitivity * loss + convexity * loss * loss);
    if (!(share > 0)) return;
    const slope = sensitivity + 2 * convexity * loss;
    this.#gain = Math.max(this.#gain, (slope * this.#ownLoss(f, share, market)) / share);
    const units = this.#units[f]!;
    for (let k = 0; k < units.length; k++) {
      const sold = share * units[k]!;
      this.#account.sell(desk, outlets[k]!, sold);
      units[k] = units[k]! - sold;
      this.#redeemed += sold * prices[k]!;
    }
  }

  /** Simple return of what the fund holds over the last completed session. */
  #returnOf(f: number): number {
    const { prices } = this.#planned[f]!;
    const units = this.#units[f]!;
    const returns = this.#returns[f]!;
    let [before, after] = [0, 0];
    for (let k = 0; k < units.length; k++) {
      const value = units[k]! * prices[k]! * Math.exp(returns.closeOf(k));
      after += value;
      before += value * Math.exp(-returns.last[k]!);
    }
    return before > 0 ? after / before - 1 : 0;
  }

  /** Share of its value that the fund loses by the impact of its own sale. */
  #ownLoss(f: number, share: number, market: Market): number {
    const { assets, prices } = this.#planned[f]!;
    const units = this.#units[f]!;
    let [lost, whole] = [0, 0];
    for (let k = 0; k < units.length; k++) {
      const value = units[k]! * prices[k]! * Math.exp(market.index[assets[k]!]!);
      whole += value;
      lost -= value * Math.expm1(-this.#depth.impact(assets[k]!, share * units[k]!, market));
    }
    return whole > 0 ? lost / whole : 0;
  }
}
