import { countAtMost, countBelow, insertSorted } from './sorted.ts';

/**
 * Share of `sample` at or below `value`: #{x ≤ value} / #{x not NaN}, ties count in full (the empirical distribution function).
 * NaN for a NaN value or an empty sample; NaN in the sample is not counted.
 */
export function empiricalCdf(sample: Float64Array, value: number): number {
  if (Number.isNaN(value)) return Number.NaN;
  let below = 0;
  let n = 0;
  for (let i = 0; i < sample.length; i++) {
    const x = sample[i]!;
    if (x <= value) below++;
    if (!Number.isNaN(x)) n++;
  }
  return n === 0 ? Number.NaN : below / n;
}

/**
 * Empirical distribution function of each value among the values known by then: z_t = #{s ≤ t: x_s ≤ x_t} / n_t, once n_t ≥ `atLeast`.
 * The first `atLeast` values are ranked among one another (`inSample`) or are NaN. NaN values are skipped and give NaN.
 */
export function recursiveRank(values: Float64Array, atLeast: number, inSample = false): Float64Array {
  const out = new Float64Array(values.length).fill(Number.NaN);
  const sorted = new Float64Array(values.length);
  const first: number[] = [];
  let n = 0;
  for (let t = 0; t < values.length; t++) {
    const x = values[t]!;
    if (Number.isNaN(x)) continue;
    const atMost = insertSorted(sorted, n++, x);
    if (n <= atLeast) first.push(t);
    if (n >= atLeast) out[t] = atMost / n;
    if (n === atLeast && inSample) {
      for (const s of first) out[s] = countAtMost(sorted, values[s]!, n) / n;
    }
  }
  return out;
}

/**
 * Share of the earlier values that lie strictly below each value: p_t = #{s < t: x_s < x_t} / #{s < t}, once `atLeast` earlier values are
 * there. NaN values are skipped and give NaN. Row t uses rows ≤ t only.
 */
export function earlierShareBelow(values: Float64Array, atLeast: number): Float64Array {
  const out = new Float64Array(values.length).fill(Number.NaN);
  const sorted = new Float64Array(values.length);
  let n = 0;
  for (let t = 0; t < values.length; t++) {
    const x = values[t]!;
    if (Number.isNaN(x)) continue;
    if (n >= atLeast && n > 0) out[t] = countBelow(sorted, x, n) / n;
    insertSorted(sorted, n++, x);
  }
  return out;
}
