const MOST_PLAYERS = 12;

/**
 * The Shapley value of a game: what each player adds, averaged over all orders in which the players can come in.
 *
 * φ_j = Σ_{S ∌ j} |S|!(K − |S| − 1)!/K! · (v(S ∪ j) − v(S));  Σ φ_j = v(all) − v(∅)
 *
 * `values` v of every set of K players, 2^K of them, the set a number whose bit j stands for player j. K values in the unit of v.
 * NaN policy: a NaN in v reaches the players that it concerns, which are all of them.
 * @throws RangeError when K is no whole number from 0 to 12 or the number of values is not 2^K.
 * @see Shapley (1953), A Value for n-Person Games, Contributions to the Theory of Games II, 307–317, eq. 13
 */
export function shapleyValues(values: Float64Array, K: number): Float64Array {
  if (!Number.isInteger(K) || K < 0 || K > MOST_PLAYERS) {
    throw new RangeError(`players must be a whole number from 0 to ${MOST_PLAYERS}, came ${K}`);
  }
  if (values.length !== 2 ** K) {
    throw new RangeError(`${K} players need ${2 ** K} values, came ${values.length}`);
  }
  const weights = orderWeights(K);
  const out = new Float64Array(K);
  for (let set = 0; set < values.length; set++) {
    const weight = weights[bits(set)]!;
    for (let j = 0; j < K; j++) {
      if ((set & (1 << j)) === 0) out[j]! += weight * (values[set | (1 << j)]! - values[set]!);
    }
  }
  return out;
}

/** |S|!(K − |S| − 1)!/K! for |S| = 0 … K − 1. */
function orderWeights(K: number): Float64Array {
  const out = new Float64Array(K);
  for (let size = 0; size < K; size++) {
    let choices = K;
    for (let i = 1; i <= size; i++) choices *= (K - i) / i;
    out[size] = 1 / choices;
  }
  return out;
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) count++;
  return count;
}
