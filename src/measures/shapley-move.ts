import { checkMatrix, PIVOT_TOLERANCE } from '../math/matrix.ts';
import { shapleyValues } from './shapley-values.ts';

const MOST_FACTORS = 12;

/**
 * A move shared out among factors that move together: the Shapley value of v(S), the move expected from the factors of S alone.
 *
 * v(S) = F_Sᵀ (G_SS + (κ/W) diag G_SS)⁻¹ g_S;  φ_j = Σ_{S ∌ j} |S|!(K − |S| − 1)!/K! · (v(S ∪ j) − v(S));  Σ φ_j = v(all)
 *
 * `moments` (K + 1)×(K + 1) row-major, weighted second moments about zero of K factors and, last, of the response: G and g; W the sum of
 * their weights, κ ≥ 0 the rows of a prior without any association; `moved` the K moves F of the factors. K values in the unit of the
 * response. They do not depend on the order or the units of the factors; two factors that are one share equally. A factor that did not
 * move can still receive a share, by what the others lose or gain in its presence. Association, not cause.
 * NaN policy: a NaN anywhere gives NaN everywhere. A factor that does not vary, or depends on those before it when κ = 0, adds nothing.
 * @throws RangeError when a size disagrees, K is above 12, or κ or W is out of range.
 * @see Shapley (1953), Contributions to the Theory of Games II, 307–317; Aas, Jullum & Løland (2021), Artificial Intelligence 298, 103502,
 * § 3 (value function E[f(x) | x_S]); Hoerl & Kennard (1970), Technometrics 12(1), eq. 2.1 (ridge)
 */
export function shapleyMove(
  moments: Float64Array,
  moved: Float64Array,
  { prior, weight }: { readonly prior: number; readonly weight: number },
): Float64Array {
  return shapleyValues(expectedMoves(moments, moved, { prior, weight }), moved.length);
}

/**
 * `shapleyMove` among groups of factors: the Shapley value of the game in which the factors of a group come in together.
 *
 * w(G) = v(∪ groups of G), v as in `shapleyMove`; one value a group, Σ = v(all factors of the groups)
 *
 * `groups` the indices of each group's factors, at most 12 groups; a factor of no group is left out, and an empty group gets 0.
 * NaN policy and errors as in `shapleyMove`; also RangeError for an index that is no factor.
 * @see Owen (1977), Values of games with a priori unions, in Mathematical Economics and Game Theory, 76–88 (the quotient game)
 */
export function shapleyMoveOfGroups(
  moments: Float64Array,
  moved: Float64Array,
  groups: readonly (readonly number[])[],
  { prior, weight }: { readonly prior: number; readonly weight: number },
): Float64Array {
  const values = expectedMoves(moments, moved, { prior, weight });
  const sets = groups.map((group) => group.reduce((set, j) => set | bitOf(j, moved.length), 0));
  const joint = Float64Array.from({ length: 2 ** groups.length }, (_, chosen) => {
    const set = sets.reduce((all, one, k) => ((chosen & (1 << k)) === 0 ? all : all | one), 0);
    return values[set]!;
  });
  return shapleyValues(joint, groups.length);
}

function bitOf(j: number, K: number): number {
  if (!(Number.isInteger(j) && j >= 0 && j < K)) throw new RangeError(`factors are 0 to ${K - 1}, came ${j}`);
  return 1 << j;
}

/** v of every set of factors, the set a number whose bit j stands for factor j. */
function expectedMoves(
  moments: Float64Array,
  moved: Float64Array,
  { prior, weight }: { readonly prior: number; readonly weight: number },
): Float64Array {
  const K = moved.length;
  const width = K + 1;
  checkMatrix(moments, width, width);
  if (K > MOST_FACTORS) throw new RangeError(`at most ${MOST_FACTORS} factors, came ${K}`);
  if (!(prior >= 0) || !(weight > 0)) {
    throw new RangeError(`prior must be at least 0 and weight above 0, came ${prior} and ${weight}`);
  }
  const inflation = 1 + prior / weight;
  const values = new Float64Array(2 ** K);
  const factor = new Float64Array(K * K);
  const used = new Int32Array(K);
  const [u, w] = [new Float64Array(K), new Float64Array(K)];
  // Depth first: a set's Cholesky factor is that of the set before it and one row more.
  const visit = (set: number, depth: number, from: number): void => {
    for (let j = from; j < K; j++) {
      const row = depth * K;
      const diagonal = moments[j * width + j]! * inflation;
      let pivot = diagonal;
      let [a, b] = [moved[j]!, moments[j * width + K]!];
      for (let r = 0; r < depth; r++) {
        let sum = moments[j * width + used[r]!]!;
        for (let c = 0; c < r; c++) sum -= factor[row + c]! * factor[r * K + c]!;
        const l = sum / factor[r * K + r]!;
        factor[row + r] = l;
        pivot -= l * l;
        a -= l * u[r]!;
        b -= l * w[r]!;
      }
      const next = set | (1 << j);
      if (pivot <= PIVOT_TOLERANCE * diagonal) {
        values[next] = values[set]!;
        dependent(next, set, depth, j + 1);
        continue;
      }
      const root = Math.sqrt(pivot);
      factor[row + depth] = root;
      used[depth] = j;
      u[depth] = a / root;
      w[depth] = b / root;
      values[next] = values[set]! + u[depth]! * w[depth]!;
      visit(next, depth + 1, j + 1);
    }
  };
  /** Sets beyond a factor that adds nothing have the values that they have without it. */
  const dependent = (set: number, without: number, depth: number, from: number): void => {
    visit(without, depth, from);
    const rest = 2 ** K - 2 ** from;
    for (let more = rest; more > 0; more = (more - 1) & rest) values[set | more] = values[without | more]!;
  };
  visit(0, 0, 0);
  return values;
}
