import { rollingCorrelation as twin } from '../rolling-correlation.ts';
import { covarianceKernel, eachStretch } from './rolling-covariance.ts';

/**
 * `rollingCorrelation` of `../rolling-correlation.ts`, bit for bit, with SIMD instructions where they are present: same arguments, results and
 * errors.
 */
export function rollingCorrelation(
  columns: readonly Float64Array[],
  window: number,
  visit: (t: number, correlation: Float64Array | null) => void,
): void {
  const kernel = covarianceKernel(columns, { window });
  if (kernel === undefined) {
    twin(columns, window, visit);
    return;
  }
  eachStretch(columns, window, (from, to, whole) => {
    if (!whole) {
      const before = from - window + 1;
      const part = columns.map((column) => column.subarray(before, to));
      twin(part, window, (t, correlation) => visit(before + t, correlation));
      return;
    }
    kernel.restart();
    for (let t = from; t < to; t++) {
      kernel.step(t);
      visit(t, kernel.correlation() ? kernel.matrix : null);
    }
  });
}
