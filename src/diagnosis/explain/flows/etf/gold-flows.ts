import { z } from 'zod';
import { formatDay } from '../../../../data/time.ts';
import type { View } from '../../../../data/view.ts';
import { empiricalCdf } from '../../../../math/rank.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { formula } from '../../../formula.ts';
import { type Draw, dayAt, drawing, pointsOf, spanOf } from '../../drawing.ts';
import { explainPart } from '../../part.ts';
import { largestSince } from './flow-state.ts';
import { latestOf, latestSchema, periodsAnswer, periodsSchema, readFundSums } from './fund-sums.ts';
import { FUND_SUMS_FORMULAS } from './fund-sums-formulas.ts';
import { againstRecord, monthOf, periodsOf } from './periods.ts';

const TICKERS = ['GLD', 'IAU', 'GLDM'] as const;
const IDS = TICKERS.map((ticker) => `etf-flow-${ticker.toLowerCase()}`);
const WORLD = 'gold-etf-flow-world';
const SHARES = 'gld-shares';
const GOLD = 'gold-front';
const ABOUT = [GOLD, 'gold-spot', 'gld', 'gdx', 'silver-front'];
const POINTS = 520;
/** Sessions over which the ratio must rise, and by how much, for the rule to call a mania. */
const SPAN = 60;
const MANIA = 0.1;
const FEWEST = 250;

const schema = z.object({
  latest: latestSchema,
  month: periodsSchema,
  world: z.object({
    month: isoDay.nullable(),
    flow: figureSchema,
    rank: figureSchema,
    /** Last earlier month that went as far to the same side. */
    since: isoDay.nullable(),
  }),
  ratio: z.object({
    date: isoDay.nullable(),
    value: figureSchema,
    percentile: figureSchema,
    change: figureSchema,
    /** The rule of a retail mania: up by more than 10 % in 60 sessions; null when it cannot be told. */
    mania: z.boolean().nullable(),
    series: z.object({ dates: z.array(isoDay), values: z.array(z.number().nullable()) }),
  }),
});

/** What the gold funds took in, and whether small holders chase the metal. */
export const goldFlows = explainPart({
  id: 'gold-flows',
  title: { 'zh-Hans': '黄金基金资金流', 'zh-Hant': '黃金基金資金流', en: 'Flows of the gold funds' },
  series: [...IDS, WORLD, SHARES, GOLD],
  covers: (asset) => ABOUT.includes(asset),
  schema,
  formulas: [
    ...FUND_SUMS_FORMULAS,
    formula(
      'gold-flow-world',
      '全球黄金ETF月度净流入',
      '全球黃金ETF月度淨流入',
      'Gold ETF flow of the month, world',
      'as the World Gold Council counts it',
      'World Gold Council, Gold ETFs: holdings and flows',
    ),
    formula(
      'gld-ratio',
      'GLD份额与金价之比',
      'GLD流通股數與金價之比',
      'GLD shares over the gold price',
      'N_t / P_t; N shares of GLD outstanding, P gold in dollars an ounce, on dates with both. Falling while gold rises: no retail mania',
    ),
    formula(
      'gld-ratio-percentile',
      '该比值的历史分位',
      '該比值的歷史分位',
      'Percentile of the ratio',
      'share of all ratios ≤ the latest, which is one of them; from 250 on',
    ),
    formula(
      'gld-ratio-change',
      '该比值60日变动',
      '該比值60日變動',
      'Change of the ratio over 60 sessions',
      '(N_t/P_t) / (N_{t−60}/P_{t−60}) − 1; the rule calls a mania above +10 %',
    ),
  ],
  async compute({ view, figure }) {
    const sums = await readFundSums(view, IDS);
    const draw = drawing(figure, IDS);
    return {
      latest: latestOf(draw, TICKERS, sums),
      month: periodsAnswer(draw, 'month', sums, monthOf),
      world: await worldOf(view, drawing(figure, [WORLD])),
      ratio: await ratioOf(view, drawing(figure, [SHARES, GOLD])),
    };
  },
});

async function worldOf(view: View, draw: Draw) {
  const { dates, values } = await view.series(WORLD);
  const months = periodsOf(dates, values, monthOf);
  const flows = Float64Array.from(months, ({ flow }) => flow);
  const since = largestSince(flows, flows.length - 1);
  const why = 'no monthly flow of the World Gold Council is known';
  const last = dates.length - 1;
  return {
    month: last < 0 ? null : formatDay(monthOf(dates[last]!)),
    flow: draw('world.flow', flows.at(-1) ?? Number.NaN, 'usd', 'gold-flow-world', {
      ...(last < 0 ? { why } : spanOf(dates, last, last)),
    }),
    rank: draw('world.rank', againstRecord(months).rank, 'count', 'fund-flow-rank', { why }),
    since: since >= 0 && since < months.length - 1 ? formatDay(months[since]!.start) : null,
  };
}

async function ratioOf(view: View, draw: Draw) {
  const { dates, columns } = await view.panel({ ids: [SHARES, GOLD], join: 'intersection' });
  const [shares, gold] = columns.map(({ values }) => values) as [Float64Array, Float64Array];
  const ratio = shares.map((n, t) => (gold[t]! > 0 ? n / gold[t]! : Number.NaN));
  const last = ratio.length - 1;
  const [now, then] = [ratio[last] ?? Number.NaN, ratio[last - SPAN] ?? Number.NaN];
  const change = now / then - 1;
  const why = 'the shares of GLD and the gold price have no day in common';
  const few = (n: number) =>
    last < 0 ? why : `fewer than ${n} days with the shares of GLD and the gold price`;
  return {
    date: dayAt(dates, last),
    value: draw('ratio.value', now, 'ratio', 'gld-ratio', last < 0 ? { why } : spanOf(dates, last, last)),
    percentile: draw(
      'ratio.percentile',
      last + 1 >= FEWEST ? empiricalCdf(ratio, now) : Number.NaN,
      'fraction',
      'gld-ratio-percentile',
      last + 1 >= FEWEST ? spanOf(dates, 0, last) : { why: few(FEWEST) },
    ),
    change: draw('ratio.change', change, 'fraction', 'gld-ratio-change', {
      ...(last >= SPAN ? spanOf(dates, last - SPAN, last) : { why: few(SPAN + 1) }),
      flags: ['unproven'],
    }),
    mania: Number.isFinite(change) ? change > MANIA : null,
    series: {
      dates: Array.from(dates.subarray(-POINTS), formatDay),
      values: pointsOf(ratio.subarray(-POINTS)),
    },
  };
}
