import { expect } from 'vitest';
import { type Onlooker, PathEngine } from '../../src/simulation/engine/path.ts';
import { Market } from '../../src/simulation/market/market.ts';
import type { MarketSpec } from '../../src/simulation/market/spec.ts';
import type { SellerPlan } from '../../src/simulation/sellers/seller.ts';

/** One path with a fall from outside, a fraction of the price of the first asset, over some minutes. */
export function pathOf(
  market: MarketSpec,
  plans: readonly SellerPlan[],
  move: number,
  { over = 0, seed = 1, onlooker = {} as Onlooker } = {},
) {
  const engine = new PathEngine(market, plans);
  const lows: number[] = [];
  const moves = new Float64Array(market.assets.length);
  moves[0] = Math.log1p(move);
  engine.run(seed, 0, { moves, over }, { ...onlooker, endStep: (now) => lows.push(now.index[0]!) });
  return { engine, ledger: engine.ledger, low: Math.min(...lows), final: lows.at(-1)!, lows };
}

/** What a seller asks for at given last prices, by book, from its reset; the market is not moved by it. */
export function ordersAt(market: MarketSpec, plan: SellerPlan, prices: readonly number[]): number[] {
  const run = plan.start();
  run.reset();
  const now = new Market(market);
  return prices.map((price) => {
    now.begin(0, Float64Array.of(price - now.outer[0]!, ...new Float64Array(market.assets.length - 1)));
    let units = 0;
    run.trade(now, { sell: (_, sold) => (units += sold) }, 0);
    run.endStep?.(now);
    return units;
  });
}

/** Money and quantity of a path add up, and every seller's own reckoning is that of the ledger. */
export function expectConserved({ ledger, runs }: PathEngine, size: number): void {
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  const units = sum(ledger.sold) + sum(ledger.arbitrageUnits) - sum(ledger.makersUnits);
  const cash = sum(ledger.cash) + sum(ledger.makersCash) + ledger.arbitrageCash;
  expect(Math.abs(units) / size).toBeLessThan(1e-9);
  expect(Math.abs(cash) / size).toBeLessThan(1e-9);
  for (const [s, run] of runs.entries()) {
    const own = run.balance();
    expect(Math.abs(own.cash - ledger.cash[s]!) / size).toBeLessThan(1e-9);
    for (const [b, sold] of own.sold.entries()) {
      expect(Math.abs(sold - ledger.sold[s * ledger.books + b]!) / size).toBeLessThan(1e-9);
    }
  }
}
