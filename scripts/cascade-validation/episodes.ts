/** Episodes to be foretold, each from an instant before it; what is seen later is read only for the score. */
export const EPISODES = [
  {
    id: '20–21 November 2025',
    start: '2025-11-20T14:00Z',
    minutes: 2040,
    stepMinutes: 10,
    assets: ['btc-usd', 'eth-usd', 'sol-usd', 'xrp-usd', 'doge-usd', 'nasdaq-100', 'sp500'],
    targets: [
      { asset: 'btc-usd', series: 'btc-usd-1h' },
      { asset: 'eth-usd', series: 'eth-usd-4h' },
    ],
    /** S&P 500 at its close, and minutes until then. */
    outer: { until: '2025-11-20T21:00Z' },
    /** Liquidated over all coins in 24 hours, US dollars, as quoted in the press from CoinGlass. */
    reported: 0.958e9,
  },
  {
    id: '30 January 2026',
    start: '2026-01-30T01:00Z',
    minutes: 1260,
    stepMinutes: 30,
    assets: ['btc-usd', 'gold-front', 'silver-front', 'nasdaq-100', 'sp500'],
    targets: [
      { asset: 'silver-front', series: 'silver-front' },
      { asset: 'gold-front', series: 'gold-front' },
      { asset: 'btc-usd', series: 'btc-usd-1h' },
    ],
    outer: { until: '2026-01-30T21:00Z' },
    reported: 1.7e9,
  },
  {
    id: '5–6 February 2026',
    start: '2026-02-05T00:00Z',
    minutes: 2880,
    stepMinutes: 10,
    assets: ['btc-usd', 'eth-usd', 'sol-usd', 'xrp-usd', 'doge-usd', 'nasdaq-100', 'sp500'],
    targets: [
      { asset: 'btc-usd', series: 'btc-usd-1h' },
      { asset: 'eth-usd', series: 'eth-usd-4h' },
    ],
    outer: { until: '2026-02-05T21:00Z' },
    reported: 1.45e9,
  },
] as const;

export type Foretold = (typeof EPISODES)[number];
