import { z } from 'zod';
import { columnsOf } from './columns.ts';
import { drawdownPath } from './drawdown.ts';
import { conditionalDrawdown, ulcer } from './drawdown-episodes.ts';
import type { Measure } from './measure.ts';
import { numberParam, windowParam } from './params.ts';

/** A statistic of whole windows of prices, highs counted inside the window: NaN where the window holds a hole. */
function ofWholeWindows(
  prices: Float64Array,
  window: number,
  value: (part: Float64Array) => number,
): Float64Array {
  let lastHole = -1;
  return prices.map((price, t) => {
    if (Number.isNaN(price)) lastHole = t;
    return t - lastHole < window ? Number.NaN : value(prices.subarray(t - window + 1, t + 1));
  });
}

const params = z.object({
  window: windowParam(252, [20, 2520], 'closes in the window; highs are counted inside it'),
});
const shared = { group: 'trend', unit: 'fraction', input: 'levels', columns: [1, 1] } as const;

/** Deepest drawdown inside a rolling window. NaN on the first w−1 rows and where the window holds a NaN. */
export const maximumDrawdown: Measure<typeof params> = {
  ...shared,
  id: 'maximum-drawdown',
  title: { 'zh-Hans': '最大回撤', 'zh-Hant': '最大回撤', en: 'Maximum drawdown' },
  range: [-1, 0],
  formula: 'min_s (P_s / max(P_{t−w+1} … P_s) − 1), s = t−w+1 … t',
  reading: '0 the window only rose, −0.5 at worst half of a high was lost.',
  params,
  source: { citation: 'Magdon-Ismail & Atiya (2004), Maximum drawdown, Risk 17(10)' },
  warmUp: ({ window }) => window - 1,
  compute(panel, { window }) {
    return ofWholeWindows(columnsOf(panel, this)[0]!, window, (part) =>
      drawdownPath(part).reduce((deepest, d) => Math.min(deepest, d), 0),
    );
  },
};

/** Rolling `ulcer`. NaN on the first w−1 rows and where the window holds a NaN. */
export const ulcerIndex: Measure<typeof params> = {
  ...shared,
  id: 'ulcer-index',
  title: { 'zh-Hans': '溃疡指数', 'zh-Hant': '潰瘍指數', en: 'Ulcer index' },
  range: [0, 1],
  formula: 'U_t = sqrt(mean d_s²), d_s = P_s / max(P_{t−w+1} … P_s) − 1, s = t−w+1 … t',
  reading:
    'Depth and length of falls in one number: 0 never below a high, 0.1 as painful as a steady loss of 10 %. As published it is multiplied by 100.',
  params,
  source: { citation: 'Martin & McCann (1989), The Investor’s Guide to Fidelity Funds, Wiley' },
  warmUp: ({ window }) => window - 1,
  compute(panel, { window }) {
    return ofWholeWindows(columnsOf(panel, this)[0]!, window, ulcer);
  },
};

const tail = params.extend({
  confidence: numberParam(0.95, [0.5, 0.99], 'fraction', 'q: the worst 1 − q of the days are averaged'),
});

/** Rolling `conditionalDrawdown`. NaN on the first w−1 rows and where the window holds a NaN. */
export const conditionalDrawdownAtRisk: Measure<typeof tail> = {
  ...shared,
  id: 'conditional-drawdown-at-risk',
  title: { 'zh-Hans': '条件在险回撤', 'zh-Hant': '條件風險回撤', en: 'Conditional drawdown at risk' },
  range: [0, 1],
  formula: 'CDaR_t = mean of the ⌈(1 − q) w⌉ largest −d_s, s = t−w+1 … t',
  reading:
    'Loss from the high on the worst days of the window, on average: a fall that lasts counts, one spike does not.',
  params: tail,
  source: {
    citation:
      'Chekhlov, Uryasev & Zabarankin (2005), Drawdown measure in portfolio optimization, International J. Theoretical and Applied Finance 8(1)',
    doi: '10.1142/S0219024905002767',
  },
  warmUp: ({ window }) => window - 1,
  compute(panel, { window, confidence }) {
    return ofWholeWindows(
      columnsOf(panel, this)[0]!,
      window,
      (part) => conditionalDrawdown(part, confidence).value,
    );
  },
};
