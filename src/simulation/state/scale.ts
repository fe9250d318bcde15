import type { View } from '../../data/view.ts';
import type { History } from '../../diagnosis/history.ts';
import { bookShapes, MARKET_ASSETS, type MarketAsset } from './assets.ts';
import { readPrices } from './prices.ts';
import type { Setting } from './reading.ts';
import { venueShares } from './venue-shares.ts';
import { ewmaVolatility } from './volatility.ts';

/** By what sellers without a measured size are scaled. */
export interface AssetScale {
  readonly asset: MarketAsset;
  /** US dollars a unit at the start. */
  readonly price: number;
  /** A day, fraction. */
  readonly volatility: number;
  /** Middle of the prior of what is traded a day, US dollars. */
  readonly volume: number;
  /** Venues of the market with their share in the depth; they sum to 1. */
  readonly venues: readonly { readonly venue: string; readonly share: number }[];
}

/** Volatility a day where there are too few prices. */
const USUAL_VOLATILITY = { crypto: 0.03, exchange: 0.012 } as const;

/** Scales of the assets of the market, and the histories of their prices. */
export async function readScales({ view, assets }: Pick<Setting, 'view' | 'assets'>): Promise<{
  readonly scales: readonly AssetScale[];
  readonly histories: ReadonlyMap<string, History>;
}> {
  const known = MARKET_ASSETS.filter(({ id }) => assets.some((one) => one.id === id));
  const [histories, shares] = await Promise.all([readPrices(view, known), sharesOf(view, known)]);
  const scales = known.map((asset): AssetScale => {
    const { price, venues } = assets.find(({ id }) => id === asset.id)!;
    const volatility = ewmaVolatility(histories.get(asset.daily));
    const shapes = bookShapes(asset.kind, shares).filter(({ venue }) => venues.includes(venue));
    const whole = shapes.reduce((sum, { depthShare }) => sum + depthShare, 0);
    return {
      asset,
      price,
      volatility: volatility > 0 ? volatility : USUAL_VOLATILITY[asset.kind],
      volume: Math.sqrt(asset.volume[0] * asset.volume[1]),
      venues: shapes.map(({ venue, depthShare }) => ({ venue, share: depthShare / whole })),
    };
  });
  return { scales, histories };
}

async function sharesOf(view: View, assets: readonly MarketAsset[]) {
  return assets.some(({ kind }) => kind === 'crypto') ? (await venueShares(view)).shares : {};
}
