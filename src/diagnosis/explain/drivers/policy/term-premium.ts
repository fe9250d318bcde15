import { z } from 'zod';
import { alignSeries } from '../../../../data/panel.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { formula } from '../../../formula.ts';
import { type Draw, dayAt, drawing, spanOf } from '../../drawing.ts';
import { bandOf, slopeOf } from '../../flows/etf/slope.ts';
import { explainPart } from '../../part.ts';

const SERIES = ['us-10y', 'us-10y-term-premium'] as const;
/** Sessions beside the window over which the change is split. */
const SPANS = [20, 250] as const;
/** Sessions of the slope, and those that the level is ranked among. */
const YEAR = 250;
const DECADE = 2500;
const FEWEST = 250;
/** Below it a share of the change says nothing. */
const SMALLEST = 0.0005;

const schema = z.object({
  /** Latest day with both; the model is published days later than the yield. */
  date: isoDay.nullable(),
  yield: figureSchema,
  premium: figureSchema,
  /** Yield less premium, by subtraction. */
  expected: figureSchema,
  rank: figureSchema,
  spans: z.array(
    z.object({
      sessions: z.number().int(),
      from: isoDay.nullable(),
      yield: figureSchema,
      premium: figureSchema,
      expected: figureSchema,
      share: figureSchema,
    }),
  ),
  /** How much of a move of the yield was premium in the last year of sessions. */
  usual: figureSchema,
});

/** How much of the 10-year yield, and of its change, is paid for term and how much is the expected path of short rates. */
export const termPremium = explainPart({
  id: 'term-premium',
  title: {
    'zh-Hans': '10年期收益率的拆分',
    'zh-Hant': '10年期殖利率的拆分',
    en: 'Split of the 10-year yield',
  },
  series: SERIES,
  schema,
  formulas: [
    formula(
      'term-premium-level',
      '收益率与期限溢价',
      '殖利率與期限溢酬',
      'Yield and term premium',
      'y_t the constant-maturity 10-year yield, π_t the ACM 10-year term premium, of the latest day with both. The model is estimated again with each update, which changes its history; it says nothing of its own error',
      'Adrian, Crump & Moench (2013), Pricing the term structure with linear regressions, Journal of Financial Economics 110(1)',
    ),
    formula(
      'term-premium-expected',
      '预期短期利率部分',
      '預期短期利率部分',
      'Expected short rates',
      'y_t − π_t, by subtraction: the average short rate expected over ten years, with what par and fitted zero-coupon yields differ by',
    ),
    formula(
      'term-premium-rank',
      '期限溢价的分位',
      '期限溢酬的分位',
      'Rank of the term premium',
      'share of the last 2,500 days with a premium ≤ the latest, which is one of them',
    ),
    formula(
      'term-premium-change',
      '变动的拆分',
      '變動的拆分',
      'Split of the change',
      'y_t − y_{t−w}, π_t − π_{t−w}, and the first less the second; w days with both',
    ),
    formula(
      'term-premium-share',
      '期限溢价占变动之比',
      '期限溢酬占變動之比',
      'Share of the premium in the change',
      '(π_t − π_{t−w}) / (y_t − y_{t−w}) where the yield changed by at least 5 bp; above 1 or below 0 where the two parts moved against each other',
    ),
    formula(
      'term-premium-usual',
      '平日的占比',
      '平日的占比',
      'Usual share of the premium',
      'b of Δπ = a + b Δy + e by least squares on the last 250 daily changes; 95 % band Newey–West, lag ⌊4 (n/100)^(2/9)⌋. An association',
      'Newey & West (1987), Econometrica 55, eq. 5',
    ),
  ],
  async compute({ view, figure, window }) {
    const all = await view.seriesMany(SERIES);
    const { dates, columns } = alignSeries(
      SERIES.map((id) => all.get(id)!),
      { ids: SERIES },
    );
    const [rate, premium] = columns.map(({ values }) => values) as [Float64Array, Float64Array];
    const draw = drawing(figure, SERIES);
    const last = dates.length - 1;
    const at = { why: 'no day with both the yield and the term premium' };
    const level = (path: string, value: number | undefined, formula: string) =>
      draw(path, value ?? Number.NaN, 'fraction-per-year', formula, at);
    const spans = [...new Set([window, ...SPANS])].sort((a, b) => a - b);
    return {
      date: dayAt(dates, last),
      yield: level('yield', rate[last], 'term-premium-level'),
      premium: level('premium', premium[last], 'term-premium-level'),
      expected: level('expected', (rate[last] ?? Number.NaN) - (premium[last] ?? 0), 'term-premium-expected'),
      rank: draw('rank', rankOf(premium), 'fraction', 'term-premium-rank', { why: FEW }),
      spans: spans.map((sessions) => spanFigures(draw, dates, rate, premium, sessions)),
      usual: usualShare(draw, rate, premium),
    };
  },
});

const FEW = `fewer than ${FEWEST} days with both`;

function rankOf(premium: Float64Array): number {
  const past = premium.slice(-DECADE);
  const latest = past.at(-1)!;
  return past.length < FEWEST ? Number.NaN : past.filter((one) => one <= latest).length / past.length;
}

function spanFigures(
  draw: Draw,
  dates: Int32Array,
  rate: Float64Array,
  premium: Float64Array,
  sessions: number,
) {
  const to = dates.length - 1;
  const from = to - sessions;
  const over = (values: Float64Array) => (from < 0 ? Number.NaN : values[to]! - values[from]!);
  const [whole, part] = [over(rate), over(premium)];
  const rest = {
    params: { w: sessions },
    ...(from < 0 ? {} : spanOf(dates, from, to, sessions)),
    why: 'fewer days with both than the window has',
  };
  const change = (path: string, value: number) =>
    draw(`${sessions}d.${path}`, value, 'fraction-per-year', 'term-premium-change', rest);
  const small = Math.abs(whole) < SMALLEST;
  return {
    sessions,
    from: dayAt(dates, from),
    yield: change('yield', whole),
    premium: change('premium', part),
    expected: change('expected', whole - part),
    share: draw(
      `${sessions}d.share`,
      small ? Number.NaN : part / whole,
      'fraction',
      'term-premium-share',
      small ? { ...rest, why: 'the yield changed by less than 5 basis points' } : rest,
    ),
  };
}

function usualShare(draw: Draw, rate: Float64Array, premium: Float64Array) {
  const steps = (values: Float64Array) =>
    values
      .slice(-YEAR - 1)
      .map((value, t, all) => (t === 0 ? Number.NaN : value - all[t - 1]!))
      .slice(1);
  const fit = rate.length > FEWEST ? slopeOf(steps(premium), steps(rate)) : undefined;
  return draw('usual', fit?.slope ?? Number.NaN, 'fraction', 'term-premium-usual', {
    ...(fit ? { band: bandOf(fit), params: { n: fit.rows } } : {}),
    why: FEW,
  });
}
