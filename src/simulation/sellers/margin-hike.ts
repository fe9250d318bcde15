import { z } from 'zod';
import { marginToPost, shareClosed } from '../formulas/margin-hike.ts';
import type { Market } from '../market/market.ts';
import type { MarketSpec } from '../market/spec.ts';
import { Account } from './scheduled/account.ts';
import { type Outlet, outletOf } from './scheduled/outlet.ts';
import { progress } from './scheduled/progress.ts';
import { type Balance, type Desk, type SellerPlan, type SellerRun, seller } from './seller.ts';

const margin = z.number().gt(0).max(1);

const hike = z
  .object({
    asset: z.string().min(1).describe('asset of the market'),
    openInterest: z.number().min(0).describe('notional at the price of the start; unit: usd'),
    before: margin.describe('margin over notional before; unit: fraction'),
    after: margin.describe('margin over notional from then on; unit: fraction'),
    effective: z.number().min(0).describe('from the start; unit: minutes'),
    over: z.number().min(0).default(0).describe('positions are closed evenly over so long; unit: minutes'),
    unfunded: z
      .number()
      .min(0)
      .max(1)
      .describe(
        'share of the open interest whose long holders have no cash beside their equity; unit: fraction',
      ),
    equity: z
      .array(
        z.object({
          equity: z.number().min(0).describe('over notional at the price of the start; unit: fraction'),
          share: z.number().min(0).max(1).describe('of the unfunded open interest; unit: fraction'),
        }),
      )
      .min(1)
      .optional()
      .describe('what the unfunded hold; left out: just the margin before'),
  })
  .refine(({ before, after }) => after >= before, {
    message: 'the margin must not be below the one before: a cut forces nobody',
    path: ['after'],
  })
  .refine(
    ({ equity }) =>
      equity === undefined || Math.abs(equity.reduce((sum, { share }) => sum + share, 0) - 1) < 1e-9,
    { message: 'the shares of the unfunded sum to 1', path: ['equity'] },
  );

const params = z.object({ hikes: z.array(hike) });
type Params = z.infer<typeof params>;

interface Planned {
  readonly outlet: Outlet;
  readonly after: number;
  readonly effective: number;
  readonly over: number;
  /** Bands of accounts: equity over notional at the start, units. */
  readonly equity: Float64Array;
  readonly units: Float64Array;
  readonly cash: number;
}

/**
 * An exchange raises its margin at an instant; long accounts without spare cash close what their equity no longer carries.
 * An account of equity e (over notional at the start) keeps min(1, (e + r)⁺/(m₁·(1 + r))) of its units, r the return since the start; what
 * goes is sold evenly over the window at the price of each step, and nothing is bought back. Shorts are taken as funded: in metals they are
 * mostly dealers and producers with lines of credit.
 *
 * Notes: `posted` cash called for over all accounts, `closed` positions closed, both US dollars at the price of the start.
 */
export const marginHike = seller({
  id: 'margin-hike',
  title: { 'zh-Hans': '交易所上调保证金', 'zh-Hant': '交易所上調保證金', en: 'Margin hike' },
  summary: {
    'zh-Hans': '交易所在某一时刻上调保证金；没有余钱的多头账户平掉权益撑不住的那部分仓位。',
    'zh-Hant': '交易所在某一時刻上調保證金；沒有餘錢的多頭帳戶平掉權益撐不住的那部分倉位。',
    en: 'An exchange raises its margin at an instant; long accounts without spare cash close what their equity no longer carries.',
  },
  side: 'seller',
  source:
    'CME Group, Performance bonds/margins: percentage of notional; Brunnermeier & Pedersen (2009), Rev. Financial Studies 22(6).',
  params,
  plan: ({ hikes }: Params, market: MarketSpec): SellerPlan => {
    const planned = hikes.map((one) => planOf(one, market)).filter(({ cash }) => cash > 0);
    return { start: () => new MarginHikeRun(planned, market) };
  },
});

function planOf(one: Params['hikes'][number], market: MarketSpec): Planned {
  const outlet = outletOf(market, one.asset, ['future', 'exchange']);
  const openUnits = one.openInterest / market.assets[outlet.asset]!.price;
  const bands = one.equity ?? [{ equity: one.before, share: 1 }];
  return {
    outlet,
    after: one.after,
    effective: one.effective,
    over: one.over,
    equity: Float64Array.from(bands, ({ equity }) => equity),
    units: Float64Array.from(bands, ({ share }) => share * one.unfunded * openUnits),
    cash: marginToPost(one.openInterest, one.before, one.after),
  };
}

class MarginHikeRun implements SellerRun {
  readonly #planned: readonly Planned[];
  readonly #minutes: number;
  readonly #prices: Float64Array;
  /** Units closed, and US dollars called for, by hike. */
  readonly #closed: Float64Array;
  readonly #posted: Float64Array;
  readonly #account: Account;

  constructor(planned: readonly Planned[], market: MarketSpec) {
    this.#planned = planned;
    this.#minutes = market.stepMinutes;
    this.#prices = Float64Array.from(planned, ({ outlet }) => market.assets[outlet.asset]!.price);
    this.#closed = new Float64Array(planned.length);
    this.#posted = new Float64Array(planned.length);
    this.#account = new Account(market);
  }

  reset(): void {
    this.#closed.fill(0);
    this.#posted.fill(0);
    this.#account.reset();
  }

  trade(market: Market, desk: Desk, round: number): void {
    if (round > 0) return;
    const begin = market.step * this.#minutes;
    const end = begin + this.#minutes;
    for (let i = 0; i < this.#planned.length; i++) {
      const one = this.#planned[i]!;
      if (end <= one.effective) continue;
      if (begin > one.effective && begin >= one.effective + one.over) continue;
      this.#posted[i] = one.cash;
      const done = progress(end, one.effective, one.over);
      const order = done * toClose(one, market.index[one.outlet.asset]!) - this.#closed[i]!;
      if (!(order > 0)) continue;
      this.#closed[i] = this.#closed[i]! + order;
      this.#account.sell(desk, one.outlet, order);
    }
  }

  filled(_book: number, units: number, price: number): void {
    this.#account.filled(units, price);
  }

  balance(): Balance {
    return this.#account.balance();
  }

  notes(): Readonly<Record<string, number>> {
    let posted = 0;
    let closed = 0;
    for (let i = 0; i < this.#planned.length; i++) {
      posted += this.#posted[i]!;
      closed += this.#closed[i]! * this.#prices[i]!;
    }
    return { posted, closed };
  }
}

/** Units that the unfunded cannot carry at a log price. */
function toClose({ equity, units, after }: Planned, index: number): number {
  const price = Math.exp(index);
  let sum = 0;
  for (let k = 0; k < equity.length; k++) {
    sum += units[k]! * shareClosed((equity[k]! + price - 1) / price, after);
  }
  return sum;
}
