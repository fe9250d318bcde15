import { mean, squaredDeviations } from './moments.ts';

/** Steps after which sliding sums are computed anew, so that rounding cannot pile up. */
const REFRESH = 128;

/** Share of the largest sum since the last refresh below which cancellation would show. */
const CANCELLED = 1e-6;

/**
 * Mean of the last `window` values: m_t = (1/w) Σ x_s, s = t−w+1 … t.
 * NaN on the first w−1 rows and where the window holds a NaN or an infinity. Row t uses rows ≤ t only.
 */
export function rollingMean(values: Float64Array, window: number): Float64Array {
  const out = new Float64Array(values.length).fill(Number.NaN);
  slide(values, window, (t, centre) => {
    out[t] = centre;
  });
  return out;
}

/**
 * Unbiased standard deviation of the last `window` values (ddof = 1).
 * NaN on the first w−1 rows and where the window holds a NaN; 0 for a constant window. Row t uses rows ≤ t only.
 */
export function rollingStandardDeviation(values: Float64Array, window: number): Float64Array {
  const out = new Float64Array(values.length).fill(Number.NaN);
  slide(values, window, (t, _centre, squares) => {
    out[t] = Math.sqrt(squares / (window - 1));
  });
  return out;
}

function slide(
  values: Float64Array,
  window: number,
  visit: (t: number, centre: number, squares: number) => void,
): void {
  checkWindow(window);
  let centre = 0;
  let squares = 0;
  let largest = 0;
  let lastBad = -1;
  let steps = REFRESH;
  for (let t = 0; t < values.length; t++) {
    if (!Number.isFinite(values[t]!)) {
      lastBad = t;
      steps = REFRESH;
    }
    if (t - lastBad < window) continue;
    if (steps < REFRESH) {
      const [entering, leaving] = [values[t]!, values[t - window]!];
      const next = centre + (entering - leaving) / window;
      squares += (entering - leaving) * (entering - next + leaving - centre);
      centre = next;
      largest = Math.max(largest, squares);
      steps++;
    }
    if (steps >= REFRESH || squares < CANCELLED * largest) {
      centre = mean(values, t - window + 1, t + 1);
      squares = squaredDeviations(values, t - window + 1, t + 1);
      largest = squares;
      steps = 0;
    }
    visit(t, centre, squares);
  }
}

/** @throws RangeError when the window is not a whole number of at least 1. */
export function checkWindow(window: number): void {
  if (!Number.isInteger(window) || window < 1) {
    throw new RangeError(`window must be a whole number of at least 1 row, came ${window}`);
  }
}
