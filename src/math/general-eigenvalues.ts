import { allFinite, checkMatrix, exactScale } from './matrix.ts';

/** Eigenvalues real[j] + i·imaginary[j], largest modulus first, the member of a conjugate pair with the positive part first. */
export interface ComplexValues {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

const MAX_SWEEPS = 120;

/** After scaling to a largest entry near 1, a subdiagonal entry this small is zero whatever stands beside it. */
const NEGLIGIBLE = 1e-140;

/**
 * Eigenvalues of a real general n×n row-major A: balancing, reduction to Hessenberg form, Francis double-shift QR.
 * A is not changed. All NaN when A holds a NaN or an infinity, or when one value needs more than 120 sweeps.
 * @throws RangeError when `a.length` is not n².
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., algorithms 7.4.2 and 7.5.2; EISPACK balanc, elmhes, hqr.
 */
export function generalEigenvalues(a: Float64Array, n: number): ComplexValues {
  checkMatrix(a, n, n);
  const real = new Float64Array(n).fill(Number.NaN);
  const imaginary = new Float64Array(n).fill(Number.NaN);
  if (!allFinite(a)) return { real, imaginary };
  const scale = exactScale(a);
  const h = a.map((value) => value * scale);
  balance(h, n);
  hessenberg(h, n);
  if (!francis(h, n, real, imaginary)) {
    return { real: real.fill(Number.NaN), imaginary: imaginary.fill(Number.NaN) };
  }
  return descending(
    real.map((value) => value / scale),
    imaginary.map((value) => value / scale),
  );
}

/** Moduli of the eigenvalues of a real n×n row-major A, descending; NaN and errors as in `generalEigenvalues`. */
export function eigenvalueModuli(a: Float64Array, n: number): Float64Array {
  const { real, imaginary } = generalEigenvalues(a, n);
  return real.map((value, j) => Math.hypot(value, imaginary[j]!));
}

/** Largest modulus of the eigenvalues: a vector autoregression is stable when that of its companion matrix is below 1. */
export function spectralRadius(a: Float64Array, n: number): number {
  return eigenvalueModuli(a, n)[0]!;
}

function descending(real: Float64Array, imaginary: Float64Array): ComplexValues {
  const moduli = real.map((value, j) => Math.hypot(value, imaginary[j]!));
  const order = Array.from(real.keys()).sort(
    (i, j) => moduli[j]! - moduli[i]! || real[j]! - real[i]! || imaginary[j]! - imaginary[i]!,
  );
  return {
    real: Float64Array.from(order, (j) => real[j]!),
    imaginary: Float64Array.from(order, (j) => imaginary[j]!),
  };
}

/** Diagonal similarity by powers of two until the rows and columns have like norms. */
function balance(a: Float64Array, n: number): void {
  for (let again = true; again; ) {
    again = false;
    for (let i = 0; i < n; i++) {
      let [row, column] = [0, 0];
      for (let j = 0; j < n; j++) {
        if (j === i) continue;
        row += Math.abs(a[i * n + j]!);
        column += Math.abs(a[j * n + i]!);
      }
      if (row === 0 || column === 0) continue;
      const factor = 2 ** Math.round(Math.log2(row / column) / 2);
      if (!((column * factor + row / factor) / (row + column) < 0.95)) continue;
      again = true;
      for (let j = 0; j < n; j++) a[i * n + j]! /= factor;
      for (let j = 0; j < n; j++) a[j * n + i]! *= factor;
    }
  }
}

/** Similar matrix with zeros below the first subdiagonal, by Householder reflectors. */
function hessenberg(a: Float64Array, n: number): void {
  const v = new Float64Array(n);
  for (let k = 0; k < n - 2; k++) {
    let scale = 0;
    for (let i = k + 1; i < n; i++) scale = Math.max(scale, Math.abs(a[i * n + k]!));
    if (scale === 0) continue;
    let square = 0;
    for (let i = k + 1; i < n; i++) {
      v[i] = a[i * n + k]! / scale;
      square += v[i]! * v[i]!;
    }
    const norm = Math.sqrt(square);
    const alpha = v[k + 1]! >= 0 ? -norm : norm;
    const weight = square + norm * Math.abs(v[k + 1]!);
    v[k + 1]! -= alpha;
    for (let j = k; j < n; j++) {
      let dot = 0;
      for (let i = k + 1; i < n; i++) dot += v[i]! * a[i * n + j]!;
      dot /= weight;
      for (let i = k + 1; i < n; i++) a[i * n + j]! -= dot * v[i]!;
    }
    for (let i = 0; i < n; i++) {
      let dot = 0;
      for (let j = k + 1; j < n; j++) dot += a[i * n + j]! * v[j]!;
      dot /= weight;
      for (let j = k + 1; j < n; j++) a[i * n + j]! -= dot * v[j]!;
    }
    a[(k + 1) * n + k] = alpha * scale;
    for (let i = k + 2; i < n; i++) a[i * n + k] = 0;
  }
}

/** Francis QR on an upper Hessenberg matrix, values only; false when one value does not settle. */
function francis(h: Float64Array, n: number, real: Float64Array, imaginary: Float64Array): boolean {
  let size = 0;
  for (const value of h) size += Math.abs(value);
  let high = n - 1;
  let sweeps = 0;
  while (high >= 0) {
    const low = smallSubdiagonal(h, n, high, size);
    if (low === high) {
      real[high] = h[high * n + high]!;
      imaginary[high] = 0;
      high--;
      sweeps = 0;
    } else if (low === high - 1) {
      pair(h, n, high, real, imaginary);
      high -= 2;
      sweeps = 0;
    } else {
      if (sweeps === MAX_SWEEPS) return false;
      sweeps++;
      doubleStep(h, n, low, high, sweeps);
    }
  }
  return true;
}

function smallSubdiagonal(h: Float64Array, n: number, high: number, size: number): number {
  let low = high;
  while (low > 0) {
    const near = Math.abs(h[(low - 1) * n + low - 1]!) + Math.abs(h[low * n + low]!) || size;
    if (Math.abs(h[low * n + low - 1]!) <= Math.max(Number.EPSILON * near, NEGLIGIBLE)) {
      h[low * n + low - 1] = 0;
      break;
    }
    low--;
  }
  return low;
}

/** Eigenvalues of the 2×2 block that ends at `high`. */
function pair(h: Float64Array, n: number, high: number, real: Float64Array, imaginary: Float64Array): void {
  const [a, b] = [h[(high - 1) * n + high - 1]!, h[(high - 1) * n + high]!];
  const [c, d] = [h[high * n + high - 1]!, h[high * n + high]!];
  const half = (a - d) / 2;
  const discriminant = half * half + b * c;
  const root = Math.sqrt(Math.abs(discriminant));
  if (discriminant < 0) {
    real[high - 1] = d + half;
    real[high] = d + half;
    imaginary[high - 1] = root;
    imaginary[high] = -root;
    return;
  }
  const z = half + (half >= 0 ? root : -root);
  real[high - 1] = d + z;
  real[high] = z === 0 ? d : d - (b * c) / z;
  imaginary[high - 1] = 0;
  imaginary[high] = 0;
}

/** One implicit double-shift sweep on rows low…high; every tenth sweep takes an exceptional shift against a cycle. */
function doubleStep(h: Float64Array, n: number, low: number, high: number, sweep: number): void {
  const u = firstColumn(h, n, low, shifts(h, n, high, sweep % 10 === 0));
  for (let k = low; k < high; k++) {
    const size = Math.min(3, high - k + 1);
    if (k > low) for (let i = 0; i < 3; i++) u[i] = i < size ? h[(k + i) * n + k - 1]! : 0;
    const scale = Math.max(Math.abs(u[0]), Math.abs(u[1]), Math.abs(u[2]));
    if (scale === 0) continue;
    for (let i = 0; i < 3; i++) u[i]! /= scale;
    const square = u[0] * u[0] + u[1] * u[1] + u[2] * u[2];
    const norm = Math.sqrt(square);
    const alpha = u[0] >= 0 ? -norm : norm;
    const weight = square + norm * Math.abs(u[0]);
    u[0] -= alpha;
    if (k > low) {
      h[k * n + k - 1] = alpha * scale;
      for (let i = 1; i < size; i++) h[(k + i) * n + k - 1] = 0;
    }
    reflectRows(h, n, k, size, high, u, weight);
    reflectColumns(h, n, k, size, low, Math.min(high, k + 3), u, weight);
  }
}

type Triple = [number, number, number];

/** The two lowest diagonal values and the product beside them, or the exceptional shift of EISPACK. */
function shifts(h: Float64Array, n: number, high: number, exceptional: boolean): Triple {
  const last = h[high * n + high]!;
  const beside = h[high * n + high - 1]!;
  if (!exceptional) return [last, h[(high - 1) * n + high - 1]!, beside * h[(high - 1) * n + high]!];
  const s = Math.abs(beside) + Math.abs(h[(high - 1) * n + high - 2]!);
  return [last + 0.75 * s, last + 0.75 * s, -0.4375 * s * s];
}

/** Direction of the first column of (H − xI)(H − yI) − wI on the block that starts at `low`. */
function firstColumn(h: Float64Array, n: number, low: number, [x, y, w]: Triple): Triple {
  const at = low * n + low;
  const [r, s] = [x - h[at]!, y - h[at]!];
  return [(r * s - w) / h[at + n]! + h[at + 1]!, h[at + n + 1]! - h[at]! - r - s, h[at + 2 * n + 1]!];
}

function reflectRows(
  h: Float64Array,
  n: number,
  k: number,
  size: number,
  high: number,
  u: Triple,
  weight: number,
): void {
  for (let j = k; j <= high; j++) {
    let dot = 0;
    for (let i = 0; i < size; i++) dot += u[i]! * h[(k + i) * n + j]!;
    dot /= weight;
    for (let i = 0; i < size; i++) h[(k + i) * n + j]! -= dot * u[i]!;
  }
}

function reflectColumns(
  h: Float64Array,
  n: number,
  k: number,
  size: number,
  low: number,
  until: number,
  u: Triple,
  weight: number,
): void {
  for (let i = low; i <= until; i++) {
    let dot = 0;
    for (let j = 0; j < size; j++) dot += u[j]! * h[i * n + k + j]!;
    dot /= weight;
    for (let j = 0; j < size; j++) h[i * n + k + j]! -= dot * u[j]!;
  }
}
