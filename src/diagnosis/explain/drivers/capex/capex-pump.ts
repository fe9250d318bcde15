import { z } from 'zod';
import type { FigureMaker } from '../../../../data/figure.ts';
import { formatDay } from '../../../../data/time.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { formula } from '../../../formula.ts';
import { explainPart } from '../../part.ts';
import { NEED_SERIES, needFigures } from './bond-market.ts';
import { chainOf, GUIDANCE_TABLE, type Guidance, guidanceIn, latestOf, profitHurdle } from './guidance.ts';
import { slug } from './slug.ts';

/** Returns on capital for which the hurdle is told, and the years over which it is written off. */
const RETURNS = [0.05, 0.1, 0.15, 0.2] as const;
const LIFE = 5;

const schema = z.object({
  /** Rows of the table that were no statement. */
  refused: z.number().int(),
  /** Latest statement of each firm for the latest year. */
  firms: z.array(
    z.object({
      firm: z.string(),
      year: z.number().int(),
      stated: isoDay,
      middle: figureSchema,
      /** Against the firm’s statement before it for the same year. */
      revision: figureSchema,
    }),
  ),
  year: z.number().int().nullable(),
  total: figureSchema,
  /** Against the same firms’ total of the year before. */
  growth: figureSchema,
  /** What statements with a growth imply of the years before. */
  chain: z.array(
    z.object({
      firm: z.string(),
      year: z.number().int(),
      level: figureSchema,
      oneBefore: figureSchema,
      twoBefore: figureSchema,
      between: figureSchema,
    }),
  ),
  hurdles: z.array(z.object({ rate: z.number(), profit: figureSchema })),
  /** The total against what could fund it in a year; a flow against a stock is a rate a year and no share. */
  need: z.object({
    issuance: figureSchema,
    output: figureSchema,
    operating: figureSchema,
    bonds: figureSchema,
    loans: figureSchema,
  }),
});

/** How much capital the large builders say they will spend, whether their growth figures agree, and what it must earn. */
export const capexPump = explainPart({
  id: 'capex-pump',
  title: {
    'zh-Hans': '资本开支的资金需求',
    'zh-Hant': '資本支出的資金需求',
    en: 'Capital spending to be funded',
  },
  series: NEED_SERIES,
  schema,
  formulas: [
    formula(
      'capex-middle',
      '指引中值',
      '指引中值',
      'Middle of the guidance',
      '(low + high)/2 of the latest statement; band low to high',
    ),
    formula(
      'capex-revision',
      '指引修订',
      '指引修訂',
      'Revision of the guidance',
      'middle less that of the statement before it for the same year',
    ),
    formula(
      'capex-total',
      '指引合计',
      '指引合計',
      'Total guidance',
      'sum of the middles of all firms with a statement for the year; band of the sums of lows and highs',
    ),
    formula(
      'capex-growth',
      '合计增长',
      '合計成長',
      'Growth of the total',
      'total of the firms with a statement for both years over that of the year before, less 1',
    ),
    formula(
      'capex-chain',
      '增长率链条',
      '成長率鏈條',
      'Chain of growth',
      'L/(1 + g₁), L/(1 + g₂), (1 + g₂)/(1 + g₁) − 1; L the level, g₁ and g₂ the stated growth over one and two years',
    ),
    formula(
      'capex-hurdle',
      '所需毛利',
      '所需毛利',
      'Gross profit needed',
      'K (r + 1/5); K the total, r the return, written off over five years, an assumption; revenue is this over the gross margin',
    ),
    formula(
      'capex-need-flow',
      '资金需求对年流量',
      '資金需求對年流量',
      'Need against a flow',
      'K / F; K the total of a year, F a flow of a year: issuance of investment-grade bonds over twelve months, nominal GDP, or cash from operations of the filed firms over four quarters. It is what the whole would come to if that paid for all of it; what is borrowed is less by the cash of the firms',
    ),
    formula(
      'capex-need-stock',
      '资金需求对存量',
      '資金需求對存量',
      'Need against a stock',
      'K / S a year; S the stock of debt securities of nonfinancial corporations, or of bank loans to business: how fast the stock would grow if it paid for all of it. A flow over a stock is a rate and no share',
    ),
  ],
  async compute({ view, figure }) {
    const { all, refused } = guidanceIn(await view.table(GUIDANCE_TABLE));
    const latest = latestOf(all);
    const plain = latest.filter(({ growth1, growth2 }) => growth1 === undefined && growth2 === undefined);
    const year = plain.at(-1)?.year ?? null;
    const now = plain.filter((one) => one.year === year);
    const sum = (of: readonly Guidance[], part: (one: Guidance) => number) =>
      of.length === 0 ? Number.NaN : of.reduce((total, one) => total + part(one), 0);
    const make = maker(figure);
    const total = sum(now, middle);
    return {
      refused,
      firms: now.map((one) => firmFigures(one, all, make)),
      year,
      total: make('total', 'capex-total', total, 'usd', NONE, {
        low: sum(now, ({ low }) => low),
        high: sum(now, ({ high }) => high),
      }),
      growth: make(
        'growth',
        'capex-growth',
        growthOf(now, plain),
        'fraction',
        'no firm has a statement for both years',
      ),
      chain: latest
        .filter(({ growth1, growth2 }) => growth1 !== undefined || growth2 !== undefined)
        .map((one) => chainFigures(one, make)),
      hurdles: RETURNS.map((rate) => ({
        rate,
        profit: make(`hurdle.${100 * rate}`, 'capex-hurdle', profitHurdle(total, rate, LIFE), 'usd', NONE),
      })),
      need: await needFigures(view, figure, total),
    };
  },
});

const NONE = 'no guidance is supplied';

function middle({ low, high }: Guidance): number {
  return (low + high) / 2;
}

type Make = ReturnType<typeof maker>;

function maker(figure: FigureMaker) {
  return (
    path: string,
    of: string,
    value: number,
    unit: 'usd' | 'fraction',
    why: string,
    range?: { readonly low: number; readonly high: number },
  ) =>
    figure({
      path,
      value,
      unit,
      of: { formula: of, series: [], params: { table: GUIDANCE_TABLE } },
      ...(range && Number.isFinite(range.low)
        ? { band: { ...range, level: 1, how: 'range as stated' } }
        : {}),
      why,
    });
}

function firmFigures(one: Guidance, all: readonly Guidance[], make: Make) {
  const { firm, year, low, high, date } = one;
  const before = all
    .filter((other) => other.firm === firm && other.year === year && other.date < date)
    .at(-1);
  const path = `${slug(firm)}.${year}`;
  return {
    firm,
    year,
    stated: formatDay(date),
    middle: make(path, 'capex-middle', middle(one), 'usd', NONE, { low, high }),
    revision: make(
      `${path}.revision`,
      'capex-revision',
      before ? middle(one) - middle(before) : Number.NaN,
      'usd',
      'no earlier statement for the year',
    ),
  };
}

function growthOf(now: readonly Guidance[], plain: readonly Guidance[]): number {
  const pairs = now.flatMap((one) => {
    const before = plain.find((other) => other.firm === one.firm && other.year === one.year - 1);
    return before ? [[middle(one), middle(before)] as const] : [];
  });
  if (pairs.length === 0) return Number.NaN;
  const [after, before] = [0, 1].map((at) => pairs.reduce((total, pair) => total + pair[at]!, 0)) as [
    number,
    number,
  ];
  return after / before - 1;
}

function chainFigures(one: Guidance, make: Make) {
  const { firm, year, growth1, growth2 } = one;
  const { oneBefore, twoBefore, between } = chainOf(middle(one), growth1, growth2);
  const path = `chain.${slug(firm)}.${year}`;
  const why = 'that growth is not stated';
  return {
    firm,
    year,
    level: make(`${path}.level`, 'capex-middle', middle(one), 'usd', NONE),
    oneBefore: make(`${path}.one-before`, 'capex-chain', oneBefore, 'usd', why),
    twoBefore: make(`${path}.two-before`, 'capex-chain', twoBefore, 'usd', why),
    between: make(`${path}.between`, 'capex-chain', between, 'fraction', why),
  };
}
