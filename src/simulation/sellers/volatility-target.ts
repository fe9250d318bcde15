import { z } from 'zod';
import type { Market } from '../market/market.ts';
import type { MarketSpec } from '../market/spec.ts';
import { Account } from './scheduled/account.ts';
import { type Outlet, outletOf } from './scheduled/outlet.ts';
import { type Balance, type Desk, type SellerPlan, type SellerRun, seller } from './seller.ts';

const DAYS_PER_YEAR = 252;

const programme = z.object({
  name: z.string().min(1),
  assets: z.number().min(0).describe('under management, at the last close in New York; unit: usd'),
  target: z.number().gt(0).max(1).describe('volatility of the portfolio a year; unit: fraction'),
  cap: z.number().gt(0).max(10).describe('largest sum of weights; unit: ratio'),
  decay: z.number().gt(0).max(1).default(0.94).describe('λ of the variance recursion, a day; unit: ratio'),
  days: z
    .number()
    .int()
    .min(1)
    .default(1)
    .describe('1/days of what is to be sold goes at each close; unit: days'),
  threshold: z
    .number()
    .min(0)
    .default(0)
    .describe('share of a holding below which what is above the target waits; unit: fraction'),
  holdings: z
    .array(
      z.object({
        asset: z.string().min(1).describe('asset of the market'),
        volatility: z.number().gt(0).describe('forecast at the last close, a day; unit: fraction'),
      }),
    )
    .min(1)
    .refine((list) => new Set(list.map(({ asset }) => asset)).size === list.length, {
      message: 'an asset is named once',
    }),
});

const params = z.object({ programmes: z.array(programme) });
type Params = z.infer<typeof params>;

interface Planned {
  readonly outlets: readonly Outlet[];
  readonly prices: Float64Array;
  readonly sinceClose: Float64Array;
  readonly variance: Float64Array;
  /** Volatility of the portfolio over that of its parts, all with the same risk: √Σρ. */
  readonly joint: number;
  readonly assets: number;
  readonly target: number;
  readonly cap: number;
  readonly decay: number;
  readonly days: number;
  readonly threshold: number;
}

/**
 * Funds that hold the volatility of a portfolio at a target: one asset, or several with the same risk each (risk parity).
 * σ²_i ← λ·σ²_i + (1 − λ)·r_i² at each close in New York; w_i = target / (√252·σ_i·√Σρ), scaled down together where Σw exceeds the cap;
 * of the units above w_i·A/P_i a share 1/days is sold.
 *
 * r_i return of the index since the last close, ρ the correlations of the market (√Σρ at least 1), A assets with the gains of the day, all
 * at the index with which the closing step begins. Sells only: what a calmer market would let it buy back comes over weeks, and is left
 * out so that a lower price never means a smaller sale. Traded in exchange and future books, by depth.
 *
 * Notes: `assets` left in all programmes (US dollars).
 */
export const volatilityTarget = seller({
  id: 'volatility-target',
  title: {
    'zh-Hans': '目标波动率与风险平价基金',
    'zh-Hant': '目標波動率與風險平價基金',
    en: 'Volatility-target and risk-parity funds',
  },
  summary: {
    'zh-Hans': '收盘时波动率预测上升，权重就按目标除以波动率下调，卖出多出来的部分。',
    'zh-Hant': '收盤時波動率預測上升，權重就按目標除以波動率下調，賣出多出來的部分。',
    en: 'When the forecast of volatility rises at the close, the weight falls to target over forecast, and what is above it is sold.',
  },
  side: 'seller',
  source:
    'Moreira & Muir (2017), Volatility-managed portfolios, J. Finance 72; RiskMetrics technical document (1996).',
  params,
  plan: ({ programmes }: Params, market: MarketSpec): SellerPlan => {
    const planned = programmes.map((one) => planOf(one, market)).filter(({ assets }) => assets > 0);
    return { start: () => new VolatilityTargetRun(planned, market) };
  },
});

function planOf(
  { holdings, assets, target, cap, decay, days, threshold }: Params['programmes'][number],
  market: MarketSpec,
): Planned {
  const outlets = holdings.map(({ asset }) => outletOf(market, asset, ['exchange', 'future']));
  const of = (value: (asset: MarketSpec['assets'][number]) => number) =>
    Float64Array.from(outlets, ({ asset }) => value(market.assets[asset]!));
  const sum = outlets.reduce(
    (total, a) => total + outlets.reduce((row, b) => row + market.correlation[a.asset]![b.asset]!, 0),
    0,
  );
  return {
    outlets,
    prices: of(({ price }) => price),
    sinceClose: of(({ sinceClose }) => sinceClose),
    variance: Float64Array.from(holdings, ({ volatility }) => volatility ** 2),
    joint: Math.sqrt(Math.max(1, sum)),
    assets,
    target,
    cap,
    decay,
    days,
    threshold,
  };
}

/** Weights for some variances, into `weights`. */
function weigh({ target, cap, joint }: Planned, variance: Float64Array, weights: Float64Array): void {
  let sum = 0;
  for (let k = 0; k < weights.length; k++) {
    weights[k] = target / (joint * Math.sqrt(DAYS_PER_YEAR * variance[k]!));
    sum += weights[k]!;
  }
  if (sum <= cap) return;
  for (let k = 0; k < weights.length; k++) weights[k] = (weights[k]! * cap) / sum;
}

/** One programme in a path. */
class Programme {
  readonly plan: Planned;
  /** Units held at the last close, by holding. */
  readonly held: Float64Array;
  assets = 0;
  readonly #variance: Float64Array;
  readonly #reference: Float64Array;
  readonly #weights: Float64Array;

  constructor(plan: Planned) {
    this.plan = plan;
    const n = plan.outlets.length;
    const zeros = () => new Float64Array(n);
    [this.held, this.#variance] = [zeros(), zeros()];
    [this.#reference, this.#weights] = [zeros(), zeros()];
    this.reset();
  }

  reset(): void {
    const { prices, sinceClose, variance, assets } = this.plan;
    this.assets = assets;
    this.#variance.set(variance);
    weigh(this.plan, variance, this.#weights);
    for (let k = 0; k < this.held.length; k++) {
      this.#reference[k] = -sinceClose[k]!;
      this.held[k] = (this.#weights[k]! * assets) / (prices[k]! * Math.exp(-sinceClose[k]!));
    }
  }

  close(market: Market, desk: Desk, account: Account): void {
    const { outlets, prices, days, threshold } = this.plan;
    this.assets = this.#look(market);
    weigh(this.plan, this.#variance, this.#weights);
    for (let k = 0; k < outlets.length; k++) {
      const price = prices[k]! * Math.exp(this.#reference[k]!);
      const above = this.held[k]! - (this.#weights[k]! * this.assets) / price;
      if (above <= threshold * this.held[k]!) continue;
      this.held[k] = this.held[k]! - above / days;
      account.sell(desk, outlets[k]!, above / days);
    }
  }

  /** Takes the returns since the last close into the variances; the assets at the prices of now. */
  #look(market: Market): number {
    const { outlets, prices, decay } = this.plan;
    let assets = this.assets;
    for (let k = 0; k < outlets.length; k++) {
      const index = market.index[outlets[k]!.asset]!;
      const reference = this.#reference[k]!;
      const r = Math.expm1(index - reference);
      this.#variance[k] = decay * this.#variance[k]! + (1 - decay) * r * r;
      this.#reference[k] = index;
      assets += this.held[k]! * prices[k]! * Math.exp(reference) * r;
    }
    return Math.max(0, assets);
  }
}

class VolatilityTargetRun implements SellerRun {
  readonly #programmes: readonly Programme[];
  readonly #account: Account;

  constructor(planned: readonly Planned[], market: MarketSpec) {
    this.#programmes = planned.map((plan) => new Programme(plan));
    this.#account = new Account(market);
  }

  reset(): void {
    for (const programme of this.#programmes) programme.reset();
    this.#account.reset();
  }

  trade(market: Market, desk: Desk, round: number): void {
    if (round > 0 || market.closing[market.step] === 0) return;
    for (let p = 0; p < this.#programmes.length; p++) this.#programmes[p]!.close(market, desk, this.#account);
  }

  filled(_book: number, units: number, price: number): void {
    this.#account.filled(units, price);
  }

  balance(): Balance {
    return this.#account.balance();
  }

  notes(): Readonly<Record<string, number>> {
    return { assets: this.#programmes.reduce((sum, { assets }) => sum + assets, 0) };
  }
}
