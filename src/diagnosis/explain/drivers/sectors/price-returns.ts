import type { SessionColumn } from '../sessions.ts';

/** Simple returns from one session to the next; NaN at a hole and at a splice of sources, everywhere without a column. */
export function priceReturns(column: SessionColumn | undefined, rows: number): Float64Array {
  const out = new Float64Array(rows).fill(Number.NaN);
  if (!column) return out;
  const { values, source } = column;
  for (let t = 1; t < rows; t++) {
    if (source[t] === source[t - 1] && values[t - 1]! > 0) out[t] = values[t]! / values[t - 1]! - 1;
  }
  return out;
}
