import { blackScholesPrice } from '../../../../measures/options/black-scholes.ts';
import { annualVolatility, logReturns } from '../../../../measures/realised-volatility.ts';

/** A market whose options have a published volatility. */
export interface VolatilityMarket {
  readonly id: 'btc' | 'sp500';
  /** Implied volatility of 30 calendar days. */
  readonly implied: string;
  /** Factor that makes a fraction a year of it. */
  readonly scale: number;
  readonly price: string;
  /** Rows of 30 calendar days, and of a year. */
  readonly month: number;
  readonly year: number;
}

export const MARKETS: readonly VolatilityMarket[] = [
  { id: 'btc', implied: 'btc-implied-volatility', scale: 1, price: 'btc-usd', month: 30, year: 365 },
  { id: 'sp500', implied: 'vix', scale: 0.01, price: 'sp500', month: 21, year: 252 },
];

export interface VolatilityDays {
  readonly dates: Int32Array;
  readonly implied: Float64Array;
  /** Of the month up to the row, a year. */
  readonly realised: Float64Array;
}

/** `implied` and `price` on the same rows; realised from log returns. NaN policy: NaN where a window is not full or a value is missing. */
export function volatilityDays(
  { scale, month, year }: VolatilityMarket,
  dates: Int32Array,
  implied: Float64Array,
  price: Float64Array,
): VolatilityDays {
  return {
    dates,
    implied: implied.map((value) => value * scale),
    realised: annualVolatility(logReturns(price), month, year),
  };
}

export const STRIKE = 0.95;
const MONTH_YEARS = 30 / 365;

/** Price of a put struck 5 % below spot, 30 days, as a share of the spot: Black–Scholes at one volatility, without rate, dividend or skew. */
export function putCost(volatility: number): number {
  if (!(volatility >= 0)) return Number.NaN;
  return blackScholesPrice({
    kind: 'put',
    spot: 1,
    strike: STRIKE,
    years: MONTH_YEARS,
    rate: 0,
    dividend: 0,
    volatility,
  });
}
