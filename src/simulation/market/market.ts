import { DepthLaws } from './depth.ts';
import { type AssetSpec, type BookSpec, type MarketSpec, MINUTES_A_DAY } from './spec.ts';

/** Log units within which the common level of an asset's books is found, and the steps after which it must be. */
const LEVEL_TOLERANCE = 1e-9;
const LEVEL_STEPS = 60;

/** The return by which makers measure volatility fades so many times as fast as the weight of its square. */
const RECENT = 3;

/**
 * Several assets, each with order books at several venues, moved by an outer price and by what is sold into them.
 *
 * All prices are logs relative to the start. For asset a, book b, consumed quantity Q_b (US dollars at the price of the start, + sold):
 * last_b = f_a − sign(Q_b)·I_b(|Q_b|/m_b), index_a = Σ w_b·last_b, mark_b = index_a + EMA(last_b − index_a)
 * with f the outer price, I the law of the book, m ≤ 1 what the makers have left of its depth. Q heals: of what a step adds the share
 * `lasting` stays, the rest halves every `refillHalfLife`. Arbitrage moves quantity between the books of an asset and keeps their sum.
 * Makers measure σ² ← k·σ² + (1 − k)·(1 − a²)·d²/Δt with d ← a·d + r, r the return of the index in the step, k and a what a step of Δt
 * leaves: the mean of σ² under chance whatever Δt, and for a steady fall or a jump the same in the limit of small steps.
 *
 * Within a step prices are solved together with the orders (`reprice` after each round starts again from the beginning of the step), so
 * that a step of five minutes and five of one minute meet in the same place.
 */
export class Market {
  readonly spec: MarketSpec;
  readonly assets: readonly AssetSpec[];
  readonly books: readonly BookSpec[];
  /** Asset of each book. */
  readonly assetOf: Int32Array;
  /** Books of asset a: from firstBook[a] up to firstBook[a + 1]. */
  readonly firstBook: Int32Array;
  /** Steps at whose end New York closes: 1. */
  readonly closing: Uint8Array;
  /** US dollars a unit at the start, by book. */
  readonly startPrice: Float64Array;

  /** Step under way, from 0. */
  step = 0;
  /** Outer price, by asset, log. */
  readonly outer: Float64Array;
  /** By asset, log. */
  readonly index: Float64Array;
  /** By book, log. */
  readonly last: Float64Array;
  /** By book, log. */
  readonly mark: Float64Array;
  /** Taken from the book and not yet back, by book, US dollars at the price of the start; + sold. */
  readonly consumed: Float64Array;
  /** Share of its depth that the makers have left, by book. */
  readonly depth: Float64Array;
  /** Of the index, a day, by asset. */
  readonly volatility: Float64Array;

  readonly #laws: DepthLaws;
  readonly #before: Float64Array;
  readonly #own: Float64Array;
  readonly #stays: Float64Array;
  readonly #basis: Float64Array;
  readonly #indexBefore: Float64Array;
  /** Recent return by which makers measure volatility: d ← a·d + r, by asset. */
  readonly #recent: Float64Array;
  readonly #recentDecay: Float64Array;
  readonly #decay: Float64Array;
  readonly #basisWeight: Float64Array;
  readonly #arbitrage: Float64Array;
  readonly #weight: Float64Array;
  readonly #indexWeight: Float64Array;
  /** Of what is consumed, before arbitrage while it is under way, by book. */
  readonly #impacts: Float64Array;
  readonly #volatilityDecay: Float64Array;
  readonly #days: number;

  constructor(spec: MarketSpec) {
    this.spec = spec;
    this.assets = spec.assets;
    this.books = spec.assets.flatMap(({ books }) => books);
    this.assetOf = Int32Array.from(spec.assets.flatMap(({ books }, a) => books.map(() => a)));
    this.firstBook = firstBooks(spec);
    this.closing = closingSteps(spec);
    const b = this.books.length;
    const a = this.assets.length;
    [this.last, this.mark, this.consumed, this.#before, this.#own, this.#stays, this.#basis] = zeros(7, b);
    [this.outer, this.index, this.#indexBefore, this.#recent, this.volatility] = zeros(5, a);
    this.depth = new Float64Array(b);
    this.#impacts = new Float64Array(b);
    this.#indexWeight = Float64Array.from(this.books, ({ indexWeight }) => indexWeight);
    this.#laws = new DepthLaws(this.books.map(({ depth }) => depth));
    const minutes = spec.stepMinutes;
    const ofAsset = (of: (asset: AssetSpec) => number) =>
      Float64Array.from(this.assetOf, (i) => of(this.assets[i]!));
    this.startPrice = ofAsset(({ price }) => price);
    this.#decay = Float64Array.from(this.books, ({ refillHalfLife }) => kept(minutes, refillHalfLife));
    this.#basisWeight = ofAsset(({ markHalfLife }) => 1 - kept(minutes, markHalfLife));
    this.#arbitrage = Float64Array.from(
      this.assets,
      ({ arbitrage }) => 1 - kept(minutes, arbitrage.halfLife),
    );
    this.#volatilityDecay = Float64Array.from(this.assets, ({ makers }) => kept(minutes, makers.halfLife));
    this.#recentDecay = this.#volatilityDecay.map((decay) => decay ** RECENT);
    this.#weight = this.#depthWeights();
    this.#days = minutes / MINUTES_A_DAY;
    this.reset();
  }

  /** Days a step. */
  get stepDays(): number {
    return this.#days;
  }

  /** Books of an asset, by index. */
  booksOf(asset: number): readonly number[] {
    const from = this.firstBook[asset]!;
    return Array.from({ length: this.firstBook[asset + 1]! - from }, (_, i) => from + i);
  }

  /** Price of a book now, US dollars a unit. */
  price(book: number): number {
    return this.startPrice[book]! * Math.exp(this.last[book]!);
  }

  /** Back to the start. */
  reset(): void {
    this.step = 0;
    for (const values of [this.outer, this.index, this.last, this.mark, this.consumed, this.#before])
      values.fill(0);
    for (const values of [this.#own, this.#stays, this.#basis, this.#indexBefore, this.#recent])
      values.fill(0);
    this.depth.fill(1);
    for (let a = 0; a < this.assets.length; a++) this.volatility[a] = this.assets[a]!.volatility;
  }

  /** Begins a step: the outer prices move, the books heal, and prices are those of before any order. */
  begin(step: number, outerMove: Float64Array): void {
    this.step = step;
    for (let a = 0; a < outerMove.length; a++) this.outer[a] = this.outer[a]! + outerMove[a]!;
    for (let b = 0; b < this.books.length; b++) {
      const stays = this.#stays[b]!;
      this.#before[b] = stays + (this.consumed[b]! - stays) * this.#decay[b]!;
      this.#own[b] = 0;
    }
    for (let a = 0; a < this.assets.length; a++) this.reprice(a);
  }

  /** Takes an order of this round into account; prices move at `reprice`. Units above 0 are sold. */
  take(book: number, units: number): void {
    this.#own[book] = this.#own[book]! + units * this.startPrice[book]!;
  }

  /** Prices of an asset from what was sold in the step so far. */
  reprice(asset: number): void {
    const from = this.firstBook[asset]!;
    const to = this.firstBook[asset + 1]!;
    for (let b = from; b < to; b++) {
      const consumed = this.#before[b]! + this.#own[b]!;
      this.consumed[b] = consumed;
      this.#impacts[b] = this.#impact(b, consumed);
    }
    if (to - from > 1 && this.#arbitrate(asset, from, to)) {
      for (let b = from; b < to; b++) this.#impacts[b] = this.#impact(b, this.consumed[b]!);
    }
    let index = 0;
    for (let b = from; b < to; b++) {
      const last = this.outer[asset]! - this.#impacts[b]!;
      this.last[b] = last;
      index += this.#indexWeight[b]! * last;
    }
    this.index[asset] = index;
    for (let b = from; b < to; b++) {
      const basis = this.#basis[b]!;
      this.mark[b] = index + basis + this.#basisWeight[b]! * (this.last[b]! - index - basis);
    }
  }

  /** Quantity that arbitrage has moved onto a book in this step, US dollars at the price of the start; + sold. */
  arbitraged(book: number): number {
    return this.consumed[book]! - this.#before[book]! - this.#own[book]!;
  }

  /** Ends a step: what stays of the impact, the basis, and the volatility by which makers withdraw. */
  end(): void {
    for (let b = 0; b < this.books.length; b++) {
      const asset = this.assetOf[b]!;
      this.#stays[b] = this.#stays[b]! + this.assets[asset]!.lasting * (this.consumed[b]! - this.#before[b]!);
      this.#basis[b] = this.mark[b]! - this.index[asset]!;
    }
    for (let a = 0; a < this.assets.length; a++) this.#withdraw(a);
  }

  #withdraw(asset: number): void {
    const { makers, volatility: usual } = this.assets[asset]!;
    const decay = this.#volatilityDecay[asset]!;
    const move = this.index[asset]! - this.#indexBefore[asset]!;
    this.#indexBefore[asset] = this.index[asset]!;
    const fades = this.#recentDecay[asset]!;
    const recent = fades * this.#recent[asset]! + move;
    this.#recent[asset] = recent;
    const variance = ((1 - fades * fades) * recent * recent) / this.#days;
    const volatility = Math.sqrt(decay * this.volatility[asset]! ** 2 + (1 - decay) * variance);
    this.volatility[asset] = volatility;
    if (makers.sensitivity === 0 || usual === 0) return;
    // A power costs more than the rest of the step, and of what is at least 1 it is at least 1.
    const left =
      volatility <= usual
        ? 1
        : Math.min(1, Math.max(makers.least, (usual / volatility) ** makers.sensitivity));
    for (let b = this.firstBook[asset]!; b < this.firstBook[asset + 1]!; b++) this.depth[b] = left;
  }

  /** Signed impact of a quantity, log; above 0 when sold. */
  #impact(book: number, quantity: number): number {
    const size = this.#laws.impact(book, Math.abs(quantity) / this.depth[book]!);
    return quantity < 0 ? -size : size;
  }

  /**
   * Brings the books of an asset together: what lies beyond `cost` from a common level goes, at the speed of the asset. The level is the
   * one at which the quantities keep their sum; it lies between the impacts of the books, for their sum rises with it. False when nothing moves.
   */
  #arbitrate(asset: number, from: number, to: number): boolean {
    const { cost } = this.assets[asset]!.arbitrage;
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    let total = 0;
    for (let b = from; b < to; b++) {
      const impact = this.#impacts[b]!;
      total += this.consumed[b]!;
      low = Math.min(low, impact);
      high = Math.max(high, impact);
    }
    if (!(high - low > 2 * cost)) return false;
    this.#level(asset, from, to, low, high, total);
    return true;
  }

  /** Illinois variant of the false position: a bracket that never widens. */
  #level(asset: number, from: number, to: number, low: number, high: number, total: number): void {
    let atLow = this.#move(asset, from, to, low) - total;
    let atHigh = this.#move(asset, from, to, high) - total;
    let left = low;
    let right = high;
    let excess = atHigh;
    for (let i = 0; i < LEVEL_STEPS && right - left > LEVEL_TOLERANCE; i++) {
      const guess = left - (atLow * (right - left)) / (atHigh - atLow);
      const level = guess > left && guess < right ? guess : (left + right) / 2;
      excess = this.#move(asset, from, to, level) - total;
      if (excess === 0) return;
      if (excess > 0) {
        right = level;
        atHigh = excess;
        atLow /= 2;
      } else {
        left = level;
        atLow = excess;
        atHigh /= 2;
      }
    }
    for (let b = from; b < to; b++) this.consumed[b] = this.consumed[b]! - excess * this.#weight[b]!;
  }

  /** Quantities after arbitrage toward a level; their sum. */
  #move(asset: number, from: number, to: number, level: number): number {
    const { cost } = this.assets[asset]!.arbitrage;
    const speed = this.#arbitrage[asset]!;
    const { consumed, depth } = this;
    const impacts = this.#impacts;
    const laws = this.#laws;
    const [least, most] = [level - cost, level + cost];
    let sum = 0;
    for (let b = from; b < to; b++) {
      const impact = impacts[b]!;
      const within = Math.min(most, Math.max(least, impact));
      const wanted = impact - speed * (impact - within);
      const size = depth[b]! * laws.quantity(b, Math.abs(wanted));
      const quantity = wanted < 0 ? -size : size;
      consumed[b] = quantity;
      sum += quantity;
    }
    return sum;
  }

  /** Share of each book in the depth of its asset, within one percent of the mid. */
  #depthWeights(): Float64Array {
    const depth = Float64Array.from(this.books, (_, b) => this.#laws.quantity(b, 0.01));
    const sums = new Float64Array(this.assets.length);
    for (let b = 0; b < depth.length; b++) sums[this.assetOf[b]!] = sums[this.assetOf[b]!]! + depth[b]!;
    return depth.map((usd, b) => usd / sums[this.assetOf[b]!]!);
  }
}

/** What is left after some minutes of what halves in `halfLife`. */
function kept(minutes: number, halfLife: number): number {
  return 0.5 ** (minutes / halfLife);
}

function firstBooks({ assets }: MarketSpec): Int32Array {
  const first = new Int32Array(assets.length + 1);
  for (const [a, { books }] of assets.entries()) first[a + 1] = first[a]! + books.length;
  return first;
}

function closingSteps({ closes, steps, stepMinutes }: MarketSpec): Uint8Array {
  const closing = new Uint8Array(steps);
  for (const minute of closes) {
    const step = Math.max(0, Math.ceil(minute / stepMinutes) - 1);
    if (step < steps) closing[step] = 1;
  }
  return closing;
}

function zeros<N extends number>(count: N, length: number): Float64Array[] & { length: N } {
  return Array.from({ length: count }, () => new Float64Array(length)) as Float64Array[] & { length: N };
}
