import type { BookSpec } from '../market/spec.ts';

/** Venues of perpetual contracts with their share of the volume and of the open interest when nothing is measured. */
export const PERPETUAL_VENUES = [
  { venue: 'binance', share: 0.35 },
  { venue: 'bybit', share: 0.19 },
  { venue: 'okx', share: 0.16 },
  { venue: 'bitget', share: 0.18 },
  { venue: 'hyperliquid', share: 0.12 },
] as const;

export interface MarketAsset {
  readonly id: string;
  readonly kind: 'crypto' | 'exchange';
  /** Series its price may be read from; the latest known one counts. */
  readonly prices: readonly string[];
  /** Daily series of its volatility and correlation. */
  readonly daily: string;
  /** The price is 1 over the series. */
  readonly inverse?: true;
  /** US dollars traded a day: range of the prior, and where it comes from. */
  readonly volume: readonly [number, number];
  readonly volumeSource: string;
}

const CRYPTO_VOLUME =
  'CoinGecko and CoinGlass daily volumes of spot and perpetual markets, autumn 2025, rounded';

/** Assets that the simulation knows, in its order. */
export const MARKET_ASSETS: readonly MarketAsset[] = [
  {
    id: 'btc-usd',
    kind: 'crypto',
    prices: ['btc-usd-1m', 'btc-mark-5m', 'btc-usd-1h', 'btc-usd-4h', 'btc-usd'],
    daily: 'btc-usd',
    volume: [6e10, 1.5e11],
    volumeSource: CRYPTO_VOLUME,
  },
  {
    id: 'eth-usd',
    kind: 'crypto',
    prices: ['eth-usd-1m', 'eth-usd-1h', 'eth-usd-4h', 'eth-usd'],
    daily: 'eth-usd',
    volume: [5e10, 1.2e11],
    volumeSource: CRYPTO_VOLUME,
  },
  {
    id: 'sol-usd',
    kind: 'crypto',
    prices: ['sol-usd-1m', 'sol-perpetual-30m', 'sol-usd-1h', 'sol-usd'],
    daily: 'sol-usd',
    volume: [1e10, 4e10],
    volumeSource: CRYPTO_VOLUME,
  },
  {
    id: 'xrp-usd',
    kind: 'crypto',
    prices: ['xrp-usd-1m', 'xrp-perpetual-30m', 'xrp-usd-1h', 'xrp-usd'],
    daily: 'xrp-usd',
    volume: [5e9, 2e10],
    volumeSource: CRYPTO_VOLUME,
  },
  {
    id: 'doge-usd',
    kind: 'crypto',
    prices: ['doge-usd-1m', 'doge-perpetual-30m', 'doge-usd-1h', 'doge-usd'],
    daily: 'doge-usd',
    volume: [4e9, 1.5e10],
    volumeSource: CRYPTO_VOLUME,
  },
  {
    id: 'gold-front',
    kind: 'exchange',
    prices: ['gold-front'],
    daily: 'gold-front',
    volume: [8e10, 2.5e11],
    volumeSource:
      'World Gold Council, gold trading volumes: COMEX 60 to 120 bn and OTC on top, US dollars a day, 2025',
  },
  {
    id: 'silver-front',
    kind: 'exchange',
    prices: ['silver-front'],
    daily: 'silver-front',
    volume: [1e10, 6e10],
    volumeSource:
      'CME Group, COMEX silver: 80 to 250 thousand contracts of 5,000 oz a day, 2025 to January 2026',
  },
  {
    id: 'nasdaq-100',
    kind: 'exchange',
    prices: ['nasdaq-100'],
    daily: 'nasdaq-100',
    volume: [2e11, 5e11],
    volumeSource:
      'CME Group E-mini and Micro Nasdaq-100 futures (500 to 800 thousand of $20 an index point) with funds and shares',
  },
  {
    id: 'sp500',
    kind: 'exchange',
    prices: ['sp500'],
    daily: 'sp500',
    volume: [4e11, 9e11],
    volumeSource:
      'CME Group E-mini S&P 500 futures (1.2 to 2 million of $50 an index point) with funds and shares',
  },
  {
    id: 'jpy-usd',
    kind: 'exchange',
    prices: ['usd-jpy'],
    daily: 'usd-jpy',
    inverse: true,
    volume: [6e11, 1.4e12],
    volumeSource: 'BIS Triennial Survey April 2022 and 2025: dollar against yen, US dollars a day',
  },
];

/** What a book has apart from its depth. */
export type BookShape = Omit<BookSpec, 'depth' | 'refillHalfLife'> & { readonly depthShare: number };

/** Share of the volume of a coin that its spot markets have. */
const SPOT_SHARE = 0.2;

/** Books of an asset: for a coin one a venue of perpetuals and one for all spot markets, which make its index; else one. */
export function bookShapes(kind: MarketAsset['kind'], shares: Readonly<Record<string, number>>): BookShape[] {
  if (kind === 'exchange') return [{ venue: 'exchange', kind: 'exchange', indexWeight: 1, depthShare: 1 }];
  return [
    ...PERPETUAL_VENUES.map(({ venue }) => ({
      venue,
      kind: 'perpetual' as const,
      indexWeight: 0,
      depthShare: (1 - SPOT_SHARE) * (shares[venue] ?? 0),
    })).filter(({ depthShare }) => depthShare > 0),
    { venue: 'spot', kind: 'spot', indexWeight: 1, depthShare: SPOT_SHARE },
  ];
}
