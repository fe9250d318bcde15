/** Value of a variable at row t. */
export type AtRow = (t: number) => number;

export interface LaggedDesign {
  /** n values. */
  readonly y: Float64Array;
  /** n×k row-major, the constant first. */
  readonly x: Float64Array;
  readonly rows: number;
  readonly k: number;
}

/**
 * A regression on lagged variables: the rows t = from … to − 1 in which response and regressors are all there, in order, with a constant.
 * NaN policy: rows with a hole in any of them are left out.
 */
export function laggedDesign(
  from: number,
  to: number,
  response: AtRow,
  regressors: readonly AtRow[],
): LaggedDesign {
  const k = regressors.length + 1;
  const y = new Float64Array(Math.max(0, to - from));
  const x = new Float64Array(y.length * k);
  let rows = 0;
  for (let t = from; t < to; t++) {
    const value = response(t);
    let whole = Number.isFinite(value);
    x[rows * k] = 1;
    for (let j = 1; j < k && whole; j++) {
      const regressor = regressors[j - 1]!(t);
      x[rows * k + j] = regressor;
      whole = Number.isFinite(regressor);
    }
    if (whole) y[rows++] = value;
  }
  return { y: y.subarray(0, rows), x: x.subarray(0, rows * k), rows, k };
}

/** Lags 1 … p of a series. */
export function lagsOf(values: Float64Array, p: number): AtRow[] {
  return Array.from({ length: p }, (_, l) => (t: number) => values[t - l - 1]!);
}

/** @throws RangeError unless all series have the same length and no infinite value, and p is a whole number ≥ 1. */
export function checkLagged(series: Readonly<Record<string, Float64Array>>, p: number): number {
  if (!Number.isInteger(p) || p < 1)
    throw new RangeError(`lags must be a whole number of at least 1, came ${p}`);
  const lengths = Object.values(series).map((values) => values.length);
  if (new Set(lengths).size > 1) {
    throw new RangeError(
      `${Object.keys(series).join(', ')} must have the same length, came ${lengths.join(', ')}`,
    );
  }
  for (const [name, values] of Object.entries(series)) {
    const at = values.findIndex((v) => Math.abs(v) === Number.POSITIVE_INFINITY);
    if (at >= 0) throw new RangeError(`${name} must be finite or NaN, came ${values[at]} at ${at}`);
  }
  return lengths[0] ?? 0;
}
