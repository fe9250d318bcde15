import { solve } from '../math/lu.ts';
import { checkMatrix } from '../math/matrix.ts';

/** @throws RangeError unless P is K×K, not negative, and each row sums to 1 within 1e-8. */
export function checkTransition(transition: Float64Array, K: number): void {
  checkMatrix(transition, K, K);
  for (let i = 0; i < K; i++) {
    const row = transition.subarray(i * K, i * K + K);
    const sum = row.reduce((a, b) => a + b, 0);
    if (row.some((p) => !(p >= 0)) || !(Math.abs(sum - 1) <= 1e-8)) {
      throw new RangeError(
        `row ${i} of the transition must be probabilities with sum 1, came ${row.join(', ')}`,
      );
    }
  }
}

/**
 * Stationary distribution of a Markov chain: πᵀP = πᵀ, Σπ = 1. `transition` P K×K row-major, P_ij = Pr(s_t = j | s_{t−1} = i); K values.
 * Where the chain falls into classes that never meet, π is not unique and the uniform distribution comes back.
 * @throws RangeError when P is no transition matrix.
 * @see Hamilton (1994), Time Series Analysis, eq. 22.2.26
 */
export function stationaryDistribution(transition: Float64Array, K: number): Float64Array {
  checkTransition(transition, K);
  const a = new Float64Array(K * K);
  const b = new Float64Array(K);
  for (let i = 0; i < K; i++) {
    for (let j = 0; j < K; j++) a[i * K + j] = i === K - 1 ? 1 : (i === j ? 1 : 0) - transition[j * K + i]!;
  }
  b[K - 1] = 1;
  const pi = solve(a, K, b);
  if (pi === undefined) return b.fill(1 / K);
  // Rounding can leave a hair below 0.
  return pi.map((p) => Math.max(0, p));
}

/** Rows that a regime is expected to last, 1/(1 − P_ii); infinite when it is never left. K values. */
export function expectedDurations(transition: Float64Array, K: number): Float64Array {
  checkTransition(transition, K);
  return Float64Array.from({ length: K }, (_, i) => 1 / (1 - transition[i * K + i]!));
}
