import { checkFinite, checkNotNegative, checkPositive } from '../../math/arguments.ts';
import { normalCdf, normalPdf } from '../../math/distributions.ts';
import { blackScholesPrice } from '../../measures/options/black-scholes.ts';
import { type OptionKind, signOf } from '../../measures/options/european-option.ts';

/** A European option on a forward or future. */
export interface ForwardOption {
  readonly kind: OptionKind;
  /** F, price of the forward. */
  readonly forward: number;
  /** K, in the unit of the forward. */
  readonly strike: number;
  /** T, years. */
  readonly years: number;
  /** r, continuously compounded, a year. */
  readonly rate: number;
  /** Volatility a year: a fraction for Black, in the unit of the forward for Bachelier. */
  readonly volatility: number;
}

/**
 * Black's price of an option on a forward: e^{−rT}·w·(F·Φ(w·d1) − K·Φ(w·d2)), the Black–Scholes price with q = r.
 * @throws RangeError as `blackScholes`.
 * @see Black (1976), The pricing of commodity contracts, J. Financial Economics 3, 167–179.
 */
export function black76Price({ forward, rate, ...option }: ForwardOption): number {
  return blackScholesPrice({ ...option, spot: forward, rate, dividend: rate });
}

/**
 * Bachelier's price of an option on a forward that may be negative: e^{−rT}·(w·(F − K)·Φ(w·d) + s·φ(d)), s = σ√T, d = (F − K)/s.
 * σ in the unit of the forward a year. For prices that can fall below 0 (oil, spreads) only. Expired: the intrinsic value; σ = 0: the same,
 * discounted.
 * @throws RangeError when volatility is below 0 or anything is not finite.
 * @see Bachelier (1900), Théorie de la spéculation; Schachermayer & Teichmann (2008), Mathematical Finance 18, 155–170.
 */
export function bachelierPrice({ kind, forward, strike, years, rate, volatility }: ForwardOption): number {
  const w = signOf(kind);
  for (const [name, value] of Object.entries({ forward, strike, years, rate })) checkFinite(name, value);
  checkNotNegative('volatility', volatility);
  if (years <= 0) return Math.max(0, w * (forward - strike));
  const deviation = volatility * Math.sqrt(years);
  const discount = Math.exp(-rate * years);
  if (deviation === 0) return discount * Math.max(0, w * (forward - strike));
  const d = (w * (forward - strike)) / deviation;
  return Math.max(0, discount * deviation * (d * normalCdf(d) + normalPdf(d)));
}

/** Forward price of an asset: F = S·e^{(r − q)T}. @throws RangeError when the spot is not above 0 or anything is not finite. */
export function forwardPrice(spot: number, years: number, rate: number, dividend: number): number {
  checkPositive('spot', spot);
  for (const [name, value] of Object.entries({ years, rate, dividend })) checkFinite(name, value);
  return spot * Math.exp((rate - dividend) * years);
}
