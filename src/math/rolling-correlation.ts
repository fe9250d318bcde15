import { checkWindow } from './rolling.ts';
import { commonLength, correlate, rollingCovariance } from './rolling-covariance.ts';
import { slideCorrelation } from './sliding-correlation.ts';
import { eachStretch } from './stretches.ts';

/**
 * Correlation matrix of the last `window` rows, for every row, by sliding sums.
 * `visit(t, r)` gets r as N×N row-major, one buffer reused; r is null where row t has a hole, where a window with holes keeps fewer than
 * max(30, 2N) complete rows, and where a column is constant. Rows before `window − 1` are not visited. Row t uses rows ≤ t only.
 * @throws RangeError on columns of different lengths or a window that is no whole number ≥ 1.
 */
export function rollingCorrelation(
  columns: readonly Float64Array[],
  window: number,
  visit: (t: number, correlation: Float64Array | null) => void,
): void {
  checkWindow(window);
  commonLength(columns);
  eachStretch(columns, window, (from, to, whole) => {
    (whole ? slideCorrelation : windowsWithHoles)(columns, window, from, to, visit);
  });
}

/** The same for rows from…to), every window of which has a hole. */
export function windowsWithHoles(
  columns: readonly Float64Array[],
  window: number,
  from: number,
  to: number,
  visit: (t: number, correlation: Float64Array | null) => void,
): void {
  const n = columns.length;
  const correlation = new Float64Array(n * n);
  const before = from - window + 1;
  const part = columns.map((column) => column.subarray(before, to));
  rollingCovariance(part, { window }, (t, moments) => {
    visit(before + t, moments && correlate(moments, n, correlation) ? correlation : null);
  });
}

/** Correlation matrix of rows `from…to)` of the columns, N×N row-major; NaN in the row and column of a series that does not vary. */
export function correlationMatrix(columns: readonly Float64Array[], from: number, to: number): Float64Array {
  const n = columns.length;
  const correlation = new Float64Array(n * n).fill(Number.NaN);
  const part = columns.map((column) => column.subarray(from, to));
  if (to - from < 2) return correlation;
  rollingCovariance(part, { window: to - from }, (_t, moments) => {
    if (moments) correlate(moments, n, correlation);
  });
  return correlation;
}

/** Mean of the N(N−1)/2 different pairs of an N×N correlation matrix: (Σ R − N) / (N(N−1)). NaN when N < 2. */
export function meanPairwise(correlation: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) sum += correlation[i * n + j]!;
  return sum / ((n * (n - 1)) / 2);
}
