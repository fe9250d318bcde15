import { normalCdf, normalPdf } from '../../math/distributions.ts';
import { checkOption, type EuropeanOption, signOf } from './european-option.ts';

export interface OptionValue {
  /** In the unit of the spot. */
  readonly price: number;
  /** ∂price/∂S. */
  readonly delta: number;
  /** ∂²price/∂S². */
  readonly gamma: number;
  /** ∂price/∂σ, for 1.00 of volatility. */
  readonly vega: number;
  /** −∂price/∂T, a year. */
  readonly theta: number;
  /** ∂price/∂r at constant q, for 1.00 of rate. */
  readonly rho: number;
  /** ∂delta/∂σ. */
  readonly vanna: number;
  /** ∂vega/∂σ. */
  readonly volga: number;
  /** Risk-neutral probability of ending in the money, Φ(±d2). */
  readonly probabilityInTheMoney: number;
}

/**
 * Black–Scholes–Merton value and sensitivities of a European option with a continuous dividend yield.
 * d1 = (ln(S/K) + (r − q + σ²/2)T)/(σ√T), d2 = d1 − σ√T; w = 1 call, −1 put; price = w·(S·e^{−qT}·Φ(w·d1) − K·e^{−rT}·Φ(w·d2))
 *
 * Units are those of the spot, per 1.00 of volatility and rate and per year; nothing is scaled to days or points.
 * Expired (T ≤ 0): intrinsic value, delta 0 or ±1, the others 0. σ = 0: value and slopes of the discounted forward's intrinsic value.
 * @throws RangeError when spot or strike is not above 0, volatility is below 0, or anything is not finite.
 * @see Black & Scholes (1973), J. Political Economy 81, 637–654; Merton (1973), Theory of rational option pricing, Bell J. Economics 4, 141–183.
 */
export function blackScholes(option: EuropeanOption): OptionValue {
  checkOption(option);
  const { spot, strike, years, volatility } = option;
  if (years <= 0) {
    const w = signOf(option.kind);
    const inside = w * (spot - strike) > 0;
    return certain(inside ? w * (spot - strike) : 0, inside ? w : 0, 0, 0, inside);
  }
  const deviation = volatility * Math.sqrt(years);
  return deviation === 0 ? withoutVolatility(option) : withVolatility(option, deviation);
}

/** Price alone, with the units and errors of `blackScholes`. */
export function blackScholesPrice(option: EuropeanOption): number {
  return blackScholes(option).price;
}

function withVolatility(option: EuropeanOption, deviation: number): OptionValue {
  const { kind, spot, strike, years, rate, dividend, volatility } = option;
  const w = signOf(kind);
  const d1 = (Math.log(spot / strike) + (rate - dividend) * years) / deviation + deviation / 2;
  const d2 = d1 - deviation;
  const [asset, cash] = [spot * Math.exp(-dividend * years), strike * Math.exp(-rate * years)];
  const [inAsset, inCash] = [asset * normalCdf(w * d1), cash * normalCdf(w * d2)];
  const density = Math.exp(-dividend * years) * normalPdf(d1);
  const vega = spot * density * Math.sqrt(years);
  return {
    price: Math.max(0, w * (inAsset - inCash)),
    delta: (w * inAsset) / spot,
    gamma: density / (spot * deviation),
    vega,
    theta: (-spot * density * volatility) / (2 * Math.sqrt(years)) + w * (dividend * inAsset - rate * inCash),
    rho: w * years * inCash,
    // Where the density is gone, d1 may be infinite.
    vanna: density === 0 ? 0 : (-density * d2) / volatility,
    volga: density === 0 ? 0 : (vega * d1 * d2) / volatility,
    probabilityInTheMoney: normalCdf(w * d2),
  };
}

function withoutVolatility({ kind, spot, strike, years, rate, dividend }: EuropeanOption): OptionValue {
  const w = signOf(kind);
  const [asset, cash] = [spot * Math.exp(-dividend * years), strike * Math.exp(-rate * years)];
  const inside = w * (asset - cash) > 0;
  if (!inside) return certain(0, 0, 0, 0, false);
  return certain(
    w * (asset - cash),
    (w * asset) / spot,
    w * (dividend * asset - rate * cash),
    w * years * cash,
    true,
  );
}

function certain(price: number, delta: number, theta: number, rho: number, inside: boolean): OptionValue {
  const probabilityInTheMoney = inside ? 1 : 0;
  return { price, delta, gamma: 0, vega: 0, theta, rho, vanna: 0, volga: 0, probabilityInTheMoney };
}
