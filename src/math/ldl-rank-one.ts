/**
 * A symmetric positive definite matrix as A = L·D·Lᵀ, L unit lower triangular: `columns` holds L column after column (column j from j·n on,
 * entries above the diagonal unused), `pivots` the n values of D.
 */
export interface Ldl {
  readonly columns: Float64Array;
  readonly pivots: Float64Array;
}

/** The form L·D·Lᵀ of A from its Cholesky factor: n×n row-major, lower, positive diagonal. */
export function ldlFromCholesky(l: Float64Array, n: number): Ldl {
  const columns = new Float64Array(n * n);
  const pivots = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    const root = l[j * n + j]!;
    pivots[j] = root * root;
    for (let i = j; i < n; i++) columns[j * n + i] = l[i * n + j]! / root;
  }
  return { columns, pivots };
}

/** The Cholesky factor of A into `out`: n×n row-major, lower, zeros above. */
export function choleskyFromLdl({ columns, pivots }: Ldl, out: Float64Array): void {
  const n = pivots.length;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) out[i * n + j] = j > i ? 0 : j === i ? 1 : columns[j * n + i]!;
    for (let j = 0; j <= i; j++) out[i * n + j]! *= Math.sqrt(pivots[j]!);
  }
}

/**
 * The squared distance xᵀA⁻¹x, and A ← decay·A + weight·x·xᵀ in place, in one pass of n² operations.
 *
 * p_j = w_j, u_j = decay/weight + Σ_{k<j} p_k²/d_k, γ = u_j/u_{j+1}: d_j ← decay·d_j/γ, w ← w − p_j l_j, l_j ← γ l_j + p_j/(d_j u_{j+1}) w
 *
 * n values in `x`, which is overwritten with L⁻¹x; decay and weight above 0: positive updates need no refresh. NaN in x makes A NaN from its row on.
 * @see Gill, Golub, Murray & Saunders (1974), Methods for modifying matrix factorizations, Mathematics of Computation 28, methods C1 and C2;
 * Fletcher & Powell (1974), On the modification of LDLᵀ factorizations, same volume. Always the form that a large x does not upset.
 */
export function scoreAndUpdate(
  { columns, pivots }: Ldl,
  x: Float64Array,
  decay: number,
  weight: number,
): number {
  const n = pivots.length;
  const base = decay / weight;
  let score = 0;
  let u = base;
  let inverse = 1 / u;
  for (let j = 0; j < n; j++) {
    const p = x[j]!;
    const pivot = pivots[j]!;
    const y = p / pivot;
    score += p * y;
    const next = base + score;
    const grown = next * inverse;
    inverse = 1 / next;
    const gamma = u * inverse;
    const beta = y * inverse;
    u = next;
    pivots[j] = decay * pivot * grown;
    for (let i = j + 1, at = j * n + j + 1; i < n; i++, at++) {
      const w = x[i]!;
      const l = columns[at]!;
      x[i] = w - p * l;
      columns[at] = gamma * l + beta * w;
    }
  }
  return score;
}
