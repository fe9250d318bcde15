import { checkPositive, checkWhole } from '../../math/arguments.ts';

/** S equal probabilities. @throws RangeError when S is no whole number of at least 1. */
export function uniformPrior(scenarios: number): Float64Array {
  checkWhole('scenarios', scenarios, 1);
  return new Float64Array(scenarios).fill(1 / scenarios);
}

/**
 * S probabilities that halve every `halfLife` rows into the past: p_s ∝ 2^{−(S − 1 − s)/halfLife}, the last row newest.
 * @throws RangeError when S is no whole number of at least 1 or the half-life is not above 0.
 * @see Meucci (2010), Historical scenarios with fully flexible probabilities.
 */
export function exponentialPrior(scenarios: number, halfLife: number): Float64Array {
  checkWhole('scenarios', scenarios, 1);
  checkPositive('half-life', halfLife);
  const weights = Float64Array.from({ length: scenarios }, (_, s) => 2 ** ((s + 1 - scenarios) / halfLife));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
