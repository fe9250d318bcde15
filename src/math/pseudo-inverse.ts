import { PIVOT_TOLERANCE } from './matrix.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

export interface PseudoInverse {
  /** n×n row-major, exactly symmetric. */
  readonly inverse: Float64Array;
  /** Number of eigenvalues that were kept; n when nothing was dropped. */
  readonly rank: number;
}

/**
 * Moore–Penrose inverse of a symmetric n×n row-major A: Σ v_j v_jᵀ / λ_j over |λ_j| > tolerance·max|λ|. Only the lower triangle counts.
 * NaN everywhere, with rank 0, when A is not finite. The zero matrix has the inverse zero and rank 0.
 * @throws RangeError when `a.length` is not n² or the tolerance is negative or NaN.
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., §5.5.2.
 */
export function pseudoInverse(
  a: Float64Array,
  n: number,
  tolerance: number = PIVOT_TOLERANCE,
): PseudoInverse {
  if (!(tolerance >= 0)) throw new RangeError(`tolerance must be ≥ 0, came ${tolerance}`);
  const { values, vectors } = symmetricEigen(a, n);
  const inverse = new Float64Array(n * n);
  if (Number.isNaN(values[0])) return { inverse: inverse.fill(Number.NaN), rank: 0 };
  const least = tolerance * Math.max(Math.abs(values[0]!), Math.abs(values[n - 1]!));
  const kept = Array.from(values.keys()).filter((j) => Math.abs(values[j]!) > least);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k <= i; k++) {
      let sum = 0;
      for (const j of kept) sum += (vectors[i * n + j]! * vectors[k * n + j]!) / values[j]!;
      inverse[i * n + k] = sum;
      inverse[k * n + i] = sum;
    }
  }
  return { inverse, rank: kept.length };
}
