import { fromColumns } from './matrix.ts';
import { varies } from './rolling-covariance.ts';

/** Steps after which the sliding sums are computed anew, so that rounding cannot pile up. */
const REFRESH = 256;

/** A sum of squares this small beside the largest since the last refresh has lost its digits. */
const CANCELLED = 1e-6;

interface Sums {
  readonly n: number;
  readonly window: number;
  /** Rows of the stretch, row-major. */
  readonly x: Float64Array;
  /** Column means at the last refresh, subtracted against cancellation. */
  readonly shift: Float64Array;
  /** f = Σ (x − shift). */
  readonly first: Float64Array;
  /** Diagonal and lower triangle of M = Σ (x − m)(x − m)ᵀ, m the means of the window. */
  readonly squares: Float64Array;
  readonly products: Float64Array;
  readonly largest: Float64Array;
  /** Half of what a column changed by as the window moved, and both ends' distance from the means before and after. */
  readonly half: Float64Array;
  readonly spread: Float64Array;
  /** 1/√M_ii. */
  readonly inverse: Float64Array;
}

/**
 * Correlation matrix of every window of `window` rows that ends in row from…to), all of them complete, by sliding sums in one pass a row.
 *
 * M ← M + ½(d gᵀ + g dᵀ), d = x_t − x_{t−w}, g = (x_t − m_t) + (x_{t−w} − m_{t−1}); r_ij = M_ij / √(M_ii M_jj), kept in [−1, 1]
 *
 * `visit(t, r)` gets r as N×N row-major, one buffer reused, or null when a column does not vary.
 */
export function slideCorrelation(
  columns: readonly Float64Array[],
  window: number,
  from: number,
  to: number,
  visit: (t: number, correlation: Float64Array | null) => void,
): void {
  const before = from - window + 1;
  const n = columns.length;
  const sums = emptySums(fromColumns(columns, before, to), n, window);
  const correlation = new Float64Array(n * n);
  let steps = REFRESH;
  for (let t = from; t < to; t++) {
    if (steps < REFRESH) {
      slide(sums, t - before);
      steps++;
    }
    if (steps >= REFRESH || cancelled(sums)) {
      refresh(sums, t - before);
      steps = 0;
    }
    const moving = invert(sums);
    advance(sums, correlation);
    visit(t, moving ? correlation : null);
  }
}

function emptySums(x: Float64Array, n: number, window: number): Sums {
  const vector = () => new Float64Array(n);
  return {
    n,
    window,
    x,
    shift: vector(),
    first: vector(),
    squares: vector(),
    products: new Float64Array(n * n),
    largest: vector(),
    half: vector(),
    spread: vector(),
    inverse: vector(),
  };
}

/** Moves all but the products on to row t. */
function slide({ n, window, x, shift, first, squares, largest, half, spread }: Sums, t: number): void {
  const scale = 1 / window;
  const [now, gone] = [t * n, (t - window) * n];
  for (let i = 0; i < n; i++) {
    const e = x[now + i]! - shift[i]!;
    const l = x[gone + i]! - shift[i]!;
    const d = e - l;
    const sum = first[i]! + d;
    const g = e + l - (first[i]! + sum) * scale;
    first[i] = sum;
    half[i] = 0.5 * d;
    spread[i] = g;
    squares[i]! += d * g;
    if (squares[i]! > largest[i]!) largest[i] = squares[i]!;
  }
}

function cancelled({ n, squares, largest }: Sums): boolean {
  for (let i = 0; i < n; i++) if (!(squares[i]! >= CANCELLED * largest[i]!)) return true;
  return false;
}

function refresh(sums: Sums, t: number): void {
  const { n, window, x, shift, first, squares, products, largest, half, spread } = sums;
  const from = t - window + 1;
  for (let i = 0; i < n; i++) shift[i] = columnMean(x, n, i, from, t);
  for (const array of [first, products, half, spread]) array.fill(0);
  const e = new Float64Array(n);
  for (let s = from; s <= t; s++) {
    for (let i = 0; i < n; i++) {
      e[i] = x[s * n + i]! - shift[i]!;
      first[i]! += e[i]!;
    }
    for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) products[i * n + j]! += e[i]! * e[j]!;
  }
  const scale = 1 / window;
  for (let i = 0; i < n; i++) {
    const m = first[i]! * scale;
    for (let j = 0; j <= i; j++) products[i * n + j]! -= m * first[j]!;
    squares[i] = products[i * n + i]!;
    largest[i] = squares[i]!;
  }
}

/** Mean of rows from…to; the value itself when they are all the same. */
function columnMean(x: Float64Array, n: number, i: number, from: number, to: number): number {
  const start = x[from * n + i]!;
  let sum = 0;
  for (let s = from; s <= to; s++) sum += x[s * n + i]! - start;
  return start + sum / (to - from + 1);
}

/** False when a column does not vary. */
function invert({ n, window, shift, first, squares, inverse }: Sums): boolean {
  const scale = 1 / window;
  const unbiased = window / (window - 1);
  let moving = true;
  for (let i = 0; i < n; i++) {
    moving &&= varies(squares[i]! * scale * unbiased, shift[i]! + first[i]! * scale);
    inverse[i] = 1 / Math.sqrt(squares[i]!);
  }
  return moving;
}

/** Moves the products on, and their correlations into `out`. */
function advance({ n, products, half, spread, inverse }: Sums, out: Float64Array): void {
  for (let i = 0; i < n; i++) {
    const h = half[i]!;
    const g = spread[i]!;
    const own = inverse[i]!;
    const row = i * n;
    for (let j = 0; j < i; j++) {
      const product = products[row + j]! + (h * spread[j]! + g * half[j]!);
      products[row + j] = product;
      const raw = product * own * inverse[j]!;
      const r = raw > 1 ? 1 : raw < -1 ? -1 : raw;
      out[row + j] = r;
      out[j * n + i] = r;
    }
    out[row + i] = 1;
  }
}
