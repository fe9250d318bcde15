import { checkFinite, checkPositive } from '../../math/arguments.ts';
import { brentRoot } from '../../math/brent.ts';
import { blackScholesPrice } from '../../measures/options/black-scholes.ts';
import { type OptionKind, signOf } from '../../measures/options/european-option.ts';

/** One option of a structure, a unit of the asset held. */
export interface Leg {
  readonly kind: OptionKind;
  readonly strike: number;
  /** Options a unit of the asset: above 0 bought, below 0 sold. */
  readonly quantity: number;
}

/** What prices the legs. */
export interface OptionMarket {
  readonly spot: number;
  readonly years: number;
  readonly rate: number;
  readonly dividend: number;
  /** Volatility a year of a strike. */
  readonly volatility: (strike: number) => number;
}

export function protectivePut(strike: number): readonly Leg[] {
  return [{ kind: 'put', strike, quantity: 1 }];
}

/** Long the higher put, short the lower: protects between the two. @throws RangeError unless the bought strike is above the sold one. */
export function putSpread(bought: number, sold: number): readonly Leg[] {
  if (!(bought > sold))
    throw new RangeError(`a put spread sells a lower strike than it buys, came ${bought} and ${sold}`);
  return [
    { kind: 'put', strike: bought, quantity: 1 },
    { kind: 'put', strike: sold, quantity: -1 },
  ];
}

/** Long a put, paid for with a call above it. @throws RangeError unless the call's strike is above the put's. */
export function collar(put: number, call: number): readonly Leg[] {
  if (!(call > put)) throw new RangeError(`a collar's call is above its put, came ${call} and ${put}`);
  return [
    { kind: 'put', strike: put, quantity: 1 },
    { kind: 'call', strike: call, quantity: -1 },
  ];
}

/** Cost of a structure, Σ quantity·Black–Scholes price, in the unit of the spot; below 0 it is received. Errors as `blackScholes`. */
export function structureValue(legs: readonly Leg[], market: OptionMarket): number {
  const { volatility, ...rest } = market;
  return legs.reduce((sum, { kind, strike, quantity }) => {
    return sum + quantity * blackScholesPrice({ ...rest, kind, strike, volatility: volatility(strike) });
  }, 0);
}

/** Payoff of a structure at expiry, Σ quantity·max(w·(S − K), 0), in the unit of the price. NaN for a price of NaN. */
export function structurePayoff(legs: readonly Leg[], price: number): number {
  return legs.reduce((sum, { kind, strike, quantity }) => {
    return sum + quantity * Math.max(0, signOf(kind) * (price - strike));
  }, 0);
}

/**
 * Profit at expiry of a unit of the asset with its hedge: S_T − S_0 + payoff(S_T) − cost; the premium is paid at the start and not financed.
 * @throws RangeError when the start or the cost is not finite.
 */
export function hedgedProfit(legs: readonly Leg[], cost: number, start: number, price: number): number {
  checkFinite('start', start);
  checkFinite('cost', cost);
  return price - start + structurePayoff(legs, price) - cost;
}

/**
 * Strike of the call whose price pays for a put, found between the spot and `highest` times the spot; null when no strike there does.
 * C(K, σ(K)) = P(K1, σ(K1))
 * @throws RangeError when the strike is not above 0 or `highest` is not above 1.
 */
export function zeroCostCallStrike(putStrike: number, market: OptionMarket, highest = 1.4): number | null {
  checkPositive('strike', putStrike);
  if (!(highest > 1))
    throw new RangeError(`the highest strike searched must be above 1 times the spot, came ${highest}`);
  const excess = (strike: number) =>
    structureValue([...protectivePut(putStrike), { kind: 'call', strike, quantity: -1 }], market);
  const [low, high] = [market.spot, highest * market.spot];
  if (excess(low) > 0 || excess(high) < 0) return null;
  return brentRoot(excess, low, high).x;
}
