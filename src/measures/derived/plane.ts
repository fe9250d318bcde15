import { mean, squaredDeviations } from '../../math/moments.ts';
import { ols } from '../../math/regression.ts';
import { varies } from '../../math/rolling-covariance.ts';

export interface Plane {
  /** Coefficient of the first regressor, in the unit of y over that of the regressor. */
  readonly first: number;
  /** y less the fit, at the last row. */
  readonly lastResidual: number;
}

const NO_PLANE: Plane = { first: Number.NaN, lastResidual: Number.NaN };

/**
 * Least squares of y on a constant and the other columns, over rows from…to). Columns are centred and scaled first: the fit is the same,
 * and prices beside yields do not look dependent.
 * NaN policy: NaN where a regressor does not vary, or they are dependent.
 */
export function planeThrough([y, ...x]: readonly Float64Array[], from: number, to: number): Plane {
  const T = to - from;
  const k = x.length;
  const design = new Float64Array(T * k);
  const scales = new Float64Array(k);
  for (const [i, column] of x.entries()) {
    const centre = mean(column, from, to);
    const variance = squaredDeviations(column, from, to) / (T - 1);
    if (!varies(variance, centre)) return NO_PLANE;
    const scale = Math.sqrt(variance);
    scales[i] = scale;
    for (let t = 0; t < T; t++) design[t * k + i] = (column[from + t]! - centre) / scale;
  }
  const centre = mean(y!, from, to);
  const fit = ols(
    y!.slice(from, to).map((value) => value - centre),
    design,
    T,
    k,
  );
  return fit ? { first: fit.beta[0]! / scales[0]!, lastResidual: fit.residuals[T - 1]! } : NO_PLANE;
}
