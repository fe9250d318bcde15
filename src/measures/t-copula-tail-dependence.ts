import { z } from 'zod';
import { studentTCdf } from '../math/distributions.ts';
import { columnsOf } from './columns.ts';
import { kendallTauB } from './kendall-tau.ts';
import type { Measure } from './measure.ts';
import { numberParam, windowParam } from './params.ts';
import { overWindows } from './windows.ts';

/**
 * Coefficient of tail dependence of a Student t copula, the same in both tails.
 *
 * λ = 2 t_{ν+1}(−sqrt((ν + 1)(1 − ρ) / (1 + ρ)))
 *
 * ρ correlation in [−1, 1]; ν degrees of freedom > 0. 1 for ρ = 1, 0 for ρ = −1; it goes to 0 as ν grows. NaN for a NaN.
 * @throws RangeError when |ρ| > 1 or ν ≤ 0.
 * @see Demarta & McNeil (2005), The t copula and related copulas, International Statistical Review 73(1), equation 11.
 */
export function tCopulaTailDependence(rho: number, degreesOfFreedom: number): number {
  if (Math.abs(rho) > 1) throw new RangeError(`a correlation lies in [−1, 1], came ${rho}`);
  if (degreesOfFreedom <= 0)
    throw new RangeError(`degrees of freedom must be above 0, came ${degreesOfFreedom}`);
  if (rho === -1) return 0;
  const nu = degreesOfFreedom + 1;
  return 2 * studentTCdf(-Math.sqrt((nu * (1 - rho)) / (1 + rho)), nu);
}

const params = z.object({
  window: windowParam(252, [30, 2520], 'rows in the window'),
  degreesOfFreedom: numberParam(4, [1, 100], 'count', 'ν of the copula; 3 to 5 fits daily returns'),
});

/**
 * Rolling `tCopulaTailDependence` with ρ = sin(πτ/2) from Kendall's τ_b and a given ν. NaN on the first w−1 rows, where the row has a
 * hole, where a window with holes keeps fewer than 30 complete rows, and where a column does not vary.
 */
export const tCopulaTailDependenceMeasure: Measure<typeof params> = {
  id: 't-copula-tail-dependence',
  title: {
    'zh-Hans': 't 连接函数尾部相依',
    'zh-Hant': 't 連接函數尾部相依',
    en: 'Tail dependence of a t copula',
  },
  group: 'dependence',
  unit: 'ratio',
  range: [0, 1],
  input: 'changes',
  columns: [2, 2],
  formula: 'λ = 2 t_{ν+1}(−sqrt((ν + 1)(1 − ρ) / (1 + ρ))); ρ = sin(πτ_b / 2) over rows t−w+1 … t',
  reading:
    'Chance that one is at its extreme given that the other is, in the limit. It rests on all rows, so it is steadier than the empirical count, and it is right only as far as the copula and ν are.',
  params,
  source: {
    citation:
      'Demarta & McNeil (2005), The t copula and related copulas, International Statistical Review 73(1)',
    doi: '10.1111/j.1751-5823.2005.tb00254.x',
    equation: '11, with ρ from Kendall’s τ (section 4)',
  },
  warmUp: ({ window }) => window - 1,
  compute(panel, { window, degreesOfFreedom }) {
    return overWindows(columnsOf(panel, this), window, ([x, y]) => {
      const rho = Math.sin((Math.PI / 2) * kendallTauB(x!, y!));
      return tCopulaTailDependence(rho, degreesOfFreedom);
    });
  },
};
