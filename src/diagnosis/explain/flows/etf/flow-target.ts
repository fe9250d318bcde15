import { z } from 'zod';
import { calendar } from '../../../../data/calendar.ts';
import { formatDay, parseDay } from '../../../../data/time.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { formula } from '../../../formula.ts';
import { type Draw, dayAt, drawing, spanOf } from '../../drawing.ts';
import { explainPart } from '../../part.ts';
import { CITI, citiRefused } from './citi.ts';
import { coinOf, coversCoin, FUND_SERIES } from './coins.ts';
import { FEW_SESSIONS } from './implied.ts';
import { type FundSessions, readFundSessions } from './sessions.ts';
import { bandOf, type Slope, slopeOf } from './slope.ts';

/** Flows of the curve in multiples of the coin’s scale. */
const STEPS = [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1] as const;

const point = z.object({
  /** US dollars. */
  flow: z.number(),
  own: figureSchema,
  external: figureSchema,
});

const schema = z.object({
  asset: z.string(),
  /** Session of the price from which the curve starts. */
  date: isoDay.nullable(),
  base: figureSchema,
  curve: z.array(point),
  /** The flow that the reader supposes; absent where none was. */
  asked: point.optional(),
  /** Citi's year-end target with its condition, and how it came out; null before it was published or for another coin. */
  claim: z
    .object({
      source: z.string(),
      published: isoDay,
      until: isoDay,
      base: figureSchema,
      /** Flow that the target supposes. */
      flow: figureSchema,
      slope: figureSchema,
      /** Flow from the day of publication to the year's end, once it is known. */
      actualFlow: figureSchema,
      actualPrice: figureSchema,
      /** The target moved by the slope to the flow that came. */
      conditional: figureSchema,
      /** Actual price over the conditional target − 1. */
      miss: figureSchema,
    })
    .nullable(),
});

/** What the price would be at a flow if the slope held: a conditional, not a forecast. */
export const flowTarget = explainPart({
  id: 'flow-target',
  title: {
    'zh-Hans': '以资金流为条件的目标价',
    'zh-Hant': '以資金流為條件的目標價',
    en: 'Price on condition of a flow',
  },
  series: FUND_SERIES,
  covers: coversCoin,
  assumes: ['flow'],
  schema,
  formulas: [
    formula(
      'flow-target-base',
      '起点价格',
      '起點價格',
      'Price to start from',
      'P_t: close of the latest session with a flow (UTC)',
    ),
    formula(
      'flow-target',
      '以资金流为条件的价格',
      '以資金流為條件的價格',
      'Price on condition of a flow',
      'P (1 + b F/10⁹) for a flow F from now on; b the slope of the flow elasticity, the band that of b. It holds the association fixed and takes it for an effect: an if, not a forecast. A flow may be set by the reader; one that leaves no price above 0 has none',
    ),
    formula(
      'flow-claim',
      '花旗的年终目标与条件',
      '花旗的年終目標與條件',
      'Citi’s year-end target and its condition',
      '82,000 at no flows, 3.4 % for 10⁹ dollars, as published',
      CITI.source,
    ),
    formula(
      'flow-claim-flow',
      '发表后至年终的资金流',
      '發表後至年終的資金流',
      'Flow from publication to the year’s end',
      'Σ F_t, 2025-11-24 … 2025-12-31',
    ),
    formula(
      'flow-claim-conditional',
      '按实际资金流调整的目标',
      '按實際資金流調整的目標',
      'Target at the flow that came',
      '82,000 (1 + 0.034 Σ F/10⁹)',
      CITI.source,
    ),
    formula(
      'flow-claim-miss',
      '实际与目标之差',
      '實際與目標之差',
      'Actual against target',
      'P / target − 1 at the year’s end',
    ),
  ],
  async compute({ view, asset, figure, assume }) {
    const coin = coinOf(asset);
    const sessions = await readFundSessions(view, coin);
    const draw = drawing(figure, [coin.asset, coin.total]);
    const slope = slopeOf(
      sessions.returns,
      sessions.total.map((usd) => usd / 1e9),
    );
    const citi = citiRefused(coin.asset, view.instant);
    const last = sessions.dates.length - 1;
    const base = sessions.price[last] ?? Number.NaN;
    return {
      asset: coin.asset,
      date: dayAt(sessions.dates, last),
      base: draw('base', base, 'usd', 'flow-target-base', {
        ...(last >= 0 ? spanOf(sessions.dates, last, last) : {}),
        why: NO_PRICE,
      }),
      curve: STEPS.map((step) => step * coin.scale).map((billions) =>
        pointOf({ key: `${billions}`, flow: billions * 1e9, billions, base, slope, citi }, draw),
      ),
      ...(assume.flow === undefined
        ? {}
        : {
            asked: pointOf(
              { key: 'asked', flow: assume.flow, billions: assume.flow / 1e9, base, slope, citi },
              draw,
            ),
          }),
      claim: citi ? null : claimOf(draw, sessions),
    };
  },
});

const NO_PRICE = 'no price on the latest session with a flow';
const TOO_FAR = 'at a flow of that size the line leaves no price above 0';
const NOT_OVER = 'the year 2025 is not over or its last flow not known';

/** base × (1 + slope × flow), the flow in 10⁹ dollars. */
export function target(base: number, slope: number, billions: number): number {
  return base * (1 + slope * billions);
}

interface PointOf {
  /** Last word of the paths. */
  readonly key: string;
  /** US dollars, and the same in 10⁹. */
  readonly flow: number;
  readonly billions: number;
  readonly base: number;
  readonly slope: Slope | undefined;
  /** Why Citi's slope cannot be used. */
  readonly citi: string | undefined;
}

function pointOf(p: PointOf, draw: Draw): z.infer<typeof point> {
  const { key, flow, billions, base, citi } = p;
  const value = citi ? Number.NaN : target(base, CITI.slope, billions);
  return {
    flow,
    own: ownTarget(p, draw),
    external: draw(`citi.${key}`, aboveZero(value), 'usd', 'flow-target', {
      flags: ['unproven', 'extrapolated'],
      params: { flow, slope: CITI.slope },
      why: citi ?? (value <= 0 ? TOO_FAR : NO_PRICE),
    }),
  };
}

function aboveZero(price: number): number {
  return price > 0 ? price : Number.NaN;
}

function ownTarget({ key, flow, billions, base, slope }: PointOf, draw: Draw) {
  const at = (b: number) => target(base, b, billions);
  const ends = slope ? [at(bandOf(slope).low), at(bandOf(slope).high)].map((end) => Math.max(0, end)) : [];
  const value = at(slope?.slope ?? Number.NaN);
  return draw(`own.${key}`, aboveZero(value), 'usd', 'flow-target', {
    flags: ['unproven', 'extrapolated'],
    params: { flow, ...(slope ? { slope: slope.slope } : {}) },
    ...(slope && Number.isFinite(base)
      ? { band: { ...bandOf(slope), low: Math.min(...ends), high: Math.max(...ends) } }
      : {}),
    why: slope ? (value <= 0 ? TOO_FAR : NO_PRICE) : FEW_SESSIONS,
  });
}

function claimOf(draw: Draw, { dates, total, price }: FundSessions) {
  const [begin, end] = [parseDay(CITI.published.slice(0, 10)), parseDay(CITI.until)];
  const rows = [...dates.keys()].filter((row) => dates[row]! >= begin && dates[row]! <= end);
  const over = rows.length > 0 && dates[rows.at(-1)!] === calendar('new-york').offset(end + 1, -1);
  const flow = over ? rows.reduce((sum, row) => sum + total[row]!, 0) : Number.NaN;
  const actual = over ? price[rows.at(-1)!]! : Number.NaN;
  const conditional = target(CITI.base, CITI.slope, flow / 1e9);
  const span = over ? spanOf(dates, rows[0]!, rows.at(-1)!) : { why: NOT_OVER };
  const flags = ['unproven'] as const;
  const why = NOT_OVER;
  return {
    source: CITI.source,
    published: formatDay(begin),
    until: CITI.until,
    base: draw('claim.base', CITI.base, 'usd', 'flow-claim', { flags }),
    flow: draw('claim.flow', CITI.flow, 'usd', 'flow-claim', { flags }),
    slope: draw('claim.slope', CITI.slope, 'fraction-per-1e9-usd', 'flow-claim', { flags }),
    actualFlow: draw('claim.actual-flow', flow, 'usd', 'flow-claim-flow', span),
    actualPrice: draw('claim.actual-price', actual, 'usd', 'flow-target-base', { why }),
    conditional: draw('claim.conditional', conditional, 'usd', 'flow-claim-conditional', { flags, why }),
    miss: draw('claim.miss', actual / conditional - 1, 'fraction', 'flow-claim-miss', { why }),
  };
}
