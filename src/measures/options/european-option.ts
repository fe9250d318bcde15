import { checkFinite, checkPositive } from '../../math/arguments.ts';

export type OptionKind = 'call' | 'put';

/** A European option and what its price depends on. */
export interface EuropeanOption {
  readonly kind: OptionKind;
  /** S, above 0. */
  readonly spot: number;
  /** K, above 0, in the unit of the spot. */
  readonly strike: number;
  /** T, years; at or below 0 the option has expired. */
  readonly years: number;
  /** r, continuously compounded, a year. */
  readonly rate: number;
  /** q, continuous dividend yield (carry, foreign rate), a year. */
  readonly dividend: number;
  /** σ, a year, at least 0. */
  readonly volatility: number;
}

/** 1 for a call, −1 for a put. */
export function signOf(kind: OptionKind): 1 | -1 {
  if (kind !== 'call' && kind !== 'put') throw new RangeError(`an option is a call or a put, came ${kind}`);
  return kind === 'call' ? 1 : -1;
}

/** @throws RangeError when spot or strike is not above 0, volatility is below 0, or anything is not finite. */
export function checkOption({ kind, spot, strike, years, rate, dividend, volatility }: EuropeanOption): void {
  signOf(kind);
  checkPositive('spot', spot);
  checkPositive('strike', strike);
  checkFinite('years', years);
  checkFinite('rate', rate);
  checkFinite('dividend yield', dividend);
  if (!(volatility >= 0 && volatility < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`volatility must be finite and at least 0, came ${volatility}`);
  }
}
