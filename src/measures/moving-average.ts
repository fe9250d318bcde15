import { z } from 'zod';
import { rollingMean } from '../math/rolling.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { windowParam } from './params.ts';

const params = z.object({ window: windowParam(200, [2, 2520], 'closes in the window') });

/**
 * Simple moving average of closes.
 *
 * m_t = (P_{t−w+1} + … + P_t) / w
 *
 * In the unit of the input. NaN on the first w−1 rows and where the window holds a NaN.
 * @see Brock, Lakonishok & LeBaron (1992), J. Finance 47(5), section I.
 */
export const movingAverage: Measure<typeof params> = {
  id: 'moving-average',
  title: { 'zh-Hans': '移动平均', 'zh-Hant': '移動平均', en: 'Moving average' },
  group: 'trend',
  unit: 'index',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  input: 'levels',
  columns: [1, 1],
  formula: 'm_t = (P_{t−w+1} + … + P_t) / w',
  reading: 'The average price of the last w closes: a price below it is below what its recent buyers paid.',
  params,
  source: {
    citation:
      'Brock, Lakonishok & LeBaron (1992), Simple technical trading rules and the stochastic properties of stock returns, J. Finance 47(5)',
    doi: '10.1111/j.1540-6261.1992.tb04681.x',
    equation: 'section I',
  },
  warmUp: ({ window }) => window - 1,
  compute(panel, { window }) {
    return rollingMean(columnsOf(panel, this)[0]!, window);
  },
};
