import { z } from 'zod';
import type { Panel } from '../data/panel.ts';
import { rollingCorrelation } from '../math/kernels/rolling-correlation.ts';
import { symmetricEigenvalues } from '../math/kernels/symmetric-eigenvalues.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { windowParam } from './params.ts';
import { sharesOf, withoutRounding } from './principal-components.ts';

/**
 * Number of independent directions that a spectrum is worth, by its entropy.
 *
 * exp(−Σ p_i ln p_i), p_i = λ_i / Σλ, 0 ln 0 = 0
 *
 * `eigenvalues` λ ≥ 0, N of them. 1 one direction carries everything, N all carry the same. NaN when one is NaN or all are 0.
 * @see Roy & Vetterli (2007), The effective rank, EUSIPCO, definition 1.
 */
export function effectiveRank(eigenvalues: Float64Array): number {
  let entropy = 0;
  for (const p of sharesOf(eigenvalues)) if (!(p <= 0)) entropy -= p * Math.log(p);
  return Math.exp(entropy);
}

/**
 * Number of independent directions that a spectrum is worth, by the sum of squares.
 *
 * 1 / Σ p_i², p_i = λ_i / Σλ
 *
 * `eigenvalues` λ ≥ 0, N of them. 1 … N, never above `effectiveRank`. NaN when one is NaN or all are 0.
 * @see Bouchaud & Potters (2003), Theory of Financial Risk and Derivative Pricing, 2nd ed., section 9.3 (inverse participation ratio).
 */
export function participationRatio(eigenvalues: Float64Array): number {
  let squares = 0;
  for (const p of sharesOf(eigenvalues)) squares += p * p;
  return 1 / squares;
}

/**
 * Upper edge of the eigenvalues of a correlation matrix of independent series.
 *
 * λ₊ = (1 + sqrt(N / T))²
 *
 * `n` N series, `rows` T. Eigenvalues above it are more than noise.
 * @throws RangeError when N or T is below 1.
 * @see Marchenko & Pastur (1967), Mathematics of the USSR-Sbornik 1(4); Laloux, Cizeau, Bouchaud & Potters (1999), PRL 83, equation 4.
 */
export function marchenkoPasturEdge(n: number, rows: number): number {
  if (!(n >= 1 && rows >= 1))
    throw new RangeError(`the edge needs at least 1 series and 1 row, came ${n} and ${rows}`);
  return (1 + Math.sqrt(n / rows)) ** 2;
}

const params = z.object({ window: windowParam(252, [20, 2520], 'rows in the window') });
const shared = {
  group: 'dependence',
  unit: 'count',
  input: 'changes',
  columns: [2, 200],
  params,
  warmUp: ({ window }: z.infer<typeof params>) => window - 1,
} as const;

function ofSpectrum(
  measure: Pick<Measure, 'id' | 'columns'>,
  panel: Panel,
  window: number,
  value: (eigenvalues: Float64Array) => number,
): Float64Array {
  const columns = columnsOf(panel, measure);
  const out = new Float64Array(panel.dates.length).fill(Number.NaN);
  rollingCorrelation(columns, window, (t, r) => {
    if (r) out[t] = value(withoutRounding(symmetricEigenvalues(r, columns.length)));
  });
  return out;
}

/** Rolling `effectiveRank` of the correlation matrix. NaN on the first w−1 rows, where the row has a hole, where a window with holes keeps fewer than max(30, 2N) complete rows, and where a column does not vary. */
export const effectiveRankMeasure: Measure<typeof params> = {
  ...shared,
  id: 'effective-rank',
  title: { 'zh-Hans': '有效秩', 'zh-Hant': '有效秩', en: 'Effective rank' },
  range: [1, 200],
  formula: 'exp(−Σ p_i ln p_i); p_i = λ_i / N, λ the eigenvalues of the correlation matrix of rows t−w+1 … t',
  reading:
    'Number of series moving on their own that would be as varied: 1 all move as one, N each by itself.',
  source: {
    citation:
      'Roy & Vetterli (2007), The effective rank: a measure of effective dimensionality, European Signal Processing Conference',
    equation: 'definition 1',
  },
  compute(panel, { window }) {
    return ofSpectrum(this, panel, window, effectiveRank).map(atLeastOne);
  },
};

/** Rolling `participationRatio` of the correlation matrix. NaN as in `effective-rank`. */
export const participationRatioMeasure: Measure<typeof params> = {
  ...shared,
  id: 'participation-ratio',
  title: { 'zh-Hans': '参与比', 'zh-Hant': '參與比', en: 'Participation ratio' },
  range: [1, 200],
  formula: '1 / Σ p_i²; p_i = λ_i / N, λ the eigenvalues of the correlation matrix of rows t−w+1 … t',
  reading:
    'Like the effective rank, and more strict: it looks at the large components only. 1 all move as one, N each by itself.',
  source: {
    citation:
      'Bouchaud & Potters (2003), Theory of Financial Risk and Derivative Pricing, 2nd ed., Cambridge University Press',
    equation: 'section 9.3',
  },
  compute(panel, { window }) {
    return ofSpectrum(this, panel, window, participationRatio).map(atLeastOne);
  },
};

/** Rolling count of eigenvalues above `marchenkoPasturEdge`. NaN as in `effective-rank`. */
export const factorsAboveNoise: Measure<typeof params> = {
  ...shared,
  id: 'factors-above-noise',
  title: { 'zh-Hans': '噪声之上的因子数', 'zh-Hant': '雜訊之上的因子數', en: 'Factors above noise' },
  range: [0, 200],
  formula: '#{λ_i > (1 + sqrt(N / w))²}; λ the eigenvalues of the correlation matrix of rows t−w+1 … t',
  reading:
    'Number of common factors that independent series of this length would not show. Fat tails widen the true edge a little.',
  source: {
    citation:
      'Marchenko & Pastur (1967), Distribution of eigenvalues for some sets of random matrices, Mathematics of the USSR-Sbornik 1(4)',
    doi: '10.1070/SM1967v001n04ABEH001994',
  },
  compute(panel, { window }) {
    const edge = panel.columns.length > 0 ? marchenkoPasturEdge(panel.columns.length, window) : 0;
    return ofSpectrum(this, panel, window, (values) => values.filter((value) => value > edge).length);
  },
};

/** Rounding can leave 1 − 2e-16 where one direction carries everything. */
function atLeastOne(value: number): number {
  return value < 1 ? 1 : value;
}
