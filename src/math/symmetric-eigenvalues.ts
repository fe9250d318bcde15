import { allFinite } from './matrix.ts';
import { implicitQl, tridiagonalise } from './tridiagonal.ts';

/**
 * Eigenvalues of a real symmetric n×n matrix, row-major, in descending order: Householder tridiagonalisation, then implicit QL.
 * Only the lower triangle counts; the input is not changed. All NaN when the matrix holds a NaN or an infinity.
 * @throws RangeError when `matrix.length` is not n². Error when QL needs more than 60 sweeps for one value.
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., algorithms 8.3.1 and 8.3.3.
 */
export function symmetricEigenvalues(matrix: Float64Array, n: number): Float64Array {
  if (matrix.length !== n * n) {
    throw new RangeError(`a ${n}×${n} matrix has ${n * n} values, came ${matrix.length}`);
  }
  if (!allFinite(matrix)) return new Float64Array(n).fill(Number.NaN);
  const { diagonal, offDiagonal, scale } = tridiagonalise(Float64Array.from(matrix), n);
  implicitQl(diagonal, offDiagonal);
  diagonal.sort().reverse();
  for (let i = 0; i < n; i++) diagonal[i]! /= scale;
  return diagonal;
}
