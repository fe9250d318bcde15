import { checkPositive } from '../../math/arguments.ts';

/** A price that people remember, with its weight among the others. */
export interface RoundNumber {
  /** US dollars a unit, or units a US dollar for a price quoted the other way round. */
  readonly quote: number;
  /** Log distance from the price; at most 0. */
  readonly at: number;
  readonly weight: number;
}

/** Steps of the grids: this many of the series 1, 2, 5, 10 …, the least of them at least so large a share of the price. */
const GRIDS = 4;
const LEAST_STEP = 0.01;
/** Log distance beyond which nobody puts a stop. */
const FARTHEST = 3;
const DIGITS = [1, 2, 5] as const;

/**
 * Round numbers at or below a price, to a log distance of `reach`. At 66,000 the grids have steps of 1,000, 2,000, 5,000 and 10,000. Each
 * grid holds as much over the same distance, so that the weight of a number is the sum of the steps that divide it: 60,000 weighs 18 times
 * 61,000. With `inverse` the round numbers are those of 1/price (yen a dollar), and the prices below are the quotes above.
 *
 * @throws RangeError when price or reach is not above 0.
 * @see Osler (2003), Currency orders and exchange rate dynamics, J. Finance 58(5), 1791–1819 (stop-loss orders just beyond round numbers);
 * Bhattacharya, Holden & Jacobsen (2012), Penny wise, dollar foolish, Management Science 58(2) (the rounder, the stronger)
 */
export function roundNumbers(price: number, reach: number, inverse = false): readonly RoundNumber[] {
  checkPositive('price', price);
  checkPositive('reach', reach);
  const quote = inverse ? 1 / price : price;
  const steps = stepsOf(quote);
  const least = steps[0]!;
  const first = inverse ? Math.ceil(quote / least - 1e-9) : Math.floor(quote / least + 1e-9);
  const found: RoundNumber[] = [];
  for (let i = 0; inverse || i < first; i++) {
    const multiple = inverse ? first + i : first - i;
    const level = multiple * least;
    const at = Math.min(0, Math.log(inverse ? quote / level : level / quote));
    if (at < -Math.min(reach, FARTHEST)) break;
    const weight = steps.reduce((sum, step) => sum + (divides(step, level) ? step : 0), 0);
    found.push({ quote: level, at, weight: weight / least });
  }
  return found;
}

/** Ascending. */
function stepsOf(quote: number): readonly number[] {
  const steps: number[] = [];
  for (let power = Math.floor(Math.log10(quote * LEAST_STEP)); steps.length < GRIDS; power++) {
    for (const digit of DIGITS) {
      const step = digit * 10 ** power;
      if (step >= quote * LEAST_STEP * (1 - 1e-9) && steps.length < GRIDS) steps.push(step);
    }
  }
  return steps;
}

function divides(step: number, level: number): boolean {
  const ratio = level / step;
  return Math.abs(ratio - Math.round(ratio)) < 1e-6;
}
