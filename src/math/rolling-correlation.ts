import { type Moments, rollingCovariance } from './rolling-covariance.ts';

/** A variance this small beside the mean is none. */
const CONSTANT = 1e-20;

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
  const n = columns.length;
  const correlation = new Float64Array(n * n);
  rollingCovariance(columns, { window }, (t, moments) => {
    visit(t, moments && correlate(moments, n, correlation) ? correlation : null);
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

/**
 * True when a variance (divisor T − 1) is above 1e-20·max(1, mean²), so that a correlation with the series means something.
 */
export function varies(variance: number, mean: number): boolean {
  return variance > CONSTANT * Math.max(1, mean * mean);
}

/** Mean of the N(N−1)/2 different pairs of an N×N correlation matrix: (Σ R − N) / (N(N−1)). NaN when N < 2. */
export function meanPairwise(correlation: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) sum += correlation[i * n + j]!;
  return sum / ((n * (n - 1)) / 2);
}

/**
 * Fills `out` with the correlations of a covariance, clamped to [−1, 1]; false, with NaN in its row and column, when a column does not
 * vary.
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
