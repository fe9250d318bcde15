import { z } from 'zod';
import { formatDay } from '../../../../data/time.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { type Draw, dayAt, drawing, pointsOf, spanOf } from '../../drawing.ts';
import { explainPart } from '../../part.ts';
import { CITI, citiRefused } from './citi.ts';
import { coinOf, coversCoin, FUND_SERIES } from './coins.ts';
import { type Elasticity, elasticity, LAGS, rollingSlope } from './elasticity.ts';
import { ELASTICITY_FORMULAS } from './elasticity-formulas.ts';
import { FEW_SESSIONS, impliedOf, impliedSchema } from './implied.ts';
import { readFundSessions } from './sessions.ts';
import { bandOf, type Slope } from './slope.ts';

const POINTS = 520;
const SLOPE_UNIT = 'fraction-per-1e9-usd';

const line = z.array(z.number().nullable());

const schema = z.object({
  asset: z.string(),
  /** First and last session of the sample; null when there is none. */
  from: isoDay.nullable(),
  to: isoDay.nullable(),
  slope: figureSchema,
  standardError: figureSchema,
  rSquared: figureSchema,
  /** The slope with lags of return and flow held. */
  controlled: figureSchema,
  correlation: z.object({ sameSession: figureSchema, previousReturn: figureSchema }),
  lags: z.array(z.object({ lag: z.number().int(), returnFirst: figureSchema, flowFirst: figureSchema })),
  precedence: z.object({
    lags: z.number().int(),
    /** p of "past returns say nothing of the flow". */
    flowFollowsReturn: figureSchema,
    /** p of "past flows say nothing of the return". */
    returnFollowsFlow: figureSchema,
  }),
  rolling: z.object({ last60: figureSchema, last120: figureSchema }),
  series: z.object({ dates: z.array(isoDay), slope60: line, slope120: line }),
  external: z.object({ slope: figureSchema, source: z.string(), insideBand: z.boolean().nullable() }),
  window: impliedSchema,
  /** What the numbers are: never more than an association. */
  standing: z.literal('association'),
});

/** How far a coin's price goes with the flow of its funds, and which of the two comes first: `--window` does not shorten the sample. */
export const flowElasticity = explainPart({
  id: 'flow-elasticity',
  title: { 'zh-Hans': '资金流弹性', 'zh-Hant': '資金流彈性', en: 'Flow elasticity' },
  series: FUND_SERIES,
  covers: coversCoin,
  schema,
  formulas: ELASTICITY_FORMULAS,
  async compute({ view, asset, window, figure }) {
    const coin = coinOf(asset);
    const sessions = await readFundSessions(view, coin);
    const billions = sessions.total.map((usd) => usd / 1e9);
    const found = elasticity(sessions.returns, billions);
    const draw = drawing(figure, [coin.asset, coin.total]);
    const citi = citiRefused(coin.asset, view.instant);
    const { simple } = found;
    const first = sessions.returns.findIndex((value, t) => Number.isFinite(value + billions[t]!));
    const last = sessions.dates.length - 1;
    return {
      asset: coin.asset,
      from: simple ? dayAt(sessions.dates, first) : null,
      to: simple ? dayAt(sessions.dates, last) : null,
      ...slopesOf(draw, found, (rows) => spanOf(sessions.dates, first, last, rows)),
      ...laggedOf(draw, found),
      ...rollingOf(draw, sessions.dates, sessions.returns, billions),
      external: {
        slope: draw('citi', citi ? Number.NaN : CITI.slope, SLOPE_UNIT, 'flow-slope-citi', {
          flags: ['unproven'],
          ...(citi ? { why: citi } : {}),
        }),
        source: CITI.source,
        insideBand: citi || !simple ? null : inside(CITI.slope, bandOf(simple)),
      },
      window: impliedOf(draw, sessions, simple, window, citi),
      standing: 'association' as const,
    };
  },
});

function slopesOf(
  draw: Draw,
  { simple, controlled }: Elasticity,
  span: (rows: number) => ReturnType<typeof spanOf>,
) {
  const of = (path: string, slope: Slope | undefined, value: number, formula: string, isSlope = true) =>
    draw(path, value, path === 'r-squared' ? 'ratio' : SLOPE_UNIT, formula, {
      ...(slope ? { ...span(slope.rows), params: { lag: slope.lag } } : { why: FEW_SESSIONS }),
      ...(slope && isSlope ? { band: bandOf(slope) } : {}),
    });
  return {
    slope: of('slope', simple, simple?.slope ?? Number.NaN, 'flow-slope'),
    standardError: of(
      'standard-error',
      simple,
      simple?.standardError ?? Number.NaN,
      'flow-slope-error',
      false,
    ),
    rSquared: of('r-squared', simple, simple?.r2 ?? Number.NaN, 'flow-r-squared', false),
    controlled: of('controlled', controlled, controlled?.slope ?? Number.NaN, 'flow-slope-controlled'),
  };
}

function laggedOf(draw: Draw, { lags, flowFollows, returnFollows }: Elasticity) {
  const correlation = (path: string, lag: number, value: number) =>
    draw(path, value, 'ratio', 'flow-correlation', { params: { lag }, why: FEW_SESSIONS });
  const precedence = (path: string, test: Elasticity['flowFollows']) =>
    draw(path, test?.p ?? Number.NaN, 'fraction', 'flow-precedence', {
      params: { lags: LAGS, ...(test ? { F: test.F, rows: test.rows } : {}) },
      why: FEW_SESSIONS,
    });
  return {
    correlation: {
      sameSession: correlation('same-session', 0, lags[0]!.flowFirst),
      previousReturn: correlation('previous-return', 1, lags[1]!.returnFirst),
    },
    lags: lags.map(({ lag, returnFirst, flowFirst }) => ({
      lag,
      returnFirst: correlation(`lag-${lag}.return-first`, lag, returnFirst),
      flowFirst: correlation(`lag-${lag}.flow-first`, lag, flowFirst),
    })),
    precedence: {
      lags: LAGS,
      flowFollowsReturn: precedence('flow-follows-return', flowFollows),
      returnFollowsFlow: precedence('return-follows-flow', returnFollows),
    },
  };
}

function rollingOf(draw: Draw, dates: Int32Array, returns: Float64Array, billions: Float64Array) {
  const shown = Math.max(0, dates.length - POINTS);
  const last = dates.length - 1;
  const one = (w: number) => {
    const values = rollingSlope(returns, billions, w);
    const value = values.at(-1) ?? Number.NaN;
    const latest = draw(`slope-${w}`, value, SLOPE_UNIT, 'flow-slope-rolling', {
      params: { w },
      ...(Number.isFinite(value)
        ? spanOf(dates, last - w + 1, last)
        : { why: `fewer than ${w} sessions with a flow and a return` }),
    });
    return { latest, points: pointsOf(values.subarray(shown)) };
  };
  const [short, long] = [one(60), one(120)];
  return {
    rolling: { last60: short.latest, last120: long.latest },
    series: {
      dates: Array.from(dates.subarray(shown), formatDay),
      slope60: short.points,
      slope120: long.points,
    },
  };
}

function inside(value: number, { low, high }: { low: number; high: number }): boolean {
  return low <= value && value <= high;
}
