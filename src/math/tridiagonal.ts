import { exactScale } from './matrix.ts';

/** After scaling to a largest entry near 1, a value this small is zero; its square is still a normal number. */
const NEGLIGIBLE = 1e-140;

/** A symmetric tridiagonal matrix orthogonally similar to scale·A. */
export interface Tridiagonal {
  /** n values. */
  readonly diagonal: Float64Array;
  /** n values, `offDiagonal[i]` beside rows i − 1 and i, the first 0. */
  readonly offDiagonal: Float64Array;
  /** n values: H_i = I − v vᵀ / weight[i], v the first i values of row i of the reduced array; 0 where H_i = I. */
  readonly weight: Float64Array;
  /** The exact power of two that A was multiplied by. */
  readonly scale: number;
}

/**
 * Householder reduction of a symmetric n×n row-major A to tridiagonal form, lower triangle only; `a` is overwritten with the reflectors.
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., algorithm 8.3.1.
 */
export function tridiagonalise(a: Float64Array, n: number): Tridiagonal {
  const diagonal = new Float64Array(n);
  const offDiagonal = new Float64Array(n);
  const weight = new Float64Array(n);
  const p = new Float64Array(n);
  const scale = scaleLower(a, n);
  for (let i = n - 1; i > 0; i--) {
    const row = i * n;
    let square = 0;
    for (let k = 0; k < i; k++) square += a[row + k]! * a[row + k]!;
    if (square < NEGLIGIBLE * NEGLIGIBLE) continue;
    const pivot = a[row + i - 1]!;
    const norm = Math.sqrt(square);
    const alpha = pivot >= 0 ? -norm : norm;
    offDiagonal[i] = alpha;
    const h = square + norm * Math.abs(pivot);
    weight[i] = h;
    a[row + i - 1] = pivot - alpha;
    reflectBothSides(a, n, i, h, p);
  }
  for (let i = 0; i < n; i++) diagonal[i] = a[i * n + i]!;
  return { diagonal, offDiagonal, weight, scale };
}

function scaleLower(a: Float64Array, n: number): number {
  for (let i = 0; i < n; i++) a.fill(0, i * n + i + 1, i * n + n);
  const scale = exactScale(a);
  if (scale !== 1) for (let k = 0; k < a.length; k++) a[k]! *= scale;
  return scale;
}

/** A ← H A H on the leading i×i block (lower triangle), H = I − v vᵀ / h, v = row i of `a` up to i. */
function reflectBothSides(a: Float64Array, n: number, i: number, h: number, p: Float64Array): void {
  const v = a.subarray(i * n, i * n + i);
  multiplyLower(a, n, v, p);
  let k = 0;
  for (let r = 0; r < i; r++) {
    p[r]! /= h;
    k += p[r]! * v[r]!;
  }
  k /= 2 * h;
  for (let r = 0; r < i; r++) p[r]! -= k * v[r]!;
  subtractRankTwo(a, n, v, p);
}

/** p ← A v over the leading block of v's size, from the lower triangle. Two rows at a time: reading v and p is what costs. */
function multiplyLower(a: Float64Array, n: number, v: Float64Array, p: Float64Array): void {
  const size = v.length;
  p.fill(0, 0, size);
  const odd = size % 2;
  if (odd === 1) p[0] = a[0]! * v[0]!;
  for (let r = odd; r < size; r += 2) {
    const row0 = r * n;
    const row1 = row0 + n;
    const v0 = v[r]!;
    const v1 = v[r + 1]!;
    let sum0 = a[row0 + r]! * v0 + a[row1 + r]! * v1;
    let sum1 = a[row1 + r]! * v0 + a[row1 + r + 1]! * v1;
    for (let c = 0; c < r; c++) {
      const x = a[row0 + c]!;
      const y = a[row1 + c]!;
      const vc = v[c]!;
      sum0 += x * vc;
      sum1 += y * vc;
      p[c]! += x * v0 + y * v1;
    }
    p[r] = sum0;
    p[r + 1] = sum1;
  }
}

/** Lower triangle of A ← A − v pᵀ − p vᵀ over the leading block of v's size, two rows at a time. */
function subtractRankTwo(a: Float64Array, n: number, v: Float64Array, p: Float64Array): void {
  const size = v.length;
  const odd = size % 2;
  if (odd === 1) a[0]! -= v[0]! * p[0]! + p[0]! * v[0]!;
  for (let r = odd; r < size; r += 2) {
    const row0 = r * n;
    const row1 = row0 + n;
    const v0 = v[r]!;
    const v1 = v[r + 1]!;
    const p0 = p[r]!;
    const p1 = p[r + 1]!;
    for (let c = 0; c <= r; c++) {
      const vc = v[c]!;
      const pc = p[c]!;
      a[row0 + c]! -= v0 * pc + p0 * vc;
      a[row1 + c]! -= v1 * pc + p1 * vc;
    }
    a[row1 + r + 1]! -= v1 * p1 + p1 * v1;
  }
}

const MAX_SWEEPS = 60;

/**
 * Root-free QL with Wilkinson shifts (Pal, Walker & Kahan), values only: `diagonal` becomes the eigenvalues, in no order.
 * A quarter faster than `implicitQl`, which the vectors need.
 * @throws Error when one value needs more than 60 sweeps.
 * @see Parlett (1998), The Symmetric Eigenvalue Problem, §8.15; LAPACK dsterf.
 */
export function rootFreeQl(diagonal: Float64Array, offDiagonal: Float64Array): void {
  const n = diagonal.length;
  const squares = new Float64Array(n);
  for (let i = 1; i < n; i++) squares[i - 1] = offDiagonal[i]! * offDiagonal[i]!;
  for (let low = 0; low < n; low++) {
    for (let sweep = 0; ; sweep++) {
      const high = squaredSplitPoint(diagonal, squares, low);
      if (high === low) break;
      if (sweep === MAX_SWEEPS) throw new Error(`eigenvalues did not converge in ${MAX_SWEEPS} sweeps`);
      rootFreeSweep(diagonal, squares, low, high);
    }
  }
}

function squaredSplitPoint(d: Float64Array, squares: Float64Array, low: number): number {
  let m = low;
  while (m < d.length - 1) {
    const size = Number.EPSILON * (Math.abs(d[m]!) + Math.abs(d[m + 1]!));
    if (squares[m]! <= Math.max(size * size, NEGLIGIBLE * NEGLIGIBLE)) break;
    m++;
  }
  return m;
}

function rootFreeSweep(d: Float64Array, squares: Float64Array, low: number, high: number): void {
  const e = Math.sqrt(squares[low]!);
  const g = (d[low + 1]! - d[low]!) / (2 * e);
  const root = Math.sqrt(g * g + 1);
  const shift = d[low]! - e / (g + (g >= 0 ? root : -root));
  let c = 1;
  let s = 0;
  let gamma = d[high]! - shift;
  let p = gamma * gamma;
  for (let i = high - 1; i >= low; i--) {
    const square = squares[i]!;
    const r = p + square;
    if (i < high - 1) squares[i + 1] = s * r;
    const before = c;
    c = p / r;
    s = square / r;
    const gammaBefore = gamma;
    const alpha = d[i]!;
    gamma = c * (alpha - shift) - s * gammaBefore;
    d[i + 1] = gammaBefore + (alpha - gamma);
    p = c !== 0 ? (gamma * gamma) / c : before * square;
  }
  squares[low] = s * p;
  d[low] = shift + gamma;
}

/**
 * Implicit QL with Wilkinson shifts: `diagonal` becomes the eigenvalues, in no order. With `vectors` (n×n row-major) every rotation of
 * rows i and i + 1 is applied to its rows too, so that rows that were the basis become the eigenvectors.
 * @throws Error when one value needs more than 60 sweeps.
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., algorithm 8.3.3.
 */
export function implicitQl(diagonal: Float64Array, offDiagonal: Float64Array, vectors?: Float64Array): void {
  const n = diagonal.length;
  const e = new Float64Array(n);
  e.set(offDiagonal.subarray(1));
  for (let low = 0; low < n; low++) {
    for (let sweep = 0; ; sweep++) {
      const high = splitPoint(diagonal, e, low);
      if (high === low) break;
      if (sweep === MAX_SWEEPS) throw new Error(`eigenvalues did not converge in ${MAX_SWEEPS} sweeps`);
      qlSweep(diagonal, e, low, high, vectors);
    }
  }
}

function splitPoint(d: Float64Array, e: Float64Array, low: number): number {
  let m = low;
  while (m < d.length - 1) {
    const size = Math.abs(d[m]!) + Math.abs(d[m + 1]!);
    if (Math.abs(e[m]!) <= Math.max(Number.EPSILON * size, NEGLIGIBLE)) break;
    m++;
  }
  return m;
}

function qlSweep(d: Float64Array, e: Float64Array, low: number, high: number, vectors?: Float64Array): void {
  let g = (d[low + 1]! - d[low]!) / (2 * e[low]!);
  let r = Math.sqrt(g * g + 1);
  g = d[high]! - d[low]! + e[low]! / (g + (g >= 0 ? r : -r));
  let s = 1;
  let c = 1;
  let p = 0;
  for (let i = high - 1; i >= low; i--) {
    const f = s * e[i]!;
    const b = c * e[i]!;
    r = Math.sqrt(f * f + g * g);
    if (r < NEGLIGIBLE) r = Math.hypot(f, g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1]! -= p;
      e[high] = 0;
      return;
    }
    s = f / r;
    c = g / r;
    g = d[i + 1]! - p;
    r = (d[i]! - g) * s + 2 * c * b;
    p = s * r;
    d[i + 1] = g + p;
    g = c * r - b;
    if (vectors) rotateRows(vectors, d.length, i, c, s);
  }
  d[low]! -= p;
  e[low] = g;
  e[high] = 0;
}

function rotateRows(z: Float64Array, n: number, i: number, c: number, s: number): void {
  const upper = i * n;
  const lower = upper + n;
  for (let k = 0; k < n; k++) {
    const f = z[lower + k]!;
    const g = z[upper + k]!;
    z[lower + k] = s * g + c * f;
    z[upper + k] = c * g - s * f;
  }
}
