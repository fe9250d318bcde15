import { brentRoot } from '../../math/brent.ts';
import { blackScholes } from '../../measures/options/black-scholes.ts';
import { checkOption, type EuropeanOption, signOf } from '../../measures/options/european-option.ts';

export type NoImpliedVolatility =
  | 'missing-price'
  | 'expired'
  | 'below-lower-bound'
  | 'above-upper-bound'
  | 'outside-search'
  | 'not-identified';

export type ImpliedVolatility =
  | { readonly volatility: number; readonly why?: never }
  | { readonly volatility: null; readonly why: NoImpliedVolatility };

export interface ImpliedVolatilityOptions {
  /** Vega below which a price does not identify a volatility, in the unit of the spot. Default 1e-3. */
  readonly leastVega?: number;
  /** Price below which it does not. Default 1e-6. */
  readonly leastPrice?: number;
}

/** Volatilities that are searched, a year. */
const SEARCHED: readonly [number, number] = [1e-6, 10];

/**
 * Volatility at which Black–Scholes gives a price, a year; null with the reason where there is none or the price does not tell.
 * Bounds: max(w·(S·e^{−qT} − K·e^{−rT}), 0) < price < S·e^{−qT} (call) or K·e^{−rT} (put); then a bracketed root in [1e-6, 10] and Newton steps.
 *
 * Price in the unit of the spot; NaN has no volatility.
 * @throws RangeError as `blackScholes`.
 */
export function impliedVolatility(
  contract: Omit<EuropeanOption, 'volatility'>,
  price: number,
  { leastVega = 1e-3, leastPrice = 1e-6 }: ImpliedVolatilityOptions = {},
): ImpliedVolatility {
  const at = (volatility: number) => blackScholes({ ...contract, volatility });
  checkOption({ ...contract, volatility: 0 });
  if (Number.isNaN(price)) return none('missing-price');
  if (contract.years <= 0) return none('expired');
  const [lower, upper] = bounds(contract);
  if (price < lower) return none('below-lower-bound');
  if (price >= upper) return none('above-upper-bound');
  if (price < leastPrice || price === lower) return none('not-identified');
  const [low, high] = SEARCHED;
  if (at(low).price > price || at(high).price < price) return none('outside-search');
  let volatility = brentRoot((x) => at(x).price - price, low, high, { tolerance: 1e-12 }).x;
  const value = at(volatility);
  if (value.vega < leastVega) return none('not-identified');
  volatility -= (value.price - price) / value.vega;
  return { volatility };
}

function bounds({ kind, spot, strike, years, rate, dividend }: Omit<EuropeanOption, 'volatility'>) {
  const [asset, cash] = [spot * Math.exp(-dividend * years), strike * Math.exp(-rate * years)];
  return [Math.max(0, signOf(kind) * (asset - cash)), kind === 'call' ? asset : cash] as const;
}

function none(why: NoImpliedVolatility): ImpliedVolatility {
  return { volatility: null, why };
}
