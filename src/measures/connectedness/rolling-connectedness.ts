import { checkWhole } from '../../math/arguments.ts';
import { isComplete } from '../windows.ts';
import { type Absence, isAbsent } from './absence.ts';
import { type CompleteRows, completeRows, type GapRule } from './complete-rows.ts';
import { connectednessOf } from './connectedness.ts';
import { momentsSolver } from './moments-solver.ts';
import { WindowMoments } from './window-moments.ts';

export interface RollingConnectednessOptions {
  /** Rows in the window, of which window − lag are regression rows. */
  readonly window: number;
  readonly lag: number;
  readonly horizon: number;
  readonly gap?: GapRule;
}

/** Gets row-normalised shares θ̃ (N×N row-major, one buffer reused, a series left out NaN), or why there are none. */
export type VisitShares = (t: number, shares: Float64Array | Absence) => void;

/**
 * Connectedness shares of a rolling window, for every row of the panel: value t is of rows t − w + 1 … t.
 *
 * M = Σ v v' of v = (1, lags, y) slides; M = L L' gives B = L_21 L_11⁻¹ and, by the Schur complement, Σ = L_22 L_22' / n; then
 * `forecastErrorShares`. Windows near collinearity are computed from their rows (`connectedness`), the slow twin and the oracle of this.
 *
 * `columns` N series of T values. 'insufficient_data' on the first w − 1 rows, where row t itself is missing, where complete rows ≤ Np + 21,
 * and in a window with holes also below max(30, 2N) complete rows. A constant or collinear series is left out of that window.
 * Row t uses rows ≤ t only.
 * @throws RangeError when window, lag or horizon is no whole number ≥ 1, there is no series, or lengths differ.
 * @see Diebold & Yilmaz (2012), section 3.2.
 */
export function rollingConnectedness(
  columns: readonly Float64Array[],
  options: RollingConnectednessOptions,
  visit: VisitShares,
): void {
  const { window, lag } = checked(columns, options);
  const rows = completeRows(columns, options.gap);
  const moments = new WindowMoments(columns, rows, lag);
  const solver = momentsSolver(moments, options.horizon);
  const T = columns[0]!.length;
  for (let t = 0; t < T; t++) {
    if (t < window - 1 || !isComplete(columns, t)) {
      visit(t, 'insufficient_data');
      continue;
    }
    moments.slide(t - window + 1, t + 1);
    if (moments.count + lag < leastRows(columns.length, lag, moments.complete < window)) {
      visit(t, 'insufficient_data');
    } else visit(t, solver() ?? sharesOfWindow(columns, t, options));
  }
}

/** The slow twin of `rollingConnectedness` at one row: the window's own rows, Householder QR, moving-average coefficients. */
export function sharesOfWindow(
  columns: readonly Float64Array[],
  t: number,
  options: RollingConnectednessOptions,
): Float64Array | Absence {
  const rows = rowsOfWindow(columns, t, options);
  if (isAbsent(rows)) return rows;
  const found = connectednessOf(columns, rows, options);
  return isAbsent(found) ? found : found.table.shares;
}

/** Complete rows of the window that ends in row t, or why `rollingConnectedness` has no value there. */
export function rowsOfWindow(
  columns: readonly Float64Array[],
  t: number,
  options: RollingConnectednessOptions,
): CompleteRows | Absence {
  const { window, lag } = checked(columns, options);
  if (t < window - 1 || !isComplete(columns, t)) return 'insufficient_data';
  const rows = completeRows(columns, options.gap, t - window + 1, t + 1);
  const holes = rows.at.length < window;
  return regressionRows(rows, lag) + lag < leastRows(columns.length, lag, holes) ? 'insufficient_data' : rows;
}

function checked(columns: readonly Float64Array[], options: RollingConnectednessOptions) {
  const { window, lag, horizon } = options;
  checkWhole('window', window, 1);
  checkWhole('lag', lag, 1);
  checkWhole('horizon', horizon, 1);
  if (columns.length === 0) throw new RangeError('connectedness needs at least 1 series, came none');
  return options;
}

/** Fewest complete rows of a window: more than Np + 1 + 20, and max(30, 2N) when rows are missing. */
function leastRows(n: number, lag: number, holes: boolean): number {
  const least = n * lag + 22;
  return holes ? Math.max(least, 30, 2 * n) : least;
}

function regressionRows({ run }: CompleteRows, lag: number): number {
  return run.reduce((count, before) => count + (before >= lag ? 1 : 0), 0);
}
