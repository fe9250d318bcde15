import { z } from 'zod';
import type { Market } from '../market/market.ts';
import { assetIndex, bookCount, bookIndex } from './books.ts';
import { Ladder } from './ladder.ts';
import { loanLadder, loanPool } from './loan-ladder.ts';
import { Oracle } from './oracle.ts';
import { type Desk, type SellerRun, seller } from './seller.ts';
import { WaitingOrders } from './waiting-orders.ts';

export const collateralLoansParams = z.object({
  pools: z.array(loanPool),
  binWidth: z.number().positive().describe('unit: log'),
  bins: z.number().int().min(1).describe('of a ladder; unit: count'),
});

export type CollateralLoansParams = z.infer<typeof collateralLoansParams>;

/**
 * Loans against coins, liquidated when the price that their oracle tells takes the health factor below 1. Liquidators repay a part of the
 * debt and sell the collateral seized into the book at once.
 *
 * Notes: `repaid` US dollars of debt repaid in liquidations; `badDebt` US dollars of debt that the collateral behind it did not cover at the
 * last price of the book when it was liquidated: the oracle was late, or the price jumped.
 */
export const collateralLoans = seller({
  id: 'collateral-loans',
  title: { 'zh-Hans': '抵押借贷清算', 'zh-Hant': '抵押借貸清算', en: 'Liquidated collateral loans' },
  summary: {
    'zh-Hans': '链上借贷的健康因子跌破 1 时，清算人偿还部分债务并立即卖出抵押品；价格来自滞后的预言机。',
    'zh-Hant': '鏈上借貸的健康因子跌破 1 時，清算人償還部分債務並立即賣出抵押品；價格來自落後的預言機。',
    en: 'When the oracle’s late price takes the health factor of a loan below 1, liquidators repay a part of the debt and sell the collateral at once; again if it falls further.',
  },
  side: 'seller',
  source: 'Aave v3, liquidations; Qin et al. (2021), An empirical study of DeFi liquidations, IMC ’21',
  params: collateralLoansParams,
  plan({ pools, binWidth, bins }, market) {
    const parts = pools.map((pool) => {
      const asset = assetIndex(market, pool.asset);
      const { price } = market.assets[asset]!;
      const liquidations = loanLadder(pool, price, binWidth * bins);
      const ladder = new Ladder(binWidth, bins, 3);
      for (const { at, units, debt, backing } of liquidations) ladder.add(-at, units, debt, backing);
      return { pool, asset, price, liquidations, ladder, book: bookIndex(market, pool.asset, pool.venue) };
    });
    return {
      start: () => new LoanRun(parts, market.stepMinutes, bookCount(market)),
      ladder: () =>
        parts.flatMap(({ book, price, liquidations }) =>
          liquidations.map(({ at, units }) => ({ book, at, usd: units * price })),
        ),
    };
  },
});

/** Columns of the ladder: units sold, debt repaid, units behind that debt. */
interface PoolLadder {
  readonly pool: { readonly threshold: number; readonly oracleLag: number };
  readonly asset: number;
  readonly price: number;
  readonly book: number;
  readonly ladder: Ladder;
}

class LoanRun implements SellerRun {
  readonly #pools: readonly PoolLadder[];
  readonly #orders: WaitingOrders;
  readonly #oracles: readonly Oracle[];
  #badDebt = 0;

  constructor(pools: readonly PoolLadder[], stepMinutes: number, books: number) {
    this.#pools = pools;
    this.#orders = new WaitingOrders(pools, books);
    this.#oracles = pools.map(({ asset, pool }) => new Oracle(asset, pool.oracleLag, stepMinutes));
  }

  reset(): void {
    this.#orders.reset();
    for (const oracle of this.#oracles) oracle.reset();
    this.#badDebt = 0;
  }

  trade(market: Market, desk: Desk): void {
    for (let k = 0; k < this.#pools.length; k++) {
      const before = this.#orders.reach(k, -this.#oracles[k]!.price(market), desk);
      if (before >= 0) this.#writeOff(k, before, market);
    }
  }

  filled(_book: number, units: number, price: number): void {
    this.#orders.filled(units, price);
  }

  endStep(market: Market): void {
    for (const oracle of this.#oracles) oracle.endStep(market);
  }

  balance() {
    return this.#orders.balance();
  }

  notes() {
    let repaid = 0;
    for (const [k, { ladder }] of this.#pools.entries()) repaid += ladder.sum(1, 0, this.#orders.reached(k));
    return { repaid, badDebt: this.#badDebt };
  }

  /** Debt liquidated at p whose collateral, worth 1/T of it there, is worth less than it at the price of the book: P < T·p. */
  #writeOff(k: number, before: number, market: Market): void {
    const { ladder, book, pool } = this.#pools[k]!;
    const lost = ladder.reached(-market.last[book]! + Math.log(pool.threshold));
    const to = Math.min(lost, this.#orders.reached(k));
    if (to <= before) return;
    const backing = ladder.sum(2, before, to) * market.price(book);
    this.#badDebt += ladder.sum(1, before, to) - backing;
  }
}
