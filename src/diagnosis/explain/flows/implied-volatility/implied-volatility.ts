import { z } from 'zod';
import type { FigureMaker } from '../../../../data/figure.ts';
import type { Series } from '../../../../data/observation.ts';
import { formatDay } from '../../../../data/time.ts';
import type { View } from '../../../../data/view.ts';
import { empiricalCdf } from '../../../../math/rank.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { formula } from '../../../formula.ts';
import { dayAt, drawing, pointsOf, spanOf } from '../../drawing.ts';
import { explainPart } from '../../part.ts';
import { MARKETS, putCost, type VolatilityMarket, volatilityDays } from './volatility-days.ts';

const INDICES = ['skew', 'vvix'] as const;
const TERM = ['vix9d', 'vix', 'vix3m', 'vix6m'] as const;
const SKEW_25 = 'btc-skew-25-delta';
const POINTS = 365;

const line = z.array(z.number().nullable());
const marketSchema = z.object({
  market: z.enum(['btc', 'sp500']),
  date: isoDay.nullable(),
  implied: figureSchema,
  percentileYear: figureSchema,
  percentileHistory: figureSchema,
  realised: figureSchema,
  /** Implied less realised of the month up to the day. */
  gap: figureSchema,
  /** What was implied a month before, less what was realised since. */
  miss: figureSchema,
  /** Share of days of the year before on which less was realised over the next month than had been implied. */
  overpaid: figureSchema,
  /** A put struck 5 % below spot for a month, share of the spot. */
  put: figureSchema,
  series: z.object({ dates: z.array(isoDay), implied: line, realised: line }),
});

const schema = z.object({
  markets: z.array(marketSchema),
  indices: z.array(
    z.object({
      index: z.enum(INDICES),
      date: isoDay.nullable(),
      level: figureSchema,
      percentile: figureSchema,
    }),
  ),
  /** VIX of four horizons on the latest day that all have. */
  term: z.object({
    date: isoDay.nullable(),
    levels: z.array(z.object({ series: z.enum(TERM), level: figureSchema })),
    slope: figureSchema,
  }),
  skew25: figureSchema,
});

/** What insurance against a fall costs: implied against realised volatility, skew, and the price of a put. */
export const impliedVolatility = explainPart({
  id: 'implied-volatility',
  title: {
    'zh-Hans': '隐含波动率与保险成本',
    'zh-Hant': '隱含波動率與保險成本',
    en: 'Implied volatility and the cost of insurance',
  },
  series: [
    ...MARKETS.flatMap(({ implied, price }) => [implied, price]),
    ...INDICES,
    ...TERM.filter((id) => id !== 'vix'),
    SKEW_25,
  ],
  covers: (asset) => MARKETS.some(({ price }) => price === asset),
  schema,
  formulas: [
    formula(
      'implied-level',
      '隐含波动率',
      '隱含波動率',
      'Implied volatility',
      'volatility a year that options of 30 days imply: DVOL of Deribit for bitcoin, VIX/100 for the S&P 500',
    ),
    formula(
      'implied-percentile',
      '隐含波动率的分位',
      '隱含波動率的百分位',
      'Percentile of implied volatility',
      'share of the values of the window, the latest among them, that are ≤ the latest; the same for the put, whose price rises with it',
    ),
    formula(
      'implied-realised',
      '已实现波动率',
      '已實現波動率',
      'Realised volatility of a month',
      '√A · standard deviation (ddof 1) of the last w log returns; bitcoin w 30, A 365; S&P 500 w 21, A 252',
    ),
    formula(
      'implied-gap',
      '隐含减已实现',
      '隱含減已實現',
      'Implied less realised',
      'σ_imp,t − σ_real,t; realised over the month up to t',
    ),
    formula(
      'implied-miss',
      '一月前的隐含减其后的已实现',
      '一月前的隱含減其後的已實現',
      'Implied a month ago less realised since',
      'σ_imp,t−w − σ_real,t; realised over the w days from t − w to t',
    ),
    formula(
      'implied-overpaid',
      '隐含高于其后已实现的占比',
      '隱含高於其後已實現的占比',
      'Days on which insurance was dear',
      'share of the days t of the last year with σ_imp,t−w > σ_real,t',
    ),
    formula(
      'put-cost',
      '一月期5%价外看跌的成本',
      '一月期5%價外賣權的成本',
      'Cost of a put 5 % out of the money, a month',
      'Black–Scholes put of strike 0.95 S, T 30/365, at the implied volatility of the index, rate and dividend 0, over S; a real put costs more, as the skew is not in it',
      'Black & Scholes (1973), Journal of Political Economy 81',
    ),
    formula(
      'option-index',
      '期权指数',
      '選擇權指數',
      'Option index',
      'SKEW: 100 − 10 S, S the risk-neutral skewness of 30 days; VVIX: implied volatility of VIX, points',
      'Cboe, index methodologies',
    ),
    formula(
      'vix-term',
      '波动率期限结构',
      '波動率期限結構',
      'Term structure of volatility',
      'VIX3M/VIX − 1; below 0 the near month is dearer than the quarter',
    ),
    formula(
      'skew-25',
      '25-Delta偏斜',
      '25-Delta偏斜',
      '25-delta skew',
      'implied volatility of the put of delta −0.25 less that of the call of delta 0.25, 30 days',
    ),
  ],
  async compute({ view, asset, figure }) {
    const wanted = MARKETS.filter(({ price }) => asset === undefined || price === asset);
    const all = await view.seriesMany([...INDICES, SKEW_25]);
    return {
      markets: await Promise.all(wanted.map((market) => marketOf(view, figure, market))),
      indices: INDICES.map((id) => indexOf(figure, all.get(id)!, id)),
      term: await termOf(view, figure),
      skew25: drawing(figure, [SKEW_25])(
        'skew-25',
        all.get(SKEW_25)!.values.at(-1) ?? Number.NaN,
        'fraction-per-year',
        'skew-25',
        {
          why: 'no skew of bitcoin options is known',
        },
      ),
    };
  },
});

const NONE = 'no day with an implied volatility and a price';

async function marketOf(view: View, figure: FigureMaker, market: VolatilityMarket) {
  const { id, implied: impliedId, price, month, year } = market;
  const panel = await view.panel({ ids: [impliedId, price] });
  const [levels, closes] = panel.columns.map(({ values }) => values) as [Float64Array, Float64Array];
  const { dates, implied, realised } = volatilityDays(market, panel.dates, levels, closes);
  const last = dates.length - 1;
  const now = implied[last] ?? Number.NaN;
  const miss = realised.map((value, t) => (t < month ? Number.NaN : implied[t - month]! - value));
  const from = last + 1 - year;
  const whole = from >= 0;
  const window = whole ? spanOf(dates, from, last, year) : {};
  const short = last < 0 ? NONE : `fewer than ${year} days with an implied volatility`;
  const draw = drawing(figure, [impliedId]);
  const both = drawing(figure, [impliedId, price]);
  const monthly = last < 0 ? NONE : `fewer than ${month} returns`;
  const known = miss.subarray(Math.max(0, from)).filter(Number.isFinite);
  const shown = Math.max(0, dates.length - POINTS);
  return {
    market: id,
    date: dayAt(dates, last),
    implied: draw(`${id}.implied`, now, 'fraction-per-year', 'implied-level', {
      inputs: last < 0 ? [] : [{ symbol: 'σ_imp,t', series: impliedId, date: formatDay(dates[last]!) }],
      why: NONE,
    }),
    percentileYear: draw(
      `${id}.percentile-year`,
      whole ? empiricalCdf(implied.subarray(from), now) : Number.NaN,
      'fraction',
      'implied-percentile',
      { ...window, why: short },
    ),
    percentileHistory: draw(
      `${id}.percentile-history`,
      whole ? empiricalCdf(implied, now) : Number.NaN,
      'fraction',
      'implied-percentile',
      {
        ...(whole ? spanOf(dates, 0, last) : {}),
        why: short,
      },
    ),
    realised: both(`${id}.realised`, realised[last] ?? Number.NaN, 'fraction-per-year', 'implied-realised', {
      params: { w: month, A: year },
      why: monthly,
    }),
    gap: both(`${id}.gap`, now - (realised[last] ?? Number.NaN), 'fraction-per-year', 'implied-gap', {
      why: monthly,
    }),
    miss: both(`${id}.miss`, miss[last] ?? Number.NaN, 'fraction-per-year', 'implied-miss', {
      params: { w: month },
      why: monthly,
    }),
    overpaid: both(
      `${id}.overpaid`,
      whole && known.length >= year / 2
        ? known.filter((value) => value > 0).length / known.length
        : Number.NaN,
      'fraction',
      'implied-overpaid',
      { ...window, why: short },
    ),
    put: draw(`${id}.put`, putCost(now), 'fraction', 'put-cost', { flags: ['proxy'], why: NONE }),
    series: {
      dates: Array.from(dates.subarray(shown), formatDay),
      implied: pointsOf(implied.subarray(shown)),
      realised: pointsOf(realised.subarray(shown)),
    },
  };
}

const INDEX_YEAR = 252;

function indexOf(figure: FigureMaker, { dates, values }: Series, id: (typeof INDICES)[number]) {
  const draw = drawing(figure, [id]);
  const last = dates.length - 1;
  const from = last + 1 - INDEX_YEAR;
  return {
    index: id,
    date: dayAt(dates, last),
    level: draw(`index.${id}`, values[last] ?? Number.NaN, 'index', 'option-index', {
      why: 'the index is not known',
    }),
    percentile: draw(
      `index.${id}.percentile`,
      from >= 0 ? empiricalCdf(values.subarray(from), values[last]!) : Number.NaN,
      'fraction',
      'implied-percentile',
      from >= 0
        ? spanOf(dates, from, last)
        : { why: last < 0 ? 'the index is not known' : `fewer than ${INDEX_YEAR} days of the index` },
    ),
  };
}

async function termOf(view: View, figure: FigureMaker) {
  const panel = await view.panel({ ids: TERM });
  const last = panel.dates.length - 1;
  const of = (k: number) => panel.columns[k]!.values[last] ?? Number.NaN;
  const why = 'no day with VIX of all four horizons';
  return {
    date: dayAt(panel.dates, last),
    levels: TERM.map((series, k) => ({
      series,
      level: drawing(figure, [series])(`term.${series}`, of(k), 'index', 'option-index', { why }),
    })),
    slope: drawing(figure, ['vix', 'vix3m'])('term.slope', of(2) / of(1) - 1, 'fraction', 'vix-term', {
      why,
    }),
  };
}
