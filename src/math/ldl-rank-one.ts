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

/**
 * The squared distance xᵀA⁻¹x, and A ← decay·A + weight·x·xᵀ in place, in one pass of n² operations.
 * n values in `x`, which is overwritten; decay and weight above 0: positive updates need no refresh. NaN in x makes A NaN from its row on.
 * @see Gill, Golub, Murray & Saunders (1974), Methods for modifying matrix factorizations, Mathematics of Computation 28, method C1.
 */
export function scoreAndUpdate(
  { columns, pivots }: Ldl,
  x: Float64Array,
  decay: number,
  weight: number,
): number {
  const n = pivots.length;
  let score = 0;
  let alpha = weight;
  for (let j = 0; j < n; j++) {
    const p = x[j]!;
    const pivot = pivots[j]!;
    score += (p * p) / pivot;
    const kept = decay * pivot;
    const next = kept + alpha * p * p;
    const beta = (p * alpha) / next;
    alpha *= kept / next;
    pivots[j] = next;
    for (let i = j + 1, at = j * n + j + 1; i < n; i++, at++) {
      const rest = x[i]! - p * columns[at]!;
      x[i] = rest;
      columns[at]! += beta * rest;
    }
  }
  return score;
}
