import { DepthLaws } from '../../market/depth.ts';
import type { Market } from '../../market/market.ts';
import type { MarketSpec } from '../../market/spec.ts';

/** Halvings of a bracket of the impact: far below what a price can show. */
const HALVINGS = 50;
const MOST_DOUBLINGS = 1100;

/**
 * All books of an asset taken together: the units whose sale moves the price so far, U_a(μ) = Σ_b m_b·Q_b(μ)/P_a, with Q the inverse of the
 * law of the book, m what the makers have left and P the price of the start. What the books have already given is not counted.
 */
export class PooledDepth {
  readonly #laws: DepthLaws;
  readonly #price: Float64Array;

  constructor(market: MarketSpec) {
    this.#laws = new DepthLaws(market.assets.flatMap(({ books }) => books.map(({ depth }) => depth)));
    this.#price = Float64Array.from(market.assets, ({ price }) => price);
  }

  /** Units whose sale moves the price of an asset by an impact (log). */
  units(asset: number, impact: number, market: Market): number {
    let usd = 0;
    for (let b = market.firstBook[asset]!; b < market.firstBook[asset + 1]!; b++) {
      usd += market.depth[b]! * this.#laws.quantity(b, impact);
    }
    return usd / this.#price[asset]!;
  }

  /** Impact (log) of units sold: the inverse of `units`. */
  impact(asset: number, units: number, market: Market): number {
    if (!(units > 0)) return 0;
    let high = 1e-3;
    for (let i = 0; i < MOST_DOUBLINGS && this.units(asset, high, market) < units; i++) high *= 2;
    for (let i = 0; i < MOST_DOUBLINGS && this.units(asset, high / 2, market) >= units; i++) high /= 2;
    let low = high / 2;
    for (let i = 0; i < HALVINGS; i++) {
      const middle = (low + high) / 2;
      if (this.units(asset, middle, market) < units) low = middle;
      else high = middle;
    }
    return high;
  }

  /**
   * The cheapest sale that raises an amount, into `sold` (units): min Σ P_a·∫₀^{x_a} I_a subject to Σ P_a·x_a = usd and 0 ≤ x_a ≤ h_a.
   * The last unit costs the same wherever anything is left: x_a = min(h_a, U_a(μ)). Deep markets give most, and first.
   *
   * h held (units) and P prices now (US dollars) of the assets of the list; all is sold when it is not enough.
   */
  cheapest(
    assets: Int32Array,
    held: Float64Array,
    prices: Float64Array,
    usd: number,
    market: Market,
    sold: Float64Array,
  ): void {
    let whole = 0;
    for (let k = 0; k < assets.length; k++) whole += held[k]! * prices[k]!;
    if (usd >= whole) {
      for (let k = 0; k < assets.length; k++) sold[k] = held[k]!;
      return;
    }
    let high = 1e-3;
    for (let i = 0; i < MOST_DOUBLINGS && this.#raise(assets, held, prices, high, market, sold) < usd; i++) {
      high *= 2;
    }
    for (let i = 0; i < MOST_DOUBLINGS; i++) {
      if (this.#raise(assets, held, prices, high / 2, market, sold) < usd) break;
      high /= 2;
    }
    let low = high / 2;
    for (let i = 0; i < HALVINGS; i++) {
      const middle = (low + high) / 2;
      if (this.#raise(assets, held, prices, middle, market, sold) < usd) low = middle;
      else high = middle;
    }
    this.#raise(assets, held, prices, high, market, sold);
  }

  /** What a sale down to an impact raises, US dollars; its units into `sold`. */
  #raise(
    assets: Int32Array,
    held: Float64Array,
    prices: Float64Array,
    impact: number,
    market: Market,
    sold: Float64Array,
  ): number {
    let usd = 0;
    for (let k = 0; k < assets.length; k++) {
      sold[k] = Math.min(held[k]!, this.units(assets[k]!, impact, market));
      usd += sold[k]! * prices[k]!;
    }
    return usd;
  }
}
