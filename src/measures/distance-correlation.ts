import { z } from 'zod';
import { distanceSums } from '../math/distance-sums.ts';
import { columnsOf } from './columns.ts';
import { checkPair } from './correlation.ts';
import type { Measure } from './measure.ts';
import { windowParam } from './params.ts';
import { overWindows, variesIn } from './windows.ts';

/**
 * Distance correlation, which is 0 only under independence (not merely without a linear relation), in O(n log n).
 *
 * dCor = sqrt(dCov²(x, y) / sqrt(dCov²(x, x) dCov²(y, y))), dCov² = mean of A∘B, A and B the doubly centred distance matrices
 *
 * `x`, `y` n values each; in [0, 1]. The V-statistic: biased upward in small samples, so compare with `distanceCorrelationUnbiased`.
 * NaN when n < 2, a value is NaN, or a series does not vary.
 * @throws RangeError when the lengths differ.
 * @see Székely, Rizzo & Bakirov (2007), Annals of Statistics 35(6), equations 2.8–2.10.
 */
export function distanceCorrelation(x: Float64Array, y: Float64Array): number {
  if (!comparable(x, y, 2)) return Number.NaN;
  const product = Math.sqrt(squaredDistanceCovariance(x, x) * squaredDistanceCovariance(y, y));
  return Math.min(1, Math.sqrt(Math.max(0, squaredDistanceCovariance(x, y)) / product));
}

/**
 * Bias-corrected squared distance correlation: 0 on average under independence, negative by chance.
 *
 * R* = (A·B) / sqrt((A·A)(B·B)), A·B = Σ_{i≠j} A_ij B_ij / (n(n − 3)), A and B the U-centred distance matrices
 *
 * `x`, `y` n values each; at most 1. It estimates the square of `distanceCorrelation`. NaN when n < 4, a value is NaN, or a series does
 * not vary.
 * @throws RangeError when the lengths differ.
 * @see Székely & Rizzo (2013), J. Multivariate Analysis 117.
 */
export function distanceCorrelationUnbiased(x: Float64Array, y: Float64Array): number {
  if (!comparable(x, y, 4)) return Number.NaN;
  const product = Math.sqrt(centredProduct(x, x) * centredProduct(y, y));
  return Math.min(1, Math.max(-1, centredProduct(x, y) / product));
}

function comparable(x: Float64Array, y: Float64Array, least: number): boolean {
  checkPair(x, y);
  return x.length >= least && variesIn(x) && variesIn(y);
}

/** S1/n² − 2 S2/n³ + S3/n⁴ with the three sums of the definition (ibid., equation 2.18). */
function squaredDistanceCovariance(x: Float64Array, y: Float64Array): number {
  const n = x.length;
  const { products, rowProducts, totals } = distanceSums(x, y);
  return products / n ** 2 - (2 * rowProducts) / n ** 3 + totals / n ** 4;
}

/** Inner product of the U-centred distance matrices from the same sums. */
function centredProduct(x: Float64Array, y: Float64Array): number {
  const n = x.length;
  const { products, rowProducts, totals } = distanceSums(x, y);
  return (products - (2 * rowProducts) / (n - 2) + totals / ((n - 1) * (n - 2))) / (n * (n - 3));
}

const params = z.object({ window: windowParam(126, [30, 2000], 'rows in the window') });

const citation =
  'Székely, Rizzo & Bakirov (2007), Measuring and testing dependence by correlation of distances, Annals of Statistics 35(6)';

/** Rolling `distanceCorrelation`. NaN on the first w−1 rows, where the row has a hole, where a window with holes keeps fewer than 30 complete rows, and where a column does not vary. */
export const distanceCorrelationMeasure: Measure<typeof params> = {
  id: 'distance-correlation',
  title: { 'zh-Hans': '距离相关系数', 'zh-Hant': '距離相關係數', en: 'Distance correlation' },
  group: 'dependence',
  unit: 'ratio',
  range: [0, 1],
  input: 'changes',
  columns: [2, 2],
  formula:
    'dCor = sqrt(dCov²_xy / sqrt(dCov²_xx dCov²_yy)); dCov² = mean(A∘B), A and B the doubly centred |x_k − x_l|, |y_k − y_l|',
  reading:
    '0 independent, 1 one is a straight line of the other; it also sees relations that are not lines. It has no sign, and in a short window independent series score about 0.1 to 0.2: the bias-corrected version does not.',
  params,
  source: { citation, doi: '10.1214/009053607000000505', equation: '2.8–2.10' },
  warmUp: ({ window }) => window - 1,
  compute(panel, { window }) {
    return overWindows(columnsOf(panel, this), window, ([x, y]) => distanceCorrelation(x!, y!));
  },
};

/** Rolling `distanceCorrelationUnbiased`. NaN as in `distance-correlation`. */
export const distanceCorrelationUnbiasedMeasure: Measure<typeof params> = {
  id: 'distance-correlation-unbiased',
  title: {
    'zh-Hans': '无偏距离相关（平方）',
    'zh-Hant': '無偏距離相關（平方）',
    en: 'Bias-corrected squared distance correlation',
  },
  group: 'dependence',
  unit: 'ratio',
  range: [-1, 1],
  input: 'changes',
  columns: [2, 2],
  formula: 'R* = (A·B) / sqrt((A·A)(B·B)); A·B = Σ_{i≠j} A_ij B_ij / (n(n − 3)), A and B U-centred distances',
  reading:
    '0 on average for independent series and negative by chance; 1 a straight line. An estimate of the square of the distance correlation.',
  params,
  source: {
    citation:
      'Székely & Rizzo (2013), The distance correlation t-test of independence in high dimension, J. Multivariate Analysis 117',
    doi: '10.1016/j.jmva.2013.02.012',
  },
  warmUp: ({ window }) => window - 1,
  compute(panel, { window }) {
    return overWindows(columnsOf(panel, this), window, ([x, y]) => distanceCorrelationUnbiased(x!, y!));
  },
};
