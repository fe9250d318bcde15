import { checkMatrix, mirrorLower } from './matrix.ts';
import { checkWindow } from './rolling.ts';

const REFRESH = 128;

/** Share of the largest sum since the last refresh below which cancellation would show. */
const CANCELLED = 1e-6;

/**
 * Gram matrix Σ x_s x_sᵀ of the last `window` rows of a T×k row-major X, for every row from `window − 1` on: one row enters, one leaves,
 * and every 128 steps, or when a large row has left, the sum is computed anew. `visit(t, g)` gets g as k×k row-major, one buffer reused; g is null where the window
 * holds a NaN or an infinity. Row t uses rows ≤ t only. Sums are about 0: subtract a level from columns far from 0 first.
 * @throws RangeError when the length is not T·k or the window is no whole number ≥ 1.
 */
export function rollingGram(
  x: Float64Array,
  T: number,
  k: number,
  window: number,
  visit: (t: number, gram: Float64Array | null) => void,
): void {
  checkMatrix(x, T, k);
  checkWindow(window);
  const sum = new Float64Array(k * k);
  const largest = new Float64Array(k);
  const out = new Float64Array(k * k);
  let lastBad = -1;
  let steps = REFRESH;
  for (let t = 0; t < T; t++) {
    if (!rowIsFinite(x, k, t)) {
      lastBad = t;
      steps = REFRESH;
    }
    if (t < window - 1) continue;
    if (t - lastBad < window) {
      visit(t, null);
      continue;
    }
    if (steps < REFRESH) {
      addRow(sum, x, k, t, 1);
      addRow(sum, x, k, t - window, -1);
      steps++;
    }
    if (steps >= REFRESH || cancelled(sum, largest)) {
      sum.fill(0);
      largest.fill(0);
      for (let s = t - window + 1; s <= t; s++) addRow(sum, x, k, s, 1);
      steps = 0;
    }
    out.set(sum);
    mirrorLower(out, k);
    visit(t, out);
  }
}

function rowIsFinite(x: Float64Array, k: number, t: number): boolean {
  for (let i = 0; i < k; i++) if (!Number.isFinite(x[t * k + i]!)) return false;
  return true;
}

/** True when a sum of squares has lost most of its largest value; keeps the largest values. */
function cancelled(sum: Float64Array, largest: Float64Array): boolean {
  const k = largest.length;
  let lost = false;
  for (let i = 0; i < k; i++) {
    const square = sum[i * k + i]!;
    if (square > largest[i]!) largest[i] = square;
    lost ||= square < CANCELLED * largest[i]!;
  }
  return lost;
}

function addRow(sum: Float64Array, x: Float64Array, k: number, t: number, sign: 1 | -1): void {
  const row = t * k;
  for (let i = 0; i < k; i++) {
    const xi = sign * x[row + i]!;
    for (let j = 0; j <= i; j++) sum[i * k + j]! += xi * x[row + j]!;
  }
}
