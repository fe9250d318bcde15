import { z } from 'zod';
import { figureSchema, isoDay } from '../../../answer.ts';
import { formula } from '../../../formula.ts';
import { dayAt, drawing, spanOf } from '../../drawing.ts';
import { explainPart } from '../../part.ts';
import { readSessions } from '../sessions.ts';
import { DRAWS, FEWEST_STEPS, LEVEL, type NewsSplit, newsSplit, type Range } from './news-split.ts';
import {
  BILL,
  CAPE,
  CREDIT,
  MARKET,
  NEWS_SERIES,
  OUTPUT,
  type States,
  statesOf,
  TERM,
  VALUE_SPREAD,
} from './states.ts';

/** Sessions of a step: the window, within what a model of order 1 is asked of. */
const SHORTEST = 5;
const LONGEST = 63;
/** Discount coefficient of a year, as Campbell and Vuolteenaho set it. */
const RHO = 0.95;
const SESSIONS_A_YEAR = 252;

export const STATES = ['term', 'credit', 'valuation', 'value-spread'] as const;
export const NEWS_KINDS = ['cash-flow', 'discount-rate', 'undetermined'] as const;

const schema = z.object({
  from: isoDay.nullable(),
  date: isoDay.nullable(),
  /** Sessions of a step. */
  step: z.number().int(),
  states: z.array(z.enum(STATES)),
  valuation: z.enum(['cape', 'output']).nullable(),
  move: figureSchema,
  /** Bill and what the states had let expect. */
  expected: figureSchema,
  discountRate: figureSchema,
  cashFlow: figureSchema,
  /** Of the variance of unexpected returns; they add to 1. */
  shares: z.object({ cashFlow: figureSchema, discountRate: figureSchema, covariance: figureSchema }),
  /** The same without the valuation among the states. */
  without: z.object({ cashFlow: figureSchema, discountRate: figureSchema, last: figureSchema }),
  r2: figureSchema,
  /** Which news is the larger of this step, when the whole band and the model without a valuation say so; null: not measured. */
  kind: z.enum(NEWS_KINDS).nullable(),
  standing: z.literal('unproven'),
});

const CITATION =
  'Campbell & Vuolteenaho (2004), Bad beta, good beta, American Economic Review 94(5), eq. 3–5; Campbell (1991), Economic Journal 101';
const MODEL =
  'z_t = c + A z_{t−1} + u_t on steps of w sessions back from the last one; z the log return of the S&P 500 less the bill (dividends left out), the 10-year less 3-month yield, the Baa spread, ln of a valuation (CAPE, else price over nominal GDP as then known), and the small-stock value spread where it is supplied';

/** Whether the market fell for what firms will earn or for the rate at which it is discounted. */
export const returnNews = explainPart({
  id: 'return-news',
  title: {
    'zh-Hans': '现金流消息与贴现率消息',
    'zh-Hant': '現金流消息與折現率消息',
    en: 'News of cash flows and of discount rates',
  },
  series: NEWS_SERIES,
  schema,
  formulas: [
    formula(
      'news-move',
      '大盘变动',
      '大盤變動',
      'Move of the market',
      'R = P_t / P_{t−w} − 1 of the S&P 500 over one step of w sessions',
    ),
    formula(
      'news-expected',
      '此前可预期的部分',
      '此前可預期的部分',
      'Expected before',
      `(R / ln(1 + R)) (bill + e1′(c + A z_{t−1})); ${MODEL}`,
      CITATION,
    ),
    formula(
      'news-discount',
      '贴现率消息',
      '折現率消息',
      'News of discount rates',
      `−(R / ln(1 + R)) e1′λu, λ = ρA(I − ρA)⁻¹, ρ = ${RHO}^(w/${SESSIONS_A_YEAR}); ${MODEL}. Band: 90 %, ${DRAWS} samples with errors drawn anew, the errors of this step kept`,
      CITATION,
    ),
    formula(
      'news-cash',
      '现金流消息',
      '現金流消息',
      'News of cash flows',
      'R less what was expected less the news of discount rates: whatever the states do not say of discount rates is called cash flow, so it leans on the choice of states',
      `${CITATION}; Chen & Zhao (2009), Return decomposition, Review of Financial Studies 22(12), for the caution`,
    ),
    formula(
      'news-share',
      '方差占比',
      '變異數占比',
      'Share of variance',
      `Var N_CF / Var u_1, Var N_DR / Var u_1, and the rest −2 Cov / Var u_1, all steps of the sample; ${MODEL}. Band: 90 %, ${DRAWS} samples with errors drawn anew`,
      CITATION,
    ),
    formula(
      'news-r2',
      '可预期的方差',
      '可預期的變異數',
      'Variance that was expected',
      `1 − Var u_1 / Var of the excess return; ${MODEL}`,
    ),
  ],
  covers: (asset) => [MARKET, 'spy', 'nasdaq-100', 'qqq'].includes(asset),
  async compute({ view, figure, window }) {
    const step = Math.min(LONGEST, Math.max(SHORTEST, window));
    const sessions = await readSessions(view, [MARKET, BILL, TERM, CREDIT], step);
    const slow = await view.seriesMany([OUTPUT, CAPE, VALUE_SPREAD].filter((id) => view.entry(id)));
    const states = statesOf(sessions, slow, step);
    const draw = drawing(figure, NEWS_SERIES);
    const split = states ? splitsOf(states, step) : undefined;
    const { dates } = sessions;
    const [first, last] = [states?.rows.at(-2) ?? -1, states?.rows.at(-1) ?? -1];
    const span = split ? spanOf(dates, first, last, step) : {};
    const told = partsOf(states, split);
    const flags = [
      'unproven',
      ...(split && states!.valuationOf === 'output' ? (['proxy'] as const) : []),
    ] as const;
    const params = { steps: split?.full.model.rows ?? 0, step };
    const made = (path: string, value: number, of: string, band?: Range) =>
      draw(path, value, 'fraction', of, {
        ...span,
        params,
        flags,
        ...(band
          ? { band: { low: band.low, high: band.high, level: LEVEL, how: 'bootstrap of the errors' } }
          : {}),
        why: FEW,
      });
    const { factor } = told;
    const bands = split?.full.bands;
    const [full, without] = [split?.full.news.shares, split?.without?.news.shares];
    return {
      from: split ? dayAt(dates, first) : null,
      date: split ? dayAt(dates, last) : null,
      step,
      states: split ? STATES.filter((state) => state !== 'value-spread' || states!.valueSpread) : [],
      valuation: split ? states!.valuationOf : null,
      move: draw('move', told.move, 'fraction', 'news-move', { ...span, why: FEW }),
      expected: made('expected', told.expected, 'news-expected'),
      discountRate: made(
        'discount-rate',
        told.discountRate,
        'news-discount',
        bands && {
          low: Math.min(-factor * bands.last.low, -factor * bands.last.high),
          high: Math.max(-factor * bands.last.low, -factor * bands.last.high),
        },
      ),
      cashFlow: made('cash-flow', told.move - told.expected - told.discountRate, 'news-cash'),
      shares: {
        cashFlow: made('share.cash-flow', full?.cashFlow ?? Number.NaN, 'news-share', bands?.cashFlow),
        discountRate: made(
          'share.discount-rate',
          full?.discountRate ?? Number.NaN,
          'news-share',
          bands?.discountRate,
        ),
        covariance: made('share.covariance', full?.covariance ?? Number.NaN, 'news-share'),
      },
      without: {
        cashFlow: made('without.cash-flow', without?.cashFlow ?? Number.NaN, 'news-share'),
        discountRate: made('without.discount-rate', without?.discountRate ?? Number.NaN, 'news-share'),
        last: made(
          'without.last',
          split?.without ? -factor * split.without.discountRate : Number.NaN,
          'news-discount',
        ),
      },
      r2: made('r2', split ? r2Of(split.full, states!) : Number.NaN, 'news-r2'),
      kind: split ? kindOf(split) : null,
      standing: 'unproven' as const,
    };
  },
});

const FEW = `fewer than ${FEWEST_STEPS} steps of all states, one without a value at the end, or a model without a split`;

interface Splits {
  readonly full: NewsSplit;
  readonly without: NewsSplit | undefined;
}

function splitsOf(states: States, step: number): Splits | undefined {
  const { total, bill, term, credit, valuation, valueSpread } = states;
  const excess = total.map((r, k) => r - bill[k]!);
  const spread = valueSpread ? [valueSpread] : [];
  const rho = RHO ** (step / SESSIONS_A_YEAR);
  const full = newsSplit([excess, term, credit, valuation, ...spread], rho);
  if (!full) return undefined;
  return { full, without: newsSplit([excess, term, credit, ...spread], rho, 0) };
}

/** Parts of the last step in simple return. */
function partsOf(states: States | undefined, split: Splits | undefined) {
  const log = states?.total.at(-1) ?? Number.NaN;
  const move = Math.expm1(log);
  const factor = log === 0 ? 1 : move / log;
  const bill = states?.bill.at(-1) ?? Number.NaN;
  return {
    move,
    factor,
    expected: split ? factor * (bill + split.full.expected) : Number.NaN,
    discountRate: split ? -factor * split.full.discountRate : Number.NaN,
  };
}

function r2Of({ model, news }: NewsSplit, { total, bill }: States): number {
  const excess = total.map((r, k) => r - bill[k]!).subarray(-model.rows);
  const centre = excess.reduce((sum, r) => sum + r, 0) / excess.length;
  const squares = (values: Float64Array) => values.reduce((sum, value) => sum + value ** 2, 0);
  return 1 - squares(news.unexpected) / squares(excess.map((r) => r - centre));
}

/** The larger of the two in the last step, when it is so all over the band and the model without a valuation says the same. */
function kindOf({ full, without }: Splits): (typeof NEWS_KINDS)[number] {
  const { unexpected, bands } = full;
  const larger = (discountRate: number, u = unexpected) =>
    Math.abs(u + discountRate) > Math.abs(discountRate) ? 'cash-flow' : 'discount-rate';
  if (!bands || !without) return 'undetermined';
  const said = larger(full.discountRate);
  const others = [
    larger(bands.last.low),
    larger(bands.last.high),
    larger(without.discountRate, without.unexpected),
  ];
  return others.every((one) => one === said) ? said : 'undetermined';
}
