import { checkMatrix, PIVOT_TOLERANCE } from './matrix.ts';

/**
 * Cholesky factor L of a symmetric positive definite A = L·Lᵀ: n×n row-major, lower, zeros above.
 * Only the lower triangle of A is read; `out` may be A itself. Undefined, with `out` in no defined state, when a pivot
 * a_jj − Σ l_jk² is below 1e-12·a_jj (1 − R² of that variable on those before it) or anything is not finite.
 * @throws RangeError when a length is not n².
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., §4.2.
 */
export function cholesky(
  a: Float64Array,
  n: number,
  out: Float64Array = new Float64Array(n * n),
): Float64Array | undefined {
  checkMatrix(a, n, n);
  checkMatrix(out, n, n);
  for (let i = 0; i < n; i++) {
    const row = i * n;
    const diagonal = a[row + i]!;
    let pivot = diagonal;
    for (let j = 0; j < i; j++) {
      let sum = a[row + j]!;
      for (let k = 0; k < j; k++) sum -= out[row + k]! * out[j * n + k]!;
      const l = sum / out[j * n + j]!;
      out[row + j] = l;
      pivot -= l * l;
    }
    if (!(pivot > PIVOT_TOLERANCE * diagonal && diagonal < Number.POSITIVE_INFINITY)) return undefined;
    out[row + i] = Math.sqrt(pivot);
    out.fill(0, row + i + 1, row + n);
  }
  return out;
}

/**
 * Solution X of A·X = B with A = L·Lᵀ: L n×n lower row-major, B n×m row-major (a vector is m = 1); X has the shape of B.
 * NaN in B gives NaN in its column of X. `out` may be B itself.
 * @throws RangeError when L is not n² long or B is no whole number of columns.
 */
export function choleskySolve(
  l: Float64Array,
  n: number,
  b: Float64Array,
  out: Float64Array = new Float64Array(b.length),
): Float64Array {
  forwardSubstitute(l, n, b, out);
  const m = b.length / n;
  for (let i = n - 1; i >= 0; i--) {
    for (let c = 0; c < m; c++) {
      let sum = out[i * m + c]!;
      for (let k = i + 1; k < n; k++) sum -= l[k * n + i]! * out[k * m + c]!;
      out[i * m + c] = sum / l[i * n + i]!;
    }
  }
  return out;
}

/** Solution Y of L·Y = B, shapes and errors as in `choleskySolve`; ‖y‖² of a vector b is bᵀA⁻¹b. `out` may be B itself. */
export function forwardSubstitute(
  l: Float64Array,
  n: number,
  b: Float64Array,
  out: Float64Array = new Float64Array(b.length),
): Float64Array {
  checkMatrix(l, n, n);
  const m = b.length / n;
  checkMatrix(b, n, m);
  checkMatrix(out, n, m);
  for (let i = 0; i < n; i++) {
    for (let c = 0; c < m; c++) {
      let sum = b[i * m + c]!;
      for (let k = 0; k < i; k++) sum -= l[i * n + k]! * out[k * m + c]!;
      out[i * m + c] = sum / l[i * n + i]!;
    }
  }
  return out;
}

/** xᵀA⁻¹x with A = L·Lᵀ, the squared Mahalanobis distance of x (n values) from 0. NaN when x holds a NaN. */
export function quadraticForm(l: Float64Array, n: number, x: Float64Array): number {
  const y = forwardSubstitute(l, n, x);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += y[i]! * y[i]!;
  return sum;
}

/** A⁻¹ with A = L·Lᵀ: n×n row-major, exactly symmetric. */
export function choleskyInverse(l: Float64Array, n: number): Float64Array {
  const identity = new Float64Array(n * n);
  for (let i = 0; i < n; i++) identity[i * n + i] = 1;
  const y = forwardSubstitute(l, n, identity, identity);
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = i; k < n; k++) sum += y[k * n + i]! * y[k * n + j]!;
      out[i * n + j] = sum;
      out[j * n + i] = sum;
    }
  }
  return out;
}

/** ln det A = 2 Σ ln l_ii with A = L·Lᵀ. */
export function logDeterminant(l: Float64Array, n: number): number {
  checkMatrix(l, n, n);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.log(l[i * n + i]!);
  return 2 * sum;
}
