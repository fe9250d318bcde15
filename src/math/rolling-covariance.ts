import { fromColumns } from './matrix.ts';
import { checkWindow } from './rolling.ts';

/** Steps after which the sliding sums are computed anew, so that rounding cannot pile up. */
const REFRESH = 128;

/** A sum of squares this small beside the largest since the last refresh has lost its digits. */
const CANCELLED = 1e-6;

export interface RollingCovarianceOptions {
  /** Rows in the window. */
  readonly window: number;
  /** Rows after which a weight is halved: weights 0.5^(age / halfLife). Absent: equal weights. */
  readonly halfLife?: number;
  /** Give the moments of the complete rows of the window also where row t itself has a hole. */
  readonly alsoAtHoles?: boolean;
}

/** Weighted moments of one window; the buffers are reused from row to row. */
export interface Moments {
  /** Σ w (x − m)(x − m)ᵀ / Σ w, N×N row-major, symmetric (maximum-likelihood form, ddof 0). */
  readonly covariance: Float64Array;
  /** m = Σ w x / Σ w, N values. */
  readonly mean: Float64Array;
  /** Complete rows that count. */
  readonly rows: number;
}

/** Complete rows that a window with holes must keep to have a value: max(30, 2N). */
export function leastComplete(n: number): number {
  return Math.max(30, 2 * n);
}

/** A variance this small beside the square of the mean, or 1, is none. */
const CONSTANT = 1e-20;

/** True when a variance (divisor T − 1) is above 1e-20·max(1, mean²), so that a correlation with the series means something. */
export function varies(variance: number, mean: number): boolean {
  return variance > CONSTANT * Math.max(1, mean * mean);
}

/**
 * Fills `out` with the correlations of the moments of N columns, clamped to [−1, 1]; false, with NaN in its row and column, when a column
 * does not vary.
 */
export function correlate({ covariance, mean, rows }: Moments, n: number, out: Float64Array): boolean {
  const unbiased = rows / (rows - 1);
  const inverse = new Float64Array(n);
  let whole = true;
  for (let i = 0; i < n; i++) {
    const variance = covariance[i * n + i]!;
    const moving = varies(variance * unbiased, mean[i]!);
    whole &&= moving;
    inverse[i] = moving ? 1 / Math.sqrt(variance) : Number.NaN;
  }
  for (let i = 0; i < n; i++) {
    const scale = inverse[i]!;
    for (let j = 0; j < i; j++) {
      const raw = covariance[i * n + j]! * scale * inverse[j]!;
      const r = raw > 1 ? 1 : raw < -1 ? -1 : raw;
      out[i * n + j] = r;
      out[j * n + i] = r;
    }
    out[i * n + i] = Number.isNaN(scale) ? Number.NaN : 1;
  }
  return whole;
}

/**
 * Weighted covariance of the last `window` rows, for every row from `window − 1` on: O(N²) a row, one row entering and one leaving.
 *
 * C_t = Σ w_s (x_s − m)(x_s − m)ᵀ / Σ w_s, w_s = 0.5^((t − s) / halfLife) or 1, s = t−w+1 … t
 *
 * A row is complete when every column is finite there. Moments are of the complete rows of the window; null where row t itself is not
 * complete (but for `alsoAtHoles`), or where a window with holes keeps fewer than max(30, 2N) complete rows. Row t uses rows ≤ t only.
 * @throws RangeError on columns of different lengths, a window that is no whole number ≥ 1, or a half-life that is not above 0.
 */
export function rollingCovariance(
  columns: readonly Float64Array[],
  { window, halfLife, alsoAtHoles = false }: RollingCovarianceOptions,
  visit: (t: number, moments: Moments | null) => void,
): void {
  checkWindow(window);
  if (halfLife !== undefined && !(halfLife > 0)) {
    throw new RangeError(`half-life must be above 0 rows, came ${halfLife}`);
  }
  const T = commonLength(columns);
  const state = emptyState(columns, T, window, halfLife === undefined ? 1 : 0.5 ** (1 / halfLife));
  let lastBad = -1;
  let steps = REFRESH;
  for (let t = 0; t < T; t++) {
    const whole = isComplete(state, t);
    if (!whole) {
      lastBad = t;
      steps = REFRESH;
    }
    if (t < window - 1) continue;
    if (t - lastBad < window) {
      visit(t, whole || alsoAtHoles ? momentsWithHoles(state, t) : null);
      continue;
    }
    if (steps < REFRESH) {
      slide(state, t);
      steps++;
    }
    if (steps >= REFRESH || cancelled(state)) {
      refresh(state, t);
      steps = 0;
    }
    visit(t, momentsOf(state));
  }
}

interface State {
  readonly n: number;
  readonly window: number;
  /** Factor by which a weight shrinks a row. */
  readonly decay: number;
  /** T×N row-major copy, so that a row is one run of memory. */
  readonly x: Float64Array;
  /** Subtracted from each column until the next refresh, against cancellation. */
  readonly shift: Float64Array;
  /** Σ w (x − shift). */
  readonly first: Float64Array;
  /** Lower triangle of Σ w (x − shift)(x − shift)ᵀ. */
  readonly second: Float64Array;
  readonly largest: Float64Array;
  readonly entering: Float64Array;
  readonly leaving: Float64Array;
  readonly covariance: Float64Array;
  readonly mean: Float64Array;
}

function emptyState(columns: readonly Float64Array[], T: number, window: number, decay: number): State {
  const n = columns.length;
  const vector = () => new Float64Array(n);
  return {
    n,
    window,
    decay,
    x: fromColumns(columns, 0, T),
    shift: vector(),
    first: vector(),
    second: new Float64Array(n * n),
    largest: vector(),
    entering: vector(),
    leaving: vector(),
    covariance: new Float64Array(n * n),
    mean: vector(),
  };
}

function isComplete({ x, n }: State, t: number): boolean {
  for (let k = t * n; k < (t + 1) * n; k++) if (!Number.isFinite(x[k]!)) return false;
  return true;
}

function slide(state: State, t: number): void {
  const { n, window, decay, x, shift, first, second, largest, entering, leaving } = state;
  const [now, gone] = [t * n, (t - window) * n];
  const faded = decay ** window;
  for (let i = 0; i < n; i++) {
    entering[i] = x[now + i]! - shift[i]!;
    leaving[i] = x[gone + i]! - shift[i]!;
    first[i] = decay * first[i]! + entering[i]! - faded * leaving[i]!;
  }
  for (let i = 0; i < n; i++) {
    const e = entering[i]!;
    const l = faded * leaving[i]!;
    const row = i * n;
    for (let j = 0; j <= i; j++)
      second[row + j] = decay * second[row + j]! + e * entering[j]! - l * leaving[j]!;
    if (second[row + i]! > largest[i]!) largest[i] = second[row + i]!;
  }
}

function cancelled({ n, second, largest }: State): boolean {
  for (let i = 0; i < n; i++) if (!(second[i * n + i]! >= CANCELLED * largest[i]!)) return true;
  return false;
}

function refresh(state: State, t: number): void {
  const { n, window, x, shift, first, second, largest } = state;
  const from = t - window + 1;
  for (let i = 0; i < n; i++) shift[i] = columnMean(x, n, i, from, t);
  first.fill(0);
  second.fill(0);
  for (let s = from; s <= t; s++) accumulate(state, s, state.decay ** (t - s));
  for (let i = 0; i < n; i++) largest[i] = second[i * n + i]!;
}

/** Mean of rows from…to; the value itself when they are all the same. */
function columnMean(x: Float64Array, n: number, i: number, from: number, to: number): number {
  const start = x[from * n + i]!;
  let sum = 0;
  for (let s = from; s <= to; s++) sum += x[s * n + i]! - start;
  return start + sum / (to - from + 1);
}

function accumulate({ n, x, shift, first, second, entering }: State, s: number, weight: number): void {
  for (let i = 0; i < n; i++) {
    entering[i] = x[s * n + i]! - shift[i]!;
    first[i]! += weight * entering[i]!;
  }
  for (let i = 0; i < n; i++) {
    const e = weight * entering[i]!;
    for (let j = 0; j <= i; j++) second[i * n + j]! += e * entering[j]!;
  }
}

function momentsOf(state: State): Moments {
  const { decay, window } = state;
  const total = decay === 1 ? window : (1 - decay ** window) / (1 - decay);
  return centre(state, total, window);
}

function centre({ n, shift, first, second, covariance, mean }: State, total: number, rows: number): Moments {
  const scale = 1 / total;
  for (let i = 0; i < n; i++) {
    const mi = first[i]! * scale;
    mean[i] = shift[i]! + mi;
    for (let j = 0; j <= i; j++) {
      const c = (second[i * n + j]! - mi * first[j]!) * scale;
      covariance[i * n + j] = c;
      covariance[j * n + i] = c;
    }
  }
  return { covariance, mean, rows };
}

function momentsWithHoles(state: State, t: number): Moments | null {
  const { n, window, decay, x, shift, first, second } = state;
  const kept: number[] = [];
  for (let s = t - window + 1; s <= t; s++) if (isComplete(state, s)) kept.push(s);
  if (kept.length < leastComplete(n)) return null;
  shift.fill(0);
  for (const s of kept) for (let i = 0; i < n; i++) shift[i]! += x[s * n + i]! / kept.length;
  first.fill(0);
  second.fill(0);
  let total = 0;
  for (const s of kept) {
    const weight = decay ** (t - s);
    total += weight;
    accumulate(state, s, weight);
  }
  return centre(state, total, kept.length);
}

/** @throws RangeError when lengths differ. */
export function commonLength(columns: readonly Float64Array[]): number {
  const rows = columns[0]?.length ?? 0;
  const odd = columns.find((column) => column.length !== rows);
  if (odd) throw new RangeError(`columns must have one length, came ${rows} and ${odd.length}`);
  return rows;
}
