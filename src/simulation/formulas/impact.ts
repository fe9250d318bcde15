import { checkFinite, checkNotNegative, checkPositive } from '../../math/arguments.ts';

export interface SquareRootImpact {
  /** Price change at the end of the execution, fraction, of the sign of the quantity. */
  readonly impact: number;
  /** Mean cost over the whole execution, fraction, at least 0: two thirds of the size of the impact. */
  readonly cost: number;
  /** |Q|/V. */
  readonly participation: number;
  /** True outside the range of |Q|/V in which the law is observed, 1e-4 … 0.2, and for no trade false. */
  readonly extrapolated: boolean;
}

/** Range of |Q|/V in which the square-root law is observed. */
const OBSERVED: readonly [number, number] = [1e-4, 0.2];

/**
 * Square-root law of market impact: I = sign(Q)·Y·σ·√(|Q|/V), cost = ⅔·|I|.
 * Q traded and V daily volume in the same unit, σ volatility a day (fraction), Y about 0.5 … 1.5. Nothing is capped: beyond the observed
 * range the value is an extrapolation and says so.
 * @throws RangeError when Q is not finite, σ is below 0, or V or Y is not above 0.
 * @see Almgren, Thum, Hauptmann & Li (2005), Direct estimation of equity market impact, Risk 18(7); Tóth et al. (2011), Physical Review X 1,
 * 021006, eq. 1; Bouchaud, Bonart, Donier & Gould (2018), Trades, Quotes and Prices, chapter 12.
 */
export function squareRootImpact(
  quantity: number,
  volume: number,
  volatility: number,
  prefactor = 1,
): SquareRootImpact {
  checkFinite('quantity', quantity);
  checkPositive('daily volume', volume);
  checkNotNegative('daily volatility', volatility);
  checkPositive('prefactor', prefactor);
  const participation = Math.abs(quantity) / volume;
  const size = prefactor * volatility * Math.sqrt(participation);
  return {
    impact: quantity < 0 ? -size : size,
    cost: (2 / 3) * size,
    participation,
    extrapolated: quantity !== 0 && !(participation >= OBSERVED[0] && participation <= OBSERVED[1]),
  };
}

/**
 * Linear impact: ΔP/P = λ·Q. λ fraction a US dollar, at least 0; Q US dollars, negative for sales.
 * @throws RangeError when Q is not finite or λ is below 0.
 * @see Kyle (1985), Continuous auctions and insider trading, Econometrica 53, 1315–1335.
 */
export function linearImpact(quantity: number, coefficient: number): number {
  checkFinite('quantity', quantity);
  checkNotNegative('impact coefficient', coefficient);
  return coefficient * quantity;
}

/**
 * Impact with a floor under the price: Ψ(v) = B·(1 − exp(−v/D)), the fraction by which sales of v lower the price; in [0, B).
 * v and the depth D in US dollars, B the largest fall (fraction). Near 0 it is linear with slope B/D.
 * @throws RangeError when v is below 0, D is not above 0, or B is not in (0, 1].
 * @see Cont & Schaanning (2017), Fire sales, indirect contagion and systemic stress testing, Norges Bank Working Paper 2/2017, section 2.4.
 */
export function exponentialImpact(sold: number, depth: number, largestFall: number): number {
  checkNotNegative('sales', sold);
  checkPositive('depth', depth);
  if (!(largestFall > 0 && largestFall <= 1)) {
    throw new RangeError(`largest fall must be in (0, 1], came ${largestFall}`);
  }
  return -largestFall * Math.expm1(-sold / depth);
}
