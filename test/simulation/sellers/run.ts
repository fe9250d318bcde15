import { PathEngine, type Shock } from '../../../src/simulation/engine/path.ts';
import type { MarketSpec } from '../../../src/simulation/market/spec.ts';
import type { SellerPlan } from '../../../src/simulation/sellers/seller.ts';

/** Prices hardly move: a dollar sold costs 10⁻³⁰ of the price. */
export const BOTTOMLESS = { law: 'linear', usd: 1e30 } as const;

/** Simple returns of the assets, at once or over some minutes. */
export function shockOf(moves: readonly number[], over = 0): Shock {
  return { moves: Float64Array.from(moves, Math.log1p), over };
}

export interface Ran {
  readonly engine: PathEngine;
  /** US dollars sold less bought in each step, by asset of the market. */
  readonly usd: readonly (readonly number[])[];
  /** Units sold less bought in each step, by book. */
  readonly units: readonly (readonly number[])[];
  readonly lows: readonly number[];
}

/** One path of one plan, with what it sold in each step. */
export function runOnce(market: MarketSpec, plan: SellerPlan, shock: Shock, seed = 1): Ran {
  const engine = new PathEngine(market, [plan]);
  const usd: number[][] = [];
  const units: number[][] = [];
  const lows = market.assets.map(() => 0);
  let [cash, sold] = [market.assets.map(() => 0), engine.market.books.map(() => 0)];
  engine.run(seed, 0, shock, {
    filled: (_, book, quantity, price) => {
      cash[engine.market.assetOf[book]!]! += quantity * price;
      sold[book]! += quantity;
    },
    endStep: (now) => {
      usd.push(cash);
      units.push(sold);
      [cash, sold] = [market.assets.map(() => 0), engine.market.books.map(() => 0)];
      for (let a = 0; a < lows.length; a++) lows[a] = Math.min(lows[a]!, now.index[a]!);
    },
  });
  return { engine, usd, units, lows };
}

/** By how much the seller's own books and the ledger differ, relative to what was traded. */
export function imbalance({ engine: { runs, ledger } }: Ran): number {
  const { cash, sold } = runs[0]!.balance();
  let worst = Math.abs(cash - ledger.cash[0]!) / (1 + Math.abs(ledger.cash[0]!));
  for (let b = 0; b < sold.length; b++) {
    worst = Math.max(worst, Math.abs(sold[b]! - ledger.sold[b]!) / (1 + Math.abs(ledger.sold[b]!)));
  }
  return worst;
}

export function total(rows: readonly (readonly number[])[], column = 0): number {
  return rows.reduce((sum, row) => sum + row[column]!, 0);
}
