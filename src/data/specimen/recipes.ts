import { on, type Recipe, recipe } from './recipe.ts';

const range = { bar: 'range' } as const;
const coin = { regime: 'crypto' } as const;
const nominal = { state: 'floored', change: 'difference' } as const;
const spread = { change: 'difference' } as const;

/** Six leaders first; every other series stands behind all that drive it. Betas are round figures of the right sign and size. */
export const RECIPES: readonly Recipe[] = [
  recipe('sp500', 0, [], range),
  recipe('us-10y', 0, [], nominal),
  recipe('dollar-index', 0, []),
  recipe('gold-front', 0, [], { bar: 'full', volume: 190_000 }),
  recipe('wti-front', 0, [], range),
  recipe('btc-usd', 0, [], { ...coin, bar: 'full', volume: 38_000 }),

  recipe('eth-usd', 0.024, [on('btc-usd', 1.05)], { ...coin, bar: 'full', volume: 420_000 }),
  recipe('sol-usd', 0.032, [on('btc-usd', 0.6), on('eth-usd', 0.55)], { ...coin, ...range }),
  recipe('xrp-usd', 0.032, [on('btc-usd', 0.85)], coin),
  recipe('bnb-usd', 0.024, [on('btc-usd', 0.85)], coin),
  recipe('doge-usd', 0.038, [on('btc-usd', 1)], coin),

  recipe('nasdaq-100', 0.0042, [on('sp500', 1.15), on('us-10y', -0.5)], range),
  recipe('nasdaq-composite', 0.001, [on('nasdaq-100', 0.86), on('sp500', 0.12)], range),
  recipe('dow-jones', 0.0026, [on('sp500', 0.94)]),
  recipe('russell-2000', 0.0058, [on('sp500', 1.15)]),
  recipe('semiconductors', 0.0085, [on('nasdaq-100', 1.35)]),
  recipe('usd-jpy', 0.0036, [on('dollar-index', 0.65), on('us-10y', 4), on('sp500', 0.06)]),
  recipe('eur-usd', 0.0018, [on('dollar-index', -1.12)]),
  recipe('aud-jpy', 0.0042, [on('usd-jpy', 0.7), on('sp500', 0.2)]),
  recipe('nikkei-225', 0.0082, [on('sp500', 0.5, { lag: 1 }), on('usd-jpy', 0.4)], range),
  recipe('euro-stoxx-50', 0.0062, [on('sp500', 0.6), on('sp500', 0.2, { lag: 1 })]),
  recipe('dax', 0.0028, [on('euro-stoxx-50', 0.96)]),
  recipe('ftse-100', 0.0045, [on('euro-stoxx-50', 0.65)]),
  recipe('hang-seng', 0.0092, [on('sp500', 0.35, { lag: 1 })]),
  recipe('shanghai-composite', 0.009, [on('hang-seng', 0.35)]),
  recipe('kospi', 0.007, [on('sp500', 0.35, { lag: 1 }), on('hang-seng', 0.25)]),
  recipe('taiex', 0.0065, [on('nasdaq-100', 0.4, { lag: 1 }), on('hang-seng', 0.2)]),

  recipe('spy', 0.0003, [on('sp500', 1)], { bar: 'full', volume: 85_000_000 }),
  recipe('qqq', 0.0003, [on('nasdaq-100', 1)], range),
  recipe('iwm', 0.0005, [on('russell-2000', 1)]),
  recipe('eem', 0.0055, [on('sp500', 0.7), on('hang-seng', 0.22), on('dollar-index', -0.6)]),
  recipe('efa', 0.0035, [on('sp500', 0.55), on('euro-stoxx-50', 0.35), on('dollar-index', -0.5)]),
  recipe('arkk', 0.011, [on('nasdaq-100', 1.35)]),
  recipe('igv', 0.0055, [on('nasdaq-100', 0.98)]),
  recipe('smh', 0.0012, [on('semiconductors', 0.97)]),
  recipe('kre', 0.0105, [on('sp500', 1.1), on('us-10y', 8)]),
  recipe('xlb', 0.0052, [on('sp500', 1.02)]),
  recipe('xlc', 0.0055, [on('nasdaq-100', 0.8)]),
  recipe('xle', 0.0085, [on('sp500', 0.85), on('wti-front', 0.28)]),
  recipe('xlf', 0.0052, [on('sp500', 1.05), on('us-10y', 4.5)]),
  recipe('xli', 0.0042, [on('sp500', 1.02)]),
  recipe('xlk', 0.003, [on('nasdaq-100', 1.02)]),
  recipe('xlp', 0.0045, [on('sp500', 0.55)]),
  recipe('xlre', 0.0072, [on('sp500', 0.82), on('us-10y', -6)]),
  recipe('xlu', 0.0075, [on('sp500', 0.55), on('us-10y', -6)]),
  recipe('xlv', 0.0048, [on('sp500', 0.78)]),
  recipe('xly', 0.0045, [on('nasdaq-100', 0.55), on('sp500', 0.5)]),
  recipe('mstr', 0.019, [on('sp500', 0.9), on('btc-usd', 0.85, { from: '2020-08-11' })], range),
  recipe('coin', 0.024, [on('sp500', 0.9), on('btc-usd', 0.7)]),
  recipe('nvda', 0.014, [on('semiconductors', 1.15)]),
  recipe('metaplanet', 0.036, [on('nikkei-225', 0.4), on('btc-usd', 0.7, { from: '2024-04-08' })]),

  recipe('silver-front', 0.0105, [on('gold-front', 1.45), on('sp500', 0.15)], range),
  recipe('copper-front', 0.0095, [on('sp500', 0.35), on('dollar-index', -0.7)], range),
  recipe('platinum-front', 0.0095, [on('gold-front', 0.8), on('sp500', 0.15)]),
  recipe('palladium-front', 0.0155, [on('platinum-front', 0.7), on('sp500', 0.2)]),
  recipe('gld', 0.0012, [on('gold-front', 0.98)], range),
  recipe('slv', 0.0025, [on('silver-front', 0.98)], range),
  recipe('gdx', 0.0105, [on('gold-front', 1.65), on('sp500', 0.35)], range),
  recipe('gdxj', 0.006, [on('gdx', 1.08)]),

  recipe('brent-front', 0.0045, [on('wti-front', 0.92)]),
  recipe('natgas-front', 0.031, [on('wti-front', 0.15)]),
  recipe('uso', 0.0025, [on('wti-front', 0.95)]),

  recipe('us-hy-oas', 0.011, [on('sp500', -1.9), on('wti-front', -0.1)], spread),
  recipe('us-ig-oas', 0.009, [on('us-hy-oas', 7)], spread),
  recipe('hyg', 0.0012, [on('us-hy-oas', -3.6), on('us-10y', -1.3)]),

  recipe('us-2y', 0.0003, [on('us-10y', 0.65)], nominal),
  recipe('us-30y', 0.0002, [on('us-10y', 0.88)], nominal),
  recipe('us-10y-real', 0.00026, [on('us-10y', 0.75)], { state: 'plain', change: 'difference' }),
  recipe('tlt', 0.0014, [on('us-30y', -16.5)]),
  recipe('ief', 0.0006, [on('us-10y', -7.4)]),
  recipe('lqd', 0.001, [on('us-10y', -7.6), on('us-ig-oas', -6.5)]),
  recipe('shy', 0.00025, [on('us-2y', -1.8)]),
  recipe('bil', 0.0001, []),

  recipe('vix', 0.04, [on('sp500', -4.6)], {
    ...range,
    reversion: { speed: 0.12, levels: [13.5, 19, 34, 22] },
  }),
  recipe('vix3m', 0.009, [on('vix', 0.55)], { reversion: { speed: 0.05, levels: [15.5, 20.5, 31, 23] } }),
  recipe('vvix', 0.03, [on('vix', 0.5)], { reversion: { speed: 0.09, levels: [86, 98, 130, 104] } }),
  recipe('move', 0.04, [on('vix', 0.12)], { reversion: { speed: 0.05, levels: [66, 84, 125, 92] } }),
];
