import { midRanks } from './mid-ranks.ts';

/**
 * Ranks of each value among the last `window`, centred and of unit length, so that the rank correlation of two windows is their dot
 * product: u = (R − R̄) / |R − R̄|, R the ranks 1 … w, ties by their mean.
 * Row t of the result (n × w row-major) holds the window that ends in row t, oldest first.
 * NaN policy: a row is NaN where its window is not full, holds a NaN, or does not vary, and where `only` is given and 0. Row t uses rows ≤ t
 * only.
 * @throws RangeError when the window is not a whole number of at least 2
 * @see Kendall (1970), Rank Correlation Methods, 4th ed., § 3.8 for ties
 */
export function standardisedRanks(values: Float64Array, window: number, only?: Uint8Array): Float64Array {
  if (!Number.isInteger(window) || window < 2) {
    throw new RangeError(`window must be a whole number of at least 2 rows, came ${window}`);
  }
  const out = new Float64Array(values.length * window).fill(Number.NaN);
  let lastBad = -1;
  for (let t = 0; t < values.length; t++) {
    if (Number.isNaN(values[t]!)) lastBad = t;
    if (t - lastBad < window || only?.[t] === 0) continue;
    standardiseInto(
      midRanks(values.subarray(t - window + 1, t + 1)),
      out.subarray(t * window, (t + 1) * window),
    );
  }
  return out;
}

/** Spearman's ρ of two windows: the dot product of rows a and b of their standardised ranks. NaN when one of them is NaN. */
export function rankCorrelation(
  left: Float64Array,
  a: number,
  right: Float64Array,
  b: number,
  window: number,
): number {
  let sum = 0;
  for (let k = 0; k < window; k++) sum += left[a * window + k]! * right[b * window + k]!;
  return sum;
}

function standardiseInto(ranks: Float64Array, out: Float64Array): void {
  const middle = (ranks.length + 1) / 2;
  let squares = 0;
  for (let i = 0; i < ranks.length; i++) {
    const centred = ranks[i]! - middle;
    out[i] = centred;
    squares += centred * centred;
  }
  const length = Math.sqrt(squares);
  for (let i = 0; i < out.length; i++) out[i] = length > 0 ? out[i]! / length : Number.NaN;
}
