import { allFinite, checkMatrix, exactScale, PIVOT_TOLERANCE } from './matrix.ts';

/** Householder QR of the independent columns of a T×k matrix, taken from left to right. */
export interface Qr {
  readonly T: number;
  readonly k: number;
  /** Number of independent columns. */
  readonly rank: number;
  /** Independent columns, in order; a column that those before it span is in `dependent` instead. */
  readonly kept: readonly number[];
  readonly dependent: readonly number[];
  /** R, rank×rank upper triangular, row-major. */
  readonly r: Float64Array;
  /** Row j: the Householder vector v of the j-th kept column, T values, zero before j. */
  readonly reflectors: Float64Array;
  /** vᵀv/2 of each reflector. */
  readonly weights: Float64Array;
}

/**
 * QR of a T×k row-major X, column by column: column j is dependent when what the columns before it leave of it is below 1e-12 of its
 * length. Undefined when X is not finite. X is not changed.
 * @throws RangeError when `x.length` is not T·k.
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., algorithm 5.2.1; R's dqrdc2 drops dependent columns likewise.
 */
export function qr(x: Float64Array, T: number, k: number): Qr | undefined {
  checkMatrix(x, T, k);
  if (!allFinite(x)) return undefined;
  const limit = Math.min(T, k);
  const reflectors = new Float64Array(limit * T);
  const weights = new Float64Array(limit);
  const columns: Float64Array[] = [];
  const kept: number[] = [];
  const dependent: number[] = [];
  const work = new Float64Array(T);
  for (let j = 0; j < k; j++) {
    const scale = exactScale(x, j, T * k, k);
    for (let t = 0; t < T; t++) work[t] = x[t * k + j]! * scale;
    const whole = norm(work, 0);
    for (let p = 0; p < kept.length; p++) reflect(reflectors, weights[p]!, p, work, T);
    const left = kept.length < limit ? norm(work, kept.length) : 0;
    if (!(left > PIVOT_TOLERANCE * whole)) {
      dependent.push(j);
      continue;
    }
    weights[kept.length] = left * (left + Math.abs(work[kept.length]!));
    columns.push(addReflector(reflectors, work, kept.length, left, scale));
    kept.push(j);
  }
  return { T, k, rank: kept.length, kept, dependent, r: upper(columns), reflectors, weights };
}

/** Qᵀy in place; its first `rank` values belong to R, the squares of the others sum to the least residual sum of squares. */
export function applyTransposedQ({ T, rank, reflectors, weights }: Qr, y: Float64Array): Float64Array {
  checkMatrix(y, T, 1);
  for (let p = 0; p < rank; p++) reflect(reflectors, weights[p]!, p, y, T);
  return y;
}

/**
 * β that minimises ‖y − Xβ‖² by QR: k values. Undefined when the columns of X are dependent (relative 1e-12), T < k or anything is not
 * finite. X T×k row-major, y T values; neither is changed.
 * @throws RangeError when a length disagrees with the sizes.
 */
export function leastSquares(
  x: Float64Array,
  y: Float64Array,
  T: number,
  k: number,
): Float64Array | undefined {
  checkMatrix(y, T, 1);
  const factor = qr(x, T, k);
  if (!factor || factor.rank < k || !allFinite(y)) return undefined;
  return solveUpper(factor.r, k, applyTransposedQ(factor, Float64Array.from(y)).subarray(0, k));
}

/** Solution of R·x = b by back substitution: R n×n upper row-major with no zero on the diagonal. */
export function solveUpper(r: Float64Array, n: number, b: Float64Array): Float64Array {
  checkMatrix(r, n, n);
  checkMatrix(b, n, 1);
  const x = Float64Array.from(b);
  for (let i = n - 1; i >= 0; i--) {
    for (let j = i + 1; j < n; j++) x[i]! -= r[i * n + j]! * x[j]!;
    x[i]! /= r[i * n + i]!;
  }
  return x;
}

/** (RᵀR)⁻¹ = R⁻¹R⁻ᵀ, which is (XᵀX)⁻¹ for X = QR: n×n row-major, exactly symmetric. */
export function inverseGram(r: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n);
  const unit = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    unit.fill(0);
    unit[j] = 1;
    inverse.set(solveUpper(r, n, unit), j * n);
  }
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let p = i; p < n; p++) sum += inverse[p * n + i]! * inverse[p * n + j]!;
      out[i * n + j] = sum;
      out[j * n + i] = sum;
    }
  }
  return out;
}

/** Stores the reflector that maps work[j…] onto one axis; returns the column of R, j + 1 values. */
function addReflector(
  reflectors: Float64Array,
  work: Float64Array,
  j: number,
  left: number,
  scale: number,
): Float64Array {
  const T = work.length;
  const head = work[j]!;
  const alpha = head >= 0 ? -left : left;
  const column = work.slice(0, j + 1);
  column[j] = alpha;
  for (let t = j; t < T; t++) reflectors[j * T + t] = work[t]!;
  reflectors[j * T + j] = head - alpha;
  return column.map((value) => value / scale);
}

/** y ← (I − v vᵀ/weight) y. */
function reflect(reflectors: Float64Array, weight: number, p: number, y: Float64Array, T: number): void {
  const v = p * T;
  let dot = 0;
  for (let t = p; t < T; t++) dot += reflectors[v + t]! * y[t]!;
  dot /= weight;
  for (let t = p; t < T; t++) y[t]! -= dot * reflectors[v + t]!;
}

function upper(columns: readonly Float64Array[]): Float64Array {
  const n = columns.length;
  const r = new Float64Array(n * n);
  for (const [j, column] of columns.entries()) {
    for (const [i, value] of column.entries()) r[i * n + j] = value;
  }
  return r;
}

function norm(values: Float64Array, from: number): number {
  let sum = 0;
  for (let i = from; i < values.length; i++) sum += values[i]! * values[i]!;
  return Math.sqrt(sum);
}
