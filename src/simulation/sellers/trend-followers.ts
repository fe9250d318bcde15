import { z } from 'zod';
import type { Market } from '../market/market.ts';
import type { MarketSpec } from '../market/spec.ts';
import { Account } from './scheduled/account.ts';
import { type Outlet, outletOf } from './scheduled/outlet.ts';
import {
  type Balance,
  type Desk,
  type LadderRung,
  type SellerPlan,
  type SellerRun,
  seller,
} from './seller.ts';

const lookback = z.object({
  days: z.number().int().min(1).describe('sessions of the return whose sign is the signal; unit: days'),
  weight: z
    .number()
    .gt(0)
    .max(1)
    .describe('of the position; those of a portfolio sum to at most 1; unit: fraction'),
  references: z
    .array(z.number())
    .min(1)
    .describe(
      'log price so many sessions ago relative to the start, for this session and those after it; the last stands for the rest; unit: log',
    ),
});

const portfolio = z.object({
  asset: z.string().min(1).describe('asset of the market'),
  size: z
    .number()
    .min(0)
    .describe('position when all look-backs agree, at the price of the start; unit: usd'),
  lookbacks: z
    .array(lookback)
    .min(1)
    .refine((list) => list.reduce((sum, { weight }) => sum + weight, 0) <= 1 + 1e-9, {
      message: 'the weights sum to at most 1',
    }),
});

const params = z.object({
  portfolios: z.array(portfolio),
  minutes: z.number().min(0).default(0).describe('a reversal is traded evenly over so long; unit: minutes'),
});
type Params = z.infer<typeof params>;

/** What one look-back holds, and where it turns. */
export interface TrendTrigger {
  /** Sessions. */
  readonly days: number;
  /** 1 long, −1 short. */
  readonly signal: 1 | -1;
  /** US dollars a unit at which the signal turns: a long one below it, a short one from there upward. */
  readonly price: number;
  /** Log distance of that price from the present one. */
  readonly distance: number;
  /** US dollars at the present price that the turn sells (twice what is held); below 0 bought. */
  readonly usd: number;
}

/**
 * Prices at which a trend follower turns, by look-back, and what it then sells.
 * long while P ≥ P_k, k sessions before this one; the turn trades 2·weight·size.
 * @param price present price, US dollars a unit.
 * @see Moskowitz, Ooi & Pedersen (2012), Time series momentum, J. Financial Economics 104, eq. 5 (sign of the past return).
 */
export function trendTriggers(
  { size, lookbacks }: Pick<Params['portfolios'][number], 'size' | 'lookbacks'>,
  price: number,
): readonly TrendTrigger[] {
  return lookbacks.map(({ days, weight, references }) => {
    const distance = references[0]!;
    const signal = distance <= 0 ? 1 : -1;
    return { days, signal, price: price * Math.exp(distance), distance, usd: signal * 2 * weight * size };
  });
}

/**
 * Position of a trend follower in one market when all look-backs agree, US dollars: A·s/σ.
 * @param assets A under management, US dollars.
 * @param risk s volatility a year that the market may add alone, fraction of assets.
 * @param volatility σ of the market a year, fraction.
 * @see Hurst, Ooi & Pedersen (2017), A century of evidence on trend-following investing, J. Portfolio Management 44(1).
 */
export function trendPosition(assets: number, risk: number, volatility: number): number {
  return (assets * risk) / volatility;
}

interface Planned {
  readonly outlet: Outlet;
  readonly references: Float64Array;
  /** Units held when long. */
  readonly units: number;
  readonly startUnits: number;
}

/**
 * Trend followers (commodity trading advisers): long an asset while it stands at or above its price k sessions before, else short, for
 * several k; position of a look-back ±weight·size, volatility scaling as at the start (their σ has a half-life of weeks).
 *
 * The order of a turn is traded at once when the price crosses, or at most 2·weight·size·(step/minutes) in a step; a price that comes back
 * turns it back. After each close in New York the window moves on by a session. Traded in future and exchange books, by depth.
 */
export const trendFollowers = seller({
  id: 'trend-followers',
  title: { 'zh-Hans': '趋势跟随者', 'zh-Hant': '趨勢跟隨者', en: 'Trend followers' },
  summary: {
    'zh-Hans': '价格跌破若干个交易日之前的水平时，由多翻空，卖出两倍的仓位；涨回来则相反。',
    'zh-Hant': '價格跌破若干個交易日之前的水平時，由多翻空，賣出兩倍的倉位；漲回來則相反。',
    en: 'When the price falls below where it stood so many sessions ago, they turn from long to short and sell twice the position; when it comes back, the reverse.',
  },
  side: 'seller',
  source:
    'Moskowitz, Ooi & Pedersen (2012), Time series momentum, J. Financial Economics 104, eq. 5; Hurst, Ooi & Pedersen (2017), J. Portfolio Management 44(1).',
  params,
  plan: ({ portfolios, minutes }: Params, market: MarketSpec): SellerPlan => {
    const outlets = portfolios.map(({ asset }) => outletOf(market, asset, ['future', 'exchange']));
    const planned = portfolios.flatMap(({ size, lookbacks }, i) =>
      size === 0 ? [] : lookbacks.map((one) => planOf(one, size, outlets[i]!, market)),
    );
    const quota = minutes > market.stepMinutes ? market.stepMinutes / minutes : 1;
    return {
      start: () => new TrendFollowersRun(planned, quota, market),
      ladder: () => portfolios.flatMap((one, i) => rungsOf(one, outlets[i]!)),
    };
  },
});

function planOf(
  { weight, references }: z.infer<typeof lookback>,
  size: number,
  outlet: Outlet,
  market: MarketSpec,
): Planned {
  const units = (weight * size) / market.assets[outlet.asset]!.price;
  return {
    outlet,
    references: Float64Array.from(references),
    units,
    startUnits: references[0]! <= 0 ? units : -units,
  };
}

function rungsOf(one: Params['portfolios'][number], { books, shares }: Outlet): readonly LadderRung[] {
  return trendTriggers(one, 1)
    .filter(({ usd }) => usd !== 0)
    .flatMap(({ distance, usd }) =>
      Array.from(books, (book, b) => ({ book, at: distance, usd: usd * shares[b]! })),
    );
}

class TrendFollowersRun implements SellerRun {
  readonly #planned: readonly Planned[];
  /** Share of a turn that a step may trade. */
  readonly #quota: number;
  /** Units held now, and sold in the step, by look-back. */
  readonly #held: Float64Array;
  readonly #moved: Float64Array;
  readonly #account: Account;
  #session = 0;

  constructor(planned: readonly Planned[], quota: number, market: MarketSpec) {
    this.#planned = planned;
    this.#quota = quota;
    this.#held = new Float64Array(planned.length);
    this.#moved = new Float64Array(planned.length);
    this.#account = new Account(market);
  }

  reset(): void {
    for (let k = 0; k < this.#planned.length; k++) this.#held[k] = this.#planned[k]!.startUnits;
    this.#moved.fill(0);
    this.#session = 0;
    this.#account.reset();
  }

  trade(market: Market, desk: Desk): void {
    for (let k = 0; k < this.#planned.length; k++) {
      const { outlet, references, units } = this.#planned[k]!;
      const reference = references[Math.min(this.#session, references.length - 1)]!;
      const wanted = market.index[outlet.asset]! >= reference ? units : -units;
      const most = 2 * units * this.#quota;
      const moved = this.#moved[k]!;
      const order = Math.min(most - moved, Math.max(-most - moved, this.#held[k]! - wanted));
      if (order === 0) continue;
      this.#held[k] = this.#held[k]! - order;
      this.#moved[k] = moved + order;
      this.#account.sell(desk, outlet, order);
    }
  }

  filled(_book: number, units: number, price: number): void {
    this.#account.filled(units, price);
  }

  endStep(market: Market): void {
    this.#moved.fill(0);
    if (market.closing[market.step] === 1) this.#session++;
  }

  balance(): Balance {
    return this.#account.balance();
  }
}
