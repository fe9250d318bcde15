import { Market } from '../market/market.ts';
import type { MarketSpec } from '../market/spec.ts';
import type { SellerPlan } from '../sellers/seller.ts';
import { type Onlooker, PathEngine, type Shock } from './path.ts';

/** A path without chance that was run: who was on, who gave an order, bit masks of the sellers, and the lowest index of each asset. */
interface Walked {
  readonly on: bigint;
  readonly active: bigint;
  readonly low: Float64Array;
}

/**
 * Lowest index (log, from the start) of each asset on the path without chance, for many sets of sellers: set × asset.
 *
 * Sellers know of one another by the market alone. So where a seller gives no order, each step is what it is without it, and the path of a
 * set is that of any larger one all of whose active sellers it holds: larger sets are run first, and what is equal is run once.
 * @param sets ids of sellers, each among the plans
 * @param goOn called before every path; what it throws ends the work
 */
export function stillLows(
  spec: MarketSpec,
  plans: ReadonlyMap<string, SellerPlan>,
  sets: readonly (readonly string[])[],
  shock: Shock,
  goOn: () => void,
): Float64Array {
  const still: MarketSpec = { ...spec, chance: false };
  const ids = [...plans.keys()];
  const runs = [...plans.values()].map((plan) => plan.start());
  const market = new Market(still);
  const walked: Walked[] = [];
  const walk = (on: bigint): Walked => {
    const known = walked.find((one) => (one.on & on) === on && (one.active & on) === one.active);
    if (known) return known;
    goOn();
    const seats = ids.flatMap((_, s) => (has(on, s) ? [s] : []));
    const engine = new PathEngine(
      still,
      seats.map((s) => plans.get(ids[s]!)!),
      { market, runs: seats.map((s) => runs[s]!) },
    );
    const low = new Float64Array(still.assets.length);
    engine.run(0, 0, shock, lowOf(low));
    const active = seats.reduce((mask, s, k) => (engine.ledger.ordered[k] ? mask | bit(s) : mask), 0n);
    const one = { on, active, low };
    walked.push(one);
    return one;
  };
  const masks = sets.map((set) => ids.reduce((mask, id, s) => (set.includes(id) ? mask | bit(s) : mask), 0n));
  const lows = new Float64Array(sets.length * still.assets.length);
  const larger = [...sets.keys()].sort((a, b) => sets[b]!.length - sets[a]!.length);
  for (const k of larger) lows.set(walk(masks[k]!).low, k * still.assets.length);
  return lows;
}

function bit(seller: number): bigint {
  return 1n << BigInt(seller);
}

function has(mask: bigint, seller: number): boolean {
  return (mask & bit(seller)) !== 0n;
}

function lowOf(low: Float64Array): Onlooker {
  return {
    endStep(market) {
      for (let a = 0; a < low.length; a++) {
        const index = market.index[a]!;
        if (market.step === 0 || index < low[a]!) low[a] = index;
      }
    },
  };
}
