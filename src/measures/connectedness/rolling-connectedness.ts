import { checkWhole } from '../../math/arguments.ts';
import { cholesky } from '../../math/cholesky.ts';
import { type Absence, isAbsent } from './absence.ts';
import { type CompleteRows, completeRows, type GapRule, isComplete } from './complete-rows.ts';
import { connectednessOf } from './connectedness.ts';
import { forecastErrorShares, type SharesRoom, sharesRoom } from './forecast-error-shares.ts';
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

/** 1 − R² below which a regressor or error is computed from the rows themselves instead of from their moments. */
const NEARLY_DEPENDENT = 1e-8;

/** Residual variances beside the mean below which a series may be constant. */
const NEARLY_CONSTANT = 1e-18;

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
  const { window, lag } = checked(columns, options);
  if (t < window - 1 || !isComplete(columns, t)) return 'insufficient_data';
  const rows = completeRows(columns, options.gap, t - window + 1, t + 1);
  const holes = rows.at.length < window;
  if (regressionRows(rows, lag) + lag < leastRows(columns.length, lag, holes)) return 'insufficient_data';
  const found = connectednessOf(columns, rows, options);
  return isAbsent(found) ? found : found.table.shares;
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

/** Shares of the window that the moments hold, or undefined when moments do not suffice to compute them safely. */
function momentsSolver(moments: WindowMoments, horizon: number): () => Float64Array | undefined {
  const { n, lag, width } = moments;
  const factor = new Float64Array(width * width);
  const blocks = new Float64Array(n * n * lag);
  const sigma = new Float64Array(n * n);
  const shares = new Float64Array(n * n);
  const room: SharesRoom = sharesRoom(n, lag, horizon);
  return () => {
    if (!varies(moments) || !cholesky(moments.sums, width, factor)) return undefined;
    if (!wellConditioned(factor, moments.sums, width)) return undefined;
    solveBlocks(factor, width, n, lag, blocks);
    schurComplement(factor, width, n, sigma);
    return forecastErrorShares(room, blocks, sigma, shares) ? shares : undefined;
  };
}

function varies(moments: WindowMoments): boolean {
  for (let i = 0; i < moments.n; i++) {
    if (!(moments.varianceOf(i) > NEARLY_CONSTANT * Math.max(1, moments.meanOf(i) ** 2))) return false;
  }
  return true;
}

function wellConditioned(factor: Float64Array, sums: Float64Array, width: number): boolean {
  for (let i = 0; i < width; i++) {
    const at = i * width + i;
    if (!(factor[at]! * factor[at]! > NEARLY_DEPENDENT * sums[at]!)) return false;
  }
  return true;
}

/** Slopes [A_1 … A_p] = L_21 L_11⁻¹ without the intercept, N×Np. */
function solveBlocks(
  factor: Float64Array,
  width: number,
  n: number,
  lag: number,
  blocks: Float64Array,
): void {
  const slopes = n * lag;
  for (let i = 0; i < n; i++) {
    const into = i * slopes;
    const row = (1 + slopes + i) * width + 1;
    for (let k = 0; k < slopes; k++) blocks[into + k] = factor[row + k]!;
    for (let k = slopes - 1; k >= 0; k--) {
      const pivot = (k + 1) * width + 1;
      const value = blocks[into + k]! / factor[pivot + k]!;
      blocks[into + k] = value;
      for (let j = 0; j < k; j++) blocks[into + j]! -= value * factor[pivot + j]!;
    }
  }
}

/** L_22 L_22', the sum of products of the errors, N×N; shares do not depend on its divisor. */
function schurComplement(factor: Float64Array, width: number, n: number, sigma: Float64Array): void {
  const corner = width - n;
  for (let i = 0; i < n; i++) {
    const row = (corner + i) * width + corner;
    for (let j = 0; j <= i; j++) {
      const other = (corner + j) * width + corner;
      let sum = 0;
      for (let k = 0; k <= j; k++) sum += factor[row + k]! * factor[other + k]!;
      sigma[i * n + j] = sum;
      sigma[j * n + i] = sum;
    }
  }
}
