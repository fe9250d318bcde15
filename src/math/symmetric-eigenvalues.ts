/**
 * Eigenvalues of a real symmetric N×N matrix, row-major, in descending order: Householder tridiagonalisation, then implicit QL.
 * Only the lower triangle is read; the input is not changed. All NaN when the matrix holds a NaN.
 * @throws RangeError when `matrix.length` is not n². Error when QL needs more than 60 sweeps for one value.
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., algorithms 8.3.1 and 8.3.3.
 */
export function symmetricEigenvalues(matrix: Float64Array, n: number): Float64Array {
  if (matrix.length !== n * n) {
    throw new RangeError(`a ${n}×${n} matrix has ${n * n} values, came ${matrix.length}`);
  }
  if (matrix.some(Number.isNaN)) return new Float64Array(n).fill(Number.NaN);
  const { diagonal, offDiagonal } = tridiagonalise(Float64Array.from(matrix), n);
  implicitQl(diagonal, offDiagonal);
  return diagonal.sort().reverse();
}

/** Diagonal (n) and off-diagonal (n, `offDiagonal[i]` beside i−1 and i, first 0) of an orthogonally similar tridiagonal matrix. */
function tridiagonalise(a: Float64Array, n: number) {
  const diagonal = new Float64Array(n);
  const offDiagonal = new Float64Array(n);
  const p = new Float64Array(n);
  for (let i = n - 1; i > 0; i--) {
    const row = i * n;
    let norm = 0;
    for (let k = 0; k < i; k++) norm = Math.hypot(norm, a[row + k]!);
    const pivot = a[row + i - 1]!;
    const alpha = pivot >= 0 ? -norm : norm;
    offDiagonal[i] = alpha;
    const h = norm * (norm + Math.abs(pivot));
    if (h === 0) continue;
    a[row + i - 1] = pivot - alpha;
    reflect(a, n, i, h, p);
  }
  for (let i = 0; i < n; i++) diagonal[i] = a[i * n + i]!;
  return { diagonal, offDiagonal };
}

/** A ← H A H on the leading i×i block (lower triangle), H = I − v vᵀ / h, v = row i of `a` up to i. */
function reflect(a: Float64Array, n: number, i: number, h: number, p: Float64Array): void {
  const v = a.subarray(i * n, i * n + i);
  let k = 0;
  for (let r = 0; r < i; r++) {
    let sum = 0;
    for (let c = 0; c <= r; c++) sum += a[r * n + c]! * v[c]!;
    for (let c = r + 1; c < i; c++) sum += a[c * n + r]! * v[c]!;
    p[r] = sum / h;
    k += p[r]! * v[r]!;
  }
  k /= 2 * h;
  for (let r = 0; r < i; r++) p[r]! -= k * v[r]!;
  for (let r = 0; r < i; r++) {
    for (let c = 0; c <= r; c++) a[r * n + c]! -= v[r]! * p[c]! + p[r]! * v[c]!;
  }
}

const MAX_SWEEPS = 60;

/** Implicit QL with Wilkinson shifts; `d` becomes the eigenvalues. */
function implicitQl(d: Float64Array, offDiagonal: Float64Array): void {
  const n = d.length;
  const e = new Float64Array(n);
  for (let i = 1; i < n; i++) e[i - 1] = offDiagonal[i]!;
  for (let low = 0; low < n; low++) {
    for (let sweep = 0; ; sweep++) {
      const high = splitPoint(d, e, low);
      if (high === low) break;
      if (sweep === MAX_SWEEPS) throw new Error(`eigenvalues did not converge in ${MAX_SWEEPS} sweeps`);
      qlSweep(d, e, low, high);
    }
  }
}

function splitPoint(d: Float64Array, e: Float64Array, low: number): number {
  let m = low;
  while (m < d.length - 1) {
    const scale = Math.abs(d[m]!) + Math.abs(d[m + 1]!);
    if (Math.abs(e[m]!) <= Number.EPSILON * scale) break;
    m++;
  }
  return m;
}

function qlSweep(d: Float64Array, e: Float64Array, low: number, high: number): void {
  let g = (d[low + 1]! - d[low]!) / (2 * e[low]!);
  let r = Math.hypot(g, 1);
  g = d[high]! - d[low]! + e[low]! / (g + (g >= 0 ? r : -r));
  let [s, c, p] = [1, 1, 0];
  for (let i = high - 1; i >= low; i--) {
    const f = s * e[i]!;
    const b = c * e[i]!;
    r = Math.hypot(f, g);
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
  }
  d[low]! -= p;
  e[low] = g;
  e[high] = 0;
}
