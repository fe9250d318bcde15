import fc from 'fast-check';
import type { CascadeState } from '../../../src/simulation/engine/job.ts';
import type { MarketSpec } from '../../../src/simulation/market/spec.ts';
import { assetOf, bookOf, marketOf } from '../market-example.ts';

/** What is chosen of a market of two coins, gold, an index and the yen; prices and sizes are those of 2025, rounded. */
export interface MarketChoice {
  /** Times the usual depth of every book. */
  readonly depth: number;
  /** Times the usual volatility. */
  readonly volatility: number;
  readonly lasting: number;
  /** Minutes in which books refill by half. */
  readonly refill: number;
  readonly makers: number;
  readonly stepMinutes: number;
  readonly hours: number;
}

export const CALM: MarketChoice = {
  depth: 1,
  volatility: 1,
  lasting: 0.1,
  refill: 30,
  makers: 0.5,
  stepMinutes: 5,
  hours: 27,
};

const COINS = [
  { id: 'btc-usd', price: 110_000, volatility: 0.025, volume: 9e10 },
  { id: 'eth-usd', price: 4000, volatility: 0.04, volume: 7e10 },
];
const OTHERS = [
  { id: 'gold-front', price: 4000, volatility: 0.012, volume: 1.5e11 },
  { id: 'nasdaq-100', price: 25_000, volatility: 0.011, volume: 3e11 },
  { id: 'jpy-usd', price: 0.0066, volatility: 0.006, volume: 1e12 },
];

/** Of the outer returns: coins together, gold apart, the yen against the index. */
const CORRELATION = [
  [1, 0.8, 0.1, 0.4, -0.1],
  [0.8, 1, 0.1, 0.4, -0.1],
  [0.1, 0.1, 1, 0.1, 0.2],
  [0.4, 0.4, 0.1, 1, -0.3],
  [-0.1, -0.1, 0.2, -0.3, 1],
];

/** Minutes from the start at which New York closes: an hour after it and a day later. */
const CLOSES = [60, 1500];

/** Two coins with a perpetual and a spot book each, and three assets with one book. */
export function exampleMarket(choice: MarketChoice = CALM, changes: Partial<MarketSpec> = {}): MarketSpec {
  const { depth, volatility: calm, lasting, refill, makers, stepMinutes, hours } = choice;
  const depthOf = (volume: number, volatility: number) =>
    ({ law: 'square-root', prefactor: 1, volume: volume * depth, volatility }) as const;
  const common = {
    lasting,
    makers: { sensitivity: makers, least: 0.1, halfLife: 15 },
    arbitrage: { cost: 0.001, halfLife: 1 },
    markHalfLife: 1,
  };
  const coins = COINS.map(({ id, price, volatility, volume }) =>
    assetOf({
      id,
      price,
      volume,
      volatility: volatility * calm,
      books: [
        bookOf({
          venue: 'binance',
          depth: depthOf(0.8 * volume, volatility),
          indexWeight: 0,
          refillHalfLife: refill,
        }),
        bookOf({
          venue: 'spot',
          kind: 'spot',
          depth: depthOf(0.2 * volume, volatility),
          refillHalfLife: refill,
        }),
      ],
      ...common,
    }),
  );
  const others = OTHERS.map(({ id, price, volatility, volume }) =>
    assetOf({
      id,
      price,
      volume,
      volatility: volatility * calm,
      books: [
        bookOf({
          venue: 'exchange',
          kind: 'exchange',
          depth: depthOf(volume, volatility),
          refillHalfLife: refill,
        }),
      ],
      ...common,
    }),
  );
  return marketOf([...coins, ...others], {
    stepMinutes,
    steps: Math.round((hours * 60) / stepMinutes),
    correlation: CORRELATION,
    closes: CLOSES.filter((minute) => minute <= hours * 60),
    ...changes,
  });
}

/** Realistic parameters of a seller, and which of their fields say how much it has. */
export interface Example {
  readonly params: unknown;
  /** Names of fields, at any depth, that are its size: at zero it does nothing. */
  readonly sizes: readonly string[];
  /** The sign of its size says the direction, so that below zero is allowed. */
  readonly signed?: true;
  /**
   * Other values of fields, at any depth, with which it sells no less into a lower price. Auto-deleveraging by design keeps out of the book
   * what an empty insurance fund cannot pay; a loan or fund answers a day's return only up to its limit.
   */
  readonly monotone?: Readonly<Record<string, number>>;
}

const LADDER = { binWidth: 0.001, bins: 2000 };
const TIERS = [
  { floor: 0, cap: 300_000, rate: 0.004, maxLeverage: 125 },
  { floor: 300_000, cap: 3e6, rate: 0.01, maxLeverage: 50 },
  { floor: 3e6, cap: 1e12, rate: 0.05, maxLeverage: 10 },
];
const venue = (asset: string, openInterest: number) => ({
  asset,
  venue: 'binance',
  openInterest,
  tiers: TIERS,
  sizes: [
    { usd: 2e4, share: 0.5 },
    { usd: 1e7, share: 0.5 },
  ],
  long: {
    hedged: 0.4,
    leverage: [3, 5, 10, 20, 50].map((leverage) => ({ leverage, share: 0.2 })),
  },
  short: { hedged: 0.7, leverage: [3, 10, 25].map((leverage) => ({ leverage, share: 1 / 3 })) },
  entries: [
    { at: 0, lowSince: 0, highSince: 0, ageDays: 0, share: 0.5 },
    { at: 0.05, lowSince: -0.01, highSince: 0.06, ageDays: 4, share: 0.3 },
    { at: -0.04, lowSince: -0.05, highSince: 0.02, ageDays: 9, share: 0.2 },
  ],
  insuranceFund: 5e7,
});

/** By the id of the seller. */
export const EXAMPLES: Readonly<Record<string, Example>> = {
  perpetuals: {
    params: { venues: [venue('btc-usd', 2e10), venue('eth-usd', 1e10)], ...LADDER },
    sizes: ['openInterest'],
    monotone: { insuranceFund: 1e15 },
  },
  'leveraged-funds': {
    params: {
      funds: [
        { name: 'three times', asset: 'nasdaq-100', leverage: 3, netAssets: 3e10 },
        { name: 'inverse', asset: 'nasdaq-100', leverage: -3, netAssets: 3e9 },
        { name: 'twice', asset: 'gold-front', leverage: 2, netAssets: 2e9, creations: -1e8 },
      ],
      earlyShare: 0.4,
      earlyMinutes: 30,
    },
    sizes: ['netAssets', 'creations'],
  },
  'volatility-target': {
    params: {
      programmes: [
        {
          name: 'controlled',
          assets: 2e11,
          target: 0.12,
          cap: 1.5,
          holdings: [{ asset: 'nasdaq-100', volatility: 0.01 }],
        },
        {
          name: 'risk parity',
          assets: 1e11,
          target: 0.1,
          cap: 2,
          days: 2,
          holdings: [
            { asset: 'nasdaq-100', volatility: 0.01 },
            { asset: 'gold-front', volatility: 0.012 },
          ],
        },
      ],
    },
    sizes: ['assets'],
  },
  'trend-followers': {
    params: {
      minutes: 60,
      portfolios: [
        {
          asset: 'gold-front',
          size: 3e10,
          lookbacks: [
            { days: 21, weight: 0.5, references: [-0.02] },
            { days: 63, weight: 0.5, references: [-0.06] },
          ],
        },
        { asset: 'btc-usd', size: 5e9, lookbacks: [{ days: 21, weight: 1, references: [-0.05] }] },
      ],
    },
    sizes: ['size'],
  },
  'margin-hike': {
    params: {
      hikes: [
        {
          asset: 'gold-front',
          openInterest: 1.5e11,
          before: 0.06,
          after: 0.09,
          effective: 120,
          over: 60,
          unfunded: 0.2,
        },
      ],
    },
    sizes: ['openInterest'],
  },
  'scheduled-flow': {
    params: { flows: [{ asset: 'eth-usd', usd: 3e8, at: 30, over: 90 }] },
    sizes: ['usd'],
    signed: true,
  },
  'stop-orders': {
    params: {
      holders: [
        {
          asset: 'btc-usd',
          venue: 'spot',
          usd: 5e8,
          round: 0.4,
          lows: 0.2,
          distance: 0.06,
          below: 0.002,
          pastLows: [{ at: -0.08, weight: 1 }],
        },
      ],
      ...LADDER,
    },
    sizes: ['usd'],
  },
  'collateral-loans': {
    params: {
      pools: [
        {
          asset: 'eth-usd',
          venue: 'spot',
          debt: 5e9,
          threshold: 0.8,
          closeFactor: 0.5,
          bonus: 0.05,
          oracleLag: 10,
          bands: [
            { health: 1.05, share: 0.2 },
            { health: 1.3, share: 0.4 },
            { health: 2, share: 0.4 },
          ],
        },
      ],
      ...LADDER,
    },
    sizes: ['debt'],
  },
  'bargain-hunters': {
    params: {
      buyers: [
        {
          asset: 'btc-usd',
          venue: 'spot',
          capacity: 2e9,
          anchor: 0.02,
          threshold: 0.05,
          slope: 5,
          patience: 600,
          reaction: 30,
        },
      ],
    },
    sizes: ['capacity'],
  },
  'short-covering': {
    params: {
      shorts: [
        {
          asset: 'btc-usd',
          venue: 'binance',
          interest: 8e9,
          hedged: 0.6,
          profit: { share: 0.4, distance: 0.1 },
          trailing: { share: 0.3, distance: 0.03 },
          levels: [{ at: -0.05, share: 0.2 }],
        },
      ],
    },
    sizes: ['interest'],
  },
  'carry-trades': {
    params: {
      positions: [
        { asset: 'nasdaq-100', usd: 1.5e11 },
        { asset: 'btc-usd', usd: 5e9 },
      ],
      leverage: 5,
      lossLimit: 0.1,
      lossAll: 0.6,
    },
    sizes: ['usd'],
  },
  'common-holders': {
    params: {
      funds: [
        {
          name: 'proportional',
          holdings: [
            { asset: 'nasdaq-100', usd: 5e10 },
            { asset: 'gold-front', usd: 2e10 },
            { asset: 'btc-usd', usd: 3e9 },
          ],
          leverage: 3,
          trigger: 3.3,
          target: 3,
          order: 'proportional',
        },
        {
          name: 'liquid first',
          holdings: [
            { asset: 'gold-front', usd: 1e10 },
            { asset: 'eth-usd', usd: 2e9 },
          ],
          other: 1e10,
          leverage: 2.5,
          trigger: 2.6,
          target: 2.4,
          order: 'liquid-first',
        },
      ],
    },
    sizes: ['usd', 'other'],
  },
  'etf-flows': {
    params: {
      funds: [
        { asset: 'btc-usd', usd: 1.2e11, elasticity: 0.1, limit: 0.03, lastReturn: -0.02 },
        { asset: 'eth-usd', usd: 2e10, elasticity: 0.15, limit: 0.03 },
      ],
    },
    sizes: ['usd'],
  },
  'fund-redemptions': {
    params: {
      funds: [
        {
          name: 'shares and gold',
          holdings: [
            { asset: 'nasdaq-100', usd: 4e11 },
            { asset: 'gold-front', usd: 5e10, lastReturn: -0.01 },
          ],
          sensitivity: 0.3,
          convexity: 1,
          threshold: 0.02,
          limit: 0.2,
        },
      ],
    },
    sizes: ['usd'],
  },
};

/** A value with the numbers of fields of some names, at any depth, made others. */
export function withFields<T>(value: T, names: readonly string[], change: (was: number) => number): T {
  if (Array.isArray(value)) return value.map((one) => withFields(one, names, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      typeof one === 'number' && names.includes(key) ? change(one) : withFields(one, names, change),
    ]),
  ) as T;
}

/** Parameters of an example with its sizes so many times as large. */
export function scaled({ params, sizes }: Example, factor: number): unknown {
  return withFields(params, sizes, (size) => size * factor);
}

/** The example market with some of the sellers on it. */
export function stateOf(ids: readonly string[], market = exampleMarket(), factor = 1): CascadeState {
  return {
    market,
    sellers: Object.fromEntries(ids.map((id) => [id, scaled(EXAMPLES[id]!, factor)])),
  };
}

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** Even on the scale of logs. */
const power = (min: number, max: number) => between(Math.log(min), Math.log(max)).map(Math.exp);

/** Markets thin and deep, calm and wild, in small and large steps. */
export const marketChoices: fc.Arbitrary<MarketChoice> = fc.record({
  depth: power(0.05, 20),
  volatility: between(0, 4),
  lasting: between(0, 1),
  refill: power(2, 1e4),
  makers: between(0, 2),
  stepMinutes: fc.constantFrom(2.5, 5, 15, 60),
  hours: fc.constantFrom(3, 27),
});

/** Log returns from outside, one an asset, mostly falls. */
export const shocks: fc.Arbitrary<number[]> = fc.array(between(-0.6, 0.25), { minLength: 5, maxLength: 5 });

export const sizeFactors: fc.Arbitrary<number> = power(0.01, 5);
