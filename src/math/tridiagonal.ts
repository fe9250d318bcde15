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
  const v = i * n;
  p.fill(0, 0, i);
  for (let r = 0; r < i; r++) {
    const vr = a[v + r]!;
    let sum = a[r * n + r]! * vr;
    for (let c = 0; c < r; c++) {
      const entry = a[r * n + c]!;
      sum += entry * a[v + c]!;
      p[c]! += entry * vr;
    }
    p[r]! += sum;
  }
  let k = 0;
  for (let r = 0; r < i; r++) {
    p[r]! /= h;
    k += p[r]! * a[v + r]!;
  }
  k /= 2 * h;
  for (let r = 0; r < i; r++) p[r]! -= k * a[v + r]!;
  for (let r = 0; r < i; r++) {
    const [vr, pr] = [a[v + r]!, p[r]!];
    for (let c = 0; c <= r; c++) a[r * n + c]! -= vr * p[c]! + pr * a[v + c]!;
  }
}

const MAX_SWEEPS = 60;

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
  let [s, c, p] = [1, 1, 0];
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
  const [upper, lower] = [i * n, (i + 1) * n];
  for (let k = 0; k < n; k++) {
    const f = z[lower + k]!;
    const g = z[upper + k]!;
    z[lower + k] = s * g + c * f;
    z[upper + k] = c * g - s * f;
  }
}
