/** Why a model was not estimated. */
export type RefusalReason = 'insufficient_data' | 'constant_series' | 'singular_covariance' | 'collinear';

/** What an estimation returns when its data cannot carry it; never a number in its place. */
export interface Refused {
  readonly refused: RefusalReason;
}

export function isRefused(result: object): result is Refused {
  return 'refused' in result;
}

/** True when the variance (ddof 1) of the values that are not NaN is at most 1e-20·max(1, mean²), or fewer than two are there. */
export function isConstant(values: Float64Array): boolean {
  let [n, sum] = [0, 0];
  for (const x of values) if (!Number.isNaN(x)) [n, sum] = [n + 1, sum + x];
  const centre = sum / n;
  let squares = 0;
  for (const x of values) if (!Number.isNaN(x)) squares += (x - centre) ** 2;
  return n < 2 || squares / (n - 1) <= 1e-20 * Math.max(1, centre ** 2);
}

/** @throws RangeError when a value is infinite. */
export function checkNotInfinite(name: string, values: Float64Array): void {
  for (let at = 0; at < values.length; at++) {
    if (Math.abs(values[at]!) === Number.POSITIVE_INFINITY) {
      throw new RangeError(`${name} must be finite or NaN, came ${values[at]} at ${at}`);
    }
  }
}
