import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { DepthLaws } from '../../../../src/simulation/market/depth.ts';
import { Market } from '../../../../src/simulation/market/market.ts';
import type { Depth } from '../../../../src/simulation/market/spec.ts';
import { PooledDepth } from '../../../../src/simulation/sellers/holders/pooled-depth.ts';
import { assetOf, bookOf, marketOf } from '../../market-example.ts';

/** One book an asset, at 1 dollar a unit. */
function example(depths: readonly Depth[]) {
  const spec = marketOf(
    depths.map((depth, k) => assetOf({ id: `a${k}`, price: 1, books: [bookOf({ depth })] })),
  );
  const pooled = new PooledDepth(spec);
  const market = new Market(spec);
  const assets = Int32Array.from(depths, (_, k) => k);
  const sale = (held: readonly number[], usd: number, prices = held.map(() => 1)) => {
    const sold = new Float64Array(held.length);
    pooled.cheapest(assets, Float64Array.from(held), Float64Array.from(prices), usd, market, sold);
    return [...sold];
  };
  return { pooled, market, sale };
}

/** ∫₀^x I(q) dq by the midpoint rule. */
function costOf(depth: Depth, x: number): number {
  const laws = new DepthLaws([depth]);
  const n = 400;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += laws.impact(0, ((i + 0.5) * x) / n);
  return (sum * x) / n;
}

const linear = (usd: number): Depth => ({ law: 'linear', usd });
const root = (volume: number, volatility = 0.02): Depth => ({
  law: 'square-root',
  prefactor: 1,
  volume,
  volatility,
});
const profile: Depth = { law: 'profile', distances: [0.001, 0.01, 0.05], usd: [20, 100, 200] };

describe('the cheapest sale', () => {
  it('splits by depth where impact is linear, until something runs out', () => {
    // equal impact: x_a ∝ D_a
    const { sale } = example([linear(300), linear(100)]);
    expect(sale([1000, 1000], 80)).toEqual([expect.closeTo(60, 9), expect.closeTo(20, 9)]);
    expect(sale([30, 1000], 80)).toEqual([expect.closeTo(30, 9), expect.closeTo(50, 9)]);
    expect(sale([30, 40], 80)).toEqual([30, 40]);
  });

  it('splits by V/(Yσ)² where impact is a square root', () => {
    // (1000/0.02²) : (1000/0.04²) = 4 : 1
    const { sale } = example([root(1000), root(1000, 0.04)]);
    expect(sale([1e6, 1e6], 50)).toEqual([expect.closeTo(40, 8), expect.closeTo(10, 8)]);
  });

  it('raises the amount at the prices of now', () => {
    const { sale } = example([linear(300), linear(100)]);
    const [x, y] = sale([1000, 1000], 80, [0.5, 2]);
    expect(0.5 * x! + 2 * y!).toBeCloseTo(80, 8);
    expect(x! / y!).toBeCloseTo(3, 8);
  });

  it('sees the makers that are left', () => {
    const { pooled, market, sale } = example([linear(300), linear(300)]);
    market.depth[0] = 1 / 3;
    expect(sale([1e3, 1e3], 80)).toEqual([expect.closeTo(20, 8), expect.closeTo(60, 8)]);
    expect(pooled.impact(0, 20, market)).toBeCloseTo(0.2, 12);
  });

  it('takes the books of an asset together', () => {
    const books = [
      bookOf({ depth: linear(100) }),
      bookOf({ venue: 'two', indexWeight: 0, depth: linear(300) }),
    ];
    const spec = marketOf([assetOf({ price: 2, books })]);
    // 0.1·(100 + 300) dollars at 2 dollars a unit
    expect(new PooledDepth(spec).units(0, 0.1, new Market(spec))).toBeCloseTo(20, 12);
  });

  it.prop([
    fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
    fc.constantFrom(linear(300), root(1e6), profile),
  ])('knows the impact of any quantity', (units, depth) => {
    const { pooled, market } = example([depth]);
    expect(pooled.units(0, pooled.impact(0, units, market), market) / units).toBeCloseTo(1, 9);
  });

  it('costs no more than any other split of three assets, tried one by one', () => {
    // Brute force over all splits of 120 dollars in steps of 2; costs integrated numerically, law by law.
    for (const held of [
      [500, 500, 500],
      [40, 500, 60],
      [500, 30, 50],
    ]) {
      const depths = [linear(4000), root(2e4), profile];
      const { sale } = example(depths);
      const cost = (x: readonly number[]) => x.reduce((sum, q, k) => sum + costOf(depths[k]!, q), 0);
      const found = sale(held, 120);
      expect(found.reduce((sum, q) => sum + q, 0)).toBeCloseTo(120, 8);
      let best = Number.POSITIVE_INFINITY;
      let at: number[] = [];
      for (let a = 0; a <= Math.min(120, held[0]!); a += 2) {
        for (let b = 0; b <= Math.min(120 - a, held[1]!); b += 2) {
          const split = [a, b, 120 - a - b];
          if (split[2]! > held[2]! || cost(split) >= best) continue;
          best = cost(split);
          at = split;
        }
      }
      expect(cost(found)).toBeLessThanOrEqual(best * (1 + 1e-4));
      expect(cost(found)).toBeGreaterThan(best * 0.98);
      for (let k = 0; k < 3; k++) expect(Math.abs(found[k]! - at[k]!)).toBeLessThanOrEqual(3);
    }
  });
});
