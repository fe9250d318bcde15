import { deleveragingShare } from '../../formulas/fire-sales.ts';
import type { Market } from '../../market/market.ts';
import type { MarketSpec } from '../../market/spec.ts';
import { Account } from '../scheduled/account.ts';
import type { Outlet } from '../scheduled/outlet.ts';
import type { Balance, Desk, SellerRun } from '../seller.ts';
import type { PooledDepth } from './pooled-depth.ts';

/** Share of its holdings below which a fund leaves no order: rounding of a leverage that stands at its limit. */
const LEAST = 1e-9;

export interface PlannedFund {
  readonly name: string;
  readonly outlets: readonly Outlet[];
  /** US dollars a unit at the start, by holding. */
  readonly prices: Float64Array;
  readonly units: Float64Array;
  /** US dollars. */
  readonly other: number;
  readonly debt: number;
  readonly trigger: number;
  readonly target: number;
  readonly order: 'proportional' | 'liquid-first';
}

/** One fund in a path. */
class Fund {
  readonly plan: PlannedFund;
  readonly assets: Int32Array;
  readonly units: Float64Array;
  /** US dollars a unit at the beginning of the step. */
  readonly prices: Float64Array;
  /** Units ordered in the step. */
  readonly ordered: Float64Array;
  debt = 0;

  constructor(plan: PlannedFund) {
    this.plan = plan;
    this.assets = Int32Array.from(plan.outlets, ({ asset }) => asset);
    this.units = new Float64Array(plan.units.length);
    this.prices = new Float64Array(plan.units.length);
    this.ordered = new Float64Array(plan.units.length);
  }

  reset(): void {
    this.units.set(this.plan.units);
    this.prices.set(this.plan.prices);
    this.ordered.fill(0);
    this.debt = this.plan.debt;
  }

  /** Values its holdings at the prices of the market; US dollars of what can be sold. */
  value(market: Market): number {
    let usd = 0;
    for (let k = 0; k < this.units.length; k++) {
      this.prices[k] = this.plan.prices[k]! * Math.exp(market.index[this.assets[k]!]!);
      usd += this.units[k]! * this.prices[k]!;
    }
    return usd;
  }

  /** Units to be sold at the present prices, into `ordered`; false when there is nothing to do. */
  order(market: Market, depth: PooledDepth): boolean {
    const { other, trigger, target, order } = this.plan;
    const marketable = this.value(market);
    const equity = marketable + other - this.debt;
    const share = deleveragingShare(marketable, other, equity, trigger, target);
    if (!(share > LEAST)) return false;
    if (order === 'liquid-first') {
      depth.cheapest(this.assets, this.units, this.prices, share * marketable, market, this.ordered);
    } else {
      for (let k = 0; k < this.units.length; k++) this.ordered[k] = share * this.units[k]!;
    }
    for (let k = 0; k < this.units.length; k++) this.units[k] = this.units[k]! - this.ordered[k]!;
    return true;
  }
}

/** Funds that look at their leverage every so many minutes. */
export class HoldersRun implements SellerRun {
  readonly #funds: readonly Fund[];
  readonly #looks: Uint8Array;
  readonly #depth: PooledDepth;
  readonly #account: Account;
  /** By book: who trades there, as which holding, and with which share of its orders. */
  readonly #traders: readonly (readonly { fund: Fund; holding: number; share: number }[])[];
  #pending = false;
  #deleveraged = 0;

  constructor(planned: readonly PlannedFund[], everyMinutes: number, depth: PooledDepth, market: MarketSpec) {
    this.#funds = planned.map((plan) => new Fund(plan));
    this.#looks = looksOf(market, everyMinutes);
    this.#depth = depth;
    this.#account = new Account(market);
    const books = market.assets.reduce((sum, asset) => sum + asset.books.length, 0);
    this.#traders = Array.from({ length: books }, (_, book) => tradersOf(this.#funds, book));
  }

  reset(): void {
    for (const fund of this.#funds) fund.reset();
    this.#account.reset();
    this.#pending = false;
    this.#deleveraged = 0;
  }

  trade(market: Market, desk: Desk, round: number): void {
    if (round > 0 || this.#looks[market.step] === 0) return;
    for (let f = 0; f < this.#funds.length; f++) {
      const fund = this.#funds[f]!;
      if (!fund.order(market, this.#depth)) continue;
      this.#pending = true;
      for (let k = 0; k < fund.ordered.length; k++) {
        this.#account.sell(desk, fund.plan.outlets[k]!, fund.ordered[k]!);
      }
    }
  }

  filled(book: number, units: number, price: number): void {
    this.#account.filled(units, price);
    this.#deleveraged += units * price;
    const traders = this.#traders[book]!;
    for (let t = 0; t < traders.length; t++) {
      const { fund, holding, share } = traders[t]!;
      fund.debt -= fund.ordered[holding]! * share * price;
    }
  }

  endStep(market: Market): void {
    for (let f = 0; f < this.#funds.length; f++) {
      const fund = this.#funds[f]!;
      if (this.#pending) fund.ordered.fill(0);
      if (market.step === market.spec.steps - 1) fund.value(market);
    }
    this.#pending = false;
  }

  balance(): Balance {
    return this.#account.balance();
  }

  notes(): Readonly<Record<string, number>> {
    let [equity, failed] = [0, 0];
    for (const { units, prices, plan, debt } of this.#funds) {
      const left = units.reduce((sum, held, k) => sum + held * prices[k]!, plan.other - debt);
      equity += left;
      if (left <= 0 && plan.debt > 0) failed++;
    }
    return { equity, failed, deleveraged: this.#deleveraged };
  }
}

/** Steps in which a multiple of the minutes ends: 1. */
function looksOf({ steps, stepMinutes }: MarketSpec, every: number): Uint8Array {
  const looks = new Uint8Array(steps);
  const count = (step: number) => Math.floor((step * stepMinutes) / every + 1e-9);
  return looks.map((_, step) => (every <= stepMinutes || count(step + 1) > count(step) ? 1 : 0));
}

function tradersOf(funds: readonly Fund[], book: number) {
  return funds.flatMap((fund) =>
    fund.plan.outlets.flatMap(({ books, shares }, holding) => {
      const at = books.indexOf(book);
      return at < 0 ? [] : [{ fund, holding, share: shares[at]! }];
    }),
  );
}
