import { z } from 'zod';
import type { Market } from '../market/market.ts';
import type { MarketSpec } from '../market/spec.ts';
import { assetIndex, bookIndex } from './books.ts';
import { type Demand, Purchases } from './purchases.ts';
import { type Desk, type SellerRun, seller } from './seller.ts';

const buyer = z.object({
  asset: z.string(),
  venue: z.string(),
  capacity: z.number().min(0).describe('unit: US dollars at the price of the start'),
  /** What they think the price should be at the start: 0 the price itself, a moving mean otherwise. */
  anchor: z.number().describe('unit: log relative to the start'),
  threshold: z.number().min(0).describe('unit: log below the anchor at which they begin to buy'),
  slope: z.number().min(0).describe('unit: fraction of capacity for one log unit below the threshold'),
  patience: z
    .number()
    .positive()
    .describe('unit: minutes in which the anchor comes half of the way to the price'),
  reaction: z.number().min(0).describe('unit: minutes in which half of what they want has been bought'),
});

export const bargainHuntersParams = z.object({ buyers: z.array(buyer) });

export type BargainHuntersParams = z.infer<typeof bargainHuntersParams>;
type Buyer = BargainHuntersParams['buyers'][number];

/**
 * Buyers who think the price too low: H*(p) = C·min(1, s·max(0, a − p − θ)), bought at limits, less what they had at the start.
 * C capacity, s slope, a anchor, θ threshold, p log price of their book. Of what is lacking at the beginning of a step they buy
 * 1 − ½^(Δt/reaction); the anchor comes to the index with a half-life of `patience`. They never sell.
 *
 * Notes: `bought` US dollars (at the price of the start), `full` buyers without money left.
 * @see Grossman & Miller (1988), Liquidity and market structure, J. Finance 43(3); Brunnermeier & Pedersen (2005), Predatory trading,
 * J. Finance 60(4) (demand of long-term traders, linear in the distance from their value)
 */
export const bargainHunters = seller({
  id: 'bargain-hunters',
  title: { 'zh-Hans': '逢低买盘', 'zh-Hant': '逢低買盤', en: 'Bargain hunters' },
  summary: {
    'zh-Hans': '价格跌到其锚以下一定距离后买入，跌得越深买得越多，直到资金用完；不会卖出。',
    'zh-Hant': '價格跌到其錨以下一定距離後買入，跌得越深買得越多，直到資金用完；不會賣出。',
    en: 'They buy once the price lies far enough below their anchor, the more the deeper, until their money is spent; they never sell.',
  },
  side: 'buyer',
  source: 'Grossman & Miller (1988), J. Finance 43(3); Brunnermeier & Pedersen (2005), J. Finance 60(4)',
  params: bargainHuntersParams,
  plan({ buyers }, market) {
    const places = buyers.map(({ asset, venue }) => ({
      asset: assetIndex(market, asset),
      book: bookIndex(market, asset, venue),
    }));
    return { start: () => new BargainRun(market, buyers, places) };
  },
});

class BargainRun implements SellerRun {
  readonly #buyers: readonly Buyer[];
  readonly #places: readonly { readonly asset: number; readonly book: number }[];
  readonly #purchases: Purchases;
  readonly #anchor: Float64Array;
  readonly #capacity: Float64Array;
  /** Bought before the start, at its price: C·min(1, s·max(0, a − θ)). */
  readonly #owned: Float64Array;
  /** Held at the beginning of the step. */
  readonly #before: Float64Array;
  readonly #drift: Float64Array;
  readonly #speed: Float64Array;
  readonly #demand: Demand;

  constructor(
    market: MarketSpec,
    buyers: readonly Buyer[],
    places: readonly { readonly asset: number; readonly book: number }[],
  ) {
    this.#buyers = buyers;
    this.#places = places;
    this.#anchor = Float64Array.from(buyers, ({ anchor }) => anchor);
    this.#owned = Float64Array.from(buyers, (one) => wantedBy(one, one.anchor));
    this.#capacity = Float64Array.from(buyers, ({ capacity }, k) => capacity - this.#owned[k]!);
    this.#before = new Float64Array(buyers.length);
    const minutes = market.stepMinutes;
    this.#drift = Float64Array.from(buyers, ({ patience }) => 1 - 0.5 ** (minutes / patience));
    this.#speed = Float64Array.from(buyers, ({ reaction }) => 1 - 0.5 ** (minutes / reaction));
    this.#purchases = new Purchases(
      market,
      places.map(({ book }) => book),
      [...this.#capacity],
    );
    this.#demand = (k, last) => {
      const wanted = wantedBy(this.#buyers[k]!, this.#anchor[k]! - last) - this.#owned[k]!;
      const before = this.#before[k]!;
      return wanted <= before ? before : before + this.#speed[k]! * (wanted - before);
    };
  }

  reset(): void {
    this.#purchases.reset();
    this.#before.fill(0);
    for (const [k, { anchor }] of this.#buyers.entries()) this.#anchor[k] = anchor;
  }

  trade(market: Market, desk: Desk): void {
    for (let k = 0; k < this.#buyers.length; k++) {
      this.#purchases.limit(k, this.#demand, market, desk);
    }
  }

  filled(_book: number, units: number, price: number): void {
    this.#purchases.filled(units, price);
  }

  endStep(market: Market): void {
    this.#purchases.endStep();
    for (let k = 0; k < this.#buyers.length; k++) {
      const anchor = this.#anchor[k]!;
      this.#anchor[k] = anchor + this.#drift[k]! * (market.index[this.#places[k]!.asset]! - anchor);
      this.#before[k] = this.#purchases.held[k]!;
    }
  }

  balance() {
    return this.#purchases.balance();
  }

  notes() {
    const { held } = this.#purchases;
    let [bought, full] = [0, 0];
    for (let k = 0; k < held.length; k++) {
      bought += held[k]!;
      if (this.#capacity[k]! > 0 && held[k]! >= 0.999 * this.#capacity[k]!) full++;
    }
    return { bought, full };
  }
}

function wantedBy({ capacity, threshold, slope }: Buyer, discount: number): number {
  return capacity * Math.min(1, slope * Math.max(0, discount - threshold));
}
