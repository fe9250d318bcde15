import { z } from 'zod';
import type { FigureMaker } from '../../../data/figure.ts';
import type { Series } from '../../../data/observation.ts';
import { formatDay } from '../../../data/time.ts';
import { empiricalCdf } from '../../../math/rank.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { formula } from '../../formula.ts';
import { dayAt, drawing, pointsOf, spanOf } from '../drawing.ts';
import { explainPart } from '../part.ts';
import { growthOver, valueOn } from './growth.ts';

const SUPPLY = 'stablecoin-supply';
const ISSUERS = ['usdt', 'usdc', 'usde', 'dai', 'usds', 'usd1'] as const;
const CHANGES = [7, 30, 90] as const;
const YEAR = 365;

const schema = z.object({
  date: isoDay.nullable(),
  supply: figureSchema,
  changes: z.array(z.object({ days: z.number().int(), net: figureSchema, growth: figureSchema })),
  /** Of the growth over 30 days, in the last year. */
  percentile: figureSchema,
  /** On the latest day of the monthly table; the rest by subtraction, so that the shares sum to 1. */
  issuers: z.object({
    date: isoDay.nullable(),
    before: isoDay.nullable(),
    rows: z.array(
      z.object({
        issuer: z.enum([...ISSUERS, 'others']),
        supply: figureSchema,
        share: figureSchema,
        change: figureSchema,
      }),
    ),
  }),
  series: z.object({ dates: z.array(isoDay), supply: z.array(z.number().nullable()) }),
});

const NONE = 'no stablecoin supply is known';
const NO_ISSUER = 'no supply of the issuer on the latest day of the table';

function issuerSeries(issuer: string): string {
  return `stablecoin-supply-${issuer}`;
}

/** Dollars that are already inside crypto: supply, its growth, and who issued it. */
export const stablecoins = explainPart({
  id: 'stablecoins',
  title: { 'zh-Hans': '稳定币供应', 'zh-Hant': '穩定幣供給', en: 'Stablecoin supply' },
  series: [SUPPLY, ...[...ISSUERS, 'total'].map(issuerSeries)],
  covers: (asset) => ['btc-usd', 'eth-usd', 'sol-usd'].includes(asset),
  schema,
  formulas: [
    formula(
      'stablecoin-level',
      '稳定币供应',
      '穩定幣供給',
      'Stablecoin supply',
      'S_t, US dollars of all stablecoins outstanding as DefiLlama counts them',
    ),
    formula(
      'stablecoin-net',
      '供应净变化',
      '供給淨變化',
      'Net change of the supply',
      'S_t − S_{t−h}, h days',
    ),
    formula('stablecoin-growth', '供应增速', '供給增速', 'Growth of the supply', 'S_t/S_{t−h} − 1, h days'),
    formula(
      'stablecoin-percentile',
      '30日增速的分位',
      '30日增速的百分位',
      'Percentile of the 30-day growth',
      'share of the 30-day growths of the last 365 days, the latest among them, that are ≤ the latest',
    ),
    formula(
      'stablecoin-share',
      '发行方占比',
      '發行方占比',
      'Share of an issuer',
      'S_i/S of one day of the monthly table; others: 1 less the shares that are measured',
    ),
    formula(
      'stablecoin-issuer-change',
      '发行方净变化',
      '發行方淨變化',
      'Net change of an issuer',
      'S_i of the latest day of the monthly table less S_i of its day before; others: the total’s change less those that are measured',
    ),
  ],
  async compute({ view, figure }) {
    const all = await view.seriesMany([SUPPLY, ...[...ISSUERS, 'total'].map(issuerSeries)]);
    const { dates, values } = all.get(SUPPLY)!;
    const last = dates.length - 1;
    const draw = drawing(figure, [SUPPLY]);
    const months = growthOver(dates, values, 30);
    const from = dates.findIndex((date) => date > dates[last]! - YEAR);
    const year = months.subarray(Math.max(0, from));
    const whole = last >= 0 && year.length >= YEAR && year.every(Number.isFinite);
    const shown = Math.max(0, dates.length - YEAR);
    return {
      date: dayAt(dates, last),
      supply: draw('supply', values[last] ?? Number.NaN, 'usd', 'stablecoin-level', { why: NONE }),
      changes: CHANGES.map((h) => {
        const before = last < 0 ? Number.NaN : valueOn(dates, values, dates[last]! - h);
        const rest = { params: { h }, why: last < 0 ? NONE : `no supply ${h} days before the latest` };
        return {
          days: h,
          net: draw(`change-${h}.net`, (values[last] ?? Number.NaN) - before, 'usd', 'stablecoin-net', rest),
          growth: draw(
            `change-${h}.growth`,
            (values[last] ?? Number.NaN) / before - 1,
            'fraction',
            'stablecoin-growth',
            rest,
          ),
        };
      }),
      percentile: draw(
        'percentile',
        whole ? empiricalCdf(year, months[last]!) : Number.NaN,
        'fraction',
        'stablecoin-percentile',
        {
          ...(whole ? spanOf(dates, from, last) : {}),
          why: last < 0 ? NONE : `fewer than ${YEAR} days of 30-day growth`,
        },
      ),
      issuers: issuersOf(figure, all),
      series: {
        dates: Array.from(dates.subarray(shown), formatDay),
        supply: pointsOf(values.subarray(shown)),
      },
    };
  },
});

function issuersOf(figure: FigureMaker, all: ReadonlyMap<string, Series>) {
  const { dates, values } = all.get(issuerSeries('total'))!;
  const last = dates.length - 1;
  const [sum, change] = [
    values[last] ?? Number.NaN,
    (values[last] ?? Number.NaN) - (values[last - 1] ?? Number.NaN),
  ];
  const named = ISSUERS.map((id) => {
    const own = all.get(issuerSeries(id))!;
    const on = (row: number) => valueOn(own.dates, own.values, dates[row] ?? Number.NaN);
    return { id, now: on(last), change: on(last) - on(last - 1) };
  });
  const less = (total: number, known: readonly number[]) =>
    known.filter(Number.isFinite).reduce((rest, one) => rest - one, total);
  const others = {
    id: 'others' as const,
    now: less(
      sum,
      named.map(({ now }) => now),
    ),
    change: less(
      change,
      named.map((one) => one.change),
    ),
  };
  return {
    date: dayAt(dates, last),
    before: dayAt(dates, last - 1),
    rows: [...named, others].map(({ id, now, change: net }) => {
      const series = (id === 'others' ? [...ISSUERS, 'total'] : [id, 'total']).map(issuerSeries);
      const draw = drawing(figure, series);
      return {
        issuer: id,
        supply: draw(`issuer.${id}`, now, 'usd', 'stablecoin-level', { why: NO_ISSUER }),
        share: draw(`issuer.${id}.share`, now / sum, 'fraction', 'stablecoin-share', { why: NO_ISSUER }),
        change: draw(`issuer.${id}.change`, net, 'usd', 'stablecoin-issuer-change', {
          why: Number.isFinite(now) ? 'no supply of the issuer on the day before in the table' : NO_ISSUER,
        }),
      };
    }),
  };
}
