import { z } from 'zod';
import { rebalancingDemand } from '../formulas/leveraged-fund.ts';
import { Market } from '../market/market.ts';
import type { MarketSpec } from '../market/spec.ts';
import { Account } from './scheduled/account.ts';
import { type Outlet, outletOf } from './scheduled/outlet.ts';
import { type Balance, type Desk, type SellerPlan, type SellerRun, seller } from './seller.ts';

/** Share of the price at the start below which orders are sized no larger, so that a price that collapses keeps them finite. */
const LEAST_PRICE = 1e-3;

const fund = z.object({
  name: z.string().min(1),
  asset: z.string().min(1).describe('asset of the market that its index is'),
  leverage: z
    .number()
    .min(-5)
    .max(5)
    .refine((value) => value !== 0 && value !== 1, { message: 'neither 0 nor 1: such a fund does not trade' })
    .describe('daily leverage, below 0 inverse; unit: ratio'),
  netAssets: z.number().min(0).describe('at the last close in New York; unit: usd'),
  creations: z.number().default(0).describe('less redemptions, at each close; unit: usd'),
});

const params = z.object({
  funds: z.array(fund),
  earlyShare: z
    .number()
    .min(0)
    .max(1)
    .default(0)
    .describe('of the trade done before the close; unit: fraction'),
  earlyMinutes: z
    .number()
    .min(0)
    .default(0)
    .describe('before the close over which that share is spread; unit: minutes'),
});
type Params = z.infer<typeof params>;

interface Planned {
  readonly outlet: Outlet;
  readonly leverage: number;
  readonly netAssets: number;
  readonly creations: number;
  readonly startPrice: number;
  readonly sinceClose: number;
}

/**
 * Daily leveraged and inverse funds restore their leverage at each close in New York.
 * D = L·(L − 1)·A·r + L·c, and −L·A·(1 + r) once wiped out (1 + L·r ≤ 0); positive buys.
 *
 * A net assets at the last close, r return of the index of the asset since then (before the start: its `sinceClose`), c creations less
 * redemptions. Orders are sized and net assets struck at the index with which the closing step begins; what they themselves move it by
 * belongs to the return of the next day. `earlyShare` of the trade is done evenly over the `earlyMinutes` before that step. Net assets bear
 * no cost of trading. Traded in exchange and future books, by their depth within one percent; in all books where the asset has none.
 *
 * Notes: `netAssets` left in all funds (US dollars), `wipedOut` funds (count).
 */
export const leveragedFunds = seller({
  id: 'leveraged-funds',
  title: { 'zh-Hans': '杠杆与反向基金', 'zh-Hant': '槓桿與反向基金', en: 'Leveraged and inverse funds' },
  summary: {
    'zh-Hans': '每日杠杆基金在纽约收盘时恢复杠杆：跌了就卖，涨了就买，反向基金也是如此。',
    'zh-Hant': '每日槓桿基金在紐約收盤時恢復槓桿：跌了就賣，漲了就買，反向基金也是如此。',
    en: 'Daily leveraged funds restore their leverage at the New York close: they sell after a fall and buy after a rise, inverse funds too.',
  },
  side: 'seller',
  source:
    'Cheng & Madhavan (2009), The dynamics of leveraged and inverse exchange-traded funds, J. Investment Management 7(4), eq. 5.',
  params,
  plan: ({ funds, earlyShare, earlyMinutes }: Params, market: MarketSpec): SellerPlan => {
    const planned = funds.map(({ asset, ...rest }): Planned => {
      const outlet = outletOf(market, asset, ['exchange', 'future']);
      const { price, sinceClose } = market.assets[outlet.asset]!;
      return { outlet, startPrice: price, sinceClose, ...rest };
    });
    const { closing } = new Market(market);
    const early = earlySteps(closing, earlyShare, Math.round(earlyMinutes / market.stepMinutes));
    return { start: () => new LeveragedFundsRun(planned, early, market) };
  },
});

/** By step: share of the trade of the next close that is done by its end, where that is before the close. */
function earlySteps(closing: Uint8Array, share: number, steps: number): Float64Array {
  const early = new Float64Array(closing.length);
  for (let close = 0; close < closing.length; close++) {
    if (closing[close] === 0) continue;
    for (let k = 1; k <= steps; k++) {
      const step = close - k;
      if (step < 0 || closing[step] === 1) break;
      early[step] = (share * (steps - k + 1)) / steps;
    }
  }
  return early;
}

class LeveragedFundsRun implements SellerRun {
  readonly #planned: readonly Planned[];
  readonly #early: Float64Array;
  readonly #funds: { readonly leverage: number; netAssets: number }[];
  /** Units sold since the last close, by fund. */
  readonly #sold: Float64Array;
  /** Log index at the last close, by fund. */
  readonly #reference: Float64Array;
  readonly #account: Account;

  constructor(planned: readonly Planned[], early: Float64Array, market: MarketSpec) {
    this.#planned = planned;
    this.#early = early;
    this.#funds = planned.map(({ leverage, netAssets }) => ({ leverage, netAssets }));
    this.#sold = new Float64Array(planned.length);
    this.#reference = new Float64Array(planned.length);
    this.#account = new Account(market);
  }

  reset(): void {
    for (let f = 0; f < this.#planned.length; f++) {
      this.#funds[f]!.netAssets = this.#planned[f]!.netAssets;
      this.#reference[f] = -this.#planned[f]!.sinceClose;
    }
    this.#sold.fill(0);
    this.#account.reset();
  }

  trade(market: Market, desk: Desk, round: number): void {
    if (round > 0) return;
    const closes = market.closing[market.step] === 1;
    const share = closes ? 1 : this.#early[market.step]!;
    if (share === 0) return;
    for (let f = 0; f < this.#planned.length; f++) {
      if (this.#funds[f]!.netAssets > 0) this.#rebalance(f, market, desk, share, closes);
    }
  }

  filled(_book: number, units: number, price: number): void {
    this.#account.filled(units, price);
  }

  balance(): Balance {
    return this.#account.balance();
  }

  notes(): Readonly<Record<string, number>> {
    let netAssets = 0;
    let wipedOut = 0;
    for (let f = 0; f < this.#planned.length; f++) {
      netAssets += this.#funds[f]!.netAssets;
      if (this.#planned[f]!.netAssets > 0 && this.#funds[f]!.netAssets === 0) wipedOut++;
    }
    return { netAssets, wipedOut };
  }

  #rebalance(f: number, market: Market, desk: Desk, share: number, closes: boolean): void {
    const fund = this.#funds[f]!;
    const { outlet, startPrice, creations } = this.#planned[f]!;
    const index = market.index[outlet.asset]!;
    const r = Math.expm1(index - this.#reference[f]!);
    const grown = fund.netAssets * Math.max(0, 1 + fund.leverage * r);
    const flow = closes && grown > 0 ? Math.max(creations, -grown) : 0;
    const price = startPrice * Math.max(LEAST_PRICE, Math.exp(index));
    const wanted = (-share * rebalancingDemand(fund, r, flow)) / price;
    this.#account.sell(desk, outlet, wanted - this.#sold[f]!);
    this.#sold[f] = closes ? 0 : wanted;
    if (!closes) return;
    fund.netAssets = grown + flow;
    this.#reference[f] = index;
  }
}
