import { z } from 'zod';
import { mean, standardDeviation } from '../math/moments.ts';
import { columnsOf } from './columns.ts';
import { checkPair, pearson } from './correlation.ts';
import { correlationWhere } from './downside-correlation.ts';
import type { Measure } from './measure.ts';
import { normalExceedanceCorrelation } from './normal-exceedance.ts';
import { numberParam, windowParam } from './params.ts';
import { overWindows } from './windows.ts';

export interface Exceedance {
  /** Rows on which both exceed. */
  readonly rows: number;
  /** Their correlation; NaN for fewer than 3 rows or no variation. */
  readonly correlation: number;
}

/**
 * Correlation of two series on the rows on which both lie beyond a threshold on the same side.
 *
 * ρ(θ) = r(x, y | z_x ≤ θ and z_y ≤ θ) on the lower side, r(x, y | z_x ≥ θ and z_y ≥ θ) on the upper
 *
 * z standardised with mean and standard deviation (ddof 1); θ `threshold` in standard deviations; the side is lower for θ < 0, upper for
 * θ > 0, and must be given for θ = 0. Under normality it falls toward 0 as |θ| grows: read it against `normalExceedanceCorrelation` only.
 * NaN for fewer than 3 rows, no variation, or a NaN.
 * @throws RangeError when the lengths differ.
 * @see Longin & Solnik (2001), J. Finance 56(2); Ang & Chen (2002), J. Financial Economics 63(3), equation 3.
 */
export function exceedanceCorrelation(
  x: Float64Array,
  y: Float64Array,
  threshold: number,
  side: 'lower' | 'upper' = threshold < 0 ? 'lower' : 'upper',
): Exceedance {
  checkPair(x, y);
  const [zx, zy] = [standardise(x), standardise(y)];
  const beyond = side === 'lower' ? (z: number) => z <= threshold : (z: number) => z >= threshold;
  let rows = 0;
  for (let i = 0; i < x.length; i++) if (beyond(zx[i]!) && beyond(zy[i]!)) rows++;
  return { rows, correlation: correlationWhere(zx, zy, (a, b) => beyond(a) && beyond(b)) };
}

/** (x − x̄) / sd with ddof 1; NaN throughout when the series does not vary or holds a NaN. */
function standardise(values: Float64Array): Float64Array {
  const [centre, sd] = [mean(values), standardDeviation(values)];
  return values.map((x) => (sd > 0 ? (x - centre) / sd : Number.NaN));
}

const params = z.object({
  window: windowParam(504, [120, 2520], 'rows in the window'),
  threshold: numberParam(
    -0.5,
    [-2, 2],
    'sigma',
    'θ, the threshold in standard deviations; negative for joint falls',
  ),
});
const shared = {
  group: 'dependence',
  unit: 'ratio',
  input: 'changes',
  columns: [2, 2],
  params,
  source: {
    citation:
      'Longin & Solnik (2001), Extreme correlation of international equity markets, J. Finance 56(2); Ang & Chen (2002), J. Financial Economics 63(3)',
    doi: '10.1111/0022-1082.00340',
    equation: 'Ang & Chen, 3',
  },
  warmUp: ({ window }: z.infer<typeof params>) => window - 1,
} as const;

/** Rolling `exceedanceCorrelation`. NaN on the first w−1 rows, where the row has a hole, where a window with holes keeps fewer than 30 complete rows, and where fewer than 3 rows exceed. */
export const exceedanceCorrelationMeasure: Measure<typeof params> = {
  ...shared,
  id: 'exceedance-correlation',
  title: { 'zh-Hans': '超越相关', 'zh-Hant': '超越相關', en: 'Exceedance correlation' },
  range: [-1, 1],
  formula:
    'ρ(θ) = r(x, y | z_x ≤ θ and z_y ≤ θ) for θ < 0, r(x, y | z_x ≥ θ and z_y ≥ θ) for θ ≥ 0; z standardised over the window',
  reading:
    'Choosing extreme rows lowers it by itself: it says something only beside the value that two normal series with the same correlation have (exceedance-correlation-excess).',
  compute(panel, { window, threshold }) {
    return overWindows(
      columnsOf(panel, this),
      window,
      ([x, y]) => exceedanceCorrelation(x!, y!, threshold).correlation,
    );
  },
};

/** Rolling `exceedanceCorrelation` less the value under normality. NaN as in `exceedance-correlation`. */
export const exceedanceCorrelationExcess: Measure<typeof params> = {
  ...shared,
  id: 'exceedance-correlation-excess',
  title: {
    'zh-Hans': '超越相关减正态基准',
    'zh-Hant': '超越相關減常態基準',
    en: 'Exceedance correlation over normal',
  },
  range: [-2, 2],
  formula:
    'ρ(θ) − ρ_N(θ, r); ρ_N the exceedance correlation of two normal series with the correlation r of the window',
  reading:
    '0 as close in the tail as normal series with this correlation, above 0 closer. Few rows stand behind it: with θ = −1 about one in fifteen.',
  compute(panel, { window, threshold }) {
    return overWindows(columnsOf(panel, this), window, ([x, y]) => {
      const { correlation } = exceedanceCorrelation(x!, y!, threshold);
      return correlation - normalExceedanceCorrelation(pearson(x!, y!), threshold);
    });
  },
};
