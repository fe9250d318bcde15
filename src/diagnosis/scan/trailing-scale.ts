import { quantileOfSorted } from '../../math/quantile.ts';
import { countBelow } from '../../math/sorted.ts';

/** Φ⁻¹(0.875): the upper quartile of |x| for a standard normal x, so that the scale equals σ for normal changes. */
const NORMAL_UPPER_QUARTILE = 1.1503493803760079;

/**
 * Robust scale of the changes before each row: s_t = Q₀.₇₅(|x_{t−1}|, |x_{t−2}|, … the last `window` measured) / 1.1503.
 * Up to a quarter of the days in the window may be extreme without raising it, so a crash does not raise the bar for the day after.
 * Symbols: x changes, any unit; s in the same unit, known before row t (causal); Q the type 7 quantile.
 * NaN policy: NaN in `changes` is skipped; NaN until `least` changes are measured and where the quartile is 0.
 * @throws RangeError unless 2 ≤ least ≤ window are whole numbers
 * @see Rousseeuw and Croux (1993), Alternatives to the median absolute deviation, for quantile-based scales
 */
export function trailingScale(changes: Float64Array, window: number, least: number): Float64Array {
  if (!Number.isInteger(window) || !Number.isInteger(least) || least < 2 || window < least) {
    throw new RangeError(
      `window and least must be whole numbers with 2 ≤ least ≤ window, came ${window}, ${least}`,
    );
  }
  const out = new Float64Array(changes.length).fill(Number.NaN);
  const sizes: number[] = [];
  const sorted: number[] = [];
  for (let t = 0; t < changes.length; t++) {
    if (sorted.length >= least) {
      const quartile = quantileOfSorted(sorted, 0.75);
      if (quartile > 0) out[t] = quartile / NORMAL_UPPER_QUARTILE;
    }
    const size = Math.abs(changes[t] as number);
    if (Number.isNaN(size)) continue;
    if (sizes.length >= window) sorted.splice(countBelow(sorted, sizes[sizes.length - window] as number), 1);
    sizes.push(size);
    sorted.splice(countBelow(sorted, size), 0, size);
  }
  return out;
}
