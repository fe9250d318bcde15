import { z } from 'zod';
import { mean, standardDeviation } from '../math/moments.ts';
import { absorptionRatioPath } from './absorption-ratio.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { windowParam } from './params.ts';

/**
 * Standardised shift of a series: its recent mean beside its longer mean.
 *
 * Δ_t = (mean of the last `short` − mean of the last `long`) / standard deviation of the last `long` (ddof 1)
 *
 * `values` n rows; result in sigma. NaN until `long` values, where they hold a NaN, and where they do not vary.
 * @throws RangeError when 1 ≤ short ≤ long, long ≥ 2, whole numbers, does not hold.
 * @see Kritzman, Li, Page & Rigobon (2011), J. Portfolio Management 37(4), equation 2.
 */
export function standardisedShift(values: Float64Array, short: number, long: number): Float64Array {
  if (!(Number.isInteger(short) && Number.isInteger(long) && short >= 1 && short <= long && long >= 2)) {
    throw new RangeError(
      `the short window must be 1 to ${long} rows and the long one at least 2, came ${short}`,
    );
  }
  return values.map((_, t) => {
    if (t < long - 1) return Number.NaN;
    const from = t - long + 1;
    const sd = standardDeviation(values, from, t + 1);
    return sd > 0 ? (mean(values, t - short + 1, t + 1) - mean(values, from, t + 1)) / sd : Number.NaN;
  });
}

const params = z.object({
  window: windowParam(252, [60, 2520], 'rows in the window of the absorption ratio; 500 in the paper'),
  short: windowParam(15, [2, 60], 'absorption ratios of the recent mean'),
  long: windowParam(252, [60, 1260], 'absorption ratios of the mean and deviation that it is held against'),
});

/** `standardisedShift` of the absorption ratio of the correlation matrix. NaN as that ratio, and until `long` ratios stand in a row. */
export const absorptionShift: Measure<typeof params> = {
  id: 'absorption-shift',
  title: {
    'zh-Hans': '吸收比率标准化变动',
    'zh-Hant': '吸收比率標準化變動',
    en: 'Standardised shift of the absorption ratio',
  },
  group: 'stress',
  unit: 'sigma',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  input: 'changes',
  columns: [2, 200],
  formula: 'Δ_t = (mean AR of the last 15 − mean AR of the last 252) / sd of AR over the last 252, ddof 1',
  reading:
    'Above +1 markets have become tightly coupled lately: in the paper most large falls began there. Below −1 they have come apart.',
  params,
  source: {
    citation:
      'Kritzman, Li, Page & Rigobon (2011), Principal components as a measure of systemic risk, J. Portfolio Management 37(4)',
    doi: '10.3905/jpm.2011.37.4.112',
    equation: '2, on the correlation matrix',
  },
  warmUp: ({ window, long }) => window + long - 2,
  compute(panel, { window, short, long }) {
    const ratio = absorptionRatioPath(columnsOf(panel, this), { window, matrix: 'correlation' });
    return standardisedShift(ratio, short, long);
  },
};
