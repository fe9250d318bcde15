import { allFinite, completeRows, fromColumns } from './matrix.ts';
import { checkWindow } from './rolling.ts';
import { leastComplete } from './rolling-covariance.ts';

/** Steps after which the sums are computed anew, so that rounding cannot pile up. */
const REFRESH = 256;

/** A variance this small beside the largest sum of squares since the last refresh is computed anew: it costs two digits at most. */
const CANCELLED = 1e-2;

/** A variance this small beside the square of the mean, or 1, is none. */
const CONSTANT = 1e-20;

/**
 * Correlation matrix of the last `window` rows, for every row, by sliding sums of products (ddof cancels).
 * `visit(t, r)` gets r as N×N row-major, one buffer reused; r is null where row t holds a NaN or an infinity, where a window with such
 * rows keeps fewer than max(30, 2N) complete ones (r is of these), and where a column is constant. Rows before `window − 1` are not visited. Row t uses rows ≤ t only.
 * @throws RangeError on columns of different lengths or a window that is no whole number ≥ 1.
 */
export function rollingCorrelation(
  columns: readonly Float64Array[],
  window: number,
  visit: (t: number, correlation: Float64Array | null) => void,
): void {
  checkWindow(window);
  const rows = commonLength(columns);
  if (rows === 0) return;
  const n = columns.length;
  const state = emptyState(fromColumns(columns, 0, rows), n, window);
  let lastBad = -1;
  let steps = REFRESH;
  for (let t = 0; t < rows; t++) {
    if (!allFinite(state.x.subarray(t * n, t * n + n))) {
      lastBad = t;
      steps = REFRESH;
    }
    if (t < window - 1) continue;
    if (t - lastBad < window) {
      visit(t, t === lastBad ? null : correlationOfComplete(columns, t - window + 1, t + 1));
      continue;
    }
    if (steps < REFRESH) {
      step(state, t);
      steps++;
    }
    if (steps >= REFRESH || cancelled(state)) {
      refresh(state, t);
      steps = 0;
    }
    visit(t, correlate(state) ? state.correlation : null);
  }
}

/** Correlation matrix of the complete rows among `from…to)`; null when they are too few or a column of them does not vary. */
function correlationOfComplete(
  columns: readonly Float64Array[],
  from: number,
  to: number,
): Float64Array | null {
  const n = columns.length;
  const { x, T } = completeRows(fromColumns(columns, from, to), to - from, n);
  if (T < leastComplete(n)) return null;
  const kept = columns.map((_, i) => Float64Array.from({ length: T }, (_value, t) => x[t * n + i]!));
  const correlation = correlationMatrix(kept, 0, T);
  return allFinite(correlation) ? correlation : null;
}

/** Correlation matrix of rows `from…to)` of the columns, N×N row-major; NaN in the row and column of a series that does not vary. */
export function correlationMatrix(columns: readonly Float64Array[], from: number, to: number): Float64Array {
  const state = emptyState(fromColumns(columns, from, to), columns.length, to - from);
  refresh(state, to - from - 1);
  correlate(state);
  return state.correlation;
}

/** Mean of the N(N−1)/2 different pairs of an N×N correlation matrix: (Σ R − N) / (N(N−1)). NaN when N < 2. */
export function meanPairwise(correlation: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) sum += correlation[i * n + j]!;
  return sum / ((n * (n - 1)) / 2);
}

interface State {
  /** All rows, T×N. */
  readonly x: Float64Array;
  readonly n: number;
  readonly window: number;
  /** Constant taken off each column until the next refresh, against cancellation. */
  readonly shift: Float64Array;
  /** Sum of each shifted column. */
  readonly sum: Float64Array;
  /** N up to the next multiple of 4: the further columns are zero. */
  readonly width: number;
  /** Lower triangle of the sums of products of the shifted columns, width×width. */
  readonly products: Float64Array;
  readonly largest: Float64Array;
  readonly entering: Float64Array;
  readonly leaving: Float64Array;
  /** 1/√Σ(x − x̄)² of each column, NaN where it does not vary. */
  readonly inverse: Float64Array;
  /** Sum of each shifted column over √window. */
  readonly level: Float64Array;
  readonly correlation: Float64Array;
}

function emptyState(x: Float64Array, n: number, window: number): State {
  const width = 4 * Math.ceil(n / 4);
  const vector = () => new Float64Array(width);
  return {
    x,
    n,
    window,
    width,
    shift: vector(),
    sum: vector(),
    products: new Float64Array(width * width),
    largest: vector(),
    entering: vector(),
    leaving: vector(),
    inverse: vector(),
    level: vector(),
    correlation: new Float64Array(n * n),
  };
}

function step(state: State, t: number): void {
  const { x, n, window, width, shift, sum, products, largest, entering, leaving } = state;
  const inRow = t * n;
  const outRow = (t - window) * n;
  for (let i = 0; i < n; i++) {
    entering[i] = x[inRow + i]! - shift[i]!;
    leaving[i] = x[outRow + i]! - shift[i]!;
    sum[i]! += entering[i]! - leaving[i]!;
  }
  exchange(products, entering, leaving, width);
  for (let i = 0; i < n; i++) largest[i] = Math.max(largest[i]!, products[i * width + i]!);
}

function cancelled({ n, window, width, sum, products, largest }: State): boolean {
  for (let i = 0; i < n; i++) {
    const squares = products[i * width + i]! - (sum[i]! * sum[i]!) / window;
    if (!(squares >= CANCELLED * largest[i]!)) return true;
  }
  return false;
}

function refresh(
  { x, n, window, width, shift, sum, products, largest, entering, leaving }: State,
  t: number,
) {
  const from = t - window + 1;
  shift.fill(0);
  for (let s = from; s <= t; s++) for (let i = 0; i < n; i++) shift[i]! += x[s * n + i]!;
  for (let i = 0; i < n; i++) shift[i]! /= window;
  sum.fill(0);
  products.fill(0);
  leaving.fill(0);
  for (let s = from; s <= t; s++) {
    for (let i = 0; i < n; i++) {
      entering[i] = x[s * n + i]! - shift[i]!;
      sum[i]! += entering[i]!;
    }
    exchange(products, entering, leaving, width);
  }
  for (let i = 0; i < n; i++) largest[i] = products[i * width + i]!;
}

/**
 * Lower triangle of P ← P + a·aᵀ − b·bᵀ, width×width, width a multiple of 4. Four rows at a time, because reading a and b costs more
 * than multiplying them: half the time of one row at a time.
 */
function exchange(p: Float64Array, a: Float64Array, b: Float64Array, width: number): void {
  for (let i = 0; i < width; i += 4) {
    const a0 = a[i]!;
    const a1 = a[i + 1]!;
    const a2 = a[i + 2]!;
    const a3 = a[i + 3]!;
    const b0 = b[i]!;
    const b1 = b[i + 1]!;
    const b2 = b[i + 2]!;
    const b3 = b[i + 3]!;
    const row0 = i * width;
    const row1 = row0 + width;
    const row2 = row1 + width;
    const row3 = row2 + width;
    for (let j = 0; j < i + 4; j++) {
      const x = a[j]!;
      const y = b[j]!;
      p[row0 + j]! += a0 * x - b0 * y;
      p[row1 + j]! += a1 * x - b1 * y;
      p[row2 + j]! += a2 * x - b2 * y;
      p[row3 + j]! += a3 * x - b3 * y;
    }
  }
}

/** Fills the matrix; false when a column does not vary. */
function correlate({ n, window, width, shift, sum, products, inverse, level, correlation }: State): boolean {
  let whole = true;
  const root = Math.sqrt(window);
  for (let i = 0; i < n; i++) {
    level[i] = sum[i]! / root;
    const squares = products[i * width + i]! - level[i]! * level[i]!;
    const mean = shift[i]! + sum[i]! / window;
    const varies = squares / (window - 1) > CONSTANT * Math.max(1, mean * mean);
    whole &&= varies;
    inverse[i] = varies ? 1 / Math.sqrt(squares) : Number.NaN;
  }
  const blocks = n - (n % 4);
  for (let i = 0; i < blocks; i += 4) standardiseBlock(products, level, inverse, correlation, n, width, i);
  for (let i = blocks; i < n; i++) standardiseRow(products, level, inverse, correlation, n, width, i);
  for (let i = 0; i < n; i++) correlation[i * n + i] = inverse[i]! > 0 ? 1 : Number.NaN;
  return whole;
}

/** Row i of r_ij = (p_ij − m_i m_j) s_i s_j, j < i, mirrored. */
function standardiseRow(
  p: Float64Array,
  m: Float64Array,
  s: Float64Array,
  out: Float64Array,
  n: number,
  width: number,
  i: number,
): void {
  for (let j = 0; j < i; j++) {
    const r = clamp((p[i * width + j]! - m[i]! * m[j]!) * (s[i]! * s[j]!));
    out[i * n + j] = r;
    out[j * n + i] = r;
  }
}

/** Rows i to i + 3 as in `standardiseRow`: the mirrored values of a column lie side by side, which halves the time. */
function standardiseBlock(
  p: Float64Array,
  m: Float64Array,
  s: Float64Array,
  out: Float64Array,
  n: number,
  width: number,
  i: number,
): void {
  const m0 = m[i]!;
  const m1 = m[i + 1]!;
  const m2 = m[i + 2]!;
  const m3 = m[i + 3]!;
  const s0 = s[i]!;
  const s1 = s[i + 1]!;
  const s2 = s[i + 2]!;
  const s3 = s[i + 3]!;
  const from = i * width;
  const to = i * n;
  for (let j = 0; j < i + 4; j++) {
    const x = m[j]!;
    const y = s[j]!;
    const r0 = clamp((p[from + j]! - m0 * x) * (s0 * y));
    const r1 = clamp((p[from + width + j]! - m1 * x) * (s1 * y));
    const r2 = clamp((p[from + 2 * width + j]! - m2 * x) * (s2 * y));
    const r3 = clamp((p[from + 3 * width + j]! - m3 * x) * (s3 * y));
    out[to + j] = r0;
    out[to + n + j] = r1;
    out[to + 2 * n + j] = r2;
    out[to + 3 * n + j] = r3;
    const mirrored = j * n + i;
    out[mirrored] = r0;
    out[mirrored + 1] = r1;
    out[mirrored + 2] = r2;
    out[mirrored + 3] = r3;
  }
}

function clamp(r: number): number {
  if (r > 1) return 1;
  return r < -1 ? -1 : r;
}

function commonLength(columns: readonly Float64Array[]): number {
  const rows = columns[0]?.length ?? 0;
  const odd = columns.find((column) => column.length !== rows);
  if (odd) throw new RangeError(`columns must have one length, came ${rows} and ${odd.length}`);
  return rows;
}
