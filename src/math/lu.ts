import { allFinite, checkMatrix, exactScale, PIVOT_TOLERANCE } from './matrix.ts';

/** P·R·A·C = L·U: `factors` holds L below and U on and above the diagonal, R and C are exact powers of two. */
export interface Lu {
  readonly n: number;
  readonly factors: Float64Array;
  /** Row of A that stands at each row of the factors. */
  readonly order: Int32Array;
  readonly rowScale: Float64Array;
  readonly columnScale: Float64Array;
  /** Sign of the permutation. */
  readonly sign: 1 | -1;
}

/**
 * LU factorisation with partial pivoting of a general n×n row-major A, after scaling rows and columns to a largest entry near 1.
 * Undefined when a pivot of the scaled matrix is below 1e-12 or A is not finite. A is not changed.
 * @throws RangeError when `a.length` is not n².
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., §3.4–3.5.
 */
export function lu(a: Float64Array, n: number): Lu | undefined {
  checkMatrix(a, n, n);
  if (!allFinite(a)) return undefined;
  const factors = Float64Array.from(a);
  const { rowScale, columnScale } = equilibrate(factors, n);
  const order = Int32Array.from({ length: n }, (_, i) => i);
  let sign: 1 | -1 = 1;
  for (let k = 0; k < n; k++) {
    const pivot = largestBelow(factors, n, k);
    if (!(Math.abs(factors[pivot * n + k]!) >= PIVOT_TOLERANCE)) return undefined;
    if (pivot !== k) {
      swapRows(factors, order, n, pivot, k);
      sign = sign === 1 ? -1 : 1;
    }
    eliminate(factors, n, k);
  }
  return { n, factors, order, rowScale, columnScale, sign };
}

/** Solution X of A·X = B from the factors of A: B and X n×m row-major (a vector is m = 1). @throws RangeError on a wrong length. */
export function luSolve(factor: Lu, b: Float64Array): Float64Array {
  const { n, factors, order, rowScale, columnScale } = factor;
  const m = b.length / n;
  checkMatrix(b, n, m);
  const x = new Float64Array(n * m);
  for (let i = 0; i < n; i++) {
    const from = order[i]!;
    for (let c = 0; c < m; c++) x[i * m + c] = b[from * m + c]! * rowScale[from]!;
  }
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) subtractRow(x, m, i, k, factors[i * n + k]!);
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) subtractRow(x, m, i, k, factors[i * n + k]!);
    for (let c = 0; c < m; c++) x[i * m + c]! /= factors[i * n + i]!;
  }
  for (let i = 0; i < n; i++) for (let c = 0; c < m; c++) x[i * m + c]! *= columnScale[i]!;
  return x;
}

/** Solution of A·X = B, A n×n and B n×m row-major; undefined when A is singular to 1e-12 or not finite. */
export function solve(a: Float64Array, n: number, b: Float64Array): Float64Array | undefined {
  const factor = lu(a, n);
  return factor && luSolve(factor, b);
}

/** A⁻¹, n×n row-major; undefined when A is singular to 1e-12 or not finite. */
export function inverse(a: Float64Array, n: number): Float64Array | undefined {
  const factor = lu(a, n);
  if (!factor) return undefined;
  const identity = new Float64Array(n * n);
  for (let i = 0; i < n; i++) identity[i * n + i] = 1;
  return luSolve(factor, identity);
}

/** det A from its factors. */
export function determinant({ n, factors, rowScale, columnScale, sign }: Lu): number {
  let product: number = sign;
  for (let i = 0; i < n; i++) product *= factors[i * n + i]! / rowScale[i]! / columnScale[i]!;
  return product;
}

function equilibrate(a: Float64Array, n: number) {
  const rowScale = new Float64Array(n);
  const columnScale = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    rowScale[i] = exactScale(a, i * n, i * n + n);
    for (let j = 0; j < n; j++) a[i * n + j]! *= rowScale[i]!;
  }
  for (let j = 0; j < n; j++) {
    columnScale[j] = exactScale(a, j, n * n, n);
    for (let i = 0; i < n; i++) a[i * n + j]! *= columnScale[j]!;
  }
  return { rowScale, columnScale };
}

function largestBelow(a: Float64Array, n: number, k: number): number {
  let best = k;
  for (let i = k + 1; i < n; i++) if (Math.abs(a[i * n + k]!) > Math.abs(a[best * n + k]!)) best = i;
  return best;
}

function swapRows(a: Float64Array, order: Int32Array, n: number, i: number, k: number): void {
  for (let j = 0; j < n; j++) {
    const kept = a[i * n + j]!;
    a[i * n + j] = a[k * n + j]!;
    a[k * n + j] = kept;
  }
  const kept = order[i]!;
  order[i] = order[k]!;
  order[k] = kept;
}

function eliminate(a: Float64Array, n: number, k: number): void {
  for (let i = k + 1; i < n; i++) {
    const factor = a[i * n + k]! / a[k * n + k]!;
    a[i * n + k] = factor;
    for (let j = k + 1; j < n; j++) a[i * n + j]! -= factor * a[k * n + j]!;
  }
}

function subtractRow(x: Float64Array, m: number, i: number, k: number, factor: number): void {
  for (let c = 0; c < m; c++) x[i * m + c]! -= factor * x[k * m + c]!;
}
