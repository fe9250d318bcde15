import type { Market } from '../market/market.ts';
import type { Desk } from '../sellers/seller.ts';

/**
 * Who has sold what, to the last unit: every order has another side. Sellers trade with the makers of a book at the mean price of the round
 * (mean of the prices before and after), arbitrageurs move units between books.
 */
export class Ledger {
  readonly sellers: number;
  readonly books: number;
  /** Seller × book: units sold less bought. */
  readonly sold: Float64Array;
  /** Seller: US dollars received less paid. */
  readonly cash: Float64Array;
  /** Book: what its makers hold and have paid. */
  readonly makersUnits: Float64Array;
  readonly makersCash: Float64Array;
  /** Book: what arbitrageurs have sold there less bought. */
  readonly arbitrageUnits: Float64Array;
  arbitrageCash = 0;
  /** Seller × asset: US dollars at the fill, sales and purchases apart. */
  readonly usdSold: Float64Array;
  readonly usdBought: Float64Array;
  /** Seller: 1 once it has given an order, filled or not. */
  readonly ordered: Uint8Array;
  readonly #orders: Float64Array;
  readonly #before: Float64Array;
  readonly #touched: Uint8Array;
  readonly #assets: number;

  constructor(market: Market, sellers: number) {
    this.sellers = sellers;
    this.books = market.books.length;
    this.#assets = market.assets.length;
    const pairs = sellers * this.books;
    this.sold = new Float64Array(pairs);
    this.#orders = new Float64Array(pairs);
    this.cash = new Float64Array(sellers);
    this.makersUnits = new Float64Array(this.books);
    this.makersCash = new Float64Array(this.books);
    this.arbitrageUnits = new Float64Array(this.books);
    this.usdSold = new Float64Array(sellers * this.#assets);
    this.usdBought = new Float64Array(sellers * this.#assets);
    this.ordered = new Uint8Array(sellers);
    this.#before = new Float64Array(this.books);
    this.#touched = new Uint8Array(this.#assets);
  }

  reset(): void {
    for (const values of [this.sold, this.#orders, this.cash, this.makersUnits, this.makersCash])
      values.fill(0);
    for (const values of [this.arbitrageUnits, this.usdSold, this.usdBought]) values.fill(0);
    this.ordered.fill(0);
    this.#touched.fill(0);
    this.arbitrageCash = 0;
  }

  /** The desk of one seller. */
  deskOf(seller: number, market: Market): Desk {
    const first = seller * this.books;
    return {
      sell: (book, units) => {
        if (units === 0) return;
        this.#orders[first + book] = this.#orders[first + book]! + units;
        this.#touched[market.assetOf[book]!] = 1;
        this.ordered[seller] = 1;
      },
    };
  }

  /** Fills the orders of a round: the market moves, and each seller is told its price. False when there were none. */
  fill(market: Market, told: (seller: number, book: number, units: number, price: number) => void): boolean {
    let any = false;
    for (let a = 0; a < this.#assets; a++) {
      if (this.#touched[a] === 0) continue;
      this.#touched[a] = 0;
      any = true;
      this.#fillAsset(market, a, told);
    }
    return any;
  }

  #fillAsset(
    market: Market,
    asset: number,
    told: (seller: number, book: number, units: number, price: number) => void,
  ): void {
    const from = market.firstBook[asset]!;
    const to = market.firstBook[asset + 1]!;
    for (let b = from; b < to; b++) {
      this.#before[b] = market.price(b);
      for (let s = 0; s < this.sellers; s++) {
        const units = this.#orders[s * this.books + b]!;
        if (units !== 0) market.take(b, units);
      }
    }
    market.reprice(asset);
    for (let b = from; b < to; b++) {
      const price = (this.#before[b]! + market.price(b)) / 2;
      for (let s = 0; s < this.sellers; s++) {
        const pair = s * this.books + b;
        const units = this.#orders[pair]!;
        if (units === 0) continue;
        this.#orders[pair] = 0;
        this.#book(s, b, asset, units, price);
        told(s, b, units, price);
      }
    }
  }

  #book(seller: number, book: number, asset: number, units: number, price: number): void {
    const usd = units * price;
    const pair = seller * this.books + book;
    this.sold[pair] = this.sold[pair]! + units;
    this.cash[seller] = this.cash[seller]! + usd;
    this.makersUnits[book] = this.makersUnits[book]! + units;
    this.makersCash[book] = this.makersCash[book]! - usd;
    const sum = usd > 0 ? this.usdSold : this.usdBought;
    const cell = seller * this.#assets + asset;
    sum[cell] = sum[cell]! + Math.abs(usd);
  }

  /** Books what arbitrage moved in the step that ends, at the prices of its end. */
  endStep(market: Market): void {
    for (let b = 0; b < this.books; b++) {
      const units = market.arbitraged(b) / market.startPrice[b]!;
      if (units === 0) continue;
      const usd = units * market.price(b);
      this.arbitrageUnits[b] = this.arbitrageUnits[b]! + units;
      this.arbitrageCash += usd;
      this.makersUnits[b] = this.makersUnits[b]! + units;
      this.makersCash[b] = this.makersCash[b]! - usd;
    }
  }
}
