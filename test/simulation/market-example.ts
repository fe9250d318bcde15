import type { AssetSpec, BookSpec, Depth, MarketSpec } from '../../src/simulation/market/spec.ts';

const LINEAR: Depth = { law: 'linear', usd: 1e10 };

/** A book with nothing surprising in it. */
export function bookOf(changes: Partial<BookSpec> = {}): BookSpec {
  return { venue: 'one', kind: 'perpetual', depth: LINEAR, refillHalfLife: 1e12, indexWeight: 1, ...changes };
}

/** A calm asset at 100 dollars with one book: no chance, no healing, makers who stay, a mark that is the last price. */
export function assetOf(changes: Partial<AssetSpec> = {}): AssetSpec {
  return {
    id: 'coin',
    price: 100,
    sinceClose: 0,
    volatility: 0,
    volume: 1e10,
    books: [bookOf()],
    lasting: 0,
    makers: { sensitivity: 0, least: 0.1, halfLife: 60 },
    arbitrage: { cost: 0, halfLife: 1 },
    markHalfLife: 0.001,
    ...changes,
  };
}

/** A market of these assets, uncorrelated, five minutes a step. */
export function marketOf(
  assets: readonly AssetSpec[] = [assetOf()],
  changes: Partial<MarketSpec> = {},
): MarketSpec {
  return {
    start: Date.UTC(2025, 9, 10, 20),
    stepMinutes: 5,
    steps: 12,
    assets: [...assets],
    correlation: assets.map((_, i) => assets.map((_, j) => (i === j ? 1 : 0))),
    closes: [60],
    ...changes,
  };
}
