import { z } from 'zod';
import { countAtMost, insertSorted } from '../math/sorted.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { numberParam, windowParam } from './params.ts';
import { firstVaried } from './windows.ts';

export interface CissOptions {
  /** Segment of each indicator, 0 … S−1. */
  readonly segments: readonly number[];
  /** Weight of each segment, summing to 1. */
  readonly weights: readonly number[];
  /** λ of the correlation recursion, a row. */
  readonly decay: number;
  /** Rows of the initial window. */
  readonly initial: number;
}

export interface CissPath {
  /** CISS from the end of the initial window on; NaN before. */
  readonly values: Float64Array;
  /** CISS of the rows of the initial window, ranked and correlated in sample (LOOK-AHEAD inside that window); NaN after. */
  readonly inSample: Float64Array;
  /** Recursive rank z of each indicator. */
  readonly ranks: readonly Float64Array[];
  /** Sub-index of each segment: the mean of the ranks that it has. */
  readonly subIndices: readonly Float64Array[];
  /** Correlation matrix of the sub-indices of every row, n×S×S row-major; NaN where there is no value. */
  readonly correlations: Float64Array;
  /** The last row of `correlations` with a value, S×S. */
  readonly correlation: Float64Array;
  /** Part of each segment, y_i (C y)_i: they sum to the CISS of the row. */
  readonly contributions: readonly Float64Array[];
  /** (Σ y)²: the CISS if every segment moved as one. */
  readonly perfectCorrelation: Float64Array;
  /** CISS − (Σ y)², at most 0: what imperfect correlation takes off. */
  readonly correlationContribution: Float64Array;
}

/**
 * Composite indicator of systemic stress: sub-indices weighted like a portfolio, so that stress in many segments at once counts more.
 *
 * z = recursive empirical distribution function of each indicator; s_i = mean of z in segment i; y = w ∘ s;
 * σ_ij,t = λ σ_ij,t−1 + (1 − λ)(s_i − ½)(s_j − ½); C_ij = σ_ij / sqrt(σ_ii σ_jj); CISS_t = yᵀ C y
 *
 * `indicators` (n rows each, larger = more stress) are ranked inside the first `initial` rows, then among all rows up to their own; an
 * indicator that begins later is ranked from its own start. σ begins with the moments about ½ of the initial window, applied from row 0.
 * 0 no stress, 1 every segment at its worst and moving as one. A segment is the mean of the indicators that it has on the row; NaN where a
 * segment has none, and the recursion skips such rows. A segment that stays at ½ has correlation 0 with the others.
 * With other indicators and weights than the ECB's it is "CISS-like" and must be called so.
 * @throws RangeError when the sizes disagree, the weights do not sum to 1, λ is outside (0, 1) or `initial` is no whole number ≥ 1.
 * @see Hollo, Kremer & Lo Duca (2012), CISS, ECB Working Paper 1426, sections 2 and 3.
 */
export function cissPath(indicators: readonly Float64Array[], options: CissOptions): CissPath {
  check(indicators, options);
  const { segments, weights, decay, initial } = options;
  const ranks = indicators.map((indicator) => rankFromInitial(indicator, initial));
  const subIndices = weights.map((_, segment) =>
    meanOfPresent(ranks.filter((_r, k) => segments[k] === segment)),
  );
  const rows = indicators[0]?.length ?? 0;
  const path = emptyPath(ranks, subIndices, rows);
  const n = weights.length;
  const moments = initialMoments(subIndices, Math.min(initial, rows));
  const y = new Float64Array(n);
  for (let t = 0; t < rows; t++) {
    if (subIndices.some((s) => Number.isNaN(s[t]!))) continue;
    advance(moments, subIndices, t, decay);
    const correlation = path.correlations.subarray(t * n * n, (t + 1) * n * n);
    correlate(moments, correlation, n);
    path.correlation.set(correlation);
    for (let i = 0; i < n; i++) y[i] = weights[i]! * subIndices[i]![t]!;
    const value = decompose(path, y, correlation, t);
    if (t < initial) path.inSample[t] = value;
    else path.values[t] = value;
  }
  return path;
}

function check(
  indicators: readonly Float64Array[],
  { segments, weights, decay, initial }: CissOptions,
): void {
  if (segments.length !== indicators.length) {
    throw new RangeError(`each of ${indicators.length} indicators needs a segment, came ${segments.length}`);
  }
  const odd = segments.find((segment) => weights[segment] === undefined);
  if (odd !== undefined) throw new RangeError(`segments are 0 to ${weights.length - 1}, came ${odd}`);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (weights.length > 0 && !(Math.abs(sum - 1) < 1e-9))
    throw new RangeError(`weights must sum to 1, came ${sum}`);
  if (!(decay > 0 && decay < 1)) throw new RangeError(`λ must lie in (0, 1), came ${decay}`);
  if (!Number.isInteger(initial) || initial < 1) {
    throw new RangeError(`the initial window must be a whole number of at least 1 row, came ${initial}`);
  }
  const lengths = new Set(indicators.map((indicator) => indicator.length));
  if (lengths.size > 1)
    throw new RangeError(`indicators must have one length, came ${[...lengths].join(' and ')}`);
}

/**
 * Share of the values at or below each value, ties in full: inside the first `initial` rows among those rows, later among all values up to
 * the row. NaN stays NaN.
 */
function rankFromInitial(values: Float64Array, initial: number): Float64Array {
  const out = new Float64Array(values.length).fill(Number.NaN);
  const sorted = new Float64Array(values.length);
  let n = 0;
  const first = values.subarray(0, initial);
  for (const x of first) if (!Number.isNaN(x)) insertSorted(sorted, n++, x);
  for (let t = 0; t < values.length; t++) {
    const x = values[t]!;
    if (Number.isNaN(x)) continue;
    if (t >= initial) insertSorted(sorted, n++, x);
    out[t] = countAtMost(sorted, x, n) / n;
  }
  return out;
}

function meanOfPresent(ranks: readonly Float64Array[]): Float64Array {
  const rows = ranks[0]?.length ?? 0;
  return Float64Array.from({ length: rows }, (_, t) => {
    let [sum, present] = [0, 0];
    for (const z of ranks) {
      if (Number.isNaN(z[t]!)) continue;
      sum += z[t]!;
      present++;
    }
    return sum / present;
  });
}

function emptyPath(
  ranks: readonly Float64Array[],
  subIndices: readonly Float64Array[],
  rows: number,
): CissPath {
  const empty = () => new Float64Array(rows).fill(Number.NaN);
  const n = subIndices.length;
  return {
    values: empty(),
    inSample: empty(),
    ranks,
    subIndices,
    correlations: new Float64Array(rows * n * n).fill(Number.NaN),
    correlation: new Float64Array(n * n),
    contributions: subIndices.map(empty),
    perfectCorrelation: empty(),
    correlationContribution: empty(),
  };
}

function initialMoments(subIndices: readonly Float64Array[], rows: number): Float64Array {
  const n = subIndices.length;
  const moments = new Float64Array(n * n);
  let counted = 0;
  for (let t = 0; t < rows; t++) {
    if (subIndices.some((s) => Number.isNaN(s[t]!))) continue;
    counted++;
    forPairs(n, (i, j) => {
      moments[i * n + j]! += (subIndices[i]![t]! - 0.5) * (subIndices[j]![t]! - 0.5);
    });
  }
  return moments.map((sum) => (counted ? sum / counted : 0));
}

function advance(moments: Float64Array, subIndices: readonly Float64Array[], t: number, decay: number): void {
  const n = subIndices.length;
  forPairs(n, (i, j) => {
    const product = (subIndices[i]![t]! - 0.5) * (subIndices[j]![t]! - 0.5);
    moments[i * n + j] = decay * moments[i * n + j]! + (1 - decay) * product;
  });
}

function correlate(moments: Float64Array, correlation: Float64Array, n: number): void {
  forPairs(n, (i, j) => {
    const scale = Math.sqrt(moments[i * n + i]! * moments[j * n + j]!);
    const r = scale > 0 ? Math.min(1, Math.max(-1, moments[i * n + j]! / scale)) : 0;
    correlation[i * n + j] = i === j ? 1 : r;
  });
}

/** Writes the parts of row t and returns their sum, the CISS. */
function decompose(path: CissPath, y: Float64Array, correlation: Float64Array, t: number): number {
  const n = y.length;
  let [sum, total] = [0, 0];
  for (let i = 0; i < n; i++) {
    let row = 0;
    for (let j = 0; j < n; j++) row += correlation[i * n + j]! * y[j]!;
    path.contributions[i]![t] = y[i]! * row;
    sum += y[i]! * row;
    total += y[i]!;
  }
  path.perfectCorrelation[t] = total * total;
  path.correlationContribution[t] = sum - total * total;
  return Math.min(1, Math.max(0, sum));
}

function forPairs(n: number, visit: (i: number, j: number) => void): void {
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) visit(i, j);
}

const params = z.object({
  decay: numberParam(
    0.93,
    [0.5, 0.999],
    'ratio',
    'λ a row: 0.93 is the paper’s for weekly rows, 0.93^(1/5) ≈ 0.9856 the same for daily rows',
  ),
  initial: windowParam(252, [50, 2520], 'rows of the initial window, ranked in sample and not shown'),
});

/**
 * `cissPath().values` with one indicator a column, each a segment, equal weights. NaN on the rows of the initial window and where a column
 * is missing.
 */
export const cissLike: Measure<typeof params> = {
  id: 'ciss-like',
  title: { 'zh-Hans': '类 CISS 综合压力', 'zh-Hant': '類 CISS 綜合壓力', en: 'CISS-like composite stress' },
  group: 'stress',
  unit: 'score',
  range: [0, 1],
  input: 'levels',
  columns: [2, 40],
  formula:
    'CISS_t = yᵀ C_t y; y = s_t / S; s_i = recursive rank of stress indicator i; C_t = correlation about ½ with decay λ',
  reading:
    '0 no stress, 1 every segment at its worst so far and all moving as one. Ranks: an indicator that drifts upward for ever stays near 1. Not the ECB’s CISS: other indicators and weights.',
  params,
  source: {
    citation:
      'Hollo, Kremer & Lo Duca (2012), CISS: a composite indicator of systemic stress in the financial system, ECB Working Paper 1426',
    equation: 'sections 2 and 3; other indicators and weights, so "CISS-like"',
  },
  warmUp: ({ initial }) => initial,
  compute(panel, { decay, initial }) {
    const columns = columnsOf(panel, this);
    const n = columns.length;
    const segments = columns.map((_, k) => k);
    const { values } = cissPath(columns, { segments, weights: segments.map(() => 1 / n), decay, initial });
    // Ties share the highest rank, so an indicator that stands still would count as the worst stress there can be.
    return values.fill(Number.NaN, 0, firstVaried(columns));
  },
};
