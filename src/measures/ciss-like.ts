import { z } from 'zod';
import { recursiveRank } from '../math/rank.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { windowParam } from './params.ts';

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
  readonly values: Float64Array;
  /** Sub-index of each segment. */
  readonly subIndices: readonly Float64Array[];
  /** Correlation matrix of the sub-indices at the last row with a value, S×S row-major. */
  readonly correlation: Float64Array;
}

/**
 * Composite indicator of systemic stress: sub-indices weighted like a portfolio, so that stress in many segments at once counts more.
 *
 * z = recursive empirical distribution function of each indicator; s_i = mean of z in segment i; y = w ∘ s;
 * σ_ij,t = λ σ_ij,t−1 + (1 − λ)(s_i − ½)(s_j − ½); C_ij = σ_ij / sqrt(σ_ii σ_jj); CISS_t = yᵀ C y
 *
 * `indicators` (n rows each, larger = more stress) are ranked inside the first `initial` rows, then recursively. 0 no stress, 1 every
 * segment at its worst and moving as one. NaN until every indicator has `initial` values (those are in sample) and where any indicator is NaN; the recursion skips
 * such rows. A segment that stays at ½ has correlation 0 with the others.
 * With other indicators and weights than the ECB's it is "CISS-like" and must be called so.
 * @see Hollo, Kremer & Lo Duca (2012), CISS, ECB Working Paper 1426, sections 2 and 3.
 */
export function cissPath(indicators: readonly Float64Array[], options: CissOptions): CissPath {
  const { segments, weights, decay, initial } = options;
  const ranks = indicators.map((indicator) => recursiveRank(indicator, initial, true));
  const subIndices = weights.map((_, segment) =>
    subIndexOf(ranks.filter((_r, k) => segments[k] === segment)),
  );
  const rows = indicators[0]?.length ?? 0;
  const start = Math.max(...indicators.map((indicator) => rowAfter(indicator, initial)));
  const moments = initialMoments(subIndices, start);
  const values = new Float64Array(rows).fill(Number.NaN);
  const correlation = new Float64Array(weights.length ** 2);
  for (let t = 0; t < rows; t++) {
    if (subIndices.some((s) => Number.isNaN(s[t]!))) continue;
    advance(moments, subIndices, t, decay);
    if (t < start) continue;
    correlate(moments, correlation, weights.length);
    values[t] = portfolioVariance(subIndices, weights, correlation, t);
  }
  return { values, subIndices, correlation };
}

/** Row after the one that holds the n-th value. */
function rowAfter(values: Float64Array, n: number): number {
  let counted = 0;
  const at = values.findIndex((value) => !Number.isNaN(value) && ++counted === n);
  return at < 0 ? values.length : at + 1;
}

function subIndexOf(ranks: readonly Float64Array[]): Float64Array {
  return ranks[0]!.map((_, t) => ranks.reduce((sum, z) => sum + z[t]!, 0) / ranks.length);
}

function initialMoments(subIndices: readonly Float64Array[], start: number): Float64Array {
  const n = subIndices.length;
  const moments = new Float64Array(n * n);
  let counted = 0;
  for (let t = 0; t < start; t++) {
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

function portfolioVariance(
  subIndices: readonly Float64Array[],
  weights: readonly number[],
  correlation: Float64Array,
  t: number,
): number {
  const n = weights.length;
  let sum = 0;
  forPairs(n, (i, j) => {
    sum += weights[i]! * subIndices[i]![t]! * correlation[i * n + j]! * weights[j]! * subIndices[j]![t]!;
  });
  return Math.min(1, Math.max(0, sum));
}

function forPairs(n: number, visit: (i: number, j: number) => void): void {
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) visit(i, j);
}

const params = z.object({
  decay: z.number().min(0.5).max(0.999).default(0.93).meta({
    unit: 'ratio',
    description: 'λ a row: 0.93 is the paper’s for weekly rows, 0.93^(1/5) ≈ 0.9856 the same for daily rows',
  }),
  initial: windowParam(252, [50, 2520], 'rows of the initial window, ranked in sample and not shown'),
});

/** Each column is one segment with one indicator; equal weights. */
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
    return cissPath(columns, { segments, weights: segments.map(() => 1 / n), decay, initial }).values;
  },
};
