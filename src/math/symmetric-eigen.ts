import { allFinite, checkMatrix } from './matrix.ts';
import { implicitQl, type Tridiagonal, tridiagonalise } from './tridiagonal.ts';

export interface SymmetricEigen {
  /** n eigenvalues, descending. */
  readonly values: Float64Array;
  /** n×n row-major, column j the unit eigenvector of values[j]: A = V·diag(values)·Vᵀ. */
  readonly vectors: Float64Array;
}

/** Components this close to the largest share its place in the sign rule, so that a tie does not turn on rounding. */
const TIE = 1e-9;

/**
 * Eigenvalues and eigenvectors of a real symmetric n×n row-major A: Householder tridiagonalisation, then implicit QL.
 * The component of largest size of each vector is positive (the first of them, when several are equal to 1e-9). Vectors of equal
 * eigenvalues are some orthonormal basis of their space. Only the lower triangle counts; A is not changed. All NaN when A holds a NaN
 * or an infinity.
 * @throws RangeError when `a.length` is not n². Error when QL needs more than 60 sweeps for one value.
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., algorithms 8.3.1 and 8.3.3.
 */
export function symmetricEigen(a: Float64Array, n: number): SymmetricEigen {
  checkMatrix(a, n, n);
  if (!allFinite(a)) {
    return {
      values: new Float64Array(n).fill(Number.NaN),
      vectors: new Float64Array(n * n).fill(Number.NaN),
    };
  }
  const reduced = Float64Array.from(a);
  const tridiagonal = tridiagonalise(reduced, n);
  const rows = accumulate(reduced, n, tridiagonal);
  implicitQl(tridiagonal.diagonal, tridiagonal.offDiagonal, rows);
  return sorted(tridiagonal.diagonal, rows, tridiagonal.scale);
}

/** Qᵀ of A = Q T Qᵀ, so that its rows are the basis: Z ← Z·H_i over the leading blocks, smallest first. */
function accumulate(reflectors: Float64Array, n: number, { weight }: Tridiagonal): Float64Array {
  const z = new Float64Array(n * n);
  z[0] = 1;
  for (let i = 1; i < n; i++) {
    z[i * n + i] = 1;
    if (weight[i] === 0) continue;
    for (let r = 0; r < i; r++) {
      let dot = 0;
      for (let c = 0; c < i; c++) dot += z[r * n + c]! * reflectors[i * n + c]!;
      dot /= weight[i]!;
      for (let c = 0; c < i; c++) z[r * n + c]! -= dot * reflectors[i * n + c]!;
    }
  }
  return z;
}

function sorted(unsorted: Float64Array, rows: Float64Array, scale: number): SymmetricEigen {
  const n = unsorted.length;
  const order = Array.from(unsorted.keys()).sort((i, j) => unsorted[j]! - unsorted[i]!);
  const vectors = new Float64Array(n * n);
  for (const [j, from] of order.entries()) {
    const row = rows.subarray(from * n, from * n + n);
    const sign = leadingSign(row);
    for (let i = 0; i < n; i++) vectors[i * n + j] = sign * row[i]!;
  }
  return { values: Float64Array.from(order, (from) => unsorted[from]! / scale), vectors };
}

function leadingSign(vector: Float64Array): number {
  let most = 0;
  for (let i = 0; i < vector.length; i++) most = Math.max(most, Math.abs(vector[i]!));
  const leading = vector.find((component) => Math.abs(component) >= most * (1 - TIE))!;
  return leading < 0 ? -1 : 1;
}
