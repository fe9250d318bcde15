import { mean } from './moments.ts';
import { checkWindow } from './rolling.ts';

const REFRESH = 128;

/** A variance this small beside the largest since the last refresh is computed anew; one this small beside the mean is none. */
const CANCELLED = 1e-6;
const CONSTANT = 1e-20;

/**
 * Correlation matrix of the last `window` rows, for every row, by sliding co-moments (ddof cancels).
 * `visit(t, r)` gets r as N×N row-major, one buffer reused; r is null where the window holds a NaN or an infinity in any column or
 * a column is constant. Rows before `window − 1` are not visited. Row t uses rows ≤ t only.
 * @throws RangeError on columns of different lengths or a window that is no whole number ≥ 1.
 */
export function rollingCorrelation(
  columns: readonly Float64Array[],
  window: number,
  visit: (t: number, correlation: Float64Array | null) => void,
): void {
  checkWindow(window);
  const rows = commonLength(columns);
  const state = emptyState(columns.length);
  let lastBad = -1;
  let steps = REFRESH;
  for (let t = 0; t < rows; t++) {
    if (columns.some((column) => !Number.isFinite(column[t]!))) {
      lastBad = t;
      steps = REFRESH;
    }
    if (t < window - 1) continue;
    if (t - lastBad < window) {
      visit(t, null);
      continue;
    }
    if (steps < REFRESH) {
      step(state, columns, t, window);
      steps++;
    }
    if (steps >= REFRESH || cancelled(state)) {
      refresh(state, columns, t, window);
      steps = 0;
    }
    visit(t, correlate(state, window) ? state.correlation : null);
  }
}

/** Correlation matrix of rows `from…to)` of the columns, N×N row-major; NaN in the row and column of a series that does not vary. */
export function correlationMatrix(columns: readonly Float64Array[], from: number, to: number): Float64Array {
  const n = columns.length;
  const state = emptyState(n);
  refresh(state, columns, to - 1, to - from);
  correlate(state, to - from);
  return state.correlation;
}

/** Mean of the N(N−1)/2 different pairs of an N×N correlation matrix: (Σ R − N) / (N(N−1)). NaN when N < 2. */
export function meanPairwise(correlation: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) sum += correlation[i * n + j]!;
  return sum / ((n * (n - 1)) / 2);
}

interface State {
  readonly n: number;
  /** Constant taken off each column until the next refresh, against cancellation. */
  readonly shift: Float64Array;
  /** Mean of each shifted column. */
  readonly centre: Float64Array;
  /** Lower triangle of Σ(x − x̄)(y − ȳ). */
  readonly moment: Float64Array;
  readonly largest: Float64Array;
  readonly entering: Float64Array;
  readonly leaving: Float64Array;
  readonly correlation: Float64Array;
}

function emptyState(n: number): State {
  const vector = () => new Float64Array(n);
  return {
    n,
    shift: vector(),
    centre: vector(),
    moment: new Float64Array(n * n),
    largest: vector(),
    entering: vector(),
    leaving: vector(),
    correlation: new Float64Array(n * n),
  };
}

function step(state: State, columns: readonly Float64Array[], t: number, window: number): void {
  const { n, shift, centre, moment, largest, entering, leaving } = state;
  for (let i = 0; i < n; i++) {
    entering[i] = columns[i]![t]! - shift[i]!;
    leaving[i] = columns[i]![t - window]! - shift[i]!;
  }
  for (let i = 0; i < n; i++) {
    const dx = entering[i]! - leaving[i]!;
    for (let j = 0; j <= i; j++) {
      const dy = entering[j]! - leaving[j]!;
      moment[i * n + j]! +=
        entering[i]! * entering[j]! -
        leaving[i]! * leaving[j]! -
        centre[i]! * dy -
        centre[j]! * dx -
        (dx * dy) / window;
    }
  }
  for (let i = 0; i < n; i++) {
    centre[i]! += (entering[i]! - leaving[i]!) / window;
    largest[i] = Math.max(largest[i]!, moment[i * n + i]!);
  }
}

function cancelled(state: State): boolean {
  for (let i = 0; i < state.n; i++) {
    if (!(state.moment[i * state.n + i]! >= CANCELLED * state.largest[i]!)) return true;
  }
  return false;
}

function refresh(state: State, columns: readonly Float64Array[], t: number, window: number): void {
  const { n, shift, centre, moment, largest } = state;
  const from = t - window + 1;
  for (let i = 0; i < n; i++) shift[i] = mean(columns[i]!, from, t + 1);
  centre.fill(0);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      const [x, y] = [columns[i]!, columns[j]!];
      for (let s = from; s <= t; s++) sum += (x[s]! - shift[i]!) * (y[s]! - shift[j]!);
      moment[i * n + j] = sum;
    }
    largest[i] = moment[i * n + i]!;
  }
}

/** Fills the matrix; false when a column does not vary. */
function correlate(state: State, window: number): boolean {
  const { n, shift, centre, moment, correlation } = state;
  let whole = true;
  for (let i = 0; i < n; i++) {
    const level = shift[i]! + centre[i]!;
    const varies = moment[i * n + i]! / (window - 1) > CONSTANT * Math.max(1, level * level);
    whole &&= varies;
    correlation[i * n + i] = varies ? 1 : Number.NaN;
    for (let j = 0; j < i; j++) {
      const product = Math.sqrt(moment[i * n + i]! * moment[j * n + j]!);
      const r =
        varies && !Number.isNaN(correlation[j * n + j]!)
          ? Math.min(1, Math.max(-1, moment[i * n + j]! / product))
          : Number.NaN;
      correlation[i * n + j] = r;
      correlation[j * n + i] = r;
    }
  }
  return whole;
}

function commonLength(columns: readonly Float64Array[]): number {
  const rows = columns[0]?.length ?? 0;
  const odd = columns.find((column) => column.length !== rows);
  if (odd) throw new RangeError(`columns must have one length, came ${rows} and ${odd.length}`);
  return rows;
}
